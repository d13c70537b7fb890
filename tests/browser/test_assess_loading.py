"""Answers come back from a file, a code or a link; what cannot be read changes nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext
from tests.browser.editions import Edition, every_edition, every_edition_in_test_all
from tests.browser.scoring_page import ScoringPage

OTHER_MARKS = (1, 1, 1, 2, 2, 2, 3, 3, 3, "does-not-apply", 5)


@pytest.fixture
def scored(page: Page, edition: Edition) -> ScoringPage:
    """A page with an answer of each kind, its result drawn, and a note."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    first = edition.framework.enablers[0]
    change = edition.say("assess.check_change_label", title=first.title)
    page.get_by_role("link", name=change).click()
    page.locator(f"#{first.id}-note").fill("Ünser <plan> & more")
    scoring.press("next")
    scoring.see_result()
    return scoring


@pytest.fixture
def elsewhere(open_context: OpenContext, site: str) -> ScoringPage:
    """The same page in another browser, where nothing has been answered."""
    return ScoringPage(open_context().new_page(), site)


@every_edition_in_test_all
def test_a_saved_file_brings_back_the_same_answers(
    scored: ScoringPage, elsewhere: ScoringPage, edition: Edition, tmp_path: Path
) -> None:
    """Save, open elsewhere, save again: the two files hold the same."""
    saved = scored.save("save_json", tmp_path)
    elsewhere.open().load_file(saved)
    expect(elsewhere.part("check")).to_be_visible()
    elsewhere.expect_chosen(edition.choices)
    folder = tmp_path / "again"
    folder.mkdir()
    again = elsewhere.save("keep-file", folder)
    assert json.loads(again.read_text("utf-8")) == json.loads(saved.read_text("utf-8"))


@every_edition
def test_a_code_brings_back_marks_and_point_of_view(
    scored: ScoringPage, elsewhere: ScoringPage, edition: Edition
) -> None:
    """Typed small and with spaces, the code is still read."""
    code = scored.part("code").text_content() or ""
    elsewhere.open().load_text(code.lower().replace("-", " "))
    expect(elsewhere.part("check")).to_be_visible()
    elsewhere.expect_chosen(edition.choices)
    assert elsewhere.kept is not None
    assert elsewhere.kept["point_of_view"] == edition.framework.points_of_view[1].id


@every_edition_in_test_all
def test_a_link_shows_what_it_holds_then_opens_and_leaves_the_address(
    scored: ScoringPage, elsewhere: ScoringPage, edition: Edition
) -> None:
    """The answers, with the note, come back from the part after the #, which then goes."""
    link = scored.part("share-link").input_value()
    assert "#d=" in link
    elsewhere.open(link.removeprefix(elsewhere.address))
    expect(elsewhere.part("incoming-title")).to_be_focused()
    assert elsewhere.page.url == elsewhere.address
    answered, total = len(edition.enablers) - 1, len(edition.enablers)
    for held in (
        edition.say("assess.replace_count", count=answered, total=total),
        edition.say("assess.replace_notes", count=1),
    ):
        expect(elsewhere.part("incoming-new")).to_contain_text(held)
    elsewhere.expect_chosen([None] * total)
    elsewhere.press("incoming-yes")
    elsewhere.expect_chosen(edition.choices)
    expect(elsewhere.page.locator(f"#{elsewhere.enablers[0]}-note")).to_have_value(
        "Ünser <plan> & more"
    )


