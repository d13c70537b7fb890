"""Boxes that overlap are moved apart, away from the circle that they are around."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.drawing.labels import PAD, Box, Label, moved_apart

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


def test_boxes_below_the_middle_are_moved_down_and_those_above_it_up() -> None:
    """So that none is pushed into the circle."""
    below = moved_apart([Box(0, 50, 40, 70), Box(0, 60, 40, 80)])
    above = moved_apart([Box(0, -80, 40, -60), Box(0, -70, 40, -50)])
    assert below == [Box(0, 50, 40, 70), Box(0, 75, 40, 95)]
    assert above == [Box(0, -95, 40, -75), Box(0, -70, 40, -50)]


def test_boxes_that_are_apart_stay_where_they_are() -> None:
    """Nothing is moved that need not be."""
    boxes = [Box(0, 0, 10, 10), Box(0, 20, 10, 30)]
    assert moved_apart(boxes) == boxes


def test_a_label_is_moved_with_its_box() -> None:
    """Its text stays inside."""
    label = Label((), "start", 5, Box(5, 0, 15, 10), None).moved(20, 30)
    assert (label.x, label.box) == (25, Box(25, 30, 35, 40))


def test_the_distance_is_that_of_the_nearest_point() -> None:
    """A corner, an edge, or nothing for a box that holds the middle."""
    assert Box(3, 4, 10, 10).distance_from_origin() == 5
    assert Box(-10, 4, 10, 10).distance_from_origin() == 4
    assert Box(-1, -1, 1, 1).distance_from_origin() == 0
