"""Agreement has the same meaning for any scale and any number of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.figures.agreement import agreement

counts = st.lists(st.integers(0, 60), min_size=3, max_size=10).filter(any)


@given(st.integers(3, 10), st.integers(1, 50), st.data())
def test_all_on_one_mark_agree_whole(points: int, people: int, data: st.DataObject) -> None:
    """And two equal camps at the ends not at all; evenly spread is 0."""
    vector = [0] * points
    vector[data.draw(st.integers(0, points - 1))] = people
    assert agreement(vector) == 1
    assert agreement([people] + [0] * (points - 2) + [people]) == pytest.approx(-1)
    assert agreement([people] * points) == 0


@given(counts, st.integers(2, 9))
def test_it_depends_on_shares_and_not_on_direction(vector: list[int], times: int) -> None:
    """As many times the people, or the scale turned round, give the same."""
    expected = agreement(vector)
    assert agreement([times * count for count in vector]) == pytest.approx(expected, abs=1e-9)
    assert agreement(vector[::-1]) == pytest.approx(expected, abs=1e-9)
    assert expected is not None
    assert -1 - 1e-9 <= expected <= 1
