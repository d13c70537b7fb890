"""Where views agree and where they differ, from a tally alone.

The middle of an even number of marks is said as both of its marks ("between 3 and 4"). Quartiles
are linear between order statistics (Hyndman and Fan's type 7, h = (n−1)p). There is no mean.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.tally import Counts, Tally, counts_data
from mainstream.scoring.figures.agreement import agreement
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

WORDS: Final = ("median_between",)

CLOSE: Final = "close"
SPLIT: Final = "split"
MOSTLY_AGREE: Final = "mostly-agree"
SPREAD: Final = "spread"


@dataclass(frozen=True)
class Spread:
    """The figures of one enabler with a mark at least; `word` is None for a single mark."""

    low_median: int
    high_median: int
    lower_quartile: float
    upper_quartile: float
    lowest: int
    highest: int
    word: contract.SpreadWord | None
    agreement: float

    @property
    def median(self) -> float:
        """Halfway between the low and the high median."""
        return (self.low_median + self.high_median) / 2


def spread_of(counts: Counts) -> Spread | None:
    """The figures of one enabler; None where nobody gave a mark."""
    n = counts.marked
    if n == 0:
        return None
    given = [mark for mark, people in enumerate(counts.marks, 1) if people]
    measured = agreement(counts.marks)
    assert measured is not None  # there is a mark
    return Spread(
        low_median=_mark_at(counts.marks, (n - 1) // 2),
        high_median=_mark_at(counts.marks, n // 2),
        lower_quartile=_quantile(counts.marks, 0.25),
        upper_quartile=_quantile(counts.marks, 0.75),
        lowest=given[0],
        highest=given[-1],
        word=_word(counts.marks) if n > 1 else None,
        agreement=measured,
    )


def talking_order(framework: Framework, tally: Tally) -> list[str]:
    """The enablers' ids: splits first, then least agreement, then the larger share of "not sure".

    Those with fewer than two marks come last, the rest in the framework's order.
    """

    def place(enabler: Enabler) -> tuple[float, ...]:
        counts = tally.counts[enabler.id]
        spread = spread_of(counts)
        unsure = counts.not_sure / counts.people if counts.people else 0.0
        if spread is None or spread.word is None:
            return (2, 0, -unsure)
        # Rounded, so that equal agreement is equal however it was added up.
        return (0 if spread.word == SPLIT else 1, round(spread.agreement, 9), -unsure)

    return [enabler.id for enabler in sorted(framework.enablers, key=place)]


def comparison(framework: Framework, tally: Tally, words: Words) -> contract.ComparisonFigures:
    """`{people, rows, talking_order}` as JSON data; a row for each enabler, in order."""
    return {
        "people": tally.people,
        "rows": [_row(enabler, tally.counts[enabler.id], words) for enabler in framework.enablers],
        "talking_order": talking_order(framework, tally),
    }


def _row(enabler: Enabler, counts: Counts, words: Words) -> contract.Figures:
    spread = spread_of(counts)
    return {
        "enabler": enabler.id,
        "number": enabler.number,
        "title": enabler.title,
        "short_title": enabler.short_title,
        "level": enabler.level,
        "url": enabler.url,
        "counts": counts_data(counts),
        "marked": counts.marked,
        "median": spread.median if spread else None,
        "median_text": median_text(spread, words),
        "lower_quartile": spread.lower_quartile if spread else None,
        "upper_quartile": spread.upper_quartile if spread else None,
        "lowest": spread.lowest if spread else None,
        "highest": spread.highest if spread else None,
        "word": spread.word if spread else None,
        "agreement": round(spread.agreement, 2) if spread else None,
    }


def median_text(spread: Spread | None, words: Words) -> str:
    """The middle in words: a mark, or between which two; empty where there is none."""
    if spread is None:
        return ""
    if spread.low_median == spread.high_median:
        return str(spread.low_median)
    return phrase(words, "median_between", low=spread.low_median, high=spread.high_median)


def _mark_at(marks: Sequence[int], place: int) -> int:
    """The mark at a place, from 0, among all marks in order."""
    for mark, people in enumerate(marks, 1):
        place -= people
        if place < 0:
            return mark
    raise IndexError("there are not so many marks")


def _quantile(marks: Sequence[int], p: float) -> float:
    h = (sum(marks) - 1) * p
    below = math.floor(h)
    low, high = _mark_at(marks, below), _mark_at(marks, math.ceil(h))
    return low + (h - below) * (high - low)


def _word(marks: Sequence[int]) -> contract.SpreadWord:
    """In plain words how far two or more marks agree; the first rule that holds gives it.

    Close: no more than a mark apart. Split: a quarter or more on each side of the scale's middle,
    and no more in the middle than on the smaller side. Mostly agree: the middle half is no more
    than a mark apart. Else spread.
    """
    n, middle = sum(marks), (len(marks) + 1) / 2
    given = [mark for mark, people in enumerate(marks, 1) if people]
    if given[-1] - given[0] <= 1:
        return CLOSE
    below = sum(people for mark, people in enumerate(marks, 1) if mark < middle)
    above = sum(people for mark, people in enumerate(marks, 1) if mark > middle)
    between = n - below - above  # a scale with an even number of points has no mark in the middle
    # Many in the middle, and fewer to either side, are a hill and not two camps.
    if 4 * below >= n and 4 * above >= n and between <= min(below, above):
        return SPLIT
    if _quantile(marks, 0.75) - _quantile(marks, 0.25) <= 1:
        return MOSTLY_AGREE
    return SPREAD
