"""What the browser tests share: the built site, and watchers that fail a test."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from mainstream.guide import Guide, load_guide
from mainstream.scoring.answers.framework import Framework
from tests.browser.editions import TOOLKIT, Edition
from tests.browser.serving import serve_folder
from tests.browser.stand_in import StandIn
from tests.conftest import ROOT
from tests.profiles import Profiles

OpenContext = Callable[..., BrowserContext]
RunAxe = Callable[[Page], list[str]]

# Python starts within seconds; on a busy machine it may take longer. In milliseconds.
expect.set_options(timeout=20_000)

_LOCAL_SCHEMES = {"blob", "data"}
_EVERYDAY: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 900},
    "color_scheme": "light",
}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toolkit's built site: the folder named in MAINSTREAM_SITE, or one built for now."""
    given = os.environ.get("MAINSTREAM_SITE")
    if given:
        return (ROOT / given).resolve()
    folder = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        check=True,
    )
    return folder


@pytest.fixture(scope="session")
def stand_in() -> StandIn:
    """What answers the pages instead of Pyodide, but in tests marked `real_engine`."""
    return StandIn()


@pytest.fixture(autouse=True)
def engine(request: pytest.FixtureRequest, stand_in: StandIn) -> None:
    """Give the test's pages the engine that it asks for."""
    stand_in.in_use = request.node.get_closest_marker("real_engine") is None


@pytest.fixture(scope="session")
def edition(request: pytest.FixtureRequest, stand_in: StandIn) -> Iterator[Edition]:
    """The site that the tests go through: the toolkit's own, or the example that a test names.

    It is served below a path prefix. `make examples` builds the examples.
    """
    name: str = getattr(request, "param", TOOLKIT)
    if name == TOOLKIT:
        folder: Path = request.getfixturevalue("site_folder")
    else:
        folder = ROOT / "build" / "examples" / name
        assert folder.is_dir(), "build the examples first: make examples"
    with serve_folder(folder, stand_in=stand_in) as served:
        yield Edition(name, _guide(name), folder, served)


@cache
def _guide(name: str) -> Guide:
    return load_guide(ROOT, "adaptation" if name == TOOLKIT else f"examples/{name}")


@pytest.fixture(scope="session")
def site(edition: Edition) -> str:
    """The site's address; it ends in a slash."""
    return edition.site


@pytest.fixture(scope="session")
def framework(edition: Edition) -> Framework:
    """The framework of the site's pages."""
    return edition.framework


@pytest.fixture
def watch(site: str) -> Iterator[Callable[[Request], None]]:
    """Hears of a page's requests; none of them may leave the site's origin."""
    strayed: list[str] = []
    origin = urlsplit(site).netloc

    def hear(request: Request) -> None:
        target = urlsplit(request.url)
        if target.scheme not in _LOCAL_SCHEMES and target.netloc != origin:
            strayed.append(request.url)

    yield hear
    assert strayed == [], "requests left the site's origin"


@pytest.fixture
def open_context(
    profiles: Profiles, watch: Callable[[Request], None], site: str
) -> Iterator[OpenContext]:
    """Opens a browser profile in which nothing is kept for the site; its requests are watched.

    A test must not change what holds for all pages of the profile.
    """
    origin = urlsplit(site)._replace(path="").geturl()
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        context = profiles.take(origin, **options)
        context.on("request", watch)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.remove_listener("request", watch)
        profiles.give_back(context)


@pytest.fixture
def open_fresh_context(browser: Browser, watch: Callable[[Request], None]) -> Iterator[OpenContext]:
    """Opens a watched profile that has fetched nothing yet, and that a test may change."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        context = browser.new_context(**options)
        context.on("request", watch)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def page(
    request: pytest.FixtureRequest, open_context: OpenContext, open_fresh_context: OpenContext
) -> Iterator[Page]:
    """One page at 1280 by 900 in light colours; an error in its scripts fails the test.

    Nothing is kept there for the site. A test of the real engine gets a fresh profile, which it
    may change.
    """
    real = request.node.get_closest_marker("real_engine") is not None
    opened = (open_fresh_context if real else open_context)(**_EVERYDAY).new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert errors == [], "the page's scripts had errors"


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The script of axe, to evaluate in a page: the page's own policy does not admit it."""
    script = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    return script.read_text(encoding="utf-8") + "\n;undefined"


@pytest.fixture(scope="session")
def axe(axe_source: str) -> RunAxe:
    """Runs axe on a page; gives one line for each violation, with the elements it is about."""

    def run(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe_source)
        violations = page.evaluate(
            # Without `preload` axe does not fetch and parse every style sheet once more, for a rule
            # that is off unless asked for.
            "axe.run(document, {resultTypes: ['violations'], preload: {assets: ['media']}})"
            ".then((found) => found.violations)"
        )
        return [
            f"{violation['id']}: {node['html'][:160]} ({node['failureSummary']})"
            for violation in violations
            for node in violation["nodes"]
        ]

    return run
