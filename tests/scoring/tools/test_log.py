"""A log counts and ranks, names the few that matter most, and says who to take each to."""

from typing import Any

import pytest

from mainstream.scoring.tools.log import alike, by_count, by_effect, merged, most_of_it, noted
from mainstream.scoring.tools.sheet import Entries, Row
from tests.scoring.tools.examples import (
    WORDS,
    log_section,
    points_of,
    result,
    sheet,
    table_of,
    verdict_of,
)

LOG = log_section()
ROWS = [
    {"what": "Forms", "count": "3", "effect": "slight", "decider": "team", "leads_to": "Delay"},
    {"what": "Keys", "count": "3", "effect": "grave"},
    {},
    {"what": "Phones", "decider": "board"},
    {"what": "Stamps", "count": "9"},
]
SVG = "{http://www.w3.org/2000/svg}"


def rows_noted(rows: list[dict[str, str]]) -> Any:
    """The rows as the log understands them."""
    return noted(LOG, Entries(sheet(rows={"log": rows}), "log"), WORDS)


def test_rows_are_ranked_by_count_then_by_effect_then_as_they_came() -> None:
    """A row without a count was met once."""
    found = rows_noted(ROWS)
    assert [(row.name, row.count) for row in by_count(found)] == [
        ("Stamps", 9),
        ("Keys", 3),
        ("Forms", 3),
        ("Phones", 1),
    ]
    assert [row.name for row in by_effect(found)] == ["Keys", "Forms", "Stamps", "Phones"]


def test_the_few_that_make_up_most_of_it_are_named() -> None:
    """The fewest that reach four fifths: 9 and 3 of 16 do not, with 3 more they do."""
    blocks = result("log", rows=ROWS)
    tone, title, text = verdict_of(blocks)
    assert (tone, title) == ("ask", "log_counted 4 16")
    assert text == "log_few 3/4 94 Stamps, Keys, Forms."
    assert most_of_it([]) == []
    zeros = rows_noted([{"what": "A", "count": "0"}])
    assert most_of_it(zeros) == []


def test_both_rankings_and_a_sheet_for_each_decider_are_there() -> None:
    """What nobody was named for comes last."""
    blocks = result("log", rows=ROWS)
    assert (table_of(blocks, "log_by_count") or [[]])[0] == ["Stamps", "9", "56 %", ""]
    assert (table_of(blocks, "log_by_effect") or [[]])[0] == ["Keys", "Grave", "3", ""]
    assert table_of(blocks, "log_for Team") == [["Forms", "3", "Delay"]]
    assert table_of(blocks, "log_for Board") == [["Phones", "1", ""]]
    assert [row[0] for row in table_of(blocks, "log_for_nobody") or []] == ["Stamps", "Keys"]


def test_what_is_no_whole_number_is_named_by_row_and_column() -> None:
    """The row counts once all the same."""
    blocks = result("log", rows=[{"what": "A", "count": "many"}, {"what": "B", "count": "-1"}])
    assert points_of(blocks, "check_numbers") == [
        ("not_a_number 1 Count many", ""),
        ("not_a_number 2 Count -1", ""),
    ]
    assert verdict_of(blocks)[1] == "log_counted 2 2"


@pytest.mark.parametrize(
    ("one", "other"), [("Forms twice", "forms, TWICE!"), ("no phone", "Phone: no")]
)
def test_rows_of_the_same_words_are_offered_to_be_made_one(one: str, other: str) -> None:
    """Whatever their case, order and punctuation."""
    assert alike(rows_noted([{"what": one}, {"what": "Else"}, {"what": other}])) == [(one, [0, 2])]


def test_made_one_counts_add_up_and_no_text_is_lost() -> None:
    """The gravest effect stays, and another name stands among what it leads to."""
    rows: list[Row] = [
        {"what": "Forms", "count": "3", "effect": "slight", "leads_to": "Delay"},
        {"what": "Papers", "effect": "grave", "leads_to": "Anger", "decider": "board"},
        {"what": "forms", "count": "x", "leads_to": "Delay", "decider": "us"},
    ]
    assert merged(LOG, rows) == {
        "what": "Forms",
        "count": "5",
        "effect": "grave",
        "leads_to": "Delay; Anger; Papers; us; x",
        "decider": "board",
    }
