"""Rules that no single value can break alone: two of a kind, gaps, and what must match.

Reads plain data, so that documents with other problems are checked as far as they go.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from mainstream.guide.checks.tools import tool_checks
from mainstream.guide.model.fields import has_own_id, item_type, kind_referred_to, walk
from mainstream.guide.model.kinds import CASE_STUDY, ENABLER, KINDS, TERM, kinds_referred_to
from mainstream.guide.model.layer import FRAMEWORK, kind_of_file, shape_of_file
from mainstream.guide.model.model import GlossaryEntry
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.problems import Problem, nearest, of_file
from mainstream.guide.reading.references import KnownIds
from mainstream.guide.reading.repeated import repeated

Documents = Mapping[str, Document]  # by name in the layer, in order


def needed_checks(folder: str, ids: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Kinds that a guide cannot do without and that the layer in `folder` has none of."""
    for kind in KINDS:
        if kind.is_needed and not ids.get(kind.name):
            message = f"there is no {kind.name}; add a file for each"
            yield of_file(f"{folder}/{kind.kept_in}", message)


def cross_checks(documents: Documents, known: KnownIds) -> Iterator[Problem]:
    """What is wrong within the documents of a whole guide, and between them."""
    yield from own_checks(documents)
    enablers = [doc for name, doc in documents.items() if kind_of_file(name) is ENABLER]
    yield from _numbers(enablers, len(known.by_kind.get(ENABLER.name, ())))
    if FRAMEWORK in documents:
        yield from _framework(documents[FRAMEWORK], known)


def own_checks(documents: Documents) -> Iterator[Problem]:
    """What is wrong within each document of a layer, whether it is a whole guide or not."""
    for name, document in documents.items():
        kind = kind_of_file(name)
        if kind or name == FRAMEWORK:
            yield from _repeated(document, shape_of_file(name))
        if kind is ENABLER:
            yield from _related(document)
        if kind is CASE_STUDY:
            yield from tool_checks(document)
        if kind is TERM:
            yield from _glossary_forms(document)


def forms_checks(entries: Iterable[GlossaryEntry]) -> Iterator[Problem]:
    """A word that leads to entries of two layers, each named by its file."""
    leads_to: dict[str, GlossaryEntry] = {}
    for entry in entries:
        for form in (entry.term, *entry.also):
            there = leads_to.setdefault(form.casefold(), entry)
            if there is not entry and there.path != entry.path:
                message = f'"{form}" already leads to "{there.term}" in {there.path}'
                yield Problem(entry.path, 1, 1, entry.id, message)


def _repeated(document: Document, shape: Any) -> Iterator[Problem]:
    """An id that two items of a list have, or that a list of references names twice."""
    for loc, value, type_ in walk(shape, document.data):
        if not isinstance(value, tuple):
            continue
        item = item_type(type_)
        if kind_referred_to(item):
            yield from repeated(document, (((*loc, n), id_) for n, id_ in enumerate(value)))
        elif has_own_id(item):
            ids = (each.get("id") if isinstance(each, dict) else None for each in value)
            yield from repeated(document, (((*loc, n, "id"), id_) for n, id_ in enumerate(ids)))


def _related(document: Document) -> Iterator[Problem]:
    """An enabler that is related to itself, or to the same one twice."""
    yield from repeated(document, document.find("related", ..., "enabler"))
    own = PurePosixPath(document.path).stem
    for loc, enabler in document.find("related", ..., "enabler"):
        if enabler == own:
            yield document.at(loc, "this enabler is related to itself; name a different one")


def _numbers(enablers: Iterable[Document], count: int) -> Iterator[Problem]:
    """Numbers run from 1 to `count` without a gap, and no two enablers have the same."""
    found = []
    for document in enablers:
        numbers = [number for _, number in document.find("number")]
        if not numbers and isinstance(document.data, dict):
            yield document.missing(("number",), "is missing")
        found += [(n, document) for n in numbers if type(n) is int and n > 0]
    first: dict[int, Document] = {}
    for number, document in found:
        if number in first:
            message = f"{number} is also the number in {first[number].path}"
            yield document.at(("number",), message)
        first.setdefault(number, document)
    if len(found) < count:
        return  # the number that seems to be missing may be the one that cannot be read
    expected = 1
    for number in sorted(first):
        if number > expected:
            message = f"numbers run from 1 without a gap, and {expected} is missing"
            yield first[number].at(("number",), message)
        expected = number + 1


def _framework(document: Document, known: KnownIds) -> Iterator[Problem]:
    yield from scale_checks(document)
    ids = frozenset[str]().union(*known.by_kind.values())
    are_all_known = known.by_kind.keys() >= kinds_referred_to()
    for old, new in known.retired.items():
        if old in ids:
            message = "this id is retired, but an item still has it; delete one of them"
            yield document.at_key(("retired", old), message)
        if new not in ids and are_all_known:
            message = f'there is no item with the id "{new}"'
            yield document.at(("retired", old), message, nearest(new, ids))


def scale_checks(document: Document) -> Iterator[Problem]:
    """A scale, of the framework or of the settings, with a label too many or too few."""
    for _, points in document.find("scale", "points"):
        for loc, labels in document.find("scale", "labels"):
            if type(points) is int and isinstance(labels, tuple) and len(labels) != points:
                yield document.at(loc, f"{points} points need {points} labels, not {len(labels)}")


def _glossary_forms(document: Document) -> Iterator[Problem]:
    """A word leads to one entry only, whether it is a term or another form of one."""
    leads_to: dict[str, str] = {}
    for (entry, _), term in document.find(..., "term"):
        also = document.data[entry].get("also")
        forms: list[tuple[Loc, Any]] = [(("term",), term)]
        if isinstance(also, tuple):
            forms += [(("also", n), form) for n, form in enumerate(also)]
        for loc, form in forms:
            if isinstance(form, str):
                folded = form.casefold()
                if folded in leads_to:
                    message = f'"{form}" already leads to "{leads_to[folded]}"'
                    yield document.at((entry, *loc), message)
                leads_to.setdefault(folded, str(term))
