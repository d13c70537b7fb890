"""Holds that every label of the diagram is whole, inside the picture and clear of the others."""

import itertools

import pytest

from mainstream.scoring.drawing.labels import Box
from mainstream.scoring.drawing.radar_key import KeyEntry
from mainstream.scoring.drawing.radar_layout import LabelText, Layout, lay_out
from mainstream.scoring.drawing.radar_style import NARROW, WIDE, Style
from tests.scoring.examples import framework

STYLES = (WIDE, NARROW)
COUNTS = range(1, 17)
LONG_WORD = "Zusammenarbeitsvereinbarungen"


def _lay_out(style: Style, enablers: int, prefix: str = "") -> Layout:
    texts = tuple(
        LabelText(
            1,
            "●",
            enabler.number,
            prefix + (enabler.title if style is WIDE else enabler.short_title),
            "– does not apply" if style is WIDE else "?",
        )
        for enabler in framework(enablers).enablers
    )
    levels = ("Mindset", "Behaviours, values and relationships")
    key = tuple(KeyEntry("●■"[n], title, n + 1) for n, title in enumerate(levels))
    return lay_out(texts, (key,), style)


def _boxes(layout: Layout) -> list[Box]:
    return [label.box for label in (*layout.labels, *layout.key)]


@pytest.mark.parametrize("prefix", ["", LONG_WORD + " "])
@pytest.mark.parametrize("enablers", COUNTS)
@pytest.mark.parametrize("style", STYLES, ids=["wide", "narrow"])
def test_labels_are_inside_the_picture_and_clear(style: Style, enablers: int, prefix: str) -> None:
    """No label leaves the view box, overlaps another or touches the circle."""
    layout = _lay_out(style, enablers, prefix)
    boxes = _boxes(layout)
    for box in boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= style.width
        assert box.bottom <= layout.height
    for one, other in itertools.combinations(boxes, 2):
        assert not one.overlaps(other)
    for label in layout.labels:
        left, top, right, bottom = label.box
        around_centre = Box(
            left - layout.cx, top - layout.cy, right - layout.cx, bottom - layout.cy
        )
        assert around_centre.distance_from_origin() > layout.radius + 5


@pytest.mark.parametrize("enablers", COUNTS)
@pytest.mark.parametrize("style", STYLES, ids=["wide", "narrow"])
def test_every_word_of_every_label_is_there(style: Style, enablers: int) -> None:
    """At its axis or in the key, in the framework's order and from top to bottom."""
    layout = _lay_out(style, enablers)
    lines = [*layout.labels, *layout.key] if layout.names_at_axes else layout.key
    said = [" ".join("".join(s.text for s in line) for line in label.lines) for label in lines]
    for enabler, text in zip(framework(enablers).enablers, said, strict=False):
        title = enabler.title if style is WIDE else enabler.short_title
        assert text == f"● {enabler.number} {title}"


@pytest.mark.parametrize("style", STYLES, ids=["wide", "narrow"])
def test_eleven_names_stand_at_their_axes(style: Style) -> None:
    """With names as long as the framework's own, nobody has to look them up in the key."""
    assert _lay_out(style, 11).names_at_axes


def test_names_that_fit_nowhere_stand_in_the_key() -> None:
    """Sixteen long names on a narrow picture leave numbers at the axes."""
    layout = _lay_out(NARROW, 16, LONG_WORD + " ")
    assert not layout.names_at_axes
    assert layout.radius >= NARROW.least_radius


@pytest.mark.parametrize("style", STYLES, ids=["wide", "narrow"])
def test_type_is_large_enough_to_read(style: Style) -> None:
    """Twelve units or more, on a picture that is shown at 320 pixels or more."""
    assert style.type_size >= 12
    assert style.width in (340, 760)


def test_the_first_axis_is_at_the_top_and_the_next_to_its_right() -> None:
    """Clockwise, whatever the number of axes."""
    layout = _lay_out(WIDE, 11)
    assert layout.point(0, 1) == (layout.cx, layout.cy - layout.radius)
    assert layout.point(1, 1)[0] > layout.cx
    assert layout.point(10, 1)[0] < layout.cx
