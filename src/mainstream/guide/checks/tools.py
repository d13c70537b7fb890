"""Rules of a tool that no single value can break alone: what goes together, and what names ids.

Reads plain data, so that a tool with other problems is checked as far as it goes.
"""

from collections.abc import Iterator
from typing import Any

from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.repeated import repeated


def tool_checks(document: Document) -> Iterator[Problem]:
    """What is wrong between the parts of the tool in a case study, if it has one."""
    for loc, section in document.find("tool", "sections", ...):
        if not isinstance(section, dict):
            continue
        yield from _stages(document, section, loc)
        yield from _ladder(document, section, loc)
        yield from _register(document, section, loc)
    yield from _headings(document)


def _headings(document: Document) -> Iterator[Problem]:
    """Where there are several sections, each needs a title that tells it from the others."""
    for _, sections in document.find("tool", "sections"):
        if isinstance(sections, tuple) and len(sections) > 1:
            for place, section in enumerate(sections):
                if isinstance(section, dict) and "title" not in section:
                    message = "is missing; where there are several sections each needs one"
                    yield document.missing(("tool", "sections", place, "title"), message)


def _stages(document: Document, section: dict[str, Any], loc: Loc) -> Iterator[Problem]:
    parts = [data.get("part") for _, data in _each(section, loc, "stages")]
    if not parts:
        return
    for part in ("options", "decision"):
        if parts.count(part) > 1:
            yield document.at((*loc, "stages"), f'only one stage can have the part "{part}"')
    if "decision" in parts and "options" not in parts[: parts.index("decision")]:
        message = "a decision needs a stage that lists options before it"
        yield document.at((*loc, "stages"), message)
    if "always" in section and "options" not in parts:
        yield document.at((*loc, "always"), "there is no stage that lists options")


def _ladder(document: Document, section: dict[str, Any], loc: Loc) -> Iterator[Problem]:
    if "rungs" in section:
        for place, id_ in _ids(section, loc, "fields"):
            if id_ == "answer":
                yield document.at(place, '"answer" is what a rung itself is called; choose another')


def _register(document: Document, section: dict[str, Any], loc: Loc) -> Iterator[Problem]:
    columns = {
        data["id"]: data
        for _, data in _each(section, loc, "columns")
        if isinstance(data.get("id"), str)
    }
    if not columns:
        return
    ids = frozenset(columns)
    labels = (((*at, "label"), data.get("label")) for at, data in _each(section, loc, "columns"))
    yield from repeated(document, labels)
    for column_id, id_ in _ids(section, loc, "columns"):
        if id_ == "id":
            yield document.at(column_id, '"id" is what a row itself is called; choose another')
    for at, check in _each(section, loc, "checks"):
        if not check.get("when") and not check.get("empty"):
            yield document.at(at, 'needs "when" or "empty"; otherwise every row gets the remark')
    if "none_in_group" in section and "group_by" not in section:
        yield document.at_key((*loc, "none_in_group"), 'is never shown without "group_by"')
    for at, name in _columns_named(section, loc):
        if isinstance(name, str) and name not in ids:
            place = document.at_key if at[-1] == name else document.at
            yield place(at, f'there is no column "{name}"', nearest(name, ids))
    for at, data in _each(section, loc, "columns"):
        if data.get("number") is True and data.get("choices"):
            yield document.at((*at, "number"), "a column holds numbers or choices, not both")
    yield from _uses(document, section, loc, columns)
    yield from _choices_named(document, section, loc, columns)


def _columns_named(section: dict[str, Any], loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if "group_by" in section:
        yield (*loc, "group_by"), section["group_by"]
    for name, keys in (("limit", ("column",)), ("difference", ("have", "want"))):
        given = section.get(name)
        for key in keys:
            if isinstance(given, dict) and key in given:
                yield (*loc, name, key), given[key]
    for at, check in _each(section, loc, "checks"):
        if isinstance(check.get("empty"), tuple):
            yield from (((*at, "empty", n), name) for n, name in enumerate(check["empty"]))
        if isinstance(check.get("when"), dict):
            yield from (((*at, "when", name), name) for name in check["when"])
    for at, row in _each(section, loc, "starts_with"):
        yield from (((*at, name), name) for name in row)


def _uses(
    document: Document, section: dict[str, Any], loc: Loc, columns: dict[Any, Any]
) -> Iterator[Problem]:
    """A column is of the type that its use needs."""
    uses = [((*loc, "group_by"), section.get("group_by"), "choices")]
    for name, keys in (("limit", ("column",)), ("difference", ("have", "want"))):
        given = section.get(name)
        if isinstance(given, dict):
            uses += [((*loc, name, key), given.get(key), "number") for key in keys]
    for at, column_id, wanted in uses:
        column = columns.get(column_id) if isinstance(column_id, str) else None
        if column and not column.get(wanted):
            kind = "choices" if wanted == "choices" else "numbers"
            yield document.at(at, f'"{column_id}" is not a column of {kind}')


def _choices_named(
    document: Document, section: dict[str, Any], loc: Loc, columns: dict[Any, Any]
) -> Iterator[Problem]:
    """A value that a row starts with, or a check looks for, is one of its column's choices."""
    named: list[tuple[Loc, Any, Any]] = []
    for at, row in _each(section, loc, "starts_with"):
        named += [((*at, name), name, value) for name, value in row.items()]
    for at, check in _each(section, loc, "checks"):
        if isinstance(check.get("when"), dict):
            for name, values in check["when"].items():
                if isinstance(values, tuple):
                    named += [((*at, "when", name, n), name, v) for n, v in enumerate(values)]
    for at, name, value in named:
        column = columns.get(name)
        is_check = "when" in at
        choices = [id_ for _, id_ in _ids(column, (), "choices")] if column else []
        if column and (choices or is_check) and isinstance(value, str) and value not in choices:
            message = f'"{value}" is not one of the choices of "{name}"'
            yield document.at(at, message, nearest(value, choices))


def _each(section: Any, loc: Loc, name: str) -> Iterator[tuple[Loc, dict[str, Any]]]:
    found = section.get(name) if isinstance(section, dict) else None
    if isinstance(found, tuple):
        for place, item in enumerate(found):
            if isinstance(item, dict):
                yield (*loc, name, place), item


def _ids(section: Any, loc: Loc, name: str) -> Iterator[tuple[Loc, Any]]:
    for at, item in _each(section, loc, name):
        if "id" in item:
            yield (*at, "id"), item["id"]
