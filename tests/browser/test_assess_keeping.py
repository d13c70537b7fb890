"""Answers are kept in the browser, wherever it lets the page keep them, and deleted on request."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext
from tests.browser.editions import Edition, every_edition_in_test_all
from tests.browser.scoring_page import MARKS, ScoringPage

REFUSED_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); } })"""
FULL_STORAGE = """(() => {
  let text = "x".repeat(1 << 20);
  while (text) {
    try { localStorage.setItem("full" + localStorage.length, text); }
    catch { text = text.slice(0, text.length >> 1); }
  }
})()"""


@every_edition_in_test_all
def test_answers_and_place_survive_a_reload(page: Page, edition: Edition) -> None:
    """A reload in the middle brings back the answers, the note and the question."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.start()
    first, second = scoring.enablers[:2]
    scoring.choose(first, 4)
    page.locator(f"#{first}-note").fill("Our plan says so.")
    scoring.press("next")
    scoring.choose(second, "not-sure")
    page.reload()
    expect(page.locator(f"#{second} h3")).to_be_focused()
    assert scoring.chosen[:3] == [4, "not-sure", None]
    expect(page.locator(f"#{first}-note")).to_have_value("Our plan says so.")
    view = edition.framework.points_of_view[1].id
    expect(page.locator(f"#view-{view}")).to_be_checked()


def test_a_reload_of_the_result_draws_it_again(page: Page, site: str) -> None:
    """The result and its code are the same after a reload."""
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.see_result()
    code = scoring.part("code").text_content()
    page.reload()
    scoring.expect_result()
    expect(scoring.part("code")).to_have_text(code or "")


@every_edition_in_test_all
def test_a_new_visit_offers_to_continue(page: Page, edition: Edition) -> None:
    """The start page says how far the person is, and leads to the first open question."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.start()
    scoring.choose(scoring.enablers[0], 3)
    page.goto(f"{edition.site}privacy/")
    scoring.open()
    expect(scoring.part("continue-text")).to_have_text(
        edition.say("assess.continue_text", count=1, total=len(edition.enablers))
    )
    scoring.press("continue")
    expect(page.locator(f"#{scoring.enablers[1]} h3")).to_be_focused()


def test_switched_off_nothing_is_kept_and_leaving_is_questioned(page: Page, site: str) -> None:
    """The switch removes what was kept; closing the page asks first; a new visit starts empty."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    scoring.choose(scoring.enablers[0], 3)
    assert scoring.kept is not None
    scoring.part("keep-switch").uncheck()
    assert scoring.kept is None
    scoring.choose(scoring.enablers[0], 4)
    assert scoring.kept is None
    expect(scoring.part("keep-state")).to_contain_text("Not kept")
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
    scoring.expect_chosen([None] * 11)
    expect(scoring.part("keep-switch")).not_to_be_checked()


def test_where_storage_is_refused_the_page_says_so_and_works(
    open_fresh_context: OpenContext, site: str
) -> None:
    """The notice says that answers cannot be kept; scoring goes on to the result."""
    context = open_fresh_context()
    context.add_init_script(REFUSED_STORAGE)
    scoring = ScoringPage(context.new_page(), site).open()
    expect(scoring.part("keep-state")).to_contain_text("does not let the page keep")
    expect(scoring.part("keep-switch")).to_be_disabled()
    scoring.answer()
    scoring.see_result()
    scoring.expect_chosen(MARKS)


def test_where_storage_is_full_the_page_says_so_and_keeps_the_form(page: Page, site: str) -> None:
    """A failed write loses nothing that is on the page; with room again it is kept."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    page.evaluate(FULL_STORAGE)
    first = scoring.enablers[0]
    scoring.choose(first, 2)
    page.locator(f"#{first}-note").fill("A note that finds no room." * 50)
    expect(scoring.part("keep-state")).to_contain_text("no room left")
    assert scoring.chosen[0] == 2
    page.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('full'))"
        ".forEach((k) => localStorage.removeItem(k))"
    )
    scoring.choose(first, 3)
    expect(scoring.part("keep-state")).to_contain_text("Kept in this browser")
    assert scoring.kept is not None
    assert scoring.kept["answers"][first]["mark"] == 3


