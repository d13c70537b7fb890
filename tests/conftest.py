"""What every room's tests share: the real content, and the order in which tests run."""

from pathlib import Path

import pytest

from mainstream.guide import Guide, load_guide

ROOT = Path(__file__).parents[1]
_SLOW_ROOMS = ("runtime", "pyodide", "browser")


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
