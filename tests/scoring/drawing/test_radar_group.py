"""A group's diagram: the middles in a line, the quartiles as a band, groups told apart."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest

from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.tally import tally_of
from mainstream.scoring.drawing.radar_group import Series, group_radar, standalone_group_radar
from tests.scoring.examples import WORKSHOP_WORDS, framework, response

SVG = "{http://www.w3.org/2000/svg}"
FRAMEWORK = framework()
PEOPLE = [response([1 + (n + m) % 5 for m in range(11)]) for n in range(7)]
SOME = [response([2, None, 4, *[3] * 8]), response([4, None, 4, *[3] * 8])]


def series(people: Sequence[Response], name: str = "") -> Series:
    """A group of some people."""
    return Series(name, tally_of(FRAMEWORK, people))


def drawn(*groups: Series, layout: str = "wide", priorities: Sequence[str] = ()) -> ET.Element:
    """The diagram of some groups."""
    svg = group_radar(
        FRAMEWORK, groups, WORKSHOP_WORDS, layout=layout, prefix="g", priorities=priorities
    )
    return ET.fromstring(svg)


def paths(svg: ET.Element, kind: str) -> list[ET.Element]:
    """The paths of a class."""
    return [path for path in svg.iter(f"{SVG}path") if path.get("class") == f"radar__{kind}"]


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_one_group_has_a_closed_line_and_a_ring_between_the_quartiles(layout: str) -> None:
    """With a mark on every axis."""
    svg = drawn(series(PEOPLE), layout=layout)
    assert len(paths(svg, "marker")) == 11
    (line,) = paths(svg, "line")
    assert (line.get("d") or "").endswith("Z")
    (band,) = paths(svg, "band")
    assert (band.get("d") or "").count("Z") == 2
    assert band.get("fill-rule") == "evenodd"


def test_where_nobody_marked_the_line_and_the_band_break() -> None:
    """Nothing is drawn on that axis, and nothing encloses it."""
    svg = drawn(series(SOME))
    assert len(paths(svg, "marker")) == 10
    (line,) = paths(svg, "line")
    assert not (line.get("d") or "").endswith("Z")
    (band,) = paths(svg, "band")
    assert (band.get("d") or "").count("Z") == 1


def test_the_line_goes_through_the_middle() -> None:
    """Marks 2 and 4 have their middle on the ring of 3."""
    svg = drawn(series(SOME))
    first = paths(svg, "marker")[0].get("d") or ""
    x = float(re.findall(r"M(\S+) ", first)[0]) + 6
    rings = sorted(float(c.get("r") or 0) for c in svg.iter(f"{SVG}circle"))
    centre = next(svg.iter(f"{SVG}circle"))
    assert x == pytest.approx(float(centre.get("cx") or 0), abs=0.2)
    top = float(re.findall(r"M\S+ (\S+?)a", first)[0])
    assert float(centre.get("cy") or 0) - top == pytest.approx(rings[2], abs=0.2)


def test_groups_differ_by_colour_dashes_and_marks_and_are_named() -> None:
    """None of the marks and colours is a level's."""
    svg = drawn(series(PEOPLE[:3], "Front line"), series(PEOPLE[3:], "Managers & others"))
    lines = paths(svg, "line")
    assert len({line.get("stroke") for line in lines}) == 2
    assert [line.get("stroke-dasharray") for line in lines] == [None, "9 5"]
    assert paths(svg, "band") == []
    text = " ".join("".join(each.itertext()) for each in svg.iter(f"{SVG}text"))
    assert "◆ Front line" in text
    assert "✚ Managers & others" in text


def test_a_single_group_that_is_named_says_so() -> None:
    """It is not the whole picture."""
    text = " ".join("".join(each.itertext()) for each in drawn(series(PEOPLE, "Managers")).iter())
    assert "◆ Managers" in text


def test_priorities_are_numbered_on_their_axes() -> None:
    """In the order in which they were chosen; one that is not ours is left out."""
    svg = drawn(series(PEOPLE), priorities=["e4", "unknown", "e1"])
    flags = [c for c in svg.iter(f"{SVG}circle") if c.get("class") == "radar__flag"]
    assert len(flags) == 2


@pytest.mark.parametrize("enablers", [1, 2, 3, 42])
@pytest.mark.parametrize("points", [3, 10])
def test_any_framework_is_drawn(enablers: int, points: int) -> None:
    """From a single axis to forty-two, also where nobody has answered."""
    frame = framework(enablers, points)
    for people in ([], [response([1] * enablers), response([points] * enablers)]):
        tally = tally_of(frame, people)
        for layout in ("wide", "narrow"):
            svg = group_radar(frame, [Series("", tally)], WORKSHOP_WORDS, layout=layout, prefix="x")
            assert "nan" not in svg
            ET.fromstring(svg)


def test_a_file_describes_every_middle() -> None:
    """For whoever does not see it."""
    svg = ET.fromstring(
        standalone_group_radar(FRAMEWORK, [series(PEOPLE)], WORKSHOP_WORDS, under="A & B")
    )
    assert "11 Capacity: 2" in (svg.findtext(f"{SVG}desc") or "")
