"""Rules between an adaptation's settings and what they are about: ids, texts, colours, files.

Reads plain data, so that settings with other problems are checked as far as they go.
"""

from collections.abc import Iterator
from typing import Any

from mainstream.guide.checks.cross import scale_checks
from mainstream.guide.model.settings import CHANGEABLE, COLOUR, REMOVABLE, Settings, matches
from mainstream.guide.reading.contrast import DARK_PAGES, LEAST_FOR_TEXT, LIGHT_PAGES, contrast
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.plurals import locale_of
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.references import KnownToSettings
from mainstream.guide.reading.repeated import repeated


def settings_checks(document: Document, known: KnownToSettings) -> Iterator[Problem]:
    """What is wrong between the settings and what they name."""
    yield from _removals(document, known)
    yield from _changes(document, known)
    yield from _levels_and_order(document, known)
    yield from scale_checks(document)
    yield from repeated(document, document.find("points_of_view", ..., "id"))
    yield from _colours(document)
    yield from _languages(document)
    for loc, file in document.find("logo", "file"):
        if isinstance(file, str) and file not in known.files:
            message = f"there is no file {known.folder}/assets/{file}"
            yield document.at(loc, message, nearest(file, known.files))


def language_of(document: Document | None) -> str | None:
    """The language that settings give, where they give one; they may have other problems."""
    given = [value for _, value in document.find("language")] if document else []
    return given[0] if given and isinstance(given[0], str) else None


def unfilled(document: Document, settings: Settings) -> Iterator[Problem]:
    """A notice of what an adapted version should say before it is published."""
    if settings.accessibility is None:
        message = (
            "is missing: a public body has to publish an accessibility statement; fill it in and "
            "it becomes the site's"
        )
        yield document.missing(("accessibility",), message).as_notice()


def _removals(document: Document, known: KnownToSettings) -> Iterator[Problem]:
    for key, kind in REMOVABLE.items():
        found = list(document.find("remove", key, ..., "id"))
        yield from repeated(document, found)
        for loc, id_ in found:
            yield from _known(document, loc, id_, kind, known)
            if id_ in known.own.get(kind, ()):
                message = f"this {kind} is also in {known.folder}; keep the file or this entry"
                yield document.at(loc, message)


def _changes(document: Document, known: KnownToSettings) -> Iterator[Problem]:
    removed = {
        kind: [id_ for _, id_ in document.find("remove", key, ..., "id")]
        for key, kind in REMOVABLE.items()
    }
    for key, kind in CHANGEABLE.items():
        # An enabler's change may hold a level too: the one that it moves to.
        found = [each for each in document.find("change", ..., key) if isinstance(each[1], str)]
        yield from repeated(document, found)
        for loc, id_ in found:
            yield from _known(document, loc, id_, kind, known)
            if id_ in known.own.get(kind, ()):
                message = f"this {kind} is rewritten in {known.folder}; change it there"
                yield document.at(loc, message)
            elif id_ in removed.get(kind, ()):
                yield document.at(loc, f"this {kind} is removed; keep one of the two")
    for loc, id_ in document.find("change", ..., "enabler"):
        statements = list(document.find("change", ..., "statements", ..., "id"))
        mine = [(place, each) for place, each in statements if place[1] == loc[1]]
        yield from repeated(document, mine)
        theirs = known.statements.get(id_, ()) if isinstance(id_, str) else ()
        for place, each in mine:
            if theirs and isinstance(each, str) and each not in theirs:
                message = f'"{id_}" has no statement "{each}"'
                yield document.at(place, message, nearest(each, theirs))


def _levels_and_order(document: Document, known: KnownToSettings) -> Iterator[Problem]:
    for _, levels in document.find("levels"):
        if isinstance(levels, tuple):
            ids = [each.get("id") if isinstance(each, dict) else each for each in levels]
            yield from repeated(document, ((("levels", n), id_) for n, id_ in enumerate(ids)))
            for position, each in enumerate(levels):
                if isinstance(each, str):
                    yield from _known(document, ("levels", position), each, "level", known)
    for _, order in document.find("order"):
        if isinstance(order, tuple):
            found = [(("order", n), id_) for n, id_ in enumerate(order)]
            yield from repeated(document, found)
            removed = [id_ for _, id_ in document.find("remove", "enablers", ..., "id")]
            for loc, id_ in found:
                if id_ in removed:
                    yield document.at(loc, f'"{id_}" is removed; take it out of the order')
                elif id_ not in known.own.get("enabler", ()):
                    yield from _known(document, loc, id_, "enabler", known)


def _known(
    document: Document, loc: Loc, id_: Any, kind: str, known: KnownToSettings
) -> Iterator[Problem]:
    ids = known.toolkit.get(kind)
    if ids is None or not isinstance(id_, str) or id_ in ids:
        return
    if id_ in known.retired:
        message = f'the toolkit no longer has "{id_}"; "{known.retired[id_]}" took its place'
        yield document.at(loc, message)
    else:
        yield document.at(loc, f'the toolkit has no {kind} "{id_}"', nearest(id_, ids))


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