def test_deleting_asks_first_and_can_be_undone(page: Page, site: str) -> None:
    """Nothing goes before the confirmation; Undo brings everything back, also into the storage."""
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    kept = scoring.kept
    scoring.press("delete")
    expect(scoring.part("delete-title")).to_be_focused()
    scoring.press("delete-no")
    expect(scoring.part("delete")).to_be_focused()
    scoring.expect_chosen(MARKS)
    scoring.press("delete")
    scoring.press("delete-yes")
    expect(scoring.part("notice")).to_contain_text("Your answers are deleted.")
    scoring.expect_chosen([None] * 11)
    assert scoring.kept is None
    scoring.press("notice-undo")
    scoring.expect_chosen(MARKS)
    assert scoring.kept == kept


def test_a_copy_can_be_saved_before_deleting(
    page: Page, site: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The confirmation offers the file, and deleting goes on afterwards."""
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.press("delete")
    file = scoring.save("delete-copy", tmp_path_factory.mktemp("saved"))
    assert '"mainstream.response"' in file.read_text(encoding="utf-8")
    expect(scoring.part("delete-panel")).to_be_visible()


def test_two_tabs_show_the_newest_answers_with_a_way_back(
    open_context: OpenContext, site: str
) -> None:
    """A change in one tab appears in the other, with a notice; Undo restores what was there."""
    context = open_context()
    first = ScoringPage(context.new_page(), site).open()
    first.start()
    enabler = first.enablers[0]
    first.choose(enabler, 1)
    second = ScoringPage(context.new_page(), site).open(f"#{enabler}")
    assert second.chosen[0] == 1
    second.choose(enabler, 5)
    expect(first.part("notice")).to_contain_text("changed in another tab")
    assert first.chosen[0] == 5
    first.press("notice-undo")
    assert first.chosen[0] == 1
    expect(second.part("notice")).to_contain_text("changed in another tab")
    assert second.chosen[0] == 1


def test_two_tabs_that_missed_each_others_changes_keep_both(
    open_context: OpenContext, site: str
) -> None:
    """A tab that slept while the other wrote adds its change to the other's, with a way back."""
    context = open_context()
    asleep = context.new_page()
    asleep.add_init_script(
        "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
    )
    first = ScoringPage(asleep, site).open()
    first.start()
    one, two = first.enablers[:2]
    first.choose(one, 1)
    second = ScoringPage(context.new_page(), site).open(f"#{two}")
    second.choose(two, 5)
    note = first.page.locator(f"#{one}-note")
    note.fill("Typed in the tab that slept")
    assert first.chosen[:2] == [1, 5]
    expect(note).to_have_value("Typed in the tab that slept")
    expect(first.part("notice")).to_contain_text("changed in another tab")


def test_deleting_in_one_tab_clears_the_other_with_a_way_back(
    open_context: OpenContext, site: str
) -> None:
    """Deleted answers do not come back from a forgotten tab by themselves."""
    context = open_context()
    first = ScoringPage(context.new_page(), site).open()
    first.start()
    first.choose(first.enablers[0], 2)
    second = ScoringPage(context.new_page(), site).open()
    second.press("delete")
    second.press("delete-yes")
    expect(first.part("notice")).to_contain_text("deleted in another tab")
    assert first.chosen[0] is None
    first.press("notice-undo")
    assert first.chosen[0] == 2


def test_switching_keeping_off_in_one_tab_leaves_the_other_tabs_form(
    open_context: OpenContext, site: str
) -> None:
    """The other tab also stops keeping, and shows what it showed."""
    context = open_context()
    first = ScoringPage(context.new_page(), site).open()
    first.start()
    first.choose(first.enablers[0], 2)
    second = ScoringPage(context.new_page(), site).open()
    second.part("keep-switch").uncheck()
    expect(first.part("keep-state")).to_contain_text("Not kept")
    assert first.chosen[0] == 2
    first.choose(first.enablers[0], 3)
    assert first.kept is None
