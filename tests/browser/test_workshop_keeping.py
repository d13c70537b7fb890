"""A workshop survives what may happen to a browser: no engine, no storage, another tab."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from mainstream.scoring.answers.framework import Framework
from tests.browser.conftest import OpenContext
from tests.browser.test_assess_engine import RUNTIME, missing
from tests.browser.test_assess_keeping import REFUSED_STORAGE
from tests.browser.workshop_page import WorkshopPage, codes, responses


@pytest.fixture(scope="session")
def people(framework: Framework) -> str:
    """Six people's codes, a line each."""
    return "\n".join(codes(framework, responses(framework, 6)))


@pytest.mark.real_engine
def test_without_the_engine_nothing_is_lost(page: Page, site: str, people: str) -> None:
    """The page says so; what was pasted stays, and goes in once the engine is there."""
    page.context.route(RUNTIME, missing)
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.part("paste").fill(people)
    workshop.press("paste-add")
    workshop.expect_verdict("This needs the page’s engine")
    expect(workshop.part("engine-title")).to_have_text("The page’s engine could not start here")
    expect(workshop.part("paste")).to_have_value(people)
    page.context.unroute(RUNTIME)
    workshop.press("engine-retry")
    workshop.press("paste-add")
    workshop.expect_verdict("Added 6 people’s answers.")
    expect(workshop.part("engine-failed")).to_be_hidden()


def test_where_storage_is_refused_it_says_so_and_works(
    open_fresh_context: OpenContext, site: str, people: str
) -> None:
    """Closing the page is questioned, because nothing is kept."""
    context = open_fresh_context()
    context.add_init_script(REFUSED_STORAGE)
    workshop = WorkshopPage(context.new_page(), site).open("#gather")
    workshop.paste(people)
    workshop.expect_people(6)
    workshop.go("keep")
    expect(workshop.part("keep-state")).to_contain_text("Save the workshop before you leave")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    workshop.page.once("dialog", leave)
    workshop.page.reload()
    assert asked == ["beforeunload"]


def test_switched_off_nothing_is_kept(page: Page, site: str, people: str) -> None:
    """And what was kept is gone at once."""
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.paste(people)
    assert workshop.kept is not None
    workshop.go("keep")
    page.locator("label[for=keep-switch]").click()
    assert workshop.kept is None
    expect(workshop.part("keep-state")).to_contain_text("gone when you leave")
    page.locator("label[for=keep-switch]").click()
    assert workshop.kept is not None


def test_deleting_asks_first_and_can_be_undone(page: Page, site: str, people: str) -> None:
    """The workshop is gone from the browser, and back with everyone in it."""
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.paste(people)
    before = workshop.kept
    workshop.go("keep")
    workshop.press("delete")
    expect(workshop.part("delete-title")).to_be_focused()
    workshop.press("delete-yes")
    assert workshop.kept is None
    workshop.press("notice-undo")
    assert workshop.kept == before


def test_two_tabs_show_the_same_workshop_with_a_way_back(
    open_context: OpenContext, site: str, people: str
) -> None:
    """What one adds the other shows."""
    context = open_context()
    first = WorkshopPage(context.new_page(), site).open("#gather")
    second = WorkshopPage(context.new_page(), site).open("#gather")
    first.paste(people)
    second.expect_people(6)
    expect(second.part("notice")).to_contain_text("another tab")
    second.page.locator("#plan-name").evaluate("(field) => { location.hash = 'plan' }")
    second.page.locator("#plan-name").fill("A name")
    expect(first.page.locator("#plan-name")).to_have_value("A name")
    first.expect_people(6)


def test_a_kept_workshop_of_a_newer_version_is_not_overwritten(
    page: Page, site: str, people: str
) -> None:
    """The page says that it cannot read it, and keeps it next to the new one."""
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.paste(people)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((name) => name.endsWith(":workshop:answers"));
          const newer = JSON.stringify({ ...JSON.parse(localStorage[key]), format_version: 99 });
          localStorage.setItem(key, newer);
        }"""
    )
    workshop.open("#gather")
    notice = workshop.part("notice")
    expect(notice).to_contain_text("newer version")
    workshop.paste(people)
    workshop.expect_people(6)
    kept = page.evaluate(
        "Object.keys(localStorage).filter((name) => name.includes(':workshop:answers')).length"
    )
    assert kept == 2
