"""A Pareto chart ranks what was counted, and draws how much the rows make up together."""

from xml.etree import ElementTree

from mainstream.scoring.drawing.pareto import pareto_chart
from mainstream.scoring.drawing.text_width import text_width
from tests.scoring.tools.examples import WORDS

SVG = "{http://www.w3.org/2000/svg}"


def test_the_chart_has_a_bar_and_a_dot_for_each_of_the_first_twelve() -> None:
    """It has a name and a description, and the line ends at the whole where all are shown."""
    drawn = ElementTree.fromstring(pareto_chart([("A & B", 6), ("C", 3), ("D", 1)], WORDS))
    assert drawn.find(f"{SVG}title") is not None
    assert (drawn.findtext(f"{SVG}desc") or "") == "pareto_desc 10: pareto_each A & B 6; " + (
        "pareto_each C 3; pareto_each D 1"
    )
    line = drawn.find(f"{SVG}polyline")
    assert line is not None
    assert [float(dot.split(",")[0]) for dot in line.attrib["points"].split()] == [202, 298, 330]
    many = pareto_chart([(f"Row {n}", 40 - n) for n in range(30)], WORDS)
    assert many.count("<rect") == many.count("<circle") == 12


def test_a_long_name_stays_within_the_chart() -> None:
    """Cut after two lines, at a word or within a word that is too long for a line."""
    drawn = pareto_chart([("averyveryverylongword" * 9, 2), ("many words " * 30, 1)], WORDS)
    names = [text.text or "" for text in ElementTree.fromstring(drawn).iter(f"{SVG}text")]
    assert sum("…" in name for name in names) == 2
    assert all(text_width(name, 12.5) <= 320 for name in names)
