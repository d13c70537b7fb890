"""Van der Eijk's A agrees with R's `agrmt`, and with its definition written out in full."""

import math
from collections.abc import Sequence
from itertools import combinations, product

import pytest

from mainstream.scoring.figures.agreement import agreement

ANCHOR = (30, 40, 210, 130, 530, 50, 10)  # the example of R's package agrmt


def by_definition(vector: Sequence[int]) -> float:
    """A, layer by layer and triple by triple."""
    k, total, left, result = len(vector), sum(vector), list(vector), 0.0
    while any(left):
        least = min(count for count in left if count)
        pattern = [1 if count else 0 for count in left]
        triples = [tuple(pattern[i] for i in places) for places in combinations(range(k), 3)]
        tu = sum(triple in ((1, 1, 0), (0, 1, 1)) for triple in triples)
        tdu = triples.count((1, 0, 1))
        u = ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu)) if tu + tdu else 1.0
        weight = sum(pattern) * least / total
        result += weight * u * (1 - (sum(pattern) - 1) / (k - 1))
        left = [count - least if count else 0 for count in left]
    return result


def test_the_anchor() -> None:
    """R's agrmt gives this for its own example."""
    assert agreement(ANCHOR) == pytest.approx(0.6113333, abs=5e-8)


def test_the_same_example_gives_r_its_other_measure() -> None:
    """Tastle and Wierman's consensus tells that the anchor's counts are read in the same order."""
    n, k = sum(ANCHOR), len(ANCHOR)
    mean = sum(mark * people for mark, people in enumerate(ANCHOR, 1)) / n
    consensus = 1 + sum(
        people / n * math.log2(1 - abs(mark - mean) / (k - 1))
        for mark, people in enumerate(ANCHOR, 1)
    )
    assert consensus == pytest.approx(0.7256876, abs=5e-8)


@pytest.mark.parametrize("points", [3, 4, 5])
def test_every_small_count_agrees_with_the_definition(points: int) -> None:
    """All ways in which up to three people can stand on each mark."""
    for vector in product(range(4), repeat=points):
        if any(vector):
            assert agreement(vector) == pytest.approx(by_definition(vector), abs=1e-12), vector


def test_nobody_agrees_on_nothing() -> None:
    """Without a mark there is no figure."""
    assert agreement((0, 0, 0)) is None
