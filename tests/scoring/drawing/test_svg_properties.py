"""Every drawing is XML, whatever its texts say."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.tally import Counts, tally_of
from mainstream.scoring.drawing.dot_plot import dot_plot, standalone_dot_plot
from mainstream.scoring.drawing.pareto import pareto_chart
from mainstream.scoring.drawing.radar_group import Series, group_radar, standalone_group_radar
from mainstream.scoring.drawing.radar_person import blank_radar, radar, standalone_svg
from mainstream.scoring.drawing.svg import (
    as_file,
    escaped,
    on_page,
    short,
)
from tests.scoring.drawing.test_svg import FRAME, HEADING, PALETTE, SVG
from tests.scoring.examples import WORDS, WORKSHOP_WORDS, framework, response
from tests.scoring.tools.examples import WORDS as TOOL_WORDS

FRAMEWORK = framework(4)

# All that a person or a fork might type or paste, and what a broken file might hold.
ANY_TEXT = st.text(
    st.characters() | st.sampled_from("<>&\"'\0\x08\x1b\x7f\u200f\u202e\ud800\udfff\ufffe\uffff"),
    max_size=30,
)
EXPECTED = str.maketrans({"\r": "\n"})  # what reading XML makes of a line's end


@given(st.floats(-1e5, 1e5))
def test_a_number_is_short_and_near(value: float) -> None:
    """Within a tenth, for all that is drawn; zero has no sign."""
    assert short(value) != "-0"
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
