"""A guide as small as the rules allow, for tests to break."""

import shutil
from pathlib import Path

import pytest

MINIMAL = Path(__file__).parent / "minimal"


def lay_minimal_content(root: Path) -> None:
    """Put the minimal content below `root`."""
    shutil.copytree(MINIMAL, root, dirs_exist_ok=True)


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A folder of its own with the minimal content."""
    lay_minimal_content(tmp_path)
    return tmp_path
