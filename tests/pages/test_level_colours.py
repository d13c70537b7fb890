"""The site's styles and the drawings tell levels apart by the same colours and marks."""

import re

from mainstream.scoring.drawing.level_marks import MARKS, level_mark
from mainstream.scoring.drawing.palette import file_palette
from tests.conftest import ROOT
from tests.scoring.examples import framework

SITE_CSS = (ROOT / "browser" / "common" / "site.css").read_text("utf-8")


def test_the_sites_styles_have_the_same_levels() -> None:
    """Colours and marks of the page's light scheme are those of a saved drawing."""
    light = dict(re.findall(r"--level-(\d): (#[0-9a-f]{6});", SITE_CSS.split("slate")[0]))
    assert [light[str(n)] for n in range(1, MARKS + 1)] == list(file_palette(framework()).levels)
    marks = dict(re.findall(r"\.level--(\d) \{[^}]*--level-mark: \"(.)\"", SITE_CSS))
    assert marks == {str(n): level_mark(n) for n in range(1, MARKS + 1)}
