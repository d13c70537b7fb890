"""The comparison agrees with the marks written out one by one, and its words with their rules."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.comparison import comparison, spread_of, talking_order
from mainstream.scoring.response import DOES_NOT_APPLY, NOT_SURE
from mainstream.scoring.small_groups import ALL, ASK, NOTHING, groups_to_show, showing
from mainstream.scoring.tally import (
    Counts,
    Tally,
    empty_tally,
    read_tally,
    tally_data,
    tally_of,
)
from tests.scoring.examples import WORKSHOP_WORDS, framework, response

FRAMEWORK = framework()
answers = st.one_of(st.integers(1, 5), st.sampled_from([NOT_SURE, DOES_NOT_APPLY]), st.none())
people = st.lists(st.lists(answers, min_size=11, max_size=11).map(response), max_size=12)


def counts_of(*marks: int) -> Counts:
    """The counts of some marks on five points."""
    return Counts(tuple(marks.count(mark) for mark in range(1, 6)))


def type_7(marks: list[int], p: float) -> float:
    """A quantile, linear between order statistics, from the sorted marks themselves."""
    h = (len(marks) - 1) * p
    low = marks[int(h)]
    return low + (h - int(h)) * (marks[min(int(h) + 1, len(marks) - 1)] - low)


def word_of(marks: list[int]) -> str:
    """The word by the four rules in their order, from the sorted marks themselves."""
    below, above = sum(mark < 3 for mark in marks), sum(mark > 3 for mark in marks)
    if marks[-1] - marks[0] <= 1:
        return "close"
    if below >= len(marks) / 4 and above >= len(marks) / 4:
        return "split"
    return "mostly-agree" if type_7(marks, 0.75) - type_7(marks, 0.25) <= 1 else "spread"


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_every_small_group_agrees_with_its_marks_written_out(n: int) -> None:
    """Each way in which up to five people can mark."""
    for given_marks in product(range(1, 6), repeat=n):
        marks = sorted(given_marks)
        spread = spread_of(counts_of(*marks))
        assert spread is not None
        assert (spread.low_median, spread.high_median) == (marks[(n - 1) // 2], marks[n // 2])
        assert (spread.lowest, spread.highest) == (marks[0], marks[-1])
        assert spread.lower_quartile == pytest.approx(type_7(marks, 0.25))
        assert spread.upper_quartile == pytest.approx(type_7(marks, 0.75))
        assert spread.word == (word_of(marks) if n > 1 else None)


@pytest.mark.parametrize(
    ("marks", "word"),
    [
        ((3, 3, 4), "close"),
        ((1, 1, 1, 5), "split"),
        ((1, 2, 4, 5), "split"),
        ((3, 3, 3, 5, 5, 3, 3), "mostly-agree"),
        ((1, 3, 3, 3, 1, 3), "spread"),
    ],
)
def test_the_words(marks: tuple[int, ...], word: str) -> None:
    """An example of each."""
    spread = spread_of(counts_of(*marks))
    assert spread is not None
    assert spread.word == word


def test_an_even_number_of_marks_has_two_middles() -> None:
    """Said as both of them; a middle that is one mark is said as that."""
    tally = tally_of(FRAMEWORK, [response([3, 2]), response([4, 2])])
    rows = comparison(FRAMEWORK, tally, WORKSHOP_WORDS)["rows"]
    assert [row["median_text"] for row in rows[:3]] == ["between 3 and 4", "2", ""]
    assert [row["median"] for row in rows[:3]] == [3.5, 2, None]


def test_the_talking_order() -> None:
    """Splits first, then least agreement, then most who are not sure; without marks last."""
    tally = Tally(
        4,
        {
            **empty_tally(FRAMEWORK).counts,
            "e1": counts_of(3, 3, 3, 3),
            "e2": counts_of(1, 1, 5, 5),
            "e3": Counts((0, 0, 3, 0, 0), not_sure=1),
            "e4": counts_of(1, 3, 3, 3),
            "e5": counts_of(3),
        },
    )
    assert talking_order(FRAMEWORK, tally)[:5] == ["e2", "e4", "e3", "e1", "e5"]


@given(people, st.randoms(use_true_random=False))
def test_a_comparison_does_not_depend_on_the_order_of_answers(
    responses: list[object], shuffler: random.Random
) -> None:
    """Who answered first is not seen."""
    shuffled = list(responses)
    shuffler.shuffle(shuffled)
    one = comparison(FRAMEWORK, tally_of(FRAMEWORK, responses), WORKSHOP_WORDS)  # type: ignore[arg-type]
    assert one == comparison(FRAMEWORK, tally_of(FRAMEWORK, shuffled), WORKSHOP_WORDS)  # type: ignore[arg-type]


@given(people, people, people)
def test_tallies_merge_in_any_order(first: list, second: list, third: list) -> None:  # type: ignore[type-arg]
    """And give what everyone's answers together give."""
    a, b, c = (tally_of(FRAMEWORK, each) for each in (first, second, third))
    assert a + b + c == c + (b + a) == tally_of(FRAMEWORK, [*second, *third, *first])


@given(people)
def test_a_tally_is_read_as_it_was_written(responses: list) -> None:  # type: ignore[type-arg]
    """Every person stands in every enabler's counts."""
    tally = tally_of(FRAMEWORK, responses)
    assert read_tally(tally_data(tally), FRAMEWORK) == (tally, ())
    assert all(counts.people == tally.people for counts in tally.counts.values())


@pytest.mark.parametrize(
    ("size", "consent", "shown"),
    [
        (0, False, NOTHING),
        (2, True, NOTHING),
        (3, False, ASK),
        (4, False, ASK),
        (3, True, ALL),
        (5, False, ALL),
    ],
)
def test_small_groups_are_shown_only_by_consent(size: int, consent: bool, shown: str) -> None:
    """And the smallest never."""
    assert showing(size, consent) == shown


@given(st.lists(st.integers(0, 20), max_size=8), st.integers(0, 20))
def test_no_difference_between_what_is_shown_reveals_a_few(
    sizes: list[int], without_group: int
) -> None:
    """What is left when shown groups are taken from the total is nobody or enough people."""
    groups = {f"group {number}": people for number, people in enumerate(sizes)}
    total = sum(sizes) + without_group
    shown = groups_to_show(groups, total)
    rest = total - sum(groups[name] for name in shown)
    assert all(groups[name] >= 5 and total - groups[name] >= 5 for name in shown)
    assert not shown or rest == 0 or rest >= 5
