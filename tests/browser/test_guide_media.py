"""The guide on paper, without scripts, and in the colours that a device forces."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mainstream.guide import Guide
from tests.browser.conftest import OpenContext

CHROME = ".md-header, .md-tabs, .md-sidebar, .md-footer, .skip, dialog, .made-from"


@pytest.fixture
def enabler_address(site: str, guide: Guide) -> str:
    """The page of an enabler that has case studies."""
    enabler = next(item for item in guide.enablers if guide.case_studies_of(item.id))
    return f"{site}enablers/{enabler.id}/"


@pytest.fixture
def dark(open_context: OpenContext) -> Page:
    """A page on a device that asks for dark colours."""
    viewport = {"width": 800, "height": 1000}
    return open_context(viewport=viewport, color_scheme="dark").new_page()


@pytest.fixture
def scriptless(open_context: OpenContext) -> Page:
    """A narrow page in a browser that runs no scripts."""
    viewport = {"width": 320, "height": 640}
    return open_context(viewport=viewport, java_script_enabled=False).new_page()


def test_paper_shows_the_text_alone(dark: Page, enabler_address: str) -> None:
    """No bar, menu, foot, button or definition is printed; the text uses the whole width."""
    dark.goto(enabler_address)
    term = dark.locator("a.term").first
    term.focus()
    dark.emulate_media(media="print")
    for part in (CHROME, ".button", ".definition"):
        for element in dark.locator(part).all():
            expect(element).to_be_hidden()
    assert dark.locator("article").evaluate("element => element.getBoundingClientRect().left") < 10
    assert term.evaluate("element => getComputedStyle(element).textDecorationLine") == "none"
    expect(dark.locator(".statements li").first).to_be_visible()
    for card in dark.locator(".cards li").all():
        assert card.evaluate("element => getComputedStyle(element).breakInside") == "avoid"


def test_paper_is_light_for_a_reader_of_dark_pages(dark: Page, enabler_address: str) -> None:
    """Browsers print no backgrounds: light text would vanish."""
    dark.goto(enabler_address)
    assert _lightness(dark, "color") > 128
    dark.emulate_media(media="print")
    assert _lightness(dark, "color") < 96
    assert _lightness(dark, "backgroundColor") > 240


def _lightness(page: Page, name: str) -> float:
    """The mean of red, green and blue, 0 to 255, of a colour of the page's text."""
    colour = page.locator("body" if name == "backgroundColor" else "article p").first.evaluate(
        "(element, name) => getComputedStyle(element)[name].match(/\\d+/g).map(Number)", name
    )
    return float(sum(colour[:3])) / 3


def test_paper_names_the_address_of_a_source_elsewhere(dark: Page, site: str) -> None:
    """A reader on paper can find what a link outside the site leads to."""
    dark.goto(f"{site}sources/")
    link = dark.locator("article a[href^=http]").first
    after = "element => getComputedStyle(element, '::after').content"
    assert link.evaluate(after) == "none"
    dark.emulate_media(media="print")
    assert (link.get_attribute("href") or "?") in link.evaluate(after)


def test_without_scripts_everything_is_read_and_reached(
    scriptless: Page, enabler_address: str, guide: Guide
) -> None:
    """The menu is a list below the text, the header leads to it, and no dead control shows."""
    scriptless.goto(enabler_address)
    expect(scriptless.locator(".statements li").first).to_be_visible()
    expect(scriptless.locator("button:visible, input:visible")).to_have_count(0)
    scriptless.get_by_role("banner").get_by_role("link", name=guide.words["site"]["menu"]).click()
    menu = scriptless.locator("#site-menu")
    expect(menu).to_be_in_viewport()
    section = menu.locator("details", has=scriptless.locator("[aria-current=page]"))
    expect(section.locator("[aria-current=page]")).to_be_visible()
    menu.locator("summary", has_text=guide.words["nav"]["case_studies"]).click()
    menu.get_by_role("link", name=guide.words["nav"]["by_place"]).click()
    expect(scriptless.get_by_role("heading", level=1)).to_have_text(guide.words["index"]["places"])


def test_without_scripts_a_term_leads_to_the_glossary(
    scriptless: Page, enabler_address: str
) -> None:
    """The plain link still explains the word."""
    scriptless.goto(enabler_address)
    scriptless.locator("a.term").first.click()
    assert "/glossary/#" in scriptless.url
    expect(scriptless.locator(":target")).to_be_visible()


def test_forced_colours_keep_the_controls_and_the_current_page(
    dark: Page, enabler_address: str
) -> None:
    """Borders stand in for the backgrounds that the device takes away."""
    dark.emulate_media(forced_colors="active")
    dark.goto(enabler_address)
    canvas = dark.evaluate("getComputedStyle(document.body).backgroundColor")
    for control in dark.locator("header button:visible").all():
        border = control.evaluate("element => getComputedStyle(element).borderTopColor")
        assert border != canvas
    icon = dark.locator("header button:visible svg").first
    assert icon.evaluate("element => getComputedStyle(element).fill") != canvas


def test_without_storage_the_page_still_works(
    open_fresh_context: OpenContext, site: str, guide: Guide
) -> None:
    """A browser that refuses storage logs no error, and menu and search open."""
    context = open_fresh_context(viewport={"width": 320, "height": 640})
    context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
             Object.defineProperty(window, name, {
               get() { throw new DOMException("refused", "SecurityError"); } });"""
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site)
    words = guide.words["site"]
    page.get_by_role("button", name=words["menu"], exact=True).click()
    expect(page.get_by_role("dialog", name=words["menu"])).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name=words["search"], exact=True).click()
    page.keyboard.type("risk")
    expect(page.locator("#site-search ol > li").first).to_be_visible()
    assert errors == []


def test_no_file_of_the_site_names_another_host_to_load_from(site_folder: Path) -> None:
    """Pages load scripts, styles, fonts and images from this site alone."""
    loaded = ('src="http', "src='http", 'rel="stylesheet" href="http', "url(http", "@import")
    found = [
        f"{path.relative_to(site_folder)}: {start}"
        for pattern in ("*.html", "*.css")
        for path in site_folder.rglob(pattern)
        for start in loaded
        if start in path.read_text(encoding="utf-8")
    ]
    assert found == []
