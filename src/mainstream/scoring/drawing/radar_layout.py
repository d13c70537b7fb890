"""Where everything of the spider diagram goes: its circle, labels and key, in SVG units.

Widths of text are estimates (`text_width`). The circle is as large as it can be with every label at
the end of its axis, inside the picture and clear of the others. Where no circle of a useful size
does, the axes carry numbers alone and the names are in the key below.
"""

import functools
import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from mainstream.scoring.drawing.labels import Box, Label, Line, Span, moved_apart
from mainstream.scoring.drawing.radar_key import MARGIN, KeyEntry, in_columns, in_rows
from mainstream.scoring.drawing.radar_style import Style
from mainstream.scoring.drawing.text_width import balanced, text_width

_CLEAR = 0.75  # of the gap: the nearest that a label's corner comes to the circle
_UPRIGHT = 0.12  # an axis whose sine is smaller is upright: its label is centred


class LabelText(NamedTuple):
    """What a label says: its level, from 1, with its mark, and the enabler's number and name.

    `longest_state` is the longest that may follow the number: room is kept for it, so that the
    diagram stays as it is when answers change.
    """

    level: int
    mark: str
    number: int
    title: str
    longest_state: str

    @property
    def numbered(self) -> str:
        """How the label begins."""
        return f"{self.mark} {self.number}"


@dataclass(frozen=True)
class Layout:
    """A diagram's measures: `(cx, cy)` is the circle's centre; labels are in the axes' order.

    Without `names_at_axes` the labels are numbers alone, and the names are in the key.
    """

    style: Style
    names_at_axes: bool
    height: float
    cx: float
    cy: float
    radius: float
    labels: tuple[Label, ...]
    key: tuple[Label, ...]

    def angle(self, axis: int) -> float:
        """The angle of an axis, clockwise from the top, in radians."""
        return _angle(axis, len(self.labels))

    def point(self, axis: int, share: float) -> tuple[float, float]:
        """The point at a share (0 centre, 1 rim) of an axis."""
        return self.at(self.radius * share, self.angle(axis))

    def at(self, radius: float, angle: float) -> tuple[float, float]:
        """The point at a radius and an angle clockwise from the top."""
        return self.cx + radius * math.sin(angle), self.cy - radius * math.cos(angle)


def lay_out(
    texts: tuple[LabelText, ...], keys: tuple[tuple[KeyEntry, ...], ...], style: Style
) -> Layout:
    """Place the labels of the axes, in order, and each key's entries in rows under the circle.

    `longest_state` must begin with a mark of one character, which is left alone where there is no
    room for the rest.
    """
    circle = _with_names(texts, style) or _with_numbers(texts, style)
    top = min([-circle.radius - style.gap, *(label.box.top for label in circle.labels)])
    bottom = max([circle.radius + style.gap, *(label.box.bottom for label in circle.labels)])
    cx, cy = style.width / 2 + circle.offset, MARGIN - top
    lines: list[Label] = []
    if not circle.names:
        names = [KeyEntry(text.mark, f"{text.number} {text.title}", text.level) for text in texts]
        lines = in_columns(names, style)
    for key in (key for key in keys if key):
        end = max((label.box.bottom for label in lines), default=-style.line * 0.4)
        lines += [label.moved(0, end + style.line * 0.4) for label in in_rows(key, style)]
    below = tuple(label.moved(0, cy + bottom + style.line) for label in lines)
    return Layout(
        style=style,
        names_at_axes=circle.names,
        height=math.ceil(max((x.box.bottom for x in below), default=cy + bottom) + MARGIN),
        cx=cx,
        cy=cy,
        radius=circle.radius,
        labels=tuple(label.moved(cx, cy) for label in circle.labels),
        key=below,
    )


class _Circle(NamedTuple):
    """A circle around (0, 0) and its labels, to be drawn `offset` right of the picture's middle."""

    radius: float
    offset: float
    labels: tuple[Label, ...]
    names: bool


