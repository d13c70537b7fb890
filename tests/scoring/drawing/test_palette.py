"""A saved drawing has colours of its own; one on a page has the page's."""

import re
from dataclasses import replace
from pathlib import Path

from mainstream.scoring.answers.framework import Colours
from mainstream.scoring.drawing.level_marks import MARKS, level_mark
from mainstream.scoring.drawing.palette import PAGE, file_palette
from tests.scoring.examples import framework

SITE_CSS = (Path(__file__).parents[3] / "browser" / "common" / "site.css").read_text("utf-8")


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


def test_the_sites_styles_have_the_same_levels() -> None:
    """Colours and marks of the page's light scheme are those of a saved drawing."""
    light = dict(re.findall(r"--level-(\d): (#[0-9a-f]{6});", SITE_CSS.split("slate")[0]))
    assert [light[str(n)] for n in range(1, MARKS + 1)] == list(file_palette(framework()).levels)
    marks = dict(re.findall(r"\.level--(\d) \{[^}]*--level-mark: \"(.)\"", SITE_CSS))
    assert marks == {str(n): level_mark(n) for n in range(1, MARKS + 1)}


def test_a_page_that_sets_no_colours_has_ours() -> None:
    """Each variable falls back to the colour that a file has."""
    fallbacks = [colour.split(", ")[1].rstrip(")") for colour in PAGE.levels]
    assert fallbacks == list(file_palette(framework()).levels)
