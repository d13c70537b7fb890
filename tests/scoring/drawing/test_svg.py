"""Every drawing has one frame that a screen reader reads."""

import xml.etree.ElementTree as ET

import pytest

from mainstream.scoring.drawing.palette import file_palette
from mainstream.scoring.drawing.svg import (
    Frame,
    Heading,
    HeadingLine,
    as_file,
    element,
    on_page,
    text_element,
)
from mainstream.scoring.drawing.text_width import text_width
from tests.scoring.examples import framework

SVG = "{http://www.w3.org/2000/svg}"
FRAME = Frame("shape", 200, 100, "p", "A name", "What it shows")
HEADING = Heading(40, 10, (HeadingLine(-25, 20, 700), HeadingLine(-8, 12, 400)))
PALETTE = file_palette(framework())


def test_a_drawing_is_an_image_with_a_name_and_a_description() -> None:
    """Both are referred to by their ids, which begin with the prefix."""
    svg = ET.fromstring(on_page(FRAME, "<g/>"))
    title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert desc is not None
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}" == "p-title p-desc"
    assert (title.text, desc.text) == ("A name", "What it shows")
    assert [part.tag for part in svg] == [f"{SVG}{name}" for name in ("title", "desc", "g")]


def test_a_file_has_paper_and_a_heading_above_the_drawing() -> None:
    """The drawing stays at y = 0; the view box begins above it."""
    svg = ET.fromstring(as_file(FRAME, "<g/>", HEADING, ("One & two", "Under it"), PALETTE))
    assert svg.get("viewBox") == "0 -40 200 140"
    assert (svg.get("width"), svg.get("height")) == ("200", "140")
    paper = svg.find(f"{SVG}rect")
    assert paper is not None
    assert (paper.get("y"), paper.get("height")) == ("-40", "140")
    assert [text.text for text in svg.findall(f"{SVG}text")] == ["One & two", "Under it"]


@pytest.mark.parametrize("text", ["x" * 200, "Un titre très long " * 9])
def test_a_long_heading_is_set_smaller(text: str) -> None:
    """Never cut off at the edge of the picture."""
    svg = ET.fromstring(as_file(FRAME, "", HEADING, (text, text), PALETTE))
    title, under = (float(t.get("font-size", "")) for t in svg.findall(f"{SVG}text"))
    assert text_width(text, title, bold=True) <= 180 + 0.05 * text_width(text, 1, bold=True)
    assert text_width(text, under) <= 180 + 0.05 * text_width(text, 1)


def test_attributes_that_are_none_are_left_out() -> None:
    """Numbers are written in tenths, text is escaped."""
    assert element("a", {"x": 1.26, "y": None, "z": '"<"'}) == '<a x="1.3" z="&quot;&lt;&quot;"/>'


def test_an_element_with_empty_content_is_not_closed_early() -> None:
    """A line of text that is empty is still a line."""
    assert text_element("", {"x": 0}) == '<text x="0"></text>'
