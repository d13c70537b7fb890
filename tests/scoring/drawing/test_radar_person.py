"""Holds what the spider diagram shows: marks where they belong, nothing where there are none."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace

import pytest

from mainstream.scoring.answers.framework import Colours
from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE
from mainstream.scoring.drawing.radar_person import blank_radar, radar, standalone_svg
from mainstream.scoring.drawing.text_width import text_width
from tests.scoring.examples import WORDS, framework, response

SVG = "{http://www.w3.org/2000/svg}"
MARKS = (3, 2, 4, 3, 3, 1, 4, 2, 2, 3, 1)
Marks = Sequence[int | str | None]


def _draw(marks: Marks, layout: str = "wide", points: int = 5) -> ET.Element:
    drawn = framework(len(marks), points)
    answers = response(marks).answers
    return ET.fromstring(radar(drawn, answers, WORDS, layout=layout, prefix="p"))


def _of_class(svg: ET.Element, name: str) -> list[ET.Element]:
    return [part for part in svg.iter() if name in part.get("class", "").split()]


def _lines(svg: ET.Element, name: str) -> list[list[tuple[float, float]]]:
    """The corners of each path of a class."""
    number = r"-?\d+(?:\.\d+)?"
    return [
        [(float(x), float(y)) for x, y in re.findall(rf"({number}) ({number})", part.get("d", ""))]
        for part in _of_class(svg, name)
    ]


def _share(svg: ET.Element, point: tuple[float, float]) -> float:
    """How far out a point is: 0 the centre, 1 the rim."""
    rim = _of_class(svg, "radar__ring")[-1]
    x, y, radius = (float(rim.get(name, "")) for name in ("cx", "cy", "r"))
    return math.dist(point, (x, y)) / radius


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_each_mark_stands_at_its_ring(layout: str) -> None:
    """The lowest mark is the first ring, not the centre; the highest is the rim."""
    svg = _draw((1, 2, 3, 4, 5), layout)
    (line,) = _lines(svg, "radar__line")
    for mark, point in enumerate(line, 1):
        assert _share(svg, point) == pytest.approx(mark / 5, abs=0.01)


def test_answers_without_a_blank_close_the_line() -> None:
    """One line around, and one area inside it."""
    svg = _draw(MARKS)
    (line,) = _of_class(svg, "radar__line")
    (area,) = _of_class(svg, "radar__area")
    assert line.get("d") == area.get("d")
    assert line.get("d", "").endswith("Z")
    assert len(_of_class(svg, "radar__marker")) == 11


@pytest.mark.parametrize("blank", [None, NOT_SURE, DOES_NOT_APPLY])
@pytest.mark.parametrize("place", [0, 4, 10])
def test_blank_answers_leave_a_gap_on_the_radar(blank: str | None, place: int) -> None:
    """No point for a blank, no line to or across it; what is not closed is not filled."""
    marks: list[int | str | None] = list(MARKS)
    marks[place] = blank
    svg = _draw(marks)
    (line,) = _lines(svg, "radar__line")
    shown = [(place + step) % 11 for step in range(1, 11)]
    assert [round(_share(svg, point) * 5) for point in line] == [MARKS[axis] for axis in shown]
    assert not _of_class(svg, "radar__line")[0].get("d", "").endswith("Z")
    assert _of_class(svg, "radar__area") == []
    assert len(_of_class(svg, "radar__marker")) == 10


def test_several_gaps_break_the_line_into_its_runs() -> None:
    """A mark between two blanks is a point alone."""
    svg = _draw((3, 4, None, 5, NOT_SURE, 2, 2, 1, DOES_NOT_APPLY, None, 4))
    assert [len(line) for line in _lines(svg, "radar__line")] == [3, 3]
    assert _of_class(svg, "radar__area") == []
    assert len(_of_class(svg, "radar__marker")) == 7


def test_no_marks_draw_no_line() -> None:
    """The axes are there, with nothing on them."""
    svg = _draw([None] * 11)
    for name in ("radar__line", "radar__area", "radar__marker"):
        assert _of_class(svg, name) == []
    assert len(_of_class(svg, "radar__axis")) == 11


def test_the_axis_of_a_blank_is_dashed_and_says_why() -> None:
    """Each state has its own mark and its words; answered axes are whole."""
    svg = _draw((3, NOT_SURE, DOES_NOT_APPLY, None, 4))
    dashed = [bool(axis.get("stroke-dasharray")) for axis in _of_class(svg, "radar__axis")]
    assert dashed == [False, True, True, True, False]
    said = ["".join(part.itertext()).strip() for part in _of_class(svg, "radar__state")]
    assert said == ["? not sure", "– does not apply", "○ not answered"]


def test_the_narrow_diagram_explains_its_marks_below() -> None:
    """There the label has the mark alone, and a key has its words."""
    svg = _draw((3, NOT_SURE, None, 4, 2), "narrow")
    said = ["".join(part.itertext()).strip() for part in _of_class(svg, "radar__state")]
    assert said == ["?", "○"]
    key = ["".join(part.itertext()) for part in _of_class(svg, "radar__key")]
    assert key[3:] == ["? not sure", "○ not answered"]


@pytest.mark.parametrize("layout", ["wide", "narrow"])
@pytest.mark.parametrize("enablers", range(1, 17))
def test_any_number_of_enablers_can_be_drawn(enablers: int, layout: str) -> None:
    """With one or two there is no area: bars are drawn on their axes."""
    svg = _draw([3] * enablers, layout)
    assert len(_of_class(svg, "radar__label")) == enablers
    assert len(_of_class(svg, "radar__area")) == (1 if enablers > 2 else 0)
    assert len(_of_class(svg, "radar__line")) == (1 if enablers > 2 else enablers)


@pytest.mark.parametrize("points", range(3, 11))
def test_each_point_of_the_scale_has_a_ring(points: int) -> None:
    """The rim is always numbered; where rings are close, numbers between are left out."""
    svg = _draw([2] * 11, "narrow", points)
    assert len(_of_class(svg, "radar__ring")) == points
    numbers = [int("".join(part.itertext())) for part in _of_class(svg, "radar__scale")]
    assert numbers[0] == points
    assert numbers == sorted(set(numbers), reverse=True)


def test_a_level_is_told_by_shape_as_well_as_colour() -> None:
    """Markers of different levels differ in outline, and the labels and the key show the same."""
    svg = _draw(MARKS)
    shapes = {
        marker.get("class", "")[-1]: re.sub(r"[-\d. ]", "", marker.get("d", ""))
        for marker in _of_class(svg, "radar__marker")
    }
    assert len(set(shapes.values())) == len(shapes) == 3
    labels = ["".join(label.itertext())[0] for label in _of_class(svg, "radar__label")]
    assert labels == ["●"] * 2 + ["■"] * 4 + ["▲"] * 5
    assert ["".join(k.itertext())[0] for k in _of_class(svg, "radar__key")] == ["●", "■", "▲"]
    assert len(_of_class(svg, "radar__level")) == 3


def test_the_picture_has_a_name_and_a_description() -> None:
    """Their ids begin with the prefix, so that two pictures on a page do not clash."""
    svg = _draw(MARKS)
    title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}" == "p-title p-desc"
    assert title.text == "Diagram of An example"
    assert desc.text == "11 lines; 1 is label 1, 5 is label 5; 11 marked See the table."


def test_the_page_sets_the_colours() -> None:
    """In dark and forced colours the page's own apply; no style element needs to be allowed."""
    drawn = radar(framework(), response(MARKS).answers, WORDS, layout="wide", prefix="p")
    assert "currentColor" in drawn
    assert "var(--level-3," in drawn
    assert "style" not in drawn


