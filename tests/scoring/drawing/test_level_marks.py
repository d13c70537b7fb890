"""Levels are told apart by a character and by a shape, which repeat together."""

import re

import pytest

from mainstream.scoring.drawing.level_marks import MARKS, disc_path, level_mark, marker_path


def test_every_level_has_a_character_and_a_marker_of_its_own() -> None:
    """Eight of each."""
    levels = range(1, MARKS + 1)
    assert len({level_mark(level) for level in levels}) == MARKS
    assert len({marker_path(level, 0, 0, 5) for level in levels}) == MARKS


@pytest.mark.parametrize("level", range(1, MARKS + 1))
def test_marks_begin_again_when_they_run_out(level: int) -> None:
    """The character and the shape together, so that a level keeps both."""
    assert level_mark(level + MARKS) == level_mark(level)
    assert marker_path(level + MARKS, 1, 2, 5) == marker_path(level, 1, 2, 5)


@pytest.mark.parametrize("level", range(2, MARKS + 1))
def test_a_marker_is_around_its_point(level: int) -> None:
    """The middle of its corners is the point, and none is further off than one and a half sizes."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", marker_path(level, 100, 50, 10))]
    xs, ys = numbers[::2], numbers[1::2]
    assert sum(xs) / len(xs) == pytest.approx(100, abs=0.1)
    assert sum(ys) / len(ys) == pytest.approx(50, abs=0.1)
    assert max(max(abs(x - 100) for x in xs), max(abs(y - 50) for y in ys)) <= 15


def test_a_disc_begins_at_its_left_end() -> None:
    """Two half circles, there and back."""
    assert disc_path(10, 20, 4) == "M6 20a4 4 0 1 1 8 0a4 4 0 1 1 -8 0Z"
