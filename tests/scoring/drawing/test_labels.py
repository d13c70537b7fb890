"""Boxes that overlap are moved apart, away from the circle that they are around."""

from mainstream.scoring.drawing.labels import Box, Label, moved_apart


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
