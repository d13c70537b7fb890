"""The menu, the search and the choice of colours, by keyboard alone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from mainstream.guide import Guide
from tests.browser.conftest import OpenContext, RunAxe

WIDE, NARROW = 1280, 320
FOCUSED = "*:focus"
# Rendered, inside the window, and not below something else: the middle of its first box is its own
# (WCAG 2.4.11), or the whole box is the browser's to scroll to.
FOCUS_IS_SEEN = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return true;
  if (!focused.checkVisibility()) return false;
  const box = focused.getClientRects()[0];
  if (!box) return false;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return top !== null && (focused.contains(top) || top.contains(focused));
}"""


@pytest.fixture
def narrow(open_context: OpenContext, site: str) -> Page:
    """The home page at 320 pixels, or 1280 at 400 % zoom."""
    return _home(open_context, site, NARROW)


@pytest.fixture
def wide(open_context: OpenContext, site: str) -> Page:
    """The home page at 1280 pixels."""
    return _home(open_context, site, WIDE)


def _home(open_context: OpenContext, site: str, width: int) -> Page:
    context = open_context(
        viewport={"width": width, "height": 640}, reduced_motion="reduce", color_scheme="light"
    )
    page = context.new_page()
    page.goto(site)
    return page


def _tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus; each stop on the way must be in view."""
    for _ in range(150):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_SEEN), page.evaluate("document.activeElement.outerHTML")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not reach {target}")


def test_first_tab_offers_to_skip_to_the_text(narrow: Page, site: str, guide: Guide) -> None:
    """The skip link stands first on a page with and without a list of its headings."""
    for place in ("", f"enablers/{guide.enablers[0].id}/", "glossary/", "assess/"):
        narrow.goto(site + place)
        narrow.keyboard.press("Tab")
        expect(narrow.locator(FOCUSED)).to_have_text(guide.words["site"]["skip"])
        expect(narrow.locator(FOCUSED)).to_be_in_viewport(ratio=1)
        narrow.keyboard.press("Enter")
        narrow.keyboard.press("Tab")
        assert narrow.evaluate("document.activeElement.closest('article') !== null"), place


def test_menu_opens_takes_the_focus_and_gives_it_back(narrow: Page, guide: Guide) -> None:
    """The button says whether the menu is open; Escape and the close button both close it."""
    words = guide.words["site"]
    button = narrow.get_by_role("button", name=words["menu"], exact=True)
    menu = narrow.get_by_role("dialog", name=words["menu"])
    for close in ("Escape", "Enter"):  # Enter presses the close button, which has the focus
        _tab_to(narrow, button)
        expect(button).to_have_attribute("aria-expanded", "false")
        narrow.keyboard.press("Enter")
        expect(menu).to_be_visible()
        expect(narrow.locator("[data-opens=site-menu]")).to_have_attribute("aria-expanded", "true")
        expect(menu.get_by_role("button", name=words["close_menu"])).to_be_focused()
        narrow.keyboard.press(close)
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()
        narrow.reload()


def test_focus_stays_in_the_open_menu(narrow: Page, guide: Guide) -> None:
    """What lies below the open menu cannot be reached."""
    narrow.get_by_role("button", name=guide.words["site"]["menu"], exact=True).press("Enter")
    for _ in range(40):
        narrow.keyboard.press("Tab")
        assert narrow.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('#site-menu') !== null"
        )


def test_closed_menu_and_search_hold_no_focus(narrow: Page, guide: Guide) -> None:
    """Walking a whole page by Tab meets only what can be seen."""
    last = narrow.get_by_role("link", name=guide.words["nav"]["accessibility"])
    _tab_to(narrow, last)


def test_from_the_menu_to_an_enabler_to_its_case_study(
    narrow: Page, site: str, guide: Guide
) -> None:
    """The main path of a reader, at 320 pixels, with the keyboard alone."""
    case = next(case for case in guide.case_studies if case.enablers)
    enabler = guide.enabler(case.enablers[0])
    words = guide.words
    _tab_to(narrow, narrow.get_by_role("button", name=words["site"]["menu"], exact=True))
    narrow.keyboard.press("Enter")
    menu = narrow.locator("#site-menu")
    _tab_to(narrow, menu.locator("summary", has_text=words["nav"]["enablers"]))
    narrow.keyboard.press("Enter")
    _tab_to(narrow, menu.get_by_role("link", name=enabler.title, exact=True))
    narrow.keyboard.press("Enter")
    narrow.wait_for_url(f"{site}enablers/{enabler.id}/")
    _tab_to(narrow, narrow.locator(".cards").get_by_role("link", name=case.title, exact=True))
    narrow.keyboard.press("Enter")
    narrow.wait_for_url(f"{site}case-studies/{case.id}/")
    expect(narrow.get_by_role("heading", level=1)).to_have_text(case.title)


def test_a_reader_goes_from_home_to_statements_to_a_case_study(
    wide: Page, site: str, guide: Guide
) -> None:
    """Home, a part of the wheel, the enabler's statements, a place that did it."""
    case = next(case for case in guide.case_studies if case.enablers)
    enabler = guide.enabler(case.enablers[0])
    wide.get_by_role("main").get_by_role("link", name=f"{enabler.number}. ").first.click()
    wide.wait_for_url(f"{site}enablers/{enabler.id}/")
    contents = wide.get_by_role("navigation", name=guide.words["site"]["on_this_page"])
    contents.get_by_role("link", name=guide.words["enabler"]["statements"]).click()
    statements = wide.locator(".statements li")
    expect(statements).to_have_count(len(enabler.statements))
    expect(statements.first).to_be_in_viewport()
    wide.locator(".cards").get_by_role("link", name=case.title, exact=True).click()
    wide.wait_for_url(f"{site}case-studies/{case.id}/")
    expect(wide.get_by_role("heading", level=1)).to_have_text(case.title)


