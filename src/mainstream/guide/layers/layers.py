"""Reads a layer: a folder of content files made into checked items, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from mainstream.guide.model.kinds import (
    CASE_STUDIES,
    ENABLERS,
    FOLDERS,
    FRAMEWORK,
    ITEM_LISTS,
    PLACES,
    PURPOSES,
    SETTINGS,
    SHAPES,
    SOURCES,
    THEMES,
    Layer,
)
from mainstream.guide.model.model import ID_OF_FILE, PATH_OF_FILE
from mainstream.guide.model.shape import is_slug, shaped, slug_of
from mainstream.guide.reading.document import Document
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.read_document import read_document
from mainstream.guide.reading.references import KnownIds

_KIND_OF_LIST = {PLACES: "place", THEMES: "theme", PURPOSES: "purpose", SOURCES: "source"}
_KIND_OF_FOLDER = {ENABLERS: "enabler", CASE_STUDIES: "case study"}
_LEVELS = {FRAMEWORK: "levels", SETTINGS: "levels"}


@dataclass
class Items:
    """The items of a layer, by id; a file that is not there gives none."""

    single: dict[str, Any] = field(default_factory=dict)  # framework, words, settings: by name
    by_file: dict[str, dict[str, Any]] = field(default_factory=dict)  # enablers … glossary: by id

    def of(self, name: str) -> dict[str, Any]:
        """The items of a folder or a list."""
        return self.by_file.setdefault(name, {})


@dataclass(frozen=True)
class Reading:
    """A layer's documents, by their name in it, and what kept others from being read."""

    layer: Layer
    documents: Mapping[str, Document]
    names: tuple[str, ...]  # of the files that are there, also where one could not be read
    problems: tuple[Problem, ...]

    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of each kind of item; a kind with an unreadable id, or without a file, is out."""
        by_kind = {
            kind: frozenset(stem(name) for name in self.names if folder_of(name) == folder)
            for folder, kind in _KIND_OF_FOLDER.items()
        }
        for name, kind in _KIND_OF_LIST.items():
            if name in self.documents:
                found = _ids_in(self.documents[name].data)
                if found is not None:
                    by_kind[kind] = found
        for name, key in _LEVELS.items():
            if name in self.documents:
                for _, levels in self.documents[name].find(key):
                    found = _ids_in(levels)
                    if found is not None:
                        by_kind["level"] = found
        return by_kind

    def retired(self) -> dict[str, str]:
        """Old ids and those that took their place, as the framework or the settings have them."""
        pairs: dict[str, str] = {}
        for name in _LEVELS:
            if name in self.documents:
                for _, found in self.documents[name].find("retired"):
                    if isinstance(found, dict):
                        pairs |= {old: new for old, new in found.items() if isinstance(new, str)}
        return pairs

    def items(self, known: KnownIds) -> tuple[Items, list[Problem]]:
        """Every document as items of its shape; those with problems are left out."""
        items, problems = Items(), []
        for name, document in self.documents.items():
            made, found = shaped(document, _with_origin(name, document), _shape(name), known)
            problems += found
            if found:
                continue
            if folder_of(name) in FOLDERS:
                items.of(folder_of(name))[stem(name)] = made
            elif name in ITEM_LISTS:
                items.of(name).update((item.id, item) for item in made)
            else:
                items.single[name] = made
        return items, problems


def read_layer(root: Path, layer: Layer) -> Reading:
    """Read every file of a layer below `root`."""
    problems = list(_misplaced(root, layer))
    documents: dict[str, Document] = {}
    names = _names(root, layer)
    for name, file in names.items():
        path = f"{layer.folder}/{file}"
        try:
            raw = (root / path).read_bytes()
        except OSError as error:
            problems.append(of_file(path, f"this file could not be read: {error.strerror}"))
            continue
        document, found = read_document(path, raw)
        problems += found
        if document:
            documents[name] = document
    return Reading(layer, documents, tuple(names), tuple(problems))


def stem(name: str) -> str:
    """The id that a file's name gives."""
    return PurePosixPath(name).stem


def folder_of(name: str) -> str:
    """The folder of a file, `.` for one that stands in none."""
    return str(PurePosixPath(name).parent)


def of_file(path: str, message: str, suggestion: str = "") -> Problem:
    """A problem with a file as a whole."""
    return Problem(path, 1, 1, "", message, suggestion)


def _names(root: Path, layer: Layer) -> dict[str, str]:
    """The files that are there: name in the layer, and path in its folder."""
    there = {
        name: path for name, path in layer.files.items() if (root / layer.folder / path).is_file()
    }
    for folder in FOLDERS:
        for file in sorted((root / layer.folder / folder).glob("*.yml")):
            if file.is_file() and not file.name.startswith("."):
                there[f"{folder}/{file.name}"] = f"{folder}/{file.name}"
    return there


def _misplaced(root: Path, layer: Layer) -> Iterator[Problem]:
    """Files that are missing, that nothing reads, or that have a name which is no id."""
    top = root / layer.folder
    if not top.is_dir():
        yield of_file(layer.folder, "this folder is missing")
        return
    names = _names(root, layer)
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
    if path in SHAPES and SETTINGS in layer.files:
        return SETTINGS  # the framework's own file has no twin in an adaptation
    near = nearest(path, layer.files.values())
    if folder_of(path) == "." or near:
        return near
    folder = nearest(folder_of(path), FOLDERS)
    return f"{folder}/{stem(path)}.yml" if folder else ""


def _ids_in(items: Any) -> frozenset[str] | None:
    """The ids of a list's items; a bare text is an id itself."""
    if not isinstance(items, tuple):
        return None
    ids = [item.get("id") if isinstance(item, dict) else item for item in items]
    return frozenset(map(str, ids)) if all(isinstance(id_, str) for id_ in ids) else None


def _shape(name: str) -> Any:
    return SHAPES.get(name) or FOLDERS[folder_of(name)]


def _with_origin(name: str, document: Document) -> Any:
    """A document's data, with the path of its file in each item and the id that the name gives."""
    data = document.data
    origin = {PATH_OF_FILE: document.path}
    if folder_of(name) in FOLDERS:
        return _joined(data, origin | {ID_OF_FILE: stem(name)})
    if name in _LEVELS and isinstance(data, dict):
        levels = data.get("levels")
        if isinstance(levels, tuple):
            data = data | {"levels": tuple(_joined(level, origin) for level in levels)}
        return _joined(data, origin)
    if name in ITEM_LISTS and isinstance(data, tuple):
        return tuple(_joined(item, origin) for item in data)
    return data


def _joined(data: Any, more: dict[str, str]) -> Any:
    return data | more if isinstance(data, dict) else data
