"""Boxes that overlap are moved apart, away from the circle that they are around."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.drawing.labels import PAD, Box, moved_apart

_BOXES = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(-100, 100),
    st.integers(-100, 100),
    st.integers(1, 80),
    st.integers(1, 40),
)


@given(st.lists(_BOXES, max_size=8))
def test_boxes_that_were_moved_apart_are_apart(boxes: list[Box]) -> None:
    """Each keeps its size and its place from left to right."""
    apart = moved_apart(boxes)
    if apart is None:
        return
    for before, after in zip(boxes, apart, strict=True):
        assert (after.left, after.right) == (before.left, before.right)
        assert abs((after.bottom - after.top) - (before.bottom - before.top)) < 1e-6
    for one, other in itertools.combinations(apart, 2):
        assert not one.overlaps(other, PAD - 0.01)