def test_menus_say_where_the_reader_is(wide: Page, site: str, guide: Guide) -> None:
    """The current page is marked in its section, and its section among the parts of the site."""
    sections = wide.get_by_role("navigation", name=guide.words["site"]["sections"])
    enabler = guide.enablers[0]
    wide.goto(f"{site}enablers/{enabler.id}/")
    beside = wide.get_by_role("navigation", name=guide.words["nav"]["enablers"])
    expect(beside.locator("[aria-current=page]")).to_have_text(enabler.title)
    expect(sections.locator("[aria-current=true]")).to_have_text(guide.words["nav"]["enablers"])
    wide.goto(f"{site}case-studies/{guide.case_studies[0].id}/")
    expect(sections.locator("[aria-current=true]")).to_have_text(guide.words["nav"]["case_studies"])


@pytest.mark.parametrize("asked", ["procurement", "We cannot get procurement on board"])
def test_search_finds_an_enabler_by_a_practitioners_words(
    narrow: Page, site: str, guide: Guide, asked: str
) -> None:
    """By keyboard: open the search, type, walk to an enabler among the first pages, open it."""
    words = guide.words["site"]
    _tab_to(narrow, narrow.get_by_role("button", name=words["search"], exact=True))
    narrow.keyboard.press("Enter")
    expect(narrow.get_by_label(words["search_label"])).to_be_focused()
    narrow.keyboard.type(asked)
    # The list follows each key, so it is looked at once the whole question has been asked.
    expect(narrow.locator("#site-search [role=status]")).not_to_be_empty()
    found = narrow.locator("#site-search ol > li:nth-child(-n+5) > a")
    first_enabler = found.and_(narrow.locator("[href*='/enablers/']")).first
    _tab_to(narrow, first_enabler)
    narrow.keyboard.press("Enter")
    narrow.wait_for_url("**/enablers/*/")


def test_search_says_how_many_pages_it_found(wide: Page, guide: Guide) -> None:
    """A status tells people who do not see the list; Enter leads to its first page."""
    words = guide.words["site"]
    wide.get_by_role("button", name=words["search"], exact=True).click()
    search = wide.get_by_role("dialog", name=words["search"])
    wide.keyboard.type("zzzz")
    expect(search.get_by_role("status")).to_have_text(words["search_none"])
    wide.get_by_label(words["search_label"]).fill(guide.enablers[0].title)
    links = search.locator("ol > li > a")
    expect(links.first).to_be_visible()
    expect(search.get_by_role("status")).to_have_text(
        words["search_found"]["other"].format(count=links.count())
    )
    wide.get_by_label(words["search_label"]).press("Enter")
    expect(links.first).to_be_focused()


