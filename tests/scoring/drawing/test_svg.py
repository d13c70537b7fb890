"""Every drawing has one frame that a screen reader reads, and is XML whatever its texts say."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.tally import Counts, tally_of
from mainstream.scoring.drawing.dot_plot import dot_plot, standalone_dot_plot
from mainstream.scoring.drawing.palette import file_palette
from mainstream.scoring.drawing.pareto import pareto_chart
from mainstream.scoring.drawing.radar_group import Series, group_radar, standalone_group_radar
from mainstream.scoring.drawing.radar_person import blank_radar, radar, standalone_svg
from mainstream.scoring.drawing.svg import (
    Frame,
    Heading,
    HeadingLine,
    as_file,
    element,
    escaped,
    on_page,
    short,
    text_element,
)
from mainstream.scoring.drawing.text_width import text_width
from tests.scoring.examples import WORDS, WORKSHOP_WORDS, framework, response
from tests.scoring.tools.examples import WORDS as TOOL_WORDS

SVG = "{http://www.w3.org/2000/svg}"
FRAME = Frame("shape", 200, 100, "p", "A name", "What it shows")
HEADING = Heading(40, 10, (HeadingLine(-25, 20, 700), HeadingLine(-8, 12, 400)))
PALETTE = file_palette(framework())
FRAMEWORK = framework(4)

# All that a person or a fork might type or paste, and what a broken file might hold.
ANY_TEXT = st.text(
    st.characters() | st.sampled_from("<>&\"'\0\x08\x1b\x7f\u200f\u202e\ud800\udfff\ufffe\uffff"),
    max_size=30,
)
EXPECTED = str.maketrans({"\r": "\n"})  # what reading XML makes of a line's end


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


@given(st.floats(-1e5, 1e5))
def test_a_number_is_short_and_near(value: float) -> None:
    """Within a tenth, for all that is drawn."""
    assert abs(float(short(value)) - value) <= max(0.051, abs(value) * 1e-5)


@given(ANY_TEXT)
def test_only_what_xml_cannot_hold_is_replaced(text: str) -> None:
    """Everything else comes back as it was."""
    read = ET.fromstring(f"<t>{escaped(text)}</t>").text or ""
    assert len(read) <= len(text)
    kept = text.replace("\r\n", "\n").translate(EXPECTED)
    assert len(read) == len(kept)
    for before, after in zip(kept, read, strict=True):
        assert after in (before, "\ufffd")
        assert after == before or before < " " or "\ud7ff" < before < "\ue000" or before > "\ufffd"


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_name_and_description_give_xml(title: str, desc: str, prefix: str) -> None:
    """On a page and in a file."""
    frame = replace(FRAME, title=title, desc=desc, prefix=prefix)
    for svg in (on_page(frame, ""), as_file(frame, "", HEADING, (desc, title), PALETTE)):
        assert [part.tag for part in ET.fromstring(svg)][:2] == [f"{SVG}title", f"{SVG}desc"]
        svg.encode()


def _drawings(text: str) -> dict[str, Callable[[], str]]:
    """Each drawing of the scoring room, with `text` wherever a text can come from outside."""
    enablers = tuple(replace(each, title=text, short_title=text) for each in FRAMEWORK.enablers)
    levels = tuple(replace(level, title=text) for level in FRAMEWORK.levels)
    frame = replace(FRAMEWORK, title=text, enablers=enablers, levels=levels)
    given_ = replace(response([1, 2, None, 3]), group=text, point_of_view=text)
    series = [Series(text, tally_of(frame, [given_] * 3)), Series("B", tally_of(frame, []))]
    counts = Counts((1, 2, 0, 0, 3))
    words, group = {**WORDS, "radar_title": text}, {**WORKSHOP_WORDS, "group_radar_desc": text}
    return {
        "radar": lambda: radar(frame, given_.answers, words, layout="wide", prefix=text),
        "blank": lambda: blank_radar(frame, words, layout="narrow", prefix=text),
        "file": lambda: standalone_svg(frame, given_, words),
        "group": lambda: group_radar(frame, series, group, layout="narrow", prefix=text),
        "group file": lambda: standalone_group_radar(frame, series, group, under=text),
        "dots": lambda: dot_plot(frame, enablers[0], counts, group, prefix=text),
        "dots file": lambda: standalone_dot_plot(frame, enablers[0], counts, group, under=text),
        "pareto": lambda: pareto_chart([(text, 3), ("B", 1)], TOOL_WORDS),
    }


@pytest.mark.parametrize("kind", _drawings(""))
@given(text=ANY_TEXT)
def test_every_drawing_is_xml_whatever_its_texts(kind: str, text: str) -> None:
    """No title, name, group or phrase breaks out of its place."""
    svg = _drawings(text)[kind]()
    assert ET.fromstring(svg).get("role") == "img"
    svg.encode()
