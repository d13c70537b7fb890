"""Stages end in a record; the option that is always there is among the options."""

import pytest

from tests.scoring.tools.examples import SECTIONS, points_of, result, table_of, verdict_of

ONLY_NOTES = [stage for stage in SECTIONS["stages"]["stages"] if stage["part"] == "notes"]


def test_the_next_step_is_the_first_without_anything() -> None:
    """With its question."""
    assert verdict_of(result("stages")) == ("open", "stages_next Know", "What?")
    blocks = result("stages", {"know.notes": "Much"})
    assert verdict_of(blocks)[1] == "stages_next Options"


def test_what_was_skipped_is_named() -> None:
    """Only steps before one that holds something."""
    blocks = result("stages", {"decide.notes": "Because"})
    assert points_of(blocks, "stages_blank") == [("Know", "What?"), ("Options", "Which?")]


def test_doing_nothing_is_always_among_the_options() -> None:
    """First, with what speaks for and against it."""
    blocks = result(
        "stages", {"always.for": "Calm"}, [{"title": "Go", "for": "Quick", "against": "Loud"}]
    )
    assert table_of(blocks, "Options") == [["Do nothing", "Calm", ""], ["Go", "Quick", "Loud"]]


@pytest.mark.parametrize(
    ("fields", "rows", "verdict"),
    [
        ({"always.chosen": "yes"}, [], ("ask", "stages_decided Do nothing", "stages_why")),
        (
            {"decide.notes": "Calmer"},
            [{"title": "Go", "chosen": "yes"}],
            ("ready", "stages_decided Go", "Calmer"),
        ),
        (
            {"always.chosen": "yes"},
            [{"title": "Go", "chosen": "yes"}],
            ("ask", "stages_two_chosen", "stages_two_chosen_text"),
        ),
        (
            {"know.notes": "A", "decide.notes": "B"},
            [{"title": "Go", "for": "C"}],
            ("ask", "stages_none_chosen", ""),
        ),
    ],
)
def test_a_decision_is_one_option_with_its_reason(
    fields: dict[str, str], rows: list[dict[str, str]], verdict: tuple[str, str, str]
) -> None:
    """None, two, or one without a reason is told."""
    assert verdict_of(result("stages", fields, rows)) == verdict


def test_one_option_beside_doing_nothing_is_too_few() -> None:
    """With two it is not said."""
    told = "stages_few_options"
    assert points_of(result("stages", {"know.notes": "A"}, [{"title": "Go"}]), told)
    rows = [{"title": "Go"}, {"title": "Stay"}]
    assert points_of(result("stages", {"know.notes": "A"}, rows), told) is None


def test_stages_without_a_decision_are_whole_once_each_has_notes() -> None:
    """As a conversation's cards are."""
    blocks = result("stages", {"know.notes": "A"}, stages=ONLY_NOTES, always=None)
    assert verdict_of(blocks)[:2] == ("ready", "stages_whole")


def test_options_without_reasons_are_listed_all_the_same() -> None:
    """Their stage is not blank."""
    rows = [{"title": "One"}, {"title": "Two"}]
    blocks = result("stages", rows=rows)
    assert "options" not in str(verdict_of(blocks)).casefold()
