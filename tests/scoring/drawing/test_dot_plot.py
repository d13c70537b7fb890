"""The dot plot shows each person once, and a tick at the middle, whatever their number."""

import re
import xml.etree.ElementTree as ET

import pytest

from mainstream.scoring.answers.tally import Counts
from mainstream.scoring.drawing.dot_plot import dot_plot, standalone_dot_plot
from tests.scoring.examples import WORKSHOP_WORDS, framework

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*marks: int) -> ET.Element:
    """The plot of how many gave each mark."""
    frame = framework(11, len(marks))
    plot = dot_plot(frame, frame.enablers[2], Counts(marks), WORKSHOP_WORDS, prefix="p")
    return ET.fromstring(plot)


def discs(plot: ET.Element) -> list[tuple[float, float, float]]:
    """Each dot's left end, height and radius."""
    paths = [
        path.get("d") or "" for path in plot.iter(f"{SVG}path") if path.get("class") == "dots__dots"
    ]
    found = re.findall(r"M(\S+) (\S+)a(\S+) ", "".join(paths))
    return [(float(x), float(y), float(r)) for x, y, r in found]


def test_very_many_people_are_bars_with_their_numbers() -> None:
    """Where dots would be too small to tell apart."""
    plot = drawn(10, 4000, 0, 200, 1)
    bars = [bar for bar in plot.iter(f"{SVG}rect") if bar.get("class") == "dots__bar"]
    assert len(bars) == 4
    assert discs(plot) == []
    texts = [text.text for text in plot.iter(f"{SVG}text")]
    assert "4000" in texts


@pytest.mark.parametrize(("marks", "x"), [((0, 0, 3, 0, 0), 170.0), ((0, 2, 2, 0, 0), 138.8)])
def test_the_triangle_points_at_the_middle(marks: tuple[int, ...], x: float) -> None:
    """Also between two marks."""
    path = next(p for p in drawn(*marks).iter(f"{SVG}path") if p.get("class") == "dots__middle")
    assert (path.get("d") or "").startswith(f"M{x:g} ")


def test_without_marks_there_is_a_scale_and_nothing_else() -> None:
    """No dot, no middle."""
    plot = drawn(0, 0, 0, 0, 0)
    assert discs(plot) == []
    assert [p for p in plot.iter(f"{SVG}path")] == []


def test_its_name_and_description_say_what_it_shows() -> None:
    """For whoever does not see it."""
    plot = drawn(1, 0, 2, 0, 0)
    assert plot.get("role") == "img"
    assert plot.get("aria-labelledby") == "p-title p-desc"
    assert plot.findtext(f"{SVG}desc") == (
        "1 label 1: 1; 2 label 2: 0; 3 label 3: 2; 4 label 4: 0; 5 label 5: 0."
    )


def test_a_file_has_paper_and_a_heading_that_fits() -> None:
    """Whatever is written above it."""
    frame = framework()
    under = "A very long name of a workshop & its <purpose> " * 4
    counts = Counts((1, 2, 3, 0, 0))
    svg = standalone_dot_plot(frame, frame.enablers[0], counts, WORKSHOP_WORDS, under=under)
    plot = ET.fromstring(svg)
    assert plot.get("viewBox") == "0 -48 340 240"
    assert under in [text.text for text in plot.iter(f"{SVG}text")]
