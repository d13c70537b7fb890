"""The comparison agrees with the marks written out one by one, and its words with their rules."""

from itertools import product

import pytest

from mainstream.scoring.answers.small_groups import ALL, ASK, NOTHING, SmallGroups, showing
from mainstream.scoring.answers.tally import (
    Counts,
    Tally,
    empty_tally,
    tally_of,
)
from mainstream.scoring.figures.comparison import comparison, spread_of, talking_order
from tests.scoring.examples import WORKSHOP_WORDS, framework, response

FRAMEWORK = framework()


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
    middle = len(marks) - below - above
    if min(below, above) >= max(len(marks) / 4, middle):
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
        ((0, 2, 4, 2, 0), "mostly-agree"),
        ((1, 2, 4, 2, 1), "spread"),
        ((1, 2, 3, 2, 1), "split"),
        ((0, 2, 2, 2, 0), "split"),
        ((0, 3, 2, 2, 0), "split"),
        ((0, 3, 3, 2, 0), "spread"),
        ((3, 0, 0, 0, 5), "split"),
        ((2, 0, 0, 2), "split"),
        ((1, 1, 1, 1), "split"),
        ((0, 2, 4, 4, 0, 1), "split"),
    ],
)
def test_a_hill_is_not_split(marks: tuple[int, ...], word: str) -> None:
    """No more marks at the scale's middle than on the smaller side; an even scale has none there.

    `marks` are how many gave each mark.
    """
    spread = spread_of(Counts(marks))
    assert spread is not None
    assert spread.word == word


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
    assert showing(size, consent, SmallGroups()) == shown
