"""Every tool: it opens, is filled in, gives a page, prints, and has what was typed at a reload."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from mainstream.guide import load_guide
from tests.browser.conftest import OpenContext, RunAxe
from tests.browser.editions import NARROW, TEST_ALL, WIDE
from tests.browser.tool_page import ToolPage
from tests.conftest import ROOT

CASES = [case for case in load_guide(ROOT).case_studies if case.tool]

# What is in a box that scrolls by itself, also by keyboard, may be wider than the page.
TOO_WIDE = """[...document.querySelectorAll(".tool *")]
  .filter((element) => element.checkVisibility()
    && !element.closest(".assess-scroll")
    && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""
TOO_SMALL = """[...document.querySelectorAll(
    ".tool :is(button, summary, textarea, select, .choice__label, .tool-radio, .tool-tick)")]
  .filter((element) => element.checkVisibility()
    && element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML.slice(0, 120))"""

# A case study for each kind of section, by the kind that its tool ends with.
ONE_OF_EACH_KIND = sorted(
    {case.tool.sections[-1].kind: case.id for case in CASES if case.tool}.values()
)
KINDS = ("button", "textarea")
IN_SIGHT = "(all) => all.filter((element) => element.checkVisibility()).length"


@pytest.mark.parametrize("id_", [case.id for case in CASES] if TEST_ALL else ONE_OF_EACH_KIND)
def test_a_tool_is_used_from_the_empty_sheet_to_paper(
    open_context: OpenContext, site: str, axe: RunAxe, id_: str
) -> None:
    """On a phone: filled in, a result, nothing too wide or too small, one page, a reload."""
    page = open_context(viewport=NARROW, reduced_motion="reduce").new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("window.print = () => { document.title = 'printed' }")
    tool = ToolPage(page, site, id_).open()
    expect(tool.part("page")).to_be_hidden()
    texts = tool.fill_everything()
    tool.expect_page()
    # The last may stand in a second result: what is typed while one is made waits for its turn.
    for text in texts:
        expect(tool.part("page")).to_contain_text(text)
    found = [*axe(page), *page.evaluate(TOO_WIDE), *page.evaluate(TOO_SMALL)]
    assert found == [], "\n".join(found)
    before = tool.entered

    tool.press("print")
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(tool.part("page")).to_be_visible()
    shown = page.locator("h1, h2, textarea, button, .md-header, .md-footer").filter(visible=True)
    assert shown.count() == 0
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    tool.open()
    assert tool.entered == before
    assert errors == []


def test_without_scripts_every_tool_is_a_sheet_of_paper(
    open_context: OpenContext, site: str
) -> None:
    """It says that there is no result, has every field, and no button that does nothing."""
    page = open_context(java_script_enabled=False, viewport=WIDE).new_page()
    sheet = page.locator("#sheet")
    page.goto(f"{site}case-studies/{CASES[0].id}/")
    expect(sheet.get_by_text("This page’s scripts do not run here")).to_be_visible()
    for case in CASES:
        page.goto(f"{site}case-studies/{case.id}/")
        media: Literal["screen", "print"]
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            buttons, fields = (sheet.locator(kind).evaluate_all(IN_SIGHT) for kind in KINDS)
            assert (buttons, fields >= 2) == (0, True), f"{case.id} on {media}"


def test_the_index_leads_to_every_tool_by_what_one_wants_to_do(page: Page, site: str) -> None:
    """Each tool stands under each of its purposes."""
    page.goto(f"{site}tools/")
    guide = load_guide(ROOT)
    for case in CASES:
        assert case.tool
        for purpose in case.tool.purposes:
            heading = page.locator(f"h2#{purpose}")
            expect(heading).to_have_text(next(p.title for p in guide.purposes if p.id == purpose))
            cards = heading.locator("xpath=following-sibling::div[1]")
            there = [c for c in CASES if c.tool and purpose in c.tool.purposes]
            expect(cards.locator("li")).to_have_count(len(there))
            expect(cards.get_by_role("link", name=case.tool.title)).to_be_visible()


def test_reading_a_case_study_fetches_nothing_of_the_engine(page: Page, site: str) -> None:
    """Python comes only when somebody begins to fill in the sheet."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    tool = ToolPage(page, site, CASES[0].id).open()
    tool.part("form").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/assets/runtime/" in url] == []
    with page.expect_request("**/assets/runtime/manifest.json"):
        tool.part("about").focus()
