"""Files of every kind are read in the browser, each line with its verdict, and nobody is shown."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import response_data
from mainstream.scoring.codes.code import write_code
from tests.browser.editions import Edition, every_edition, every_edition_in_test_all
from tests.browser.workshop_page import WorkshopPage, codes, responses
from tests.spreadsheet.workbooks import workbook

SECRET = "given.family@example.org"


@pytest.fixture
def workshop(page: Page, site: str) -> WorkshopPage:
    """The gather step, empty."""
    return WorkshopPage(page, site).open("#gather")


def file(name: str, content: str | bytes) -> FilePayload:
    """A file that is not on any disk."""
    data = content.encode() if isinstance(content, str) else content
    return FilePayload(name=name, mimeType="application/octet-stream", buffer=data)


def microsoft(framework: Framework) -> bytes:
    """A Microsoft Forms export in German: Likert columns by statement, one of them odd."""
    statements = [
        s.text.replace(" ", "\u00a0", 1) for e in framework.enablers for s in e.statements
    ]
    heads = ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", *statements]
    rows: list[list[Any]] = [heads]
    for number in range(1, 7):
        times = ["23.11.26 10:31:04", "23.11.26 10:44:59"]
        points = framework.scale.points
        given = [f"{1 + (number + place) % points} Punkte" for place in range(len(statements))]
        rows.append([number, *times, SECRET, f"Gîven Fâmily {chr(64 + number)}", *given])
    rows[3][7] = "many"
    return workbook({"Sheet1": rows})


def google(framework: Framework) -> str:
    """A Google Forms export as a European spreadsheet saves it: BOM, semicolons, a grid."""
    heads = [
        "Timestamp",
        "Email address",
        *(f"How present? [{e.title}]" for e in framework.enablers),
    ]
    points, places = framework.scale.points, range(len(framework.enablers))
    rows = [
        ["2026/11/23 10:31:04 am GMT", SECRET, *(str(1 + (n + m * m) % points) for m in places)]
        for n in range(4)
    ]
    return "\ufeff" + "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in [heads, *rows])


def expect_no_one(workshop: WorkshopPage) -> None:
    """No name, address or time of day stands on the page or is kept."""
    everything = workshop.page.content() + json.dumps(workshop.kept)
    for secret in (SECRET, "Fâmily", "10:31"):
        assert secret not in everything


@pytest.mark.real_engine
@every_edition_in_test_all
def test_a_microsoft_form_is_confirmed_and_read(workshop: WorkshopPage, edition: Edition) -> None:
    """The mapping is shown, everybody is added, and the cell that says nothing is named."""
    framework = edition.framework
    workshop.choose_files(file("Antworten.xlsx", microsoft(framework)))
    expect(workshop.part("mapping-title")).to_be_focused()
    workshop.press("columns-title")  # every column is sure, so that none need be looked at
    workshop.part("mapping-more").scroll_into_view_if_needed()  # a long list is drawn as it is seen
    expect(workshop.part("mapping-rows").locator("tr")).to_have_count(edition.statements)
    headings = "ID; Startzeit; Fertigstellungszeit; E-Mail; Name"
    dropped = edition.say("session.mapping_dropped", count=5, headings=headings)
    expect(workshop.part("mapping-personal")).to_contain_text(dropped)
    expect_no_one(workshop)
    workshop.press("mapping-yes")
    workshop.expect_verdict(edition.say("session.verdict_added", count=6))
    expect(workshop.part("verdicts-list")).to_contain_text("H4")
    expect_no_one(workshop)
    workshop.choose_files(file("Antworten.xlsx", microsoft(framework)))
    workshop.press("mapping-yes")
    workshop.expect_verdict(edition.say("session.verdict_here", count=6))
    workshop.expect_people(6)


@every_edition_in_test_all
def test_a_google_form_is_confirmed_and_read(workshop: WorkshopPage, edition: Edition) -> None:
    """As a CSV file with semicolons; a column can be left out by hand."""
    workshop.choose_files(file("Responses.csv", google(edition.framework)))
    expect(workshop.part("mapping-title")).to_be_focused()
    expect_no_one(workshop)
    workshop.press("columns-title")  # every column is sure, so that none need be looked at
    workshop.part("mapping-rows").locator("select").first.select_option("ignore")
    workshop.press("mapping-yes")
    workshop.expect_verdict(edition.say("session.verdict_added", count=4))
    expect_no_one(workshop)
    kept = workshop.kept
    assert kept is not None
    assert {len(person["answers"]) for person in kept["people"]} == {len(edition.enablers) - 1}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_older_encodings_are_read(
    workshop: WorkshopPage, framework: Framework, encoding: str
) -> None:
    """As some spreadsheets still save text."""
    text = google(framework).removeprefix("\ufeff").replace("How present?", "Où en êtes-vous ?")
    workshop.choose_files(file("Responses.csv", text.encode(encoding)))
    workshop.part("mapping-yes").click()
    workshop.expect_verdict("Added 4 people’s answers.")


@every_edition_in_test_all
def test_our_own_exports_bring_back_what_went_out(
    workshop: WorkshopPage, edition: Edition, tmp_path: Path
) -> None:
    """The table of people and the workbook add nobody here, and everybody on an empty page."""
    framework = edition.framework
    workshop.paste("\n".join(codes(framework, responses(framework, 7))))
    before = workshop.kept
    workshop.go("keep")
    files = [workshop.export(kind, tmp_path) for kind in ("people", "people-xlsx")]
    workshop.go("gather")
    for path in files:
        workshop.choose_files(path)
        workshop.expect_verdict(edition.say("session.verdict_here", count=7))
    assert workshop.kept == before
    for path in files:
        workshop.go("keep")
        workshop.press("delete")
        workshop.press("delete-yes")
        workshop.go("gather")
        workshop.choose_files(path)
        workshop.expect_verdict(edition.say("session.verdict_added", count=7))
        assert workshop.kept is not None
        assert before is not None
        assert workshop.kept["people"] == before["people"]


def test_single_answers_come_as_files_too(
    workshop: WorkshopPage, framework: Framework, tmp_path: Path
) -> None:
    """Several chosen at once; the code of one of them is the same person's."""
    people = responses(framework, 3)
    payloads = [
        file(f"answers-{number}.json", json.dumps(response_data(person)))
        for number, person in enumerate(people)
    ]
    workshop.choose_files(*payloads)
    workshop.expect_people(3)
    workshop.paste(write_code(framework, people[0], people[0].tag or 0) or "")
    workshop.expect_verdict("1 was already here.")


