"""What holds on every page of the built site, in light and dark, at 1280 and 320 pixels.

The first page of each folder is seen in all four looks, each of the others of its kind in one of
them, in turn; a page that is alone of its kind in two, light and wide, dark and narrow. With
`make test-all` every page is seen in all four. The pages are gone through in shares, so that
several processors can help.

That no request leaves the site's origin is seen by `open_context`, which opens each browser here.
"""

from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.conftest import OpenContext, RunAxe
from tests.browser.editions import NARROW, TEST_ALL, WIDE, Scheme

COLOURS: dict[Scheme, str] = {"light": "default", "dark": "slate"}
State = tuple[Scheme, ViewportSize]
STATES: list[State] = [(scheme, size) for scheme in COLOURS for size in (WIDE, NARROW)]
SHARES = 8

WIDER_THAN_THE_WINDOW = """[...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility()
    && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""
LANDMARKS_WITH_ONE_NAME = """() => {
  const names = [...document.querySelectorAll("nav, aside, search, [role=search]")]
    .filter((element) => element.checkVisibility())
    .map((element) => element.localName + " " + (element.getAttribute("aria-label")
      ?? document.getElementById(element.getAttribute("aria-labelledby"))?.textContent));
  return names.filter((name, index) => names.indexOf(name) !== index);
}"""


@pytest.fixture(scope="module")
def places(site_folder: Path) -> list[tuple[str, list[State]]]:
    """Every page's address, relative to the site's root, and the states to see it in."""
    folders = sorted(path.parent for path in site_folder.rglob("index.html"))
    relative = [folder.relative_to(site_folder).as_posix() for folder in folders]
    found = []
    seen: set[str] = set()
    turns = cycle(STATES)
    for place in ("" if place == "." else f"{place}/" for place in relative):
        folder = place.strip("/").rpartition("/")[0]
        if TEST_ALL or (folder and folder not in seen):
            states = STATES
        elif folder:
            states = [next(turns)]
        else:
            states = [STATES[0], STATES[-1]]
        found.append((place, states))
        seen.add(folder)
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_clean_and_stays_at_home(
    open_context: OpenContext,
    site: str,
    places: list[tuple[str, list[State]]],
    axe: RunAxe,
    share: int,
) -> None:
    """Axe, the width, the landmarks, the headings and the console give no cause to complain."""
    page = open_context(color_scheme="light", reduced_motion="reduce").new_page()
    body = page.locator("body")
    found: list[str] = []
    here = ""

    def note(problem: object) -> None:
        found.append(f"{here or 'home'}: {problem}")

    page.on("console", lambda line: note(line.text) if line.type == "error" else None)
    page.on("pageerror", note)

    for here, states in places[share::SHARES]:
        page.goto(site + here)
        if page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count():
            note("an element has a place of its own in the order of the Tab key")
        if page.locator("h1").count() != 1:
            note("there is not exactly one main heading")
        for scheme, size in states:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            expect(body).to_have_attribute("data-md-color-scheme", COLOURS[scheme])
            where = f"{scheme}, {size['width']} pixels"
            for problem in axe(page):
                note(f"{where}: {problem}")
            for element in page.evaluate(WIDER_THAN_THE_WINDOW):
                note(f"{where}: wider than the window: {element}")
            for name in page.evaluate(LANDMARKS_WITH_ONE_NAME):
                note(f"{where}: two landmarks are called {name}")
    assert found == [], "\n".join(found)