def test_the_blank_diagram_calls_nothing_unanswered() -> None:
    """It is there to be drawn on: whole axes, no marks, no states."""
    for layout in ("wide", "narrow"):
        svg = ET.fromstring(blank_radar(framework(), WORDS, layout=layout, prefix="b"))
        assert len(_of_class(svg, "radar__axis")) == 11
        for name in ("radar__axis--blank", "radar__state", "radar__marker", "radar__line"):
            assert _of_class(svg, name) == []


def test_the_diagram_keeps_its_size_when_answers_change() -> None:
    """Only the key below grows; the circle does not jump while a person answers."""
    for layout in ("wide", "narrow"):
        circles = {
            _of_class(_draw(marks, layout), "radar__ring")[-1].get("r")
            for marks in (MARKS, [NOT_SURE] * 11, [DOES_NOT_APPLY] * 11)
        }
        assert len(circles) == 1


def test_the_file_stands_alone() -> None:
    """Its own colours and paper, a heading, and every answer in its description."""
    given = response((3, NOT_SURE, *MARKS[2:]), "service")
    text = standalone_svg(framework(), given, WORDS)
    assert "var(" not in text
    assert "currentColor" not in text
    svg = ET.fromstring(text)
    desc = svg.find(f"{SVG}desc")
    assert desc is not None
    assert "1 The whole: 3; 2 Danger: not sure; 3 Collaboration: 4" in (desc.text or "")
    headings = ["".join(part.itertext()) for part in svg.findall(f"{SVG}text")][:2]
    assert headings == ["An example", "View of service"]


def test_a_long_heading_is_set_smaller() -> None:
    """A framework's title is never cut off at the edge of the picture."""
    long = replace(framework(), title="A framework with a very long title " * 4)
    svg = ET.fromstring(standalone_svg(long, response(MARKS), WORDS))
    heading = next(iter(svg.findall(f"{SVG}text")))
    assert text_width(long.title, float(heading.get("font-size", "")), bold=True) <= 720.5


def test_titles_cannot_break_the_markup() -> None:
    """Whatever a fork writes is text in the picture."""
    words = {**WORDS, "radar_title": '<b> & "{framework}"'}
    svg = ET.fromstring(radar(framework(), {}, words, layout="narrow", prefix='"p"'))
    title = svg.find(f"{SVG}title")
    assert title is not None
    assert title.text == '<b> & "An example"'


def test_a_saved_diagram_has_the_frameworks_own_colours() -> None:
    """The page's diagram takes the page's colours."""
    own = replace(framework(11), colours=Colours("#123456", ("#abcdef",)))
    saved = standalone_svg(own, response(MARKS), WORDS)
    assert "#123456" in saved
    assert "#abcdef" in saved
    assert "#123456" not in radar(own, response(MARKS).answers, WORDS, layout="wide", prefix="p")