def test_a_dropped_file_is_read_like_a_chosen_one(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """With the same verdict."""
    text = "\n".join(codes(framework, responses(framework, 4)))
    workshop.page.evaluate(
        """(text) => {
          const files = new DataTransfer();
          files.items.add(new File([text], "codes.txt", { type: "text/plain" }));
          const drop = document.querySelector('[data-part="drop"]');
          drop.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true }));
        }""",
        text,
    )
    workshop.expect_verdict("Added 4 people’s answers.")


def test_mixed_lines_each_have_their_verdict(workshop: WorkshopPage, framework: Framework) -> None:
    """From a chat: good, repeated, damaged, another kind, and plain words; undo takes all back."""
    one, two, three = codes(framework, responses(framework, 3))
    damaged = two[:-1] + ("7" if two[-1] != "7" else "8")
    workshop.paste(
        f"[10:31] Gîven Fâmily: {one}\nhello\n{one}\n{damaged} and {three}\n{two[:-2]}\n#d=abcd\n"
    )
    workshop.expect_verdict("Added 2 people’s answers. 1 was already here. 3 could not be read.")
    expect(workshop.part("verdicts-list")).to_contain_text(f"Line 3, {one}: already here")
    left = workshop.part("paste-left-list").locator("li")
    expect(left).to_have_text(
        [re.compile("does not add up"), re.compile("has 10"), re.compile("damaged")]
    )
    expect(workshop.part("paste")).to_have_value(f"{damaged} and {three}\n{two[:-2]}\n#d=abcd\n")
    expect_no_one(workshop)
    workshop.press("verdicts-undo")
    workshop.expect_people(0)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("newer.json", '{"format": "mainstream.workshop", "format_version": 99}', "newer version"),
        ("other.json", '{"format": "something.else", "format_version": 1}', "something else"),
        ("broken.json", '{"format": "mainstream.work', "damaged at line 1"),
        ("book.xlsx", b"PK\x03\x04 but no workbook", "cannot be read"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not read here"),
        ("list.csv", "Name,Colour\nSomeone,Blue\n", "Nothing in this table"),
        ("empty.csv", "", "nothing to read"),
    ],
)
def test_what_cannot_be_read_says_why_and_changes_nothing(
    workshop: WorkshopPage, name: str, content: str | bytes, said: str
) -> None:
    """Each refusal names its reason."""
    workshop.choose_files(file(name, content))
    workshop.expect_verdict(said)
    expect(workshop.part("verdicts-undo")).to_be_hidden()
    assert workshop.kept is None


