"""Reads `content/` and makes the guide of it, or tells of every problem at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from mainstream.guide.cross_checks import cross_checks
from mainstream.guide.layout import (
    CASE_STUDIES,
    ENABLERS,
    FILES,
    FOLDERS,
    FRAMEWORK,
    GLOSSARY,
    ITEM_LISTS,
    PLACES,
    PURPOSES,
    SITUATIONS,
    SOURCES,
    THEMES,
    WORDS,
)
from mainstream.guide.model import ID_OF_FILE, PATH_OF_FILE, Guide
from mainstream.guide.problems import ContentProblems, Problem, nearest
from mainstream.guide.references import KnownIds
from mainstream.guide.shape import is_slug, shaped, slug_of
from mainstream.guide.yaml_nodes import Document, read_document


def load_guide(root: Path) -> Guide:
    """The guide in `root`/content.

    Errors: `ContentProblems`, with all that is wrong in all files.
    """
    documents: dict[str, Document] = {}
    problems = list(_misplaced(root))
    for path in _paths(root):
        try:
            raw = (root / path).read_bytes()
        except OSError as error:
            problems.append(_of_file(path, f"this file could not be read: {error.strerror}"))
            continue
        document, found = read_document(path, raw)
        problems += found
        if document:
            documents[path] = document
    known = _known_ids(documents, _paths(root))
    made: dict[str, Any] = {}
    for path, document in documents.items():
        made[path], found = shaped(document, _with_origin(document), _shape(path), known)
        problems += found
    problems += cross_checks(documents, known)
    if problems:
        raise ContentProblems(problems)
    return _guide(made)


def _paths(root: Path) -> list[str]:
    """The files that hold the guide, as far as they are there, in order."""
    files = [path for path in FILES if (root / path).is_file()]
    for folder in FOLDERS:
        files += sorted(
            f"{folder}/{file.name}"
            for file in (root / folder).glob("*.yml")
            if file.is_file() and not file.name.startswith(".")
        )
    return files


def _misplaced(root: Path) -> Iterator[Problem]:
    """Files that are missing, that nothing reads, or that have a name which is no id."""
    if not (root / "content").is_dir():
        yield _of_file("content", "this folder is missing")
        return
    read = _paths(root)
    for path in FILES:
        if path not in read:
            yield _of_file(path, "this file is missing")
    if not any(path.startswith(f"{ENABLERS}/") for path in read):
        yield _of_file(ENABLERS, "there is no enabler; add a file for each")
    for path in read:
        stem = PurePosixPath(path).stem
        if _folder(path) in FOLDERS and not is_slug(stem):
            message = "the file's name is an id: lower-case words joined by hyphens"
            yield _of_file(path, message, slug_of(stem))
    found = sorted(file for file in (root / "content").rglob("*") if file.is_file())
    for file in found:
        path = file.relative_to(root).as_posix()
        if file.suffix in (".yml", ".yaml") and path not in read and file.name[0] != ".":
            yield _of_file(path, "nothing reads this file", _place_meant(path))


def _of_file(path: str, message: str, suggestion: str = "") -> Problem:
    return Problem(path, 1, 1, "", message, suggestion)


def _place_meant(path: str) -> str:
    file = PurePosixPath(path)
    if _folder(path) in ("content", "content/words"):
        return nearest(path, FILES)
    folder = nearest(_folder(path), FOLDERS)
    return f"{folder}/{file.stem}.yml" if folder else ""


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _shape(path: str) -> Any:
    return FILES.get(path) or FOLDERS[_folder(path)]


def _with_origin(document: Document) -> Any:
    """A document's data, with the path of its file in each item and the id that the name gives."""
    path, data = document.path, document.data
    origin = {PATH_OF_FILE: path}
    if _folder(path) in FOLDERS:
        return _joined(data, origin | {ID_OF_FILE: PurePosixPath(path).stem})
    if path == FRAMEWORK:
        levels = data.get("levels") if isinstance(data, dict) else None
        if isinstance(levels, tuple):
            data = data | {"levels": tuple(_joined(level, origin) for level in levels)}
        return _joined(data, origin)
    if path in ITEM_LISTS and isinstance(data, tuple):
        return tuple(_joined(item, origin) for item in data)
    return data


def _joined(data: Any, more: dict[str, str]) -> Any:
    return data | more if isinstance(data, dict) else data


def _known_ids(documents: Mapping[str, Document], paths: list[str]) -> KnownIds:
    """The ids that a reference may name; a kind with an item of unreadable id is left out."""
    by_kind = {
        kind: frozenset(PurePosixPath(path).stem for path in paths if _folder(path) == folder)
        for kind, folder in (("enabler", ENABLERS), ("case study", CASE_STUDIES))
    }
    if not by_kind["enabler"]:
        del by_kind["enabler"]  # told of once, not at each reference
    for kind, path, *items in (
        ("level", FRAMEWORK, "levels"),
        ("place", PLACES),
        ("theme", THEMES),
        ("purpose", PURPOSES),
        ("source", SOURCES),
    ):
        lists = [found for _, found in documents[path].find(*items)] if path in documents else []
        for found in lists:
            if isinstance(found, tuple):
                ids = [item.get("id") if isinstance(item, dict) else None for item in found]
                if all(isinstance(id_, str) for id_ in ids):
                    by_kind[kind] = frozenset(map(str, ids))
    retired: dict[str, str] = {}
    if FRAMEWORK in documents:
        for _, pairs in documents[FRAMEWORK].find("retired"):
            if isinstance(pairs, dict):
                retired = {old: new for old, new in pairs.items() if isinstance(new, str)}
    return KnownIds(by_kind, retired)


def _guide(made: Mapping[str, Any]) -> Guide:
    def of(folder: str) -> list[Any]:
        return [item for path, item in made.items() if _folder(path) == folder]

    return Guide(
        framework=made[FRAMEWORK],
        enablers=tuple(sorted(of(ENABLERS), key=lambda enabler: enabler.number)),
        case_studies=tuple(
            sorted(of(CASE_STUDIES), key=lambda case: (case.title.casefold(), case.id))
        ),
        places=made[PLACES],
        themes=made[THEMES],
        purposes=made[PURPOSES],
        situations=made[SITUATIONS],
        glossary=made[GLOSSARY],
        sources=made[SOURCES],
        words=made[WORDS].model_dump(),
    )
