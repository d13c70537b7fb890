"""Rules between an adaptation's settings and what they are about: ids, texts, colours, files.

Reads plain data, so that settings with other problems are checked as far as they go.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from mainstream.guide.model.settings import COLOUR, MOST_ENABLERS, Rewording, matches
from mainstream.guide.reading.contrast import DARK_PAGES, LEAST_FOR_TEXT, LIGHT_PAGES, contrast
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.plurals import locale_of
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.repeated import repeated

# The lists of `remove`, and the kind of item that each names.
REMOVED_KINDS: Final = {
    "enablers": "enabler",
    "case_studies": "case study",
    "places": "place",
    "situations": "situation",
    "glossary": "term",
    "docs": "page",
}
_CHANGED_KINDS: Final = {"enabler": "enabler", "level": "level", "case_study": "case study"}


@dataclass(frozen=True)
class Surroundings:
    """What the settings may name, by kind of item: the toolkit's ids, and the organisation's own.

    `files` are those below the adaptation's `assets/`; `folder` is where the adaptation stands.
    """

    toolkit: Mapping[str, frozenset[str]]
    own: Mapping[str, frozenset[str]]
    statements: Mapping[str, tuple[str, ...]]  # of the toolkit's, by enabler
    retired: Mapping[str, str]
    files: frozenset[str]
    folder: str


def settings_checks(document: Document, around: Surroundings) -> Iterator[Problem]:
    """What is wrong between the settings and what they name."""
    yield from _removals(document, around)
    yield from _changes(document, around)
    yield from _levels_and_order(document, around)
    yield from _scale(document)
    yield from repeated(document, document.find("points_of_view", ..., "id"))
    yield from _colours(document)
    yield from _languages(document)
    for loc, file in document.find("logo", "file"):
        if isinstance(file, str) and file not in around.files:
            message = f"there is no file {around.folder}/assets/{file}"
            yield document.at(loc, message, nearest(file, around.files))


def said_again(text: str, rewording: Rewording, document: Document, loc: Loc) -> Problem | None:
    """A notice where the toolkit's text is no longer what it was when it was reworded."""
    was, is_now, now = (" ".join(each.split()) for each in (rewording.was, text, rewording.now))
    if is_now == was:
        return None
    if is_now == now:
        message = "the toolkit says the same by now; delete this change"
    else:
        message = (
            f"the toolkit's text has changed since this was written. It was “{was}” and is now "
            f"“{is_now}”. This version says “{now}”. Check yours, then copy the new text to “was”"
        )
    return document.at((*loc, "was"), message).as_notice()


def result_checks(
    document: Document,
    *,
    enablers: Mapping[str, str],
    levels: Collection[str],
    differences: Iterable[str],
    toolkit_id: str,
) -> Iterator[Problem]:
    """What is wrong with the framework that comes out; `enablers` leads from id to level."""
    at = ("levels",) if isinstance(document.data, dict) and "levels" in document.data else ()
    for id_, level in enablers.items():
        if level not in levels:
            message = f'the enabler "{id_}" stands on the level "{level}", which is left out'
            yield document.at_key(at, f"{message}; remove the enabler or move it")
    if not enablers:
        yield document.at_key(("remove",), "no enabler is left; a framework needs one or more")
    if len(enablers) > MOST_ENABLERS:
        message = f"{len(enablers)} enablers are too many; a framework may have {MOST_ENABLERS}"
        yield document.at_key((), message)
    empty = [level for level in levels if level not in enablers.values()]
    for level in empty:
        yield document.at_key(at, f'no enabler stands on the level "{level}"; leave it out')
    why = next(iter(differences), "")
    for loc, id_ in document.find("id"):
        if why and id_ == toolkit_id:
            message = (
                f'"{id_}" is the toolkit\'s own id; this framework differs, since {why}, and '
                "needs another one"
            )
            yield document.at(loc, message)
    if why and "id" not in document.data:
        message = (
            f"is missing: the framework differs from the toolkit's, since {why}, and needs an id "
            "of its own, so that its answers are not taken for the toolkit's"
        )
        yield document.missing(("id",), message)


def _removals(document: Document, around: Surroundings) -> Iterator[Problem]:
    for key, kind in REMOVED_KINDS.items():
        found = list(document.find("remove", key, ..., "id"))
        yield from repeated(document, found)
        for loc, id_ in found:
            yield from _known(document, loc, id_, kind, around)
            if id_ in around.own.get(kind, ()):
                message = f"this {kind} is also in {around.folder}; keep the file or this entry"
                yield document.at(loc, message)