def test_answers_to_another_framework_are_told(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """And the others of the same files are added."""
    first, second = (response_data(person) for person in responses(framework, 2))
    first["framework"] = {"id": "another-one", "version": "1.0"}
    workshop.choose_files(file("answers.json", json.dumps([first, second])))
    workshop.expect_verdict("Added 1 person’s answers. 1 could not be read.")
    expect(workshop.part("verdicts-list")).to_contain_text("another framework: “another-one”")


@every_edition_in_test_all
def test_hands_are_counted(workshop: WorkshopPage, edition: Edition) -> None:
    """Counts typed from a room; a wrong one is pointed out and nothing typed is lost."""
    workshop.part("hands-box").locator("summary").click()
    rows, points = workshop.part("hands-row"), edition.framework.scale.points
    for place in range(len(edition.enablers)):
        rows.nth(place).locator("input").nth(place % points).fill("4")
        rows.nth(place).locator("input").nth((place + 1) % points).fill("2")
    not_sure = rows.nth(3).locator("input").nth(points)
    not_sure.fill("two")
    workshop.part("hands").get_by_role("button").click()
    expect(workshop.part("hands-error")).to_be_focused()
    expect(rows.nth(0).locator("input").first).to_have_value("4")
    not_sure.fill("1")
    workshop.part("hands").get_by_role("button").click()
    workshop.expect_verdict(edition.say("session.hands_added", count=7))
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.go("gather")
    workshop.part("counted").get_by_role("button").click()
    workshop.expect_people(0)
    workshop.press("notice-undo")
    workshop.expect_people(7)


def test_one_person_is_removed_and_comes_back(workshop: WorkshopPage, framework: Framework) -> None:
    """By the list, with a way back."""
    workshop.paste("\n".join(codes(framework, responses(framework, 3))))
    before = workshop.kept
    workshop.part("people-box").locator("summary").click()
    workshop.part("people").get_by_role("button").nth(1).click()
    workshop.expect_people(2)
    expect(workshop.part("notice")).to_contain_text("Person 2 is removed.")
    workshop.press("notice-undo")
    workshop.expect_people(3)
    assert workshop.kept == before


@every_edition
def test_few_people_are_shown_only_by_consent(workshop: WorkshopPage, edition: Edition) -> None:
    """Too few never; a few once the facilitator says that all agree, until another one comes."""
    group = edition.guide.small_groups
    people = codes(edition.framework, responses(edition.framework, group.least_without_consent))
    comparison, few = workshop.part("comparison"), workshop.part("few-text")
    consent = workshop.page.locator("label[for=consent]")

    def compare(count: int) -> None:
        workshop.paste("\n".join(people[:count]))
        workshop.go("compare")

    compare(group.least_shown - 1)
    expect(few).to_contain_text(str(group.least_shown - 1))
    expect(workshop.part("consent-choice")).to_be_hidden()
    assert workshop.part("plots").locator("svg").count() == 0
    for count in range(group.least_shown, group.least_without_consent):
        workshop.go("gather")
        compare(count)
        expect(few).to_have_text(edition.say("session.few_ask", count=count))
        expect(comparison).to_be_hidden()
        consent.click()
        workshop.expect_comparison()
        consent.click()
        expect(comparison).to_be_hidden()
        consent.click()
        workshop.expect_comparison()
    workshop.go("gather")
    compare(group.least_without_consent)
    workshop.expect_comparison()
    expect(few).to_contain_text(edition.say("session.waiting_joined", count=1))
    consent.click()
    expect(workshop.part("few")).to_be_hidden()
