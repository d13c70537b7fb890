"""The picture of the rooms: what is drawn, and what is left out because it is shown already."""

import re
from pathlib import Path
from xml.etree import ElementTree

from rooms.imports import imports_within
from rooms.picture import depths, picture, without_detours

ROOMS = {
    "top": frozenset({"middle", "bottom", "side"}),
    "middle": frozenset({"bottom"}),
    "side": frozenset[str](),
    "bottom": frozenset[str](),
}
SVG = "{http://www.w3.org/2000/svg}"


def test_a_room_lies_above_all_that_it_imports() -> None:
    """However long the way to the lowest of them is."""
    assert depths(ROOMS) == {"top": 2, "middle": 1, "side": 0, "bottom": 0}


def test_a_circle_is_drawn_all_the_same() -> None:
    """The test of the rooms' directions names it; the picture need not fail too."""
    circle = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    assert depths(circle) == {"a": 0, "b": 1}
    assert "<svg" in picture({"Circle": circle})


def test_what_is_reached_by_way_of_another_has_no_line_of_its_own() -> None:
    """The picture stays readable, and shows the same order."""
    assert without_detours(ROOMS) == {**ROOMS, "top": {"middle", "side"}}


def test_the_picture_names_every_room_and_says_every_import() -> None:
    """As text in its boxes, and in a description for whoever does not see it."""
    drawing = ElementTree.fromstring(picture({"Rooms": ROOMS}))
    texts = [text.text for text in drawing.iter(f"{SVG}text")]
    assert sorted(filter(None, texts)) == ["Rooms", *sorted(ROOMS)]
    description = drawing.findtext(f"{SVG}desc")
    assert description and "top imports bottom, middle, side." in description
    assert drawing.findtext(f"{SVG}title")


def test_every_line_leads_down() -> None:
    """From the lower edge of a box to the upper edge of another."""
    drawing = ElementTree.fromstring(picture({"Rooms": ROOMS}))
    lines = [path.get("d", "") for path in drawing.iter(f"{SVG}path") if path.get("marker-end")]
    assert len(lines) == 3
    for line in lines:
        numbers = [float(number) for number in re.findall(r"\d+", line)]
        assert numbers[1] < numbers[-1]


def test_the_same_imports_give_the_same_picture() -> None:
    """Whatever order they come in."""
    backwards = dict(reversed(ROOMS.items()))
    assert picture({"Rooms": ROOMS}) == picture({"Rooms": backwards})


def test_imports_are_found_between_folders_and_modules(tmp_path: Path) -> None:
    """Also those within functions; what stands outside the package is left out."""
    (tmp_path / "above").mkdir()
    (tmp_path / "above" / "__init__.py").write_text("")
    (tmp_path / "above" / "late.py").write_text(
        "import json\n\n\ndef f():\n    from ours.below import name\n    import ours.above.late\n"
    )
    (tmp_path / "below.py").write_text("name = 1\n")
    (tmp_path / "texts").mkdir()
    assert imports_within(tmp_path, "ours") == {"above": {"below"}, "below": frozenset()}