def test_search_says_when_it_cannot_be_loaded(wide: Page, site: str, guide: Guide) -> None:
    """A missing index gives a message, and the search works once the index is back."""
    words = guide.words["site"]
    index = f"{site}search/search_index.json"
    wide.route(index, lambda route: route.fulfill(status=404))
    wide.get_by_role("button", name=words["search"], exact=True).click()
    search = wide.get_by_role("dialog", name=words["search"])
    expect(search.get_by_role("status")).to_have_text(words["search_failed"])
    wide.unroute(index)
    wide.keyboard.type("risk")
    expect(search.locator("ol > li > a").first).to_be_visible()


def test_no_page_loads_the_search_before_it_is_opened(wide: Page, site: str, guide: Guide) -> None:
    """The index is larger than a page; only those who search download it."""
    asked: list[str] = []
    wide.on("request", lambda request: asked.append(request.url))
    wide.goto(site, wait_until="networkidle")
    assert not [url for url in asked if "search_index" in url or "/workers/" in url]
    with wide.expect_request("**/search_index.json"):
        wide.get_by_role("button", name=guide.words["site"]["search"], exact=True).click()


def test_open_dialogs_are_clean(narrow: Page, guide: Guide, axe: RunAxe) -> None:
    """Axe finds nothing in the open menu, the search with its results and the colours."""
    words = guide.words["site"]
    narrow.get_by_role("button", name=words["menu"], exact=True).click()
    narrow.locator("#site-menu summary").first.click()
    assert axe(narrow) == []
    narrow.keyboard.press("Escape")
    narrow.get_by_role("button", name=words["search"], exact=True).click()
    narrow.keyboard.type("trust")
    expect(narrow.locator("#site-search ol > li").first).to_be_visible()
    assert axe(narrow) == []
    narrow.keyboard.press("Escape")
    narrow.get_by_role("button", name=words["colours"], exact=True).click()
    assert axe(narrow) == []


def test_colours_are_chosen_by_keyboard_and_kept(narrow: Page, guide: Guide) -> None:
    """The radios say what is chosen; the choice survives a new page load."""
    button = narrow.get_by_role("button", name=guide.words["site"]["colours"], exact=True)
    body = narrow.locator("body")
    button.press("Enter")
    chosen = narrow.locator("#site-colours input:checked")
    _tab_to(narrow, chosen)
    narrow.keyboard.press("ArrowDown")
    narrow.keyboard.press("ArrowDown")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    narrow.keyboard.press("Enter")
    expect(narrow.locator("#site-colours")).to_be_hidden()
    narrow.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    button.press("Enter")
    expect(chosen).to_have_attribute("data-md-color-scheme", "slate")


def test_single_letters_do_nothing(wide: Page, site: str, guide: Guide) -> None:
    """Speech input types letters by accident: they must not turn pages (WCAG 2.1.4)."""
    enabler = f"{site}enablers/{guide.enablers[3].id}/"
    wide.goto(enabler)
    for letter in "pn,.fs/":
        wide.keyboard.press(letter)
    expect(wide.locator("dialog[open]")).to_have_count(0)
    assert wide.url == enabler


def test_focus_ring_has_two_colours(wide: Page) -> None:
    """One of the two stands out from any background; forced colours have the system's own."""
    button = wide.locator("[data-opens=site-search]")
    _tab_to(wide, button)
    style = button.evaluate(
        "element => { const {outlineStyle, outlineColor, boxShadow} = getComputedStyle(element);"
        " return [outlineStyle, outlineColor, boxShadow]; }"
    )
    assert style[0] == "solid"
    assert style[2] != "none"
    assert style[1] not in style[2]
    wide.emulate_media(forced_colors="active")
    assert button.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


def test_menu_closes_when_the_window_grows(narrow: Page, guide: Guide) -> None:
    """Where the menu's button goes away, no dialog is left over the page."""
    narrow.get_by_role("button", name=guide.words["site"]["menu"], exact=True).click()
    expect(narrow.locator("#site-menu")).to_be_visible()
    narrow.set_viewport_size({"width": WIDE, "height": 640})
    expect(narrow.locator("#site-menu")).to_be_hidden()
