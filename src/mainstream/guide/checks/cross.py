"""Rules that no single value can break alone: two of a kind, gaps, and what must match."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from mainstream.guide.checks.tools import tool_checks
from mainstream.guide.model.kinds import CASE_STUDIES, ENABLERS, FRAMEWORK, GLOSSARY, ITEM_LISTS
from mainstream.guide.model.model import GlossaryEntry
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.references import KnownIds
from mainstream.guide.reading.repeated import repeated

Documents = Mapping[str, Document]  # by name in the layer, in order

_REFERENCE_LISTS = ("places", "enablers", "themes", "case_studies")


def cross_checks(documents: Documents, known: KnownIds) -> Iterator[Problem]:
    """What is wrong between the values of a document, and between documents.

    Reads plain data, so that documents with other problems are checked as far as they go.
    """
    yield from own_checks(documents)
    enablers = [doc for name, doc in documents.items() if name.startswith(f"{ENABLERS}/")]
    yield from _numbers(enablers, len(known.by_kind.get("enabler", ())))
    if FRAMEWORK in documents:
        yield from _framework(documents[FRAMEWORK], known)


def own_checks(documents: Documents) -> Iterator[Problem]:
    """What is wrong within each document of a layer, whether it is a whole guide or not."""
    for name, document in documents.items():
        if name in ITEM_LISTS:
            yield from repeated(document, document.find(..., "id"))
        yield from _repeated_references(document)
        if name.startswith(f"{ENABLERS}/"):
            yield from repeated(document, document.find("statements", ..., "id"))
            yield from _related_to_itself(document)
        if name.startswith(f"{CASE_STUDIES}/"):
            yield from tool_checks(document)
    if GLOSSARY in documents:
        yield from _glossary_forms(documents[GLOSSARY])


def forms_checks(entries: Iterable[tuple[str, GlossaryEntry]]) -> Iterator[Problem]:
    """A word that leads to entries of two layers, each named by the file that it stands in."""
    leads_to: dict[str, GlossaryEntry] = {}
    for path, entry in entries:
        for form in (entry.term, *entry.also):
            there = leads_to.setdefault(form.casefold(), entry)
            if there is not entry and there.path != path:
                message = f'"{form}" already leads to "{there.term}" in {there.path}'
                yield Problem(path, 1, 1, entry.id, message)


def _repeated_references(document: Document) -> Iterator[Problem]:
    """An id twice in one list of references, in a file's one item or in one of its many."""
    for key in _REFERENCE_LISTS:
        for loc, ids in (*document.find(key), *document.find(..., key)):
            if isinstance(ids, tuple):
                yield from repeated(document, (((*loc, n), id_) for n, id_ in enumerate(ids)))
    yield from repeated(document, document.find("related", ..., "enabler"))


def _related_to_itself(document: Document) -> Iterator[Problem]:
    own = PurePosixPath(document.path).stem
    for loc, enabler in document.find("related", ..., "enabler"):
        if enabler == own:
            yield document.at(loc, "this enabler is related to itself; name another one")


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
    yield from repeated(document, document.find("levels", ..., "id"))
    yield from repeated(document, document.find("points_of_view", ..., "id"))
    for _, points in document.find("scale", "points"):
        for loc, labels in document.find("scale", "labels"):
            if type(points) is int and isinstance(labels, tuple) and len(labels) != points:
                yield document.at(loc, f"{points} points need {points} labels, not {len(labels)}")
    ids = frozenset().union(*known.by_kind.values())
    for old, new in known.retired.items():
        if old in ids:
            message = "this id is retired, but an item still has it; delete one of them"
            yield document.at_key(("retired", old), message)
        if new not in ids and known.whole:
            message = f'there is no item with the id "{new}"'
            yield document.at(("retired", old), message, nearest(new, ids))


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
