"""A register groups its rows, adds up, and says what a row or a group lacks."""

import pytest

from tests.scoring.tools.examples import column, points_of, result, table_of, verdict_of

ROWS = [
    {"what": "Budget", "kind": "work", "minutes": "20"},
    {},
    {"what": "Stories", "kind": "talk", "minutes": "15"},
    {"kind": "gone", "lead": "The chair"},
]


def test_rows_stand_in_their_groups() -> None:
    """Those of no group come last; columns that nobody filled in are left out."""
    blocks = result("register", rows=ROWS)
    assert table_of(blocks, "register_group Work 20") == [["Budget", "20"]]
    assert table_of(blocks, "register_group Talk 15") == [["Stories", "15"]]
    assert table_of(blocks, "register_group register_no_group 0") == [
        ["row_unnamed 4", "The chair"]
    ]


def test_a_remark_stands_where_the_choice_fits_and_the_cells_are_empty() -> None:
    """With the row's name in it."""
    blocks = result("register", rows=ROWS)
    assert points_of(blocks, "register_remarks") == [("Stories", "Who leads Stories?")]
    led = [{**ROWS[2], "lead": "Anyone"}]
    assert points_of(result("register", rows=led), "register_remarks") is None


def test_a_check_may_look_for_empty_cells_or_for_choices_alone() -> None:
    """An empty list of either holds for every row."""
    checks = [
        {"when": {}, "empty": ["minutes"], "say": "How long?"},
        {"when": {"kind": ["work", "talk"]}, "empty": [], "say": "Sorted"},
    ]
    blocks = result("register", rows=ROWS, checks=checks)
    assert points_of(blocks, "register_remarks") == [
        ("Budget", "Sorted"),
        ("Stories", "Sorted"),
        ("row_unnamed 4", "How long?"),
    ]


def test_a_group_without_a_row_is_named() -> None:
    """Where the tool has something to say of it."""
    blocks = result("register", rows=ROWS[:1])
    assert points_of(blocks, "register_nothing") == [("No Talk", "")]
    blocks = result("register", rows=ROWS[:1], none_in_group=None)
    assert points_of(blocks, "register_nothing") is None


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        ("", ("open", "register_used 35", "Minutes there are")),
        ("30", ("pause", "register_used_of 35/30 register_over 5", "Too many")),
        ("35", ("ask", "register_used_of 35/35", "")),
        ("much", ("open", "register_used 35", "Minutes there are")),
    ],
)
def test_numbers_are_held_against_what_there_is(there: str, verdict: tuple[str, str, str]) -> None:
    """More than that is too many; just as much is not."""
    blocks = result("register", {"limit": there}, ROWS)
    assert verdict_of(blocks) == verdict
    wrong = [("not_a_number_in Minutes there are much", "")] if there == "much" else None
    assert points_of(blocks, "check_numbers") == wrong


def test_what_is_there_is_held_against_what_is_wanted() -> None:
    """With a sum, a gap each, and those that fall short named."""
    blocks = result(
        "register",
        rows=[
            {"what": "Nurses", "now": "2", "then": "5"},
            {"what": "Cooks", "now": "4", "then": "4"},
            {"what": "Clowns", "then": "1"},
            {"what": "Clerks", "now": "3", "then": "1"},
        ],
        columns=[column("what"), column("now", number=True), column("then", number=True)],
        group_by=None,
        checks=[],
        limit=None,
        difference={"have": "now", "want": "then", "short": "Ask more"},
    )
    assert points_of(blocks, "Ask more") == [("Nurses", "")]
    assert table_of(blocks, "register_difference") == [
        ["Nurses", "2", "5", "+3"],
        ["Cooks", "4", "4", "0"],
        ["Clowns", "", "1", ""],
        ["Clerks", "3", "1", "-2"],
        ["total", "9", "10", "+1"],
    ]
    assert verdict_of(blocks)[:2] == ("ask", "register_count Item 4")


def test_without_rows_it_says_what_to_add() -> None:
    """By what one row is called."""
    assert verdict_of(result("register"))[:2] == ("open", "register_none Item")


def test_nothing_is_ready_while_a_number_cannot_be_read() -> None:
    """The sum would be too low: half an hour and "45 min" are not half an hour of sixty minutes."""
    for minutes in ("45 min", ""):
        blocks = result(
            "register",
            {"limit": "60"},
            rows=[{"what": "Talk", "now": "30"}, {"what": "Decide", "now": minutes}],
            columns=[column("what"), column("now", number=True)],
            group_by=None,
            checks=[],
            limit={"label": "Minutes there are", "column": "now", "over": "Too long"},
            difference=None,
        )
        assert verdict_of(blocks)[0] == "ask"
