"""What the rooms of the package import from each other, read from their source."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Imports = Mapping[str, frozenset[str]]

_NOT_ROOMS = ("__init__", "__main__", "__pycache__")


def imported(source: str) -> Iterator[str]:
    """Every module that a source imports, also within functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_of_rooms(root: Path) -> Imports:
    """For each room of the repository at `root`, the rooms that it imports."""
    package = root / "src" / "mainstream"
    rooms = imports_within(package, "mainstream")
    hooks = _imports_from((root / "hooks").glob("*.py"), "mainstream", rooms)
    return {"hooks": hooks, **rooms}


def imports_within(folder: Path, package: str) -> Imports:
    """For each folder and module of a package, those next to it that it imports."""
    inside = {
        path.stem: path
        for path in sorted(folder.iterdir())
        if path.stem not in _NOT_ROOMS and (path.is_dir() or path.suffix == ".py")
        if path.suffix or any(path.rglob("*.py"))
    }
    return {
        name: _imports_from(path.rglob("*.py") if path.is_dir() else [path], package, inside)
        - {name}
        for name, path in inside.items()
    }


def _imports_from(files: Iterable[Path], package: str, rooms: Iterable[str]) -> frozenset[str]:
    start = f"{package}."
    names = {name for path in files for name in imported(path.read_text(encoding="utf-8"))}
    found = {name.removeprefix(start).split(".")[0] for name in names if name.startswith(start)}
    return frozenset(found & set(rooms))
