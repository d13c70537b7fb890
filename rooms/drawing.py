"""Which picture is drawn from the repository, and where it stands."""

from pathlib import Path
from typing import Final

from rooms.imports import imports_of_rooms, imports_within
from rooms.picture import picture

PICTURE: Final = "docs/develop/rooms.svg"


def drawn(root: Path) -> str:
    """The picture of the repository at `root`: its rooms, then the two that hold rooms again."""
    package = root / "src" / "mainstream"
    return picture(
        {
            "The rooms": imports_of_rooms(root),
            "Inside guide": imports_within(package / "guide", "mainstream.guide"),
            "Inside scoring": imports_within(package / "scoring", "mainstream.scoring"),
        }
    )
