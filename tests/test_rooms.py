"""Dependencies between the rooms point down only, and scoring needs the standard library alone."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rooms.imports import imported

ROOT = Path(__file__).parents[1]
PACKAGE = "mainstream"

# What each room may import of our package, besides itself.
MAY_IMPORT = {
    "hooks": {"site_build", "pages", "guide", "runtime"},
    "cli": {"combine", "pages", "guide", "scoring", "spreadsheet"},
    "contract_types": {"scoring"},
    "combine": {"scoring", "spreadsheet"},
    "site_build": {"pages", "guide"},
    "pages": {"guide", "scoring"},
    "guide": set(),
    "runtime": set(),
    "qr": {"scoring"},
    "spreadsheet": {"scoring"},
    "scoring": set(),
}

# The folders and modules of scoring, from the bottom up: each may import those before it.
SCORING = (
    *("contract", "problem", "reading", "words", "answers", "codes", "tables", "figures"),
    *("drawing", "tools", "workshop", "doors"),
)

# What the folders and modules within a room may import of it, besides themselves. A room's own
# `__init__` may import all of them.
FOLDERS: dict[str, dict[str, set[str]]] = {
    "combine": {
        "files": set(),
        "by_group": set(),
        "counting": {"by_group"},
        "tables": {"counting"},
        "combiner": {"files", "counting", "tables"},
        "telling": set(),
    },
    "scoring": {name: set(SCORING[:place]) for place, name in enumerate(SCORING)},
    "guide": {
        "reading": set(),
        "model": {"reading"},
        "checks": {"reading", "model"},
        "layers": {"reading", "model"},
        "load": {"reading", "model", "checks", "layers"},
        "new_items": {"reading", "model", "layers"},
    },
}


def rooms_in(source: str) -> set[str]:
    """The rooms of ours that a source imports from."""
    parts = [name.split(".") for name in imported(source)]
    return {name[1] for name in parts if name[0] == PACKAGE and len(name) > 1}


def sources_of(room: str) -> list[Path]:
    """The Python files of a room."""
    folder = ROOT / "hooks" if room == "hooks" else ROOT / "src" / PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def test_every_room_is_known() -> None:
    """A new one says what it may import."""
    inside = (ROOT / "src" / PACKAGE).iterdir()
    there = {path.stem for path in inside if path.is_dir() or path.suffix == ".py"}
    assert (there | {"hooks"}) - {"__init__", "__pycache__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_from_below(room: str) -> None:
    """As the table of rooms in docs/develop/ has it."""
    for path in sources_of(room):
        found = rooms_in(path.read_text(encoding="utf-8"))
        assert found <= MAY_IMPORT[room] | {room}, path


@pytest.mark.parametrize("room", FOLDERS)
def test_every_folder_of_a_room_is_known(room: str) -> None:
    """A new one says what it may import."""
    folder = ROOT / "src" / PACKAGE / room
    modules = {path.relative_to(folder).parts[0] for path in folder.rglob("*.py")}
    assert {name.removesuffix(".py") for name in modules} - {"__init__"} == set(FOLDERS[room])


@pytest.mark.parametrize(
    ("room", "folder"), [(room, folder) for room in FOLDERS for folder in FOLDERS[room]]
)
def test_a_folder_imports_only_from_below(room: str, folder: str) -> None:
    """Within a room, dependencies point one way too."""
    for path in sources_of(f"{room}/{folder}"):
        names = [name.split(".") for name in imported(path.read_text(encoding="utf-8"))]
        found = {name[2] for name in names if name[:2] == [PACKAGE, room] and len(name) > 2}
        assert found <= FOLDERS[room][folder] | {folder}, path


def test_scoring_needs_the_standard_library_alone() -> None:
    """It runs wherever Python does."""
    for path in sources_of("scoring"):
        for name in imported(path.read_text(encoding="utf-8")):
            top = name.split(".")[0]
            assert top == PACKAGE or top in sys.stdlib_module_names, f"{path}: {name}"


def test_an_import_within_a_function_is_seen() -> None:
    """As a room might hide one that points up."""
    source = (
        "def late():\n    from mainstream.pages import wheel\n    import mainstream.guide.load\n"
    )
    assert rooms_in(source) == {"pages", "guide"}


# The browser's rooms: what each may import, besides itself.
BROWSER_MAY_IMPORT: dict[str, set[str]] = {
    "common": set(),
    "kept": {"common"},
    "engine": {"common"},
    "assess": {"common", "kept", "engine"},
    "workshop": {"common", "kept", "engine"},
    "tools": {"common", "kept", "engine"},
    "guide": {"common"},
}

BROWSER = ROOT / "browser"

# Also the types that a comment imports, and modules that are loaded late.
MODULE = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")


def modules_imported(script: Path) -> Iterator[Path]:
    """Every file of ours that a script imports, or whose types it names."""
    for address in MODULE.findall(script.read_text(encoding="utf-8")):
        yield (script.parent / address).resolve()


def test_every_room_of_the_browser_is_known() -> None:
    """A new one says what it may import."""
    assert {path.name for path in BROWSER.iterdir() if path.is_dir()} == set(BROWSER_MAY_IMPORT)


@pytest.mark.parametrize("room", BROWSER_MAY_IMPORT)
def test_a_room_of_the_browser_imports_only_from_below(room: str) -> None:
    """Above all, a page loads nothing that is another page's."""
    allowed = BROWSER_MAY_IMPORT[room] | {room}
    for script in sorted((BROWSER / room).rglob("*.js")):
        for module in modules_imported(script):
            is_there = module.is_file() or module.with_suffix(".d.ts").is_file()
            assert is_there, f"{script} imports {module}"
            relative = module.relative_to(BROWSER)
            assert len(relative.parts) == 1 or relative.parts[0] in allowed, script


IMPORTED = re.compile(r"""^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];""", re.MULTILINE)
# Scripts in a folder of a page that join its other folders; other pages have theirs at their root.
JOINING = {"tools/sheet/tool.js"}


@pytest.mark.parametrize("page", ["assess", "tools", "workshop"])
def test_a_part_of_a_page_imports_no_other_part(page: str) -> None:
    """What several need is at the page's root. A part may name the types of what it is given."""
    root = BROWSER / page
    across = [
        f"{script.relative_to(BROWSER)} imports {module.relative_to(BROWSER)}"
        for script in sorted(root.rglob("*.js"))
        if script.parent != root and str(script.relative_to(BROWSER)) not in JOINING
        for address in IMPORTED.findall(script.read_text(encoding="utf-8"))
        if (module := (script.parent / address).resolve()).is_relative_to(root)
        if module.parent != root
        if not module.is_relative_to(root / script.relative_to(root).parts[0])
    ]
    assert across == []


def test_every_kind_of_import_in_a_script_is_seen() -> None:
    """Written on one line or several, late, and in a comment for its types."""
    source = """
    import { a } from "../one.js";
    import {
      b,
    } from "../two.js";
    import("../three.js");
    /** @typedef {import("../four.js").Four} Four */
    """
    assert MODULE.findall(source) == ["../one.js", "../two.js", "../three.js", "../four.js"]
