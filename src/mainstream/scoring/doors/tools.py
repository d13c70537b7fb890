"""The tools' door: the finished page of a sheet, its rows and its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from mainstream.scoring.contract.limits import (
    MOST_WORKSHOP_CHARACTERS,
    WORKSHOP_FORMAT,
    WORKSHOP_VERSION,
)
from mainstream.scoring.doors.door import Action, Door
from mainstream.scoring.problem import Notice, ScoringProblem, notices_data
from mainstream.scoring.reading.formats import check_format
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import read_json
from mainstream.scoring.reading.text import safe_file_name
from mainstream.scoring.tools import finished
from mainstream.scoring.tools.declaration import Log, Register, Section, Tool, read_tool
from mainstream.scoring.tools.finished import as_text, finished_page
from mainstream.scoring.tools.log import SORTS, merged, noted
from mainstream.scoring.tools.rows_csv import rows_from_csv, rows_to_csv
from mainstream.scoring.tools.sheet import Entries, Row, Sheet, joined, read_sheet, sheet_data
from mainstream.scoring.words import Words, check_words

if TYPE_CHECKING:
    from mainstream.scoring.contract import tools as contract
    from mainstream.scoring.contract.actions import Nothing
    from mainstream.scoring.contract.answers import TextFile

WORDS: Final = finished.WORDS


class ToolState:
    """The tool that was opened, with the words for it; without a tool only `read` is answered."""

    def __init__(self) -> None:
        self._tool: Tool | None = None
        self.words: Words = {}

    @property
    def tool(self) -> Tool:
        """The tool that was opened. Errors: `ScoringProblem("not-open")`."""
        if self._tool is None:
            raise ScoringProblem("not-open")
        return self._tool

    def open(self, request: Fields) -> Nothing:
        """Take the tool, or none, and the words of a request; what is refused changes nothing."""
        tool = read_tool(request.data["tool"]) if "tool" in request else None
        self.words = check_words(request.data.get("words"), WORDS)
        self._tool = tool
        return {}


def new_door() -> Door[ToolState]:
    """A door with nothing open."""
    return Door(ToolState(), ACTIONS)


def _result(state: ToolState, request: Fields) -> contract.FinishedPage:
    tool, sheet = state.tool, _sheet(request)
    blocks = finished_page(tool, sheet, state.words)
    return {"blocks": blocks, "text": as_text(tool, sheet, blocks)}


def _merge_rows(state: ToolState, request: Fields) -> contract.Rows:
    """The first of the rows holds what all of them did."""
    section, entries = _log(state, request)
    rows = list(entries.rows())
    places = request.whole_numbers("rows", len(rows) - 1)
    if not places:
        raise request.broken("rows")
    first, *rest = sorted(set(places))
    rows[first] = merged(section, [rows[place] for place in (first, *rest)])
    return _rows(row for place, row in enumerate(rows) if place not in rest)


def _sort_rows(state: ToolState, request: Fields) -> contract.Rows:
    """By `count` or by `effect`; empty rows at the end."""
    section, entries = _log(state, request)
    order = SORTS[request.choice("by", SORTS)]
    places = [row.place for row in order(noted(section, entries, state.words))]
    rows = entries.rows()
    empty = [row for place, row in enumerate(rows) if place not in places]
    return _rows([*(rows[place] for place in places), *empty])


def _export_rows(state: ToolState, request: Fields) -> TextFile:
    section, entries = _section_of_rows(state, request)
    sheet = _sheet(request)
    name = safe_file_name([sheet.tool, sheet.title[:40], sheet.date], "csv")
    return {"filename": name, "media_type": "text/csv", "text": rows_to_csv(section, entries)}


def _import_rows(state: ToolState, request: Fields) -> contract.RowsRead:
    """The filled rows and behind them the new ones."""
    section, entries = _section_of_rows(state, request)
    text = request.raw_text("text")
    if not text.strip():
        raise ScoringProblem("nothing-to-read")
    added, notices = rows_from_csv(section, text)
    here = [row for _, row in entries.filled_rows()]
    return {
        **_rows([*here, *added]),
        "added": len(added),
        "notices": notices_data(notices),
    }


def _read(_state: ToolState, request: Fields) -> contract.SheetsRead:
    """The sheets here and those of a file; those of tools that the site lacks are kept too."""
    text, tools = request.raw_text("text"), request.list_of_texts("tools")
    if "tools" not in request:
        raise request.broken("tools")
    data = read_json(text.removeprefix("\ufeff"), most_characters=MOST_WORKSHOP_CHARACTERS)
    theirs = check_format(data, WORKSHOP_FORMAT, WORKSHOP_VERSION).each("tool_records", read_sheet)
    if not theirs:
        raise ScoringProblem("sheet-none-in-file")
    ours = request.each("sheets", read_sheet)
    all_ = joined(ours, theirs)
    unknown = sorted({sheet.tool for sheet in theirs} - set(tools))
    notices = [Notice("sheet-unknown-tools", {"ids": ", ".join(unknown)})] if unknown else []
    return {
        "sheets": [sheet_data(sheet) for sheet in all_],
        "added": len(all_) - len(ours),
        "notices": notices_data(notices),
    }


ACTIONS: Mapping[str, Action[ToolState]] = {
    "open": ToolState.open,
    "result": _result,
    "merge-rows": _merge_rows,
    "sort-rows": _sort_rows,
    "export-rows": _export_rows,
    "import-rows": _import_rows,
    "read": _read,
}


def _section(state: ToolState, request: Fields) -> tuple[Section, Entries]:
    id_ = request.text("section")
    for section in state.tool.sections:
        if section.id == id_:
            return section, Entries(_sheet(request), section.id)
    raise request.broken("section")


def _log(state: ToolState, request: Fields) -> tuple[Log, Entries]:
    section, entries = _section(state, request)
    if not isinstance(section, Log):
        raise request.broken("section")
    return section, entries


def _section_of_rows(state: ToolState, request: Fields) -> tuple[Log | Register, Entries]:
    section, entries = _section(state, request)
    if not isinstance(section, Log | Register):
        raise request.broken("section")
    return section, entries


def _sheet(request: Fields) -> Sheet:
    return read_sheet(Fields(request.data.get("sheet"), "sheet"))


def _rows(rows: Iterable[Row]) -> contract.Rows:
    return {"rows": [dict(row) for row in rows]}