def _changes(document: Document, around: Surroundings) -> Iterator[Problem]:
    removed = [id_ for key in REMOVED_KINDS for _, id_ in document.find("remove", key, ..., "id")]
    for key, kind in _CHANGED_KINDS.items():
        # An enabler's change may hold its level as a rewording.
        found = [each for each in document.find("change", ..., key) if isinstance(each[1], str)]
        yield from repeated(document, found)
        for loc, id_ in found:
            yield from _known(document, loc, id_, kind, around)
            if id_ in around.own.get(kind, ()):
                message = f"this {kind} is written anew in {around.folder}; change it there"
                yield document.at(loc, message)
            elif id_ in removed:
                yield document.at(loc, f"this {kind} is removed; keep one of the two")
    for loc, id_ in document.find("change", ..., "enabler"):
        statements = list(document.find("change", ..., "statements", ..., "id"))
        mine = [(place, each) for place, each in statements if place[1] == loc[1]]
        yield from repeated(document, mine)
        known = around.statements.get(id_, ()) if isinstance(id_, str) else ()
        for place, each in mine:
            if known and isinstance(each, str) and each not in known:
                message = f'"{id_}" has no statement "{each}"'
                yield document.at(place, message, nearest(each, known))


def _levels_and_order(document: Document, around: Surroundings) -> Iterator[Problem]:
    for _, levels in document.find("levels"):
        if isinstance(levels, tuple):
            ids = [each.get("id") if isinstance(each, dict) else each for each in levels]
            yield from repeated(document, ((("levels", n), id_) for n, id_ in enumerate(ids)))
            for position, each in enumerate(levels):
                if isinstance(each, str):
                    yield from _known(document, ("levels", position), each, "level", around)
    for _, order in document.find("order"):
        if isinstance(order, tuple):
            found = [(("order", n), id_) for n, id_ in enumerate(order)]
            yield from repeated(document, found)
            removed = [id_ for _, id_ in document.find("remove", "enablers", ..., "id")]
            for loc, id_ in found:
                if id_ in removed:
                    yield document.at(loc, f'"{id_}" is removed; take it out of the order')
                elif id_ not in around.own.get("enabler", ()):
                    yield from _known(document, loc, id_, "enabler", around)


def _known(
    document: Document, loc: Loc, id_: Any, kind: str, around: Surroundings
) -> Iterator[Problem]:
    ids = around.toolkit.get(kind)
    if ids is None or not isinstance(id_, str) or id_ in ids:
        return
    if id_ in around.retired:
        message = f'the toolkit no longer has "{id_}"; "{around.retired[id_]}" took its place'
        yield document.at(loc, message)
    else:
        yield document.at(loc, f'the toolkit has no {kind} "{id_}"', nearest(id_, ids))


def _scale(document: Document) -> Iterator[Problem]:
    for _, points in document.find("scale", "points"):
        for loc, labels in document.find("scale", "labels"):
            if type(points) is int and isinstance(labels, tuple) and len(labels) != points:
                yield document.at(loc, f"{points} points need {points} labels, not {len(labels)}")


def _colours(document: Document) -> Iterator[Problem]:
    for scheme, pages in (("light", LIGHT_PAGES), ("dark", DARK_PAGES)):
        found = (
            *document.find("colours", "accent", scheme),
            *document.find("colours", "levels", ..., scheme),
        )
        for loc, colour in found:
            if isinstance(colour, str) and matches(COLOUR, colour):
                page, ratio = min(
                    ((page, contrast(colour, page)) for page in pages), key=lambda each: each[1]
                )
                if ratio < LEAST_FOR_TEXT:
                    advice = "a darker" if scheme == "light" else "a lighter"
                    message = (
                        f"its contrast with the page ({page}) is {ratio:.2f}:1, and text needs "
                        f"{LEAST_FOR_TEXT}:1; choose {advice} colour"
                    )
                    yield document.at(loc, message)


def _languages(document: Document) -> Iterator[Problem]:
    found = [*document.find("language"), *document.find("languages", ...)]
    yield from repeated(document, found)
    for loc, language in found:
        if isinstance(language, str):
            try:
                locale_of(language)
            except ValueError as error:
                yield document.at(loc, str(error))
