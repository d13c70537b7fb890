"""The tools' door: every action, and what it refuses."""

import json
from typing import Any

import pytest

from mainstream.scoring.doors.tools import new_door
from mainstream.scoring.tools.sheet import sheet_data
from tests.scoring.tools.examples import SECTIONS, WORDS, sheet

TOOL = {
    "id": "example",
    "title": "Try it",
    "is_not": "",
    "sections": [SECTIONS["log"], SECTIONS["rules"]],
}
ROWS = [{"what": "Forms", "count": "1"}, {}, {"what": "Keys", "count": "4"}, {"what": "forms"}]
SHEET = sheet_data(sheet(rows={"log": ROWS}, title="Two weeks", date="2026-11-23"))


class Asking:
    """A service with the tool open."""

    def __init__(self) -> None:
        self.service = new_door()
        self("open", tool=TOOL, words=WORDS)

    def __call__(self, action: str, **fields: Any) -> Any:
        """The value of the answer, or the key of its problem."""
        answer = json.loads(self.service.handle(json.dumps({"action": action, **fields})))
        return answer["value"] if answer["ok"] else answer["problem"]["key"]


@pytest.fixture
def ask() -> Asking:
    """A service to ask."""
    return Asking()


def file(**fields: Any) -> str:
    """A file's text."""
    return json.dumps({"format": "mainstream.workshop", "format_version": 1, **fields})


def test_a_sheet_gives_blocks_and_text(ask: Asking) -> None:
    """As the finished page does."""
    answer = ask("result", sheet=SHEET)
    assert answer["blocks"][0]["title"] == "log_counted 3 6"
    assert answer["text"].startswith("Two weeks\n")


def test_rows_are_made_one_where_the_first_of_them_stood(ask: Asking) -> None:
    """The others go; the rest stays as it was."""
    answer = ask("merge-rows", sheet=SHEET, section="log", rows=[3, 0])
    assert answer["rows"] == [{"what": "Forms", "count": "2"}, {}, ROWS[2]]


def test_rows_are_sorted_with_the_empty_ones_last(ask: Asking) -> None:
    """None is lost."""
    answer = ask("sort-rows", sheet=SHEET, section="log", by="count")
    assert answer["rows"] == [ROWS[2], ROWS[0], ROWS[3], {}]


def test_rows_go_out_as_a_file_and_come_in_behind_those_here(ask: Asking) -> None:
    """With what was not taken."""
    out = ask("export-rows", sheet=SHEET, section="log")
    assert (out["filename"], out["media_type"]) == ("example-Two-weeks-2026-11-23.csv", "text/csv")
    answer = ask("import-rows", sheet=SHEET, section="log", text="what,count\nNew,x\n")
    assert [row["what"] for row in answer["rows"]] == ["Forms", "Keys", "forms", "New"]
    assert answer["added"] == 1
    assert [notice["key"] for notice in answer["notices"]] == ["sheet-cell-number"]


def test_a_file_brings_its_sheets_beside_those_here(ask: Asking) -> None:
    """Of other tools too; one of a tool that this site lacks is kept and told."""
    other = {**SHEET, "id": "s2", "tool": "gone"}
    text = file(tool_records=[SHEET, other], people=[])
    answer = ask("read", text="\ufeff" + text, sheets=[SHEET], tools=["example"])
    assert [each["id"] for each in answer["sheets"]] == ["s1", "s2"]
    assert answer["added"] == 1
    assert answer["notices"] == [{"key": "sheet-unknown-tools", "values": {"ids": "gone"}}]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "json-broken"),
        (file(tool_records=[]), "sheet-none-in-file"),
        (file(), "sheet-none-in-file"),
        (file(tool_records=[{"rows": 3}]), "field-broken"),
        (file(format_version=2), "newer-format"),
        ('{"format": "mainstream.response"}', "other-format"),
        ("[]", "not-a-response"),
    ],
)
def test_a_file_without_sheets_is_refused(ask: Asking, text: str, key: str) -> None:
    """With its reason."""
    assert ask("read", text=text, sheets=[], tools=[]) == key


@pytest.mark.parametrize(
    ("action", "fields", "key"),
    [
        ("result", {}, "field-broken"),
        ("result", {"sheet": []}, "field-broken"),
        ("merge-rows", {"sheet": SHEET, "section": "log", "rows": [0, 9]}, "request-broken"),
        ("merge-rows", {"sheet": SHEET, "section": "log", "rows": [True]}, "request-broken"),
        ("merge-rows", {"sheet": SHEET, "section": "rules", "rows": [0]}, "request-broken"),
        ("merge-rows", {"sheet": SHEET, "section": "log", "rows": []}, "request-broken"),
        ("sort-rows", {"sheet": SHEET, "section": "log", "by": "name"}, "request-broken"),
        ("import-rows", {"sheet": SHEET, "section": "log", "text": 3}, "request-broken"),
        ("import-rows", {"sheet": SHEET, "section": "log", "text": " "}, "nothing-to-read"),
        ("read", {"text": "{}", "sheets": []}, "request-broken"),
        ("sing", {}, "request-unknown"),
    ],
)
def test_a_request_that_is_not_right_is_refused(
    ask: Asking, action: str, fields: dict[str, Any], key: str
) -> None:
    """Nothing is done by halves."""
    assert ask(action, **fields) == key


def test_without_a_tool_only_files_are_read() -> None:
    """As the index of tools asks."""
    ask = Asking()
    ask("open", tool=None, words=WORDS)
    assert ask("result", sheet=SHEET) == "not-open"
    assert ask("read", text=file(tool_records=[SHEET]), sheets=[], tools=[])["added"] == 1


def test_words_must_be_whole() -> None:
    """A translation that lacks some is told at once."""
    ask = Asking()
    lacking = {key: text for key, text in WORDS.items() if key != "total"}
    assert ask("open", tool=TOOL, words=lacking) == "words-missing"
