"""Reads a layer: a folder of content files made into checked items, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mainstream.guide.layers.misplaced import files_of, misplaced
from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import KINDS
from mainstream.guide.model.layer import (
    FRAMEWORK,
    SETTINGS,
    Layer,
    folder_of,
    kind_of_file,
    shape_of_file,
    stem,
)
from mainstream.guide.model.model import ID_OF_FILE, PATH_OF_FILE
from mainstream.guide.model.shape import shaped
from mainstream.guide.reading.document import Document
from mainstream.guide.reading.problems import Problem, of_file
from mainstream.guide.reading.read_document import read_document
from mainstream.guide.reading.references import LEVEL, KnownIds

_HOLD_LEVELS = (FRAMEWORK, SETTINGS)


@dataclass(frozen=True)
class Reading:
    """A layer's documents, by their name in it, and what kept others from being read."""

    layer: Layer
    documents: Mapping[str, Document]
    names: tuple[str, ...]  # of the files that are there, also where one could not be read
    problems: tuple[Problem, ...]

    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of each kind of item; a kind with an unreadable id, or without a file, is out."""
        by_kind: dict[str, frozenset[str] | None] = {}
        for kind in KINDS:
            if kind.is_list:
                by_kind[kind.name] = self._ids_in_list(kind.kept_in)
            else:
                in_folder = (name for name in self.names if folder_of(name) == kind.kept_in)
                by_kind[kind.name] = frozenset(map(stem, in_folder))
        for _, levels in self._found(_HOLD_LEVELS, "levels"):
            by_kind[LEVEL] = _ids_in(levels)
        return {kind: ids for kind, ids in by_kind.items() if ids is not None}

    def retired(self) -> dict[str, str]:
        """Old ids and those that took their place, as the framework or the settings have them."""
        pairs: dict[str, str] = {}
        for _, found in self._found(_HOLD_LEVELS, "retired"):
            if isinstance(found, dict):
                pairs |= {old: new for old, new in found.items() if isinstance(new, str)}
        return pairs

    def items(self, known: KnownIds) -> tuple[Items, list[Problem]]:
        """Every document as items of its shape; those with problems are left out."""
        single: dict[str, Any] = {}
        by_kind: dict[str, dict[str, Any]] = {}
        problems: list[Problem] = []
        for name, document in self.documents.items():
            made, found = shaped(document, _with_origin(name, document), shape_of_file(name), known)
            problems += found
            if found:
                continue
            kind = kind_of_file(name)
            if kind is None:
                single[name] = made
            else:
                items = made if kind.is_list else (made,)
                by_kind.setdefault(kind.name, {}).update((item.id, item) for item in items)
        return Items(single, by_kind), problems

    def _ids_in_list(self, name: str) -> frozenset[str] | None:
        return _ids_in(self.documents[name].data) if name in self.documents else None

    def _found(self, names: tuple[str, ...], key: str) -> Iterator[tuple[Any, Any]]:
        for name in names:
            if name in self.documents:
                yield from self.documents[name].find(key)


def read_layer(root: Path, layer: Layer) -> Reading:
    """Read every file of a layer below `root`."""
    problems = list(misplaced(root, layer))
    documents: dict[str, Document] = {}
    names = files_of(root, layer)
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


def _ids_in(items: Any) -> frozenset[str] | None:
    """The ids of a list's items; a bare text is an id itself."""
    if not isinstance(items, tuple):
        return None
    ids = [item.get("id") if isinstance(item, dict) else item for item in items]
    return frozenset(map(str, ids)) if all(isinstance(id_, str) for id_ in ids) else None


def _with_origin(name: str, document: Document) -> Any:
    """A document's data, with the path of its file in each item and the id that the name gives."""
    data = document.data
    origin = {PATH_OF_FILE: document.path}
    kind = kind_of_file(name)
    if kind and not kind.is_list:
        return _joined(data, origin | {ID_OF_FILE: stem(name)})
    if kind and isinstance(data, tuple):
        return tuple(_joined(item, origin) for item in data)
    if name in _HOLD_LEVELS and isinstance(data, dict):
        levels = data.get("levels")
        if isinstance(levels, tuple):
            data = data | {"levels": tuple(_joined(level, origin) for level in levels)}
        return _joined(data, origin)
    return data


def _joined(data: Any, more: dict[str, str]) -> Any:
    return data | more if isinstance(data, dict) else data
