"""A key says what each mark means, in the colour of the mark's level."""

import pytest

from mainstream.scoring.drawing.labels import Label
from mainstream.scoring.drawing.radar_key import KeyEntry, in_columns, in_rows
from mainstream.scoring.drawing.radar_style import NARROW, WIDE, Style

ENTRIES = [
    KeyEntry("●", "Mindset", 1),
    KeyEntry("■", "Behaviours, values and relationships of all who are involved", 2),
    KeyEntry("?", "not sure", None),
    KeyEntry("●", "A ninth level, whose mark is the first one's", 9),
]


def _said(label: Label) -> str:
    return " ".join("".join(span.text for span in line) for line in label.lines)


@pytest.mark.parametrize("style", [WIDE, NARROW], ids=["wide", "narrow"])
def test_each_entry_says_its_mark_and_its_meaning(style: Style) -> None:
    """Whole, also where it takes several lines."""
    for labels in (in_rows(ENTRIES, style), in_columns(ENTRIES, style)):
        assert [_said(label) for label in labels] == [entry.phrase for entry in ENTRIES]
        assert [label.lines[0][0].text for label in labels] == [e.mark for e in ENTRIES]


@pytest.mark.parametrize("style", [WIDE, NARROW], ids=["wide", "narrow"])
def test_an_entry_keeps_its_level_whatever_its_mark_looks_like(style: Style) -> None:
    """Two levels can have one character; a mark of no level has none."""
    for labels in (in_rows(ENTRIES, style), in_columns(ENTRIES, style)):
        assert [label.level for label in labels] == [1, 2, None, 9]


def test_columns_are_read_down() -> None:
    """The second entry is below the first, and the next column is to the right."""
    first, second, third, _ = in_columns(ENTRIES, NARROW)
    assert first.x == second.x < third.x
    assert first.box.bottom < second.box.top
    assert third.box.top == first.box.top
