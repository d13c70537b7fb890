"""A sheet is the same after a file; sheets of two files are joined without loss."""

from dataclasses import replace
from typing import Any

import pytest

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tools.sheet import Entries, Sheet, joined, read_sheet, sheet_data

SHEET = Sheet(
    "s1",
    "four-rules",
    "A visit",
    "2026-11-23",
    {"rules.legal.answer": "yes", "rules.legal.reason": "A\nB"},
    {"log": ({"what": "Forms"}, {}, {"count": "2"}), "empty": ()},
    {"colour": "blue"},
)


def test_a_sheet_is_read_as_it_was_written() -> None:
    """With empty rows, empty lists and what this version does not know."""
    assert read_sheet(Fields(sheet_data(SHEET), "")) == SHEET


def test_a_sheet_without_an_id_gets_one_from_what_it_holds() -> None:
    """The same each time, and another for another sheet."""
    data = sheet_data(replace(SHEET, id=""))
    first = read_sheet(Fields(data, ""))
    assert first.id and first == read_sheet(Fields(data, ""))
    assert read_sheet(Fields({**data, "title": "Else"}, "")).id != first.id


def test_a_date_that_is_none_costs_no_more_than_itself() -> None:
    """A browser may let a person enter a year of five digits."""
    data = {**sheet_data(SHEET), "date": "12026-11-23"}
    assert read_sheet(Fields(data, "")) == replace(SHEET, date="")


@pytest.mark.parametrize(
    "change",
    [
        {"fields": []},
        {"fields": {"a": 1}},
        {"rows": {"a": {}}},
        {"rows": {"a": [{"b": 2}]}},
    ],
)
def test_a_damaged_sheet_is_refused(change: dict[str, Any]) -> None:
    """With the field that is not as it should be."""
    with pytest.raises(ScoringProblem) as caught:
        read_sheet(Fields({**sheet_data(SHEET), **change}, "sheet"))
    assert caught.value.key == "field-broken"


def test_texts_are_read_without_white_space_around_them() -> None:
    """Rows without any text do not count as filled; each keeps its place."""
    entries = Entries(replace(SHEET, fields={"log.a.b": " x \n"}), "log")
    assert (entries.text("a", "b"), entries.text("a"), entries.text()) == ("x", "", "")
    assert [place for place, _ in entries.filled_rows()] == [0, 2]
    assert entries.rows("none") == ()


def test_joining_keeps_both_where_one_sheet_differs() -> None:
    """Ours stays as it is; the same twice is one; joining again adds nothing."""
    theirs = replace(SHEET, title="Another visit")
    other = replace(SHEET, id="s2")
    both = joined([SHEET], [SHEET, theirs, other])
    assert both[0] == SHEET
    assert [sheet.title for sheet in both] == ["A visit", "Another visit", "A visit"]
    assert len({sheet.id for sheet in both}) == 3
    assert joined(both, [theirs, other]) == both