@every_edition_in_test_all
def test_without_notes_the_link_holds_the_code(page: Page, edition: Edition) -> None:
    """A short link: the code after #r=."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    code = scoring.part("code").text_content()
    assert scoring.part("share-link").input_value() == f"{scoring.address}#r={code}"


def test_answers_on_the_page_are_replaced_only_when_the_person_says_so(
    scored: ScoringPage, elsewhere: ScoringPage, edition: Edition
) -> None:
    """Keep what is here, then open them after all, then undo."""
    code = scored.part("code").text_content() or ""
    elsewhere.open().answer(OTHER_MARKS)
    kept = elsewhere.kept
    elsewhere.open(f"#r={code}")
    expect(elsewhere.part("incoming")).to_be_visible()
    expect(elsewhere.part("incoming-old")).to_contain_text("11 of 11 enablers answered")
    elsewhere.press("incoming-no")
    elsewhere.expect_chosen(OTHER_MARKS)
    assert elsewhere.kept == kept
    elsewhere.open().load_text(code)
    expect(elsewhere.part("incoming")).to_be_visible()
    elsewhere.press("incoming-yes")
    elsewhere.expect_chosen(edition.choices)
    elsewhere.press("notice-undo")
    elsewhere.expect_chosen(OTHER_MARKS)
    assert elsewhere.kept == kept


def test_a_link_that_arrives_while_the_page_is_open_is_read(scored: ScoringPage) -> None:
    """Pasted into the address bar of the open page, it is offered as at a first visit."""
    code = scored.part("code").text_content()
    scored.page.evaluate("(fragment) => { location.hash = fragment }", f"#r={code}")
    expect(scored.part("incoming")).to_be_visible()
    assert scored.page.url == f"{scored.address}#result"


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.update(format_version=99), "newer version of this toolkit"),
        (lambda data: data.update(format="mainstream.workshop"), "holds something else"),
        (lambda data: data["answers"].update({"systems-mindset": {"mark": 9}}), "is 9"),
    ],
)
def test_a_file_that_does_not_belong_here_is_explained_and_changes_nothing(
    scored: ScoringPage, tmp_path: Path, change: Change, said: str
) -> None:
    """Another framework, a newer version, another kind of file, a mark off the scale."""
    data = json.loads(scored.save("save_json", tmp_path).read_text("utf-8"))
    change(data)
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(data), "utf-8")
    expect_refused(scored, lambda: scored.load_file(file), said)


def test_a_damaged_file_is_explained_by_line_and_changes_nothing(
    scored: ScoringPage, tmp_path: Path
) -> None:
    """Cut off in the middle, as by a broken download."""
    file = scored.save("save_json", tmp_path)
    file.write_text(file.read_text("utf-8")[:120], "utf-8")
    expect_refused(scored, lambda: scored.load_file(file), "damaged at line")


def test_a_file_of_another_kind_is_explained_and_changes_nothing(
    scored: ScoringPage, tmp_path: Path
) -> None:
    """A spreadsheet that was saved from this page, for one, cannot be opened again."""
    file = scored.save("save_csv", tmp_path)
    expect_refused(scored, lambda: scored.load_file(file), "not a file of answers")


def test_answers_to_another_version_are_for_looking_at_until_they_are_taken(
    scored: ScoringPage, elsewhere: ScoringPage, tmp_path: Path
) -> None:
    """What does not match is named; what matches can be taken over."""
    data = json.loads(scored.save("save_json", tmp_path).read_text("utf-8"))
    data["framework"]["version"] = "0.1"
    first, second = elsewhere.open().enablers[:2]
    data["answers"]["gone-since"] = data["answers"].pop(first)
    file = tmp_path / "older.json"
    file.write_text(json.dumps(data), "utf-8")
    elsewhere.load_file(file)
    panel = elsewhere.part("incoming")
    expect(panel).to_contain_text("given to “m2m”, version 0.1")
    expect(panel).to_contain_text("does not have: gone-since")
    expect(panel.locator("dl > div")).to_have_count(len(data["answers"]) - 1)
    assert elsewhere.kept is None
    elsewhere.press("incoming-yes")
    expect(elsewhere.page.locator(f'[name="mark-{second}"]:checked')).to_be_attached()
    expect(elsewhere.page.locator(f'[name="mark-{first}"]:checked')).to_have_count(0)


def test_answers_to_another_framework_can_be_looked_at_alone(
    scored: ScoringPage, tmp_path: Path
) -> None:
    """One's own stay; there is nothing to take over; marks on another scale are not compared."""
    data = json.loads(scored.save("save_json", tmp_path).read_text("utf-8"))
    before = scored.open().kept
    data["framework"] = {"id": "northshire", "version": "3", "points": 5}
    file = tmp_path / "other.json"
    file.write_text(json.dumps(data), "utf-8")
    scored.load_file(file)
    panel = scored.part("incoming")
    expect(panel).to_contain_text("for another framework")
    expect(panel.locator("dl > div")).not_to_have_count(0)
    expect(scored.part("incoming-yes")).to_be_hidden()
    scored.press("incoming-no")
    data["framework"]["points"] = 7
    file.write_text(json.dumps(data), "utf-8")
    scored.load_file(file)
    expect(panel).to_contain_text("scale has 7 points and this one has 5")
    expect(panel.locator("dl > div")).to_have_count(0)
    scored.press("incoming-no")
    assert scored.kept == before


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda code: ("1" if code[0] != "1" else "2") + code[1:], "does not add up"),
        (lambda code: code[:-1], "This one has 11"),
        (lambda code: "U" + code[1:], "Character 1"),
        (lambda code: "hello, what is this?", "Character"),
        (lambda code: "https://example.org/", "holds no answers"),
    ],
)
def test_a_wrong_code_is_explained_and_stays_in_its_field(
    scored: ScoringPage, spoil: Callable[[str], str], said: str
) -> None:
    """What was typed remains, to be corrected."""
    text = spoil(scored.part("code").text_content() or "")
    expect_refused(scored, lambda: scored.load_text(text), said)
    expect(scored.part("load-code")).to_have_value(text)
    expect(scored.part("load-code")).to_have_attribute("aria-invalid", "true")


def test_an_empty_field_is_pointed_out(page: Page, site: str) -> None:
    """Opening nothing says what to enter."""
    scoring = ScoringPage(page, site).open()
    scoring.load_text(" ")
    expect(scoring.part("load-error")).to_contain_text("Enter a code or a link")
    expect(scoring.part("load-error")).to_be_focused()


def test_a_damaged_link_is_explained(page: Page, site: str) -> None:
    """The page opens as usual, with a message."""
    scoring = ScoringPage(page, site).open("#d=eNoDAAAAAAE")
    expect(scoring.part("notice")).to_contain_text("damaged")
    expect(scoring.part("start")).to_be_visible()


def test_answers_that_this_page_does_not_know_are_named_and_kept(
    scored: ScoringPage, elsewhere: ScoringPage, tmp_path: Path
) -> None:
    """An enabler of an adapted framework is not lost on the way through this page."""
    data = json.loads(scored.save("save_json", tmp_path).read_text("utf-8"))
    data["answers"]["of-another-place"] = {"mark": 2}
    file = tmp_path / "adapted.json"
    file.write_text(json.dumps(data), "utf-8")
    elsewhere.open().load_file(file)
    expect(elsewhere.part("notice")).to_contain_text("of-another-place")
    elsewhere.page.reload()
    again = json.loads(elsewhere.save("keep-file", tmp_path).read_text("utf-8"))
    assert again["answers"]["of-another-place"] == {"mark": 2}


def expect_refused(scoring: ScoringPage, load: Callable[[], None], said: str) -> None:
    """Loading says what is wrong, next to the field and in focus, and changes nothing."""
    before, kept = scoring.chosen, scoring.kept
    scoring.open()
    load()
    expect(scoring.part("load-error")).to_contain_text(said)
    expect(scoring.part("load-error")).to_be_focused()
    assert scoring.chosen == before
    assert scoring.kept == kept
