"""Holds what is said of answers: rows, counts, what stands out, and where to start."""

from typing import Any

import pytest

from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE
from mainstream.scoring.contract.answers import Summary
from mainstream.scoring.figures.summary import summary
from tests.scoring.examples import WORDS, framework, response

MARKS = (3, 2, 4, 3, 3, 1, 4, 2, 2, 3, 1)


def _summary(*marks: int | str | None) -> Summary:
    return summary(framework(len(marks)), response(marks), WORDS)


def _suggested(found: Summary) -> list[tuple[str, int | None, str]]:
    return [(s["enabler"], s["mark"], s["state"]) for s in found["suggestions"]]


def test_each_enabler_has_a_row_in_order() -> None:
    """A mark with its label, a blank with its name."""
    rows = _summary(3, NOT_SURE, DOES_NOT_APPLY, None)["rows"]
    assert [row["number"] for row in rows] == [1, 2, 3, 4]
    assert [row["mark"] for row in rows] == [3, None, None, None]
    assert [row["state"] for row in rows] == ["marked", NOT_SURE, DOES_NOT_APPLY, "unanswered"]
    labels = ["label 3", "not sure", "does not apply", "not answered"]
    assert [row["label"] for row in rows] == labels


def test_every_state_is_counted_in_all_and_by_level() -> None:
    """The counts of the levels add up to the whole."""
    found = _summary(3, NOT_SURE, DOES_NOT_APPLY, None, 2)
    counts = {"marked": 2, "not_sure": 1, "does_not_apply": 1, "unanswered": 1, "total": 5}
    assert found["counts"] == counts
    levels: list[dict[str, Any]] = [{**level["counts"]} for level in found["levels"]]
    assert {name: sum(level[name] for level in levels) for name in counts} == counts
    assert [level["rows"] for level in found["levels"]] == [["e1", "e2"], ["e3", "e4", "e5"], []]


def test_the_highest_marks_stand_out_and_the_lowest_are_less_present() -> None:
    """Only the two ends are named."""
    found = _summary(*MARKS)
    assert found["stands_out"] == ["e3", "e7"]
    assert found["less_present"] == ["e6", "e11"]
    assert not found["all_equal"]


def test_blanks_neither_stand_out_nor_are_less_present() -> None:
    """Only marks enter; what has none is listed by itself."""
    found = _summary(4, NOT_SURE, 2, None, DOES_NOT_APPLY)
    assert (found["stands_out"], found["less_present"]) == (["e1"], ["e3"])
    assert found["not_scored"] == [
        {"enabler": "e2", "state": NOT_SURE},
        {"enabler": "e4", "state": "unanswered"},
        {"enabler": "e5", "state": DOES_NOT_APPLY},
    ]


@pytest.mark.parametrize("mark", [1, 3, 5])
def test_where_all_marks_are_equal_nothing_stands_out(mark: int) -> None:
    """Nor is anything less present than the rest."""
    found = _summary(*[mark] * 11)
    assert (found["stands_out"], found["less_present"]) == ([], [])
    assert found["all_equal"]


@pytest.mark.parametrize("marks", [(None, None, None), (None, 4, None)])
def test_fewer_than_two_marks_are_not_compared(marks: tuple[int | None, ...]) -> None:
    """One mark is neither high nor low, and not "all equal" either."""
    found = _summary(*marks)
    assert (found["stands_out"], found["less_present"]) == ([], [])
    assert not found["all_equal"]
    assert found["too_few"]
    assert not _summary(*marks, 4, 2)["too_few"]


def test_what_people_disagree_with_does_not_stand_out() -> None:
    """The highest of low marks is still low, and the lowest of high marks still high."""
    assert _summary(1, 2, 1, 2)["stands_out"] == []
    assert _summary(1, 2, 1, 2)["less_present"] == ["e1", "e3"]
    assert _summary(5, 4, 4, 5)["less_present"] == []
    assert _summary(5, 4, 4, 5)["stands_out"] == ["e1", "e4"]


def test_among_many_equals_levels_take_turns() -> None:
    """The first levels do not crowd out the last; the total says how many more there are."""
    found = _summary(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1)
    assert found["stands_out"] == ["e1", "e3", "e7"]
    assert found["stands_out_total"] == 10
    assert found["less_present_total"] == 1


def test_named_enablers_stand_in_the_order_of_the_framework() -> None:
    """Turns decide who is named, not in which order."""
    assert _summary(4, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1)["stands_out"] == ["e1", "e2", "e3"]


def test_suggestions_begin_with_the_lowest_marks() -> None:
    """Then the next lowest, three in all."""
    assert _suggested(_summary(*MARKS)) == [
        ("e6", 1, "marked"),
        ("e11", 1, "marked"),
        ("e2", 2, "marked"),
    ]


def test_suggestions_go_on_with_what_has_no_mark() -> None:
    """Two at most, "not sure" first; low marks do not crowd them out, and none is high."""
    found = _summary(1, NOT_SURE, 2, DOES_NOT_APPLY, 2, None, 3, None, 5)
    assert _suggested(found) == [
        ("e1", 1, "marked"),
        ("e3", 2, "marked"),
        ("e5", 2, "marked"),
        ("e2", None, NOT_SURE),
        ("e6", None, "unanswered"),
    ]


@pytest.mark.parametrize(("mark", "count"), [(1, 3), (3, 3), (4, 0), (5, 0)])
def test_equal_marks_lead_somewhere_where_they_are_low(mark: int, count: int) -> None:
    """Somebody who disagrees with everything is not left without a place to start."""
    found = _summary(*[mark] * 11)
    assert [s["mark"] for s in found["suggestions"]] == [mark] * count


def test_different_answers_give_different_suggestions() -> None:
    """Each single enabler that is less present is the one to start with."""
    firsts = set()
    for low in range(11):
        marks = [4] * 11
        marks[low] = 2
        (only,) = _summary(*marks)["suggestions"]
        firsts.add(only["enabler"])
    assert len(firsts) == 11


def test_a_mark_that_moves_asks_anew() -> None:
    """The question and the shift go round with the mark."""
    found = [_summary(mark, 5)["suggestions"][0] for mark in (1, 2, 3)]
    assert [each["question"] for each in found] == [f"Question {n} of e1?" for n in (1, 2, 3)]
    shifts = [each["shift"] and each["shift"]["from"] for each in found]
    assert shifts == [f"from {n} of e1" for n in (1, 2, 1)]


def test_a_suggestion_leads_to_at_most_three_case_studies() -> None:
    """The first of the enabler's, which are the nearest to it."""
    (only,) = _summary(1, 5)["suggestions"]
    assert [case["id"] for case in only["case_studies"]] == ["case-1", "case-2", "case-3"]
    assert (only["title"], only["url"]) == (framework().enablers[0].title, "../enablers/e1/")
