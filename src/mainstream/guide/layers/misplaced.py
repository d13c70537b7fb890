"""The files of a layer: those that are there, are missing, or are where nothing reads them."""

from collections.abc import Iterator
from pathlib import Path

from mainstream.guide.model.layer import (
    FOLDERS,
    LISTS,
    SETTINGS,
    SINGLES,
    Layer,
    folder_of,
    stem,
)
from mainstream.guide.model.shape import is_slug, slug_of
from mainstream.guide.reading.problems import Problem, nearest, of_file

_OF_TOOLKIT = frozenset({"README.md"})  # what the toolkit itself keeps in `adaptation/`


def holds_a_layer(folder: Path) -> bool:
    """Whether anything but the toolkit's own page is in the folder of an adaptation."""
    if not folder.is_dir():
        return False
    return any(file.name not in _OF_TOOLKIT and file.name[0] != "." for file in folder.iterdir())


def files_of(root: Path, layer: Layer) -> dict[str, str]:
    """The files that are there: name in the layer, and path in its folder."""
    there = {
        name: path for name, path in layer.files.items() if (root / layer.folder / path).is_file()
    }
    for folder in FOLDERS:
        for file in sorted((root / layer.folder / folder).glob("*.yml")):
            if file.is_file() and not file.name.startswith("."):
                there[f"{folder}/{file.name}"] = f"{folder}/{file.name}"
    return there


def misplaced(root: Path, layer: Layer) -> Iterator[Problem]:
    """Files that are missing, that nothing reads, or whose name cannot be an id."""
    top = root / layer.folder
    if not top.is_dir():
        yield of_file(layer.folder, "this folder is missing")
        return
    names = files_of(root, layer)
    for name, path in layer.files.items():
        if name in layer.required and name not in names:
            yield of_file(f"{layer.folder}/{path}", "this file is missing")
    for name, path in names.items():
        if folder_of(name) in FOLDERS and not is_slug(stem(name)):
            message = "the file's name is an id: lower-case words joined by hyphens"
            yield of_file(f"{layer.folder}/{path}", message, slug_of(stem(name)))
    read = set(names.values())
    for file in sorted(file for file in top.rglob("*") if file.is_file()):
        path = file.relative_to(top).as_posix()
        if path.split("/")[0] in layer.apart and "/" in path:
            continue
        if file.suffix in (".yml", ".yaml") and path not in read and file.name[0] != ".":
            meant = _place_meant(path, layer)
            yield of_file(
                f"{layer.folder}/{path}",
                "nothing reads this file",
                f"{layer.folder}/{meant}" if meant else "",
            )


def _place_meant(path: str, layer: Layer) -> str:
    if path in (*LISTS, *SINGLES) and SETTINGS in layer.files:
        return SETTINGS  # the framework's own file has no twin in an adaptation
    near = nearest(path, layer.files.values())
    if folder_of(path) == "." or near:
        return near
    folder = nearest(folder_of(path), FOLDERS)
    return f"{folder}/{stem(path)}.yml" if folder else ""
