"""A saved drawing has colours of its own; one on a page has the page's."""

import re
from dataclasses import replace

from mainstream.scoring.answers.framework import Colours
from mainstream.scoring.drawing.level_marks import MARKS
from mainstream.scoring.drawing.palette import PAGE, file_palette
from tests.scoring.examples import framework


def test_levels_without_a_colour_of_their_own_keep_ours() -> None:
    """A version that names one colour changes that level alone."""
    own = file_palette(replace(framework(), colours=Colours("", ("#abcdef",))))
    ours = file_palette(framework())
    assert own.level(1) == "#abcdef"
    assert own.levels[1:] == ours.levels[1:]
    assert own.accent == ours.accent


def test_colours_begin_again_when_they_run_out() -> None:
    """As the marks do, so that a level's colour and mark stay together."""
    palette = file_palette(framework())
    assert len(palette.levels) == MARKS
    assert [palette.level(n + MARKS) for n in range(1, MARKS + 1)] == list(palette.levels)


def test_a_saved_drawing_needs_nothing_of_a_page() -> None:
    """Neither its variables nor its text colour."""
    palette = file_palette(framework())
    colours = (palette.ink, palette.paper, palette.accent, *palette.levels)
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_a_page_that_sets_no_colours_has_ours() -> None:
    """Each variable falls back to the colour that a file has."""
    fallbacks = [colour.split(", ")[1].rstrip(")") for colour in PAGE.levels]
    assert fallbacks == list(file_palette(framework()).levels)
