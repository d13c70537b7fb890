"""Holds, for any answers, that what is said of them is true of them."""

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE
from mainstream.scoring.figures.summary import (
    MOST_LOW_MARKS,
    MOST_NAMED,
    MOST_WITHOUT_MARK,
    summary,
)
from tests.scoring.examples import WORDS, framework, response

_ANSWERS = st.lists(
    st.one_of(st.integers(1, 5), st.sampled_from([None, NOT_SURE, DOES_NOT_APPLY])),
    min_size=1,
    max_size=16,
)


@given(_ANSWERS)
def test_what_stands_out_has_the_highest_mark(answers: list[int | str | None]) -> None:
    """And what is less present the lowest; no enabler is both, and none is named without a mark."""
    found = summary(framework(len(answers)), response(answers), WORDS)
    marks = {f"e{n}": mark for n, mark in enumerate(answers, 1) if isinstance(mark, int)}
    ends = (
        (found["stands_out"], found["stands_out_total"], max),
        (found["less_present"], found["less_present_total"], min),
    )
    for named, total, end in ends:
        assert len(named) == min(MOST_NAMED, total)
        assert all(marks[id_] == end(marks.values()) for id_ in named)
    assert set(found["stands_out"]).isdisjoint(found["less_present"])
    values = set(marks.values())
    assert bool(found["stands_out"]) == (len(values) > 1 and max(values) > 3)
    assert bool(found["less_present"]) == (len(values) > 1 and min(values) <= 3)


@given(_ANSWERS)
def test_no_lower_mark_is_passed_over(answers: list[int | str | None]) -> None:
    """What is not suggested has no lower mark than what is; nothing is suggested twice."""
    found = summary(framework(len(answers)), response(answers), WORDS)
    suggested = [each["enabler"] for each in found["suggestions"]]
    marks = {f"e{n}": mark for n, mark in enumerate(answers, 1) if isinstance(mark, int)}
    shown = [marks[id_] for id_ in suggested if id_ in marks]
    low = sorted(mark for mark in marks.values() if mark <= 3)
    assert len(set(suggested)) == len(suggested)
    assert shown == low[:MOST_LOW_MARKS]
    open_ = [a for a in answers if a is None or a == NOT_SURE]
    assert len(suggested) - len(shown) == min(MOST_WITHOUT_MARK, len(open_))


@given(_ANSWERS)
def test_counts_add_up(answers: list[int | str | None]) -> None:
    """Every enabler is in one state, one level and one row."""
    found = summary(framework(len(answers)), response(answers), WORDS)
    counts = found["counts"]
    states = counts["marked"] + counts["not_sure"] + counts["does_not_apply"] + counts["unanswered"]
    assert counts["total"] == states == len(found["rows"]) == len(answers)
    assert sum(level["counts"]["total"] for level in found["levels"]) == len(answers)
    assert len(found["not_scored"]) == len(answers) - counts["marked"]
