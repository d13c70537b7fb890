"""Holds the spreadsheet: its rows, its quoting, and that no note becomes a formula."""

import csv
import io
from typing import Any

import pytest

from mainstream.scoring.answers.response import read_response
from mainstream.scoring.tables.person import csv_table
from tests.scoring.examples import WORDS, framework, response_json


def _rows(**fields: Any) -> list[list[str]]:
    response, _ = read_response(response_json(**fields), framework())
    text = csv_table(framework(), response, WORDS)
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_table_has_a_row_for_each_enabler() -> None:
    """Headings from the words, then the answers in order, also the blank ones."""
    heading, *rows = _rows(group="Finance")
    assert heading == [WORDS[key] for key in WORDS if key.startswith(("table_", "people_"))]
    assert [row[0] for row in rows] == [str(n) for n in range(1, 12)]
    about = ["View of service", "Finance", "2026-11-23", ""]
    titles = [enabler.title for enabler in framework().enablers]
    assert rows[1] == ["2", titles[1], "Mindset", "1", "label 1", "A note", *about]
    assert rows[2][3:6] == ["", "not sure", ""]
    assert rows[3][3:6] == ["", "not answered", ""]


def test_excel_is_told_the_encoding() -> None:
    """Without the mark, letters with accents turn into nonsense there."""
    response, _ = read_response(response_json(), framework())
    text = csv_table(framework(), response, WORDS)
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 12
    assert text.endswith("\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_never_begins_like_a_formula(start: str) -> None:
    """A note that a spreadsheet would run is shown as text."""
    note = f'{start}HYPERLINK("https://example.org")'
    rows = _rows(answers={"e1": {"mark": 3, "note": note}}, group=f"{start}1")
    assert rows[1][5] == "'" + note
    assert rows[1][7].startswith("'") or start == "\t"


def test_quotes_commas_and_lines_stay_in_their_cell() -> None:
    """A note may hold anything."""
    note = 'He said "no",\nthen\r\nyes; so'
    assert _rows(answers={"e1": {"mark": 3, "note": note}})[1][5] == note


def test_unknown_answers_have_rows_too() -> None:
    """What we do not know is not lost from the spreadsheet."""
    rows = _rows(answers={"later": {"mark": 2, "note": "New"}, "odd": 3})
    assert rows[12][:6] == ["", "later", "", "2", "", "New"]
    assert rows[13][:6] == ["", "odd", "", "", "", ""]
