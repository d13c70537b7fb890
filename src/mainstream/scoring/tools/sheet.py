"""A sheet: what a person entered in one tool, as it is kept and as the kinds read it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.text import is_day

if TYPE_CHECKING:
    from mainstream.scoring.contract import tools as contract

Row = Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """One filled-in worksheet of the tool `tool`.

    `fields` are texts by their place, `section.item.field`; `rows` are lists by section. `title` is
    what the sheet is about, `date` a day like 2026-11-23. Empty texts are left out.
    """

    id: str
    tool: str
    title: str = ""
    date: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)


class Entries:
    """What a sheet holds for one section."""

    def __init__(self, sheet: Sheet, section: str) -> None:
        self._sheet = sheet
        self._section = section

    def text(self, *place: str) -> str:
        """The text at a place within the section, without white space around it."""
        return self._sheet.fields.get(".".join((self._section, *place)), "").strip()

    def rows(self, *name: str) -> tuple[Row, ...]:
        """The rows of the section, or of a list in it; those without any text too."""
        return self._sheet.rows.get(".".join((self._section, *name)), ())

    def filled_rows(self, *name: str) -> list[tuple[int, Row]]:
        """The rows that hold a text, each with its place from 0."""
        rows = enumerate(self.rows(*name))
        return [(place, row) for place, row in rows if any(text.strip() for text in row.values())]


def read_sheet(fields: Fields) -> Sheet:
    """Make a sheet of a JSON object. Errors: as of `Fields`."""
    sheet = Sheet(
        id=fields.line("id"),
        tool=fields.line("tool"),
        title=fields.line("title"),
        date=date if is_day(date := fields.line("date")) else "",  # a slip costs the day alone
        fields=fields.texts("fields"),
        rows=fields.rows("rows"),
        unknown_fields=fields.rest({"id", "tool", "title", "date", "fields", "rows"}),
    )
    return sheet if sheet.id else replace(sheet, id=_id_of(sheet))


def sheet_data(sheet: Sheet) -> contract.Sheet:
    """The sheet as JSON data."""
    data = {
        "id": sheet.id,
        "tool": sheet.tool,
        "title": sheet.title,
        "date": sheet.date,
        "fields": dict(sheet.fields),
        "rows": {name: [dict(row) for row in rows] for name, rows in sheet.rows.items()},
        **sheet.unknown_fields,
    }
    return cast("contract.Sheet", data)


def joined(ours: Iterable[Sheet], theirs: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Our sheets and those of theirs that we lack; of one that differs both are kept."""
    sheets = {sheet.id: sheet for sheet in ours}
    for sheet in theirs:
        known = sheets.setdefault(sheet.id, sheet)
        if known != sheet:
            other = replace(sheet, id=_id_of(sheet))
            sheets.setdefault(other.id, other)
    return tuple(sheets.values())


def _id_of(sheet: Sheet) -> str:
    """An id from what the sheet holds, so that the same sheet has the same."""
    text = json.dumps(sheet_data(replace(sheet, id="")), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
