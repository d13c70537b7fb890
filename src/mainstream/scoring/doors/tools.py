"""The tools' door: one JSON text in, one out, as the browser's worker calls it."""

from collections.abc import Callable
from typing import Any

from mainstream.scoring.answers.response import Notice, check_format
from mainstream.scoring.doors.person import answer, safe_file_name
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import read_json
from mainstream.scoring.tools.finished import as_text, finished_page
from mainstream.scoring.tools.log import SORTS, merged, noted
from mainstream.scoring.tools.rows_csv import rows_from_csv, rows_to_csv
from mainstream.scoring.tools.sheet import Entries, Row, Sheet, joined, read_sheet, sheet_data
from mainstream.scoring.words import REQUIRED_FOR_TOOLS, Words, check_words
from mainstream.scoring.workshop.file_format import FORMAT, FORMAT_VERSION, MOST_CHARACTERS


def handle(text: str) -> str:
    """Answer one request to the page's only service."""
    return SERVICE.handle(text)


class ToolService:
    """Answers requests about the sheets of one tool, from the `open` request on."""

    def __init__(self) -> None:
        self._tool: dict[str, Any] | None = None
        self._words: Words = {}
        self._actions: dict[str, Callable[[dict[str, Any]], Any]] = {
            "open": self._open,
            "result": self._result,
            "merge-rows": self._merge_rows,
            "sort-rows": self._sort_rows,
            "export-rows": self._export_rows,
            "import-rows": self._import_rows,
            "read": self._read,
        }

    def handle(self, text: str) -> str:
        """Answer one request; both texts are JSON."""
        return answer(self._act, text)

    def _act(self, request: dict[str, Any]) -> Any:
        name = request.get("action")
        if not isinstance(name, str) or name not in self._actions:
            raise ScoringProblem("request-unknown", action=str(name))
        return self._actions[name](request)

    def _open(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{tool, words}` → `{}`; the tool as `mainstream.pages.tool_data` gives it, or none.

        Without a tool only `read` is answered.
        """
        self._words = check_words(request.get("words"), REQUIRED_FOR_TOOLS)
        self._tool = request.get("tool")
        return {}

    def _result(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{sheet}` → `{blocks, text}`: the finished page, and the same as plain text."""
        tool, sheet = self._opened(), _sheet(request)
        blocks = finished_page(tool, sheet, self._words)
        return {"blocks": blocks, "text": as_text(tool, sheet, blocks)}

    def _merge_rows(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{sheet, section, rows}` → `{rows}`: the first of the rows holds what all of them did."""
        section, entries = self._section(request, "log")
        rows = list(entries.rows())
        places = request.get("rows")
        if not isinstance(places, list) or not places:
            raise ScoringProblem("request-broken")
        if not all(_is_place(place, rows) for place in places):
            raise ScoringProblem("request-broken")
        first, *rest = sorted(set(places))
        rows[first] = merged(section, [rows[place] for place in (first, *rest)])
        return _rows(row for place, row in enumerate(rows) if place not in rest)

    def _sort_rows(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{sheet, section, by}` → `{rows}`, by `count` or by `effect`; empty rows at the end."""
        section, entries = self._section(request, "log")
        order = SORTS.get(str(request.get("by")))
        if order is None:
            raise ScoringProblem("request-broken")
        places = [row.place for row in order(noted(section, entries, self._words))]
        rows = entries.rows()
        empty = [row for place, row in enumerate(rows) if place not in places]
        return _rows([*(rows[place] for place in places), *empty])

    def _export_rows(self, request: dict[str, Any]) -> dict[str, str]:
        """`{sheet, section}` → `{filename, media_type, text}`, as CSV."""
        section, entries = self._section(request)
        sheet = _sheet(request)
        name = safe_file_name([sheet.tool, sheet.title[:40], sheet.date], "csv")
        text = rows_to_csv(section, entries)
        return {"filename": name, "media_type": "text/csv", "text": text}

    def _import_rows(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{sheet, section, text}` → `{rows, added, notices}`: the filled rows and the new ones."""
        section, entries = self._section(request)
        text = request.get("text")
        if not isinstance(text, str):
            raise ScoringProblem("request-broken")
        if not text.strip():
            raise ScoringProblem("nothing-to-read")
        added, notices = rows_from_csv(section, text)
        here = [row for _, row in entries.filled_rows()]
        return {**_rows([*here, *added]), "added": len(added), **_told(notices)}

    def _read(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{text, sheets, tools}` → `{sheets, added, notices}`: those here and those of a file.

        `tools` are the ids that the site has; sheets of others are kept, and a notice names them.
        """
        text, tools = request.get("text"), request.get("tools")
        if not isinstance(text, str) or not isinstance(tools, list):
            raise ScoringProblem("request-broken")
        data = read_json(text.removeprefix("\ufeff"), most_characters=MOST_CHARACTERS)
        check_format(data, FORMAT, FORMAT_VERSION)
        theirs = Fields(data, "").each("tool_records", read_sheet)
        if not theirs:
            raise ScoringProblem("sheet-none-in-file")
        ours = Fields(request, "").each("sheets", read_sheet)
        all_ = joined(ours, theirs)
        unknown = sorted({sheet.tool for sheet in theirs} - set(map(str, tools)))
        notices = [Notice("sheet-unknown-tools", {"ids": ", ".join(unknown)})] if unknown else []
        return {
            "sheets": [sheet_data(sheet) for sheet in all_],
            "added": len(all_) - len(ours),
            **_told(notices),
        }

    def _opened(self) -> dict[str, Any]:
        if self._tool is None:
            raise ScoringProblem("not-open")
        return self._tool

    def _section(self, request: dict[str, Any], *kinds: str) -> tuple[dict[str, Any], Entries]:
        wanted = kinds or ("log", "register")  # those that hold rows of columns
        for section in self._opened()["sections"]:
            if section["id"] == request.get("section") and section["kind"] in wanted:
                return section, Entries(_sheet(request), section["id"])
        raise ScoringProblem("request-broken")


def _sheet(request: dict[str, Any]) -> Sheet:
    return read_sheet(Fields(request.get("sheet"), "sheet"))


def _is_place(place: Any, rows: list[Row]) -> bool:
    return type(place) is int and 0 <= place < len(rows)


def _rows(rows: Any) -> dict[str, Any]:
    return {"rows": [dict(row) for row in rows]}


def _told(notices: list[Notice]) -> dict[str, Any]:
    return {"notices": [{"key": n.key, "values": dict(n.values)} for n in notices]}


SERVICE = ToolService()
