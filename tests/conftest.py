"""What every room's tests share: the real content, a Chromium, and the order of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from mainstream.guide import Guide, load_guide
from mainstream.runtime import build
from tests.chromium import SHORT_LIVED, launch_chromium
from tests.profiles import Profiles

ROOT = Path(__file__).parents[1]
_SLOW_ROOMS = ("runtime", "pyodide", "browser")

# A property holds or it does not; how long that takes on a busy machine is not part of it.
settings.register_profile("toolkit", deadline=None)
settings.load_profile("toolkit")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the fast rooms first, so that a simple mistake shows within seconds."""

    def slowness(item: pytest.Item) -> int:
        room = item.path.relative_to(ROOT / "tests").parts[0]
        return _SLOW_ROOMS.index(room) + 1 if room in _SLOW_ROOMS else 0

    items.sort(key=slowness)


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide as it is in this repository."""
    return load_guide(ROOT)


@pytest.fixture(scope="session")
def runtime() -> Path:
    """The runtime, built from this repository's package where the site's own build puts it."""
    output = ROOT / "build" / "runtime"
    package = ROOT / "src" / "mainstream"
    build(output, node_modules=ROOT / "node_modules", package=package)
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One real Chromium for all the tests."""
    with sync_playwright() as playwright:
        chromium = launch_chromium(playwright, SHORT_LIVED)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[Profiles]:
    """The browser's profiles, which tests hand on to each other."""
    opened = Profiles(browser)
    yield opened
    opened.close()