@functools.lru_cache(maxsize=32)
def _with_names(texts: tuple[LabelText, ...], style: Style) -> _Circle | None:
    """The largest circle with every name at its axis; None where a useful size has no room."""
    radius = style.most_radius
    while radius >= style.least_radius:
        for offset in _OFFSETS:
            labels = _labels_around(texts, radius, offset, style)
            if labels is not None:
                return _Circle(radius, offset, labels, names=True)
        radius -= 2
    return None


_OFFSETS = (0, -5, 5, -10, 10, -15, 15)


@functools.lru_cache(maxsize=32)
def _with_numbers(texts: tuple[LabelText, ...], style: Style) -> _Circle:
    """A circle with numbers alone at its axes, which fit whatever the names are."""
    numbers = tuple(t._replace(title="", longest_state=t.longest_state[:1]) for t in texts)
    widest = max(_width(_head(text), style) for text in numbers)
    radius = min(style.most_radius * 1.2, style.width / 2 - MARGIN - style.gap - widest)
    while True:
        labels = _labels_around(numbers, radius, 0, replace(style, drift=math.inf))
        if labels is not None:
            return _Circle(radius, 0, labels, names=False)
        radius -= 2


def _labels_around(
    texts: tuple[LabelText, ...], radius: float, offset: float, style: Style
) -> tuple[Label, ...] | None:
    """Labels around a circle at (0, 0), or None where they do not fit at this radius."""
    labels = []
    for axis, text in enumerate(texts):
        label = _label(text, _angle(axis, len(texts)), radius, offset, style)
        if label is None:
            return None
        labels.append(label)
    boxes = moved_apart([label.box for label in labels])
    if boxes is None:
        return None
    for label, box in zip(labels, boxes, strict=True):
        if abs(box.top - label.box.top) > style.drift:
            return None
        if box.distance_from_origin() < radius + style.gap * _CLEAR - 1:
            return None
    return tuple(replace(label, box=box) for label, box in zip(labels, boxes, strict=True))


def _label(
    text: LabelText, angle: float, radius: float, offset: float, style: Style
) -> Label | None:
    """The label at the end of an axis, or None where its words do not fit there."""
    sine, cosine = math.sin(angle), math.cos(angle)
    x, y = (radius + style.gap) * sine, -(radius + style.gap) * cosine
    upright = abs(sine) < _UPRIGHT
    taken = abs(offset) if upright else math.copysign(1, sine) * offset
    edge = style.width / 2 - MARGIN - taken
    room = min(style.label_width, 2 * edge if upright else edge - abs(x))
    lines = _lines(text, math.floor(room), style)
    if lines is None:
        return None
    width = max(_width(_head(text), style), *(_width(line, style) for line in lines))
    if width > room:
        return None
    height = len(lines) * style.line
    top = y - height * (1 + cosine) / 2
    left = x - width / 2 if upright else (x if sine > 0 else x - width)
    box = Box(left, top, left + width, top + height)
    while box.distance_from_origin() < radius + style.gap * _CLEAR:
        box = box.moved(0, -1 if cosine > 0 else 1)
    anchor = "middle" if upright else ("start" if sine > 0 else "end")
    return Label(lines, anchor, x, box, text.level)


def _head(text: LabelText) -> Line:
    """The first line at its longest."""
    return Span("number", text.numbered), Span("state", f" {text.longest_state}")


def _lines(text: LabelText, room: float, style: Style) -> tuple[Line, ...] | None:
    """The label's lines: the number first, then the name; None where the name takes too many."""
    titles = balanced(text.title, style.type_size, room)
    if len(titles) > style.most_lines:
        return None
    head = (Span("number", text.numbered),)
    return (head, *((Span("title", line),) for line in titles))


def _width(line: Line, style: Style) -> float:
    return sum(text_width(span.text, style.type_size, bold=span.kind == "number") for span in line)


def _angle(axis: int, axes: int) -> float:
    return math.tau * axis / axes
