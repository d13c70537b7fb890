"""Tools for everyone: dark, wide, the keyboard alone, forced colours, the index with sheets."""

from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import OpenContext, RunAxe
from tests.browser.editions import NARROW, WIDE
from tests.browser.test_tools import ONE_OF_EACH_KIND, TOO_SMALL, TOO_WIDE
from tests.browser.tool_page import ToolPage


@pytest.mark.parametrize("id_", ONE_OF_EACH_KIND)
def test_a_filled_sheet_is_clean_in_dark_and_wide(
    open_context: OpenContext, site: str, axe: RunAxe, id_: str
) -> None:
    """Axe finds nothing, and nothing is wider than the page or too small to touch."""
    page = open_context(viewport=WIDE, color_scheme="dark", reduced_motion="reduce").new_page()
    tool = ToolPage(page, site, id_).open()
    tool.fill_everything()
    tool.expect_page()
    found = [*axe(page), *page.evaluate(TOO_WIDE), *page.evaluate(TOO_SMALL)]
    tool.press("clear")
    expect(tool.part("notice")).to_be_visible()
    assert [*found, *axe(page)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
def test_the_index_with_sheets_is_clean_and_fits(
    open_context: OpenContext,
    site: str,
    axe: RunAxe,
    scheme: Literal["light", "dark"],
    size: ViewportSize,
) -> None:
    """Also while it asks whether to delete them."""
    page = open_context(viewport=size, color_scheme=scheme, reduced_motion="reduce").new_page()
    tool = ToolPage(page, site, "oldham-model").open()
    tool.part("about").fill("A title with averyveryverylongwordthatneverends" * 3)
    page.goto(f"{site}tools/#your-sheets")
    expect(page.locator('#sheets [data-part="list"] a')).to_be_visible()
    page.locator('#sheets [data-part="delete"]').click()
    assert [*axe(page), *page.evaluate(TOO_WIDE), *page.evaluate(TOO_SMALL)] == []


def test_the_keyboard_alone_gets_from_the_index_to_a_printed_page(page: Page, site: str) -> None:
    """Tab, arrows, Space and Enter: a tool, its answers, its rows, its result."""
    page.add_init_script("window.print = () => { document.title = 'printed' }")

    def tab_to(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    page.goto(f"{site}tools/")
    tab_to('.md-content a[href$="gateshead-four-rules/#tool"]')
    page.keyboard.press("Enter")
    expect(page.locator("#sheet.is-scripted")).to_be_attached()
    tab_to("#sheet-about")
    page.keyboard.insert_text("Lend a phone")
    tab_to('[data-field="rules.legal.answer"]')
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#sheet-rules-legal-answer-no")).to_be_checked()
    expect(page.locator(".tool-verdict").first).to_contain_text("Pause")
    tab_to('[data-part="now"] a')
    page.keyboard.press("Enter")
    tab_to('[data-part="print"]')
    page.keyboard.press("Enter")
    expect(page).to_have_title("printed")


def test_adding_and_removing_a_row_keeps_the_focus_near(page: Page, site: str) -> None:
    """On the new row's first field; on the row that took the place of the removed one."""
    tool = ToolPage(page, site, "oldham-system-conditions").open()
    tool.cell(1, "what").fill("Forms twice")
    tool.add_row()
    expect(tool.cell(2, "what")).to_be_focused()
    tool.row(1).locator('[data-part="row-remove"]').focus()
    page.keyboard.press("Enter")
    expect(tool.row(1).locator('[data-part="row-name"]')).to_be_focused()
    expect(tool.part("notice")).to_contain_text("Removed: Block 1.")
    tool.press("notice-undo")
    expect(tool.cell(1, "what")).to_have_value("Forms twice")


def test_a_new_verdict_is_read_out(page: Page, site: str) -> None:
    """Whoever does not see the page hears what has changed, once."""
    tool = ToolPage(page, site, "gateshead-four-rules").open()
    tool.answer("rules.legal.answer", "yes")
    tool.expect_verdict("1 of 4 answered")
    tool.answer("rules.necessary.answer", "no")
    tool.expect_verdict("Pause")
    expect(tool.part("status")).to_have_text("Pause")


def test_forced_colours_tell_the_verdicts_apart(open_context: OpenContext, site: str) -> None:
    """Each has a sign of its own before its words."""
    page = open_context(forced_colors="active", viewport=WIDE).new_page()
    tool = ToolPage(page, site, "gateshead-four-rules").open()
    signs = []
    for answer in ("yes", "not-sure", "no"):
        tool.answer("rules.legal.answer", answer)
        tone = {"yes": "open", "not-sure": "ask", "no": "pause"}[answer]
        verdict = page.locator(f".tool-verdict--{tone} .tool-verdict__title")
        expect(verdict).to_be_visible()
        signs.append(verdict.evaluate("(line) => getComputedStyle(line, '::before').content"))
    assert len(set(signs)) == 3


def test_the_empty_sheet_prints_while_another_is_filled_in(page: Page, site: str) -> None:
    """What was entered is back afterwards."""
    page.add_init_script(
        "window.print = () => { document.title = document.querySelector('#sheet-about').value; }"
    )
    tool = ToolPage(page, site, "gateshead-four-rules").open()
    tool.part("about").fill("Lend a phone")
    tool.press("print-blank")
    expect(page).to_have_title("")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(tool.part("about")).to_have_value("Lend a phone")
    assert [sheet["title"] for sheet in tool.kept] == ["Lend a phone"]
