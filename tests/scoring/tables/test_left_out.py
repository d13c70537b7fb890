"""Holds which rows are nobody's, and that no person is taken for one of them."""

from typing import Any

import pytest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.tables.waiting import Decision, Sheet, WaitingTables
from tests.scoring.examples import IMPORT_WORDS, framework_data

TITLES = ["The whole", "Danger", "Collaboration", "Permission"]
PEOPLE = [[f"Person {n}", *(str(1 + (n + m) % 5) for m in range(4))] for n in range(8)]


def left_out(rows: list[list[str]], hidden: frozenset[int] = frozenset()) -> dict[int, str]:
    """The reason of each row that is proposed to be left out."""
    data: dict[str, Any] = framework_data(4)
    sheet = Sheet("", rows, hidden)
    tables = WaitingTables(Framework.from_json(data), IMPORT_WORDS, [sheet])
    return dict(tables.first.left_out)


@pytest.mark.parametrize(
    "below",
    [
        [["Average", "2.9", "3.0", "3.1", "2.8"]],
        [["Mean", "3", "3", "3", "3"]],
        [["", "2.9", "3.0", "3.1", "2.8"]],
        [["", "24", "25", "23", "22"]],
        [["Total", "24", "25", "23", "22"], ["Average", "3", "3", "3", "3"]],
    ],
)
def test_totals_below_are_left_out(below: list[list[str]]) -> None:
    """With a name or without one, several of them."""
    rows = [["Name", *TITLES], *PEOPLE, *below]
    assert left_out(rows) == dict.fromkeys(range(10, 10 + len(below)), "total")


def test_figures_after_a_gap_are_left_out() -> None:
    """Also where they could be marks."""
    rows = [["Name", *TITLES], *PEOPLE, [], ["", "3", "3", "3", "3"]]
    assert left_out(rows) == {11: "total"}


@pytest.mark.parametrize(
    "person",
    [
        ["Max", "3", "3", "4", "4"],
        ["Person 9", "2.5", "30", "4", "4"],
        ["", "3", "3", "4", "4"],
        ["Person 9", "", "", "", ""],
    ],
)
def test_a_person_at_the_end_is_a_person(person: list[str]) -> None:
    """Whatever their name is, and whatever they gave."""
    assert left_out([["Name", *TITLES], *PEOPLE, person]) == {}


def test_a_team_called_total_is_a_team() -> None:
    """The row's other cells are as usual."""
    rows = [["Name", "Team", *TITLES], *([p[0], "A", *p[1:]] for p in PEOPLE)]
    assert left_out([*rows, ["Person 9", "Total", "3", "3", "4", "4"]]) == {}


@pytest.mark.parametrize(
    "heading",
    [
        ["", *["Response"] * 4],
        ["", *['{"ImportId":"QID1"}'] * 4],
        ["Please", *(f"How present is this where you work: {title}?" for title in "abcd")],
    ],
)
def test_further_headings_are_left_out(heading: list[str]) -> None:
    """As survey programs write them."""
    assert left_out([["Name", *TITLES], heading, *PEOPLE]) == {2: "heading"}


def test_a_first_person_with_unknown_words_is_a_person() -> None:
    """Where others use the same words, they are not headings."""
    rows = [["Name", *TITLES], ["P", *["そう思う"] * 4], ["Q", *["そう思う", "違う"] * 2]]
    assert left_out(rows) == {}


def test_hidden_rows_are_named() -> None:
    """Those of the headings and blank ones are nothing to tell of."""
    rows = [["Name", *TITLES], *PEOPLE]
    assert left_out(rows, frozenset({1, 3, 40})) == {3: "hidden"}


def test_a_row_can_be_kept() -> None:
    """A person says so."""
    rows = [["Name", *TITLES], *PEOPLE, ["Mean", "3", "3", "3", "3"]]
    framework = Framework.from_json(framework_data(4))
    tables = WaitingTables(framework, IMPORT_WORDS, [Sheet("", rows)])
    for kept, people in (((), 8), ({("", 10)}, 9)):
        ((_, results),) = tables.read(Decision(kept=kept))
        assert len(results) == people
