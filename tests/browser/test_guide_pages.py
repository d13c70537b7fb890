"""What holds on every page of the built site, in light and dark, at 1280 and 320 pixels."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

Scheme = Literal["light", "dark"]
WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}  # 1280 pixels at 400 % zoom

AXE_REPORT = """axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) =>
    `${id}: ${html.slice(0, 200)} ${failureSummary}`)))"""
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
def addresses(site_folder: Path) -> list[str]:
    """Every page's address, relative to the site's root."""
    folders = sorted(path.parent for path in site_folder.rglob("index.html"))
    relative = [folder.relative_to(site_folder).as_posix() for folder in folders]
    return ["" if address == "." else f"{address}/" for address in relative]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """The colours that the device asks for."""
    value: Scheme = request.param
    return value


@pytest.fixture
def page(browser: Browser, scheme: Scheme) -> Iterator[Page]:
    """A page in a fresh browser profile."""
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_every_page_is_clean_and_stays_at_home(
    page: Page, site: str, addresses: list[str], axe_source: str, scheme: Scheme
) -> None:
    """Axe finds nothing, nothing is wider than the window, nothing is asked of another origin,
    no error is logged, and each landmark has its own name."""
    found: list[str] = []
    here = ""

    def note(problem: str) -> None:
        found.append(f"{here or 'home'}: {problem}")

    def watch(url: str) -> None:
        origin = urlsplit(site)
        if urlsplit(url).scheme in ("http", "https") and not url.startswith(site):
            note(f"asks {origin.netloc != urlsplit(url).netloc and 'elsewhere'}: {url}")

    page.on("request", lambda request: watch(request.url))
    page.on("console", lambda line: note(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: note(str(error)))

    for here in addresses:
        page.set_viewport_size(WIDE)
        page.goto(site + here)
        page.evaluate(axe_source)
        assert page.evaluate("document.body.dataset.mdColorScheme") == (
            "slate" if scheme == "dark" else "default"
        )
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            where = f"{size['width']} pixels"
            for problem in _list(page.evaluate(AXE_REPORT)):
                note(f"{where}: {problem}")
            for element in _list(page.evaluate(WIDER_THAN_THE_WINDOW)):
                note(f"{where}: wider than the window: {element}")
            for name in _list(page.evaluate(LANDMARKS_WITH_ONE_NAME)):
                note(f"{where}: two landmarks are called {name}")
        if page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count():
            note("an element has a place of its own in the order of the Tab key")
        if page.locator("h1").count() != 1:
            note("there is not exactly one main heading")
    assert found == []


def _list(value: Any) -> list[str]:
    return [str(item) for item in value]
