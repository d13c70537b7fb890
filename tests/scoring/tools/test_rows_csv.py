"""Rows go out as a table and come back; what does not fit is told by row and column."""

import pytest

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tools.rows_csv import MOST_ROWS, rows_from_csv, rows_to_csv
from mainstream.scoring.tools.sheet import Entries
from tests.scoring.tools.examples import log_section, register_section, sheet

LOG, REGISTER = log_section(), register_section()
ROWS = [
    {
        "what": '=SUM(A1) "x"',
        "count": "3",
        "effect": "grave",
        "leads_to": "a\nb",
        "decider": "team",
    },
    {"what": "Forms; twice"},
]


def test_rows_come_back_as_they_went() -> None:
    """Also what a spreadsheet would run, quotation marks and line breaks; empty rows do not."""
    entries = Entries(sheet(rows={"log": [ROWS[0], {}, ROWS[1]]}), "log")
    assert rows_from_csv(LOG, rows_to_csv(LOG, entries)) == (ROWS, [])


def test_columns_are_found_by_label_or_id_in_any_order() -> None:
    """Choices by title or id, whatever their case; another delimiter is understood."""
    text = "KIND;what;Minutes\r\nTALK;Stories;15\r\nwork;Budget;\r\n"
    rows, notices = rows_from_csv(REGISTER, text)
    assert rows == [
        {"kind": "talk", "what": "Stories", "minutes": "15"},
        {"kind": "work", "what": "Budget"},
    ]
    assert notices == []


def test_what_does_not_fit_is_told_and_the_rest_is_taken() -> None:
    """By the row's number in the file, blank lines counted."""
    text = "what,kind,minutes,colour\n\nStories,sing,many,red\n"
    rows, notices = rows_from_csv(REGISTER, text)
    assert rows == [{"what": "Stories"}]
    assert [(notice.key, dict(notice.values)) for notice in notices] == [
        ("sheet-column-unknown", {"column": 4, "text": "colour"}),
        ("sheet-cell-choice", {"row": 3, "column": "Kind", "text": "sing"}),
        ("sheet-cell-number", {"row": 3, "column": "Minutes", "text": "many"}),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "Colour,Size\nred,3\n", "Kind,Minutes\ntalk,3\n"])
def test_a_table_without_the_first_column_is_refused(text: str) -> None:
    """It says which columns there are."""
    with pytest.raises(ScoringProblem) as caught:
        rows_from_csv(REGISTER, text)
    assert caught.value.key == "sheet-no-columns"
    assert caught.value.values == {"first": "What", "columns": "What, Kind, Minutes, Lead"}


def test_too_many_rows_are_refused() -> None:
    """Before a phone has to show them."""
    with pytest.raises(ScoringProblem) as caught:
        rows_from_csv(REGISTER, "what\n" + "a\n" * (MOST_ROWS + 1))
    assert caught.value.key == "sheet-too-many-rows"
