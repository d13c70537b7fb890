"""A glossary term explains itself in place: on hover, on focus and at a tap (WCAG 1.4.13)."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from mainstream.guide import Guide
from tests.browser.conftest import OpenContext

Opened = tuple[Page, Locator, Locator]  # the page, its first term, what explains terms


@pytest.fixture(scope="module")
def with_terms(site_folder: Path, site: str) -> str:
    """The address of a page with glossary terms."""
    pages = sorted((site_folder / "enablers").glob("*/index.html"))
    found = next(path for path in pages if "data-definition=" in path.read_text(encoding="utf-8"))
    return f"{site}{found.parent.relative_to(site_folder).as_posix()}/"


@pytest.fixture
def mouse(open_context: OpenContext, with_terms: str) -> Opened:
    """The page on a device with a mouse and a keyboard."""
    context = open_context(viewport={"width": 320, "height": 640})
    return _open(context.new_page(), with_terms)


@pytest.fixture
def touch(open_context: OpenContext, with_terms: str) -> Opened:
    """The page on a device with a touch screen."""
    context = open_context(viewport={"width": 320, "height": 640}, has_touch=True)
    return _open(context.new_page(), with_terms)


def _open(page: Page, site: str) -> Opened:
    page.goto(site)
    return page, page.locator("a.term").first, page.locator(".definition")


def _expect_explained(page: Page, term: Locator, box: Locator) -> None:
    text = term.get_attribute("data-definition") or ""
    expect(page.get_by_role("tooltip")).to_have_text(text)
    expect(term).to_have_accessible_description(text)
    expect(box).to_be_in_viewport(ratio=1)


def test_definition_shows_on_hover_and_lets_the_pointer_in(mouse: Opened) -> None:
    """The pointer can rest on the definition; away from both it goes."""
    page, term, box = mouse
    term.hover()
    _expect_explained(page, term, box)
    box.hover()
    page.wait_for_function(
        "start => performance.now() > start + 400", arg=page.evaluate("performance.now()")
    )
    expect(box).to_be_visible()
    page.mouse.move(0, 0)
    expect(box).to_have_count(0)
    expect(term).to_have_accessible_description("")


def test_definition_shows_on_focus_and_goes_at_escape(mouse: Opened) -> None:
    """Escape hides it and leaves the focus where it was; the next focus shows it again."""
    page, term, box = mouse
    term.focus()
    _expect_explained(page, term, box)
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(term).to_be_focused()
    term.blur()
    term.focus()
    expect(box).to_be_visible()
    term.blur()
    expect(box).to_have_count(0)


def test_first_tap_explains_and_the_second_follows(touch: Opened, guide: Guide) -> None:
    """The first tap keeps the reader on the page and offers the glossary."""
    page, term, box = touch
    before = page.url
    term.tap()
    _expect_explained(page, term, box)
    assert page.url == before
    more = box.get_by_role("link", name=guide.words["site"]["definition_more"])
    assert more.evaluate("link => link.href") == term.evaluate("link => link.href")
    box.get_by_role("button", name=guide.words["site"]["definition_close"]).tap()
    expect(box).to_have_count(0)
    term.tap()
    expect(box).to_be_visible()
    term.tap()
    page.wait_for_url("**/glossary/#*")


def test_a_tap_elsewhere_hides_the_definition(touch: Opened) -> None:
    """A reader who goes on does not need to find the close button."""
    page, term, box = touch
    term.tap()
    expect(box).to_be_visible()
    page.touchscreen.tap(4, 400)
    expect(box).to_have_count(0)


def test_every_definition_stays_inside_a_narrow_window(mouse: Opened) -> None:
    """At 320 pixels no definition is cut or makes the page wider, wherever its term stands."""
    page, _, box = mouse
    terms = page.locator("a.term")
    for position in range(terms.count()):
        terms.nth(position).focus()
        place = box.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 320
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert terms.count() > 0


def test_a_click_with_a_mouse_follows_the_link(mouse: Opened) -> None:
    """Who has read the definition by hovering goes on to the glossary."""
    page, term, _ = mouse
    term.click()
    page.wait_for_url("**/glossary/#*")
