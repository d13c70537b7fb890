"""Where everything of the spider diagram goes: its circle, labels and key, in SVG units.

Widths of text are estimates (`text_width`). The circle is made as large as lets every label stand
beside its axis, inside the picture and clear of the others. Where no circle of a useful size does,
the axes carry numbers alone and the names stand in the key below.
"""

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from mainstream.scoring.drawing.text_width import balanced, text_width, wrapped


@dataclass(frozen=True)
class Style:
    """The measures of one size of the diagram, in units of its view box.

    `gap` lies between the circle and the labels; `drift` is how far a label may be moved from its
    axis; `label_width` is where its lines break at the latest.
    """

    width: float
    type_size: float
    most_radius: float
    least_radius: float
    gap: float
    label_width: float
    most_lines: int
    drift: float
    key_columns: int

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.type_size * 1.2


WIDE = Style(760, 15, 206, 150, 19, 185, 3, 26, 3)
NARROW = Style(340, 13, 118, 76, 11, 110, 2, 26, 2)

_MARGIN = 4.0
_PAD = 5.0  # between two labels
_CLEAR = 0.75  # of the gap: the nearest that a label's corner comes to the circle
_UPRIGHT = 0.12  # an axis whose sine is smaller stands upright: its label is centred


class Span(NamedTuple):
    """A piece of a line; `kind` is `number`, `title` or `state`."""

    kind: str
    text: str


Line = tuple[Span, ...]


class LabelText(NamedTuple):
    """What a label says: its mark and number, and the enabler's name.

    `longest_state` is the longest that may follow the number: room is kept for it, so that the
    diagram stays as it is when answers change.
    """

    number: str
    title: str
    longest_state: str


class Box(NamedTuple):
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", pad: float = 0.0) -> bool:
        """Whether the two, with `pad` between them, share any ground."""
        return (
            self.left < other.right + pad
            and other.left < self.right + pad
            and self.top < other.bottom + pad
            and other.top < self.bottom + pad
        )

    def moved(self, down: float) -> "Box":
        """The box, this much lower."""
        return self._replace(top=self.top + down, bottom=self.bottom + down)

    def distance_from_origin(self) -> float:
        """How far its nearest point is from (0, 0)."""
        x = max(self.left, -self.right, 0.0)
        y = max(self.top, -self.bottom, 0.0)
        return math.hypot(x, y)


@dataclass(frozen=True)
class Label:
    """Lines of text in a box; `anchor` is SVG's `text-anchor`, at `x`."""

    lines: tuple[Line, ...]
    anchor: str
    x: float
    box: Box


@dataclass(frozen=True)
class Layout:
    """A diagram's measures: `(cx, cy)` is the circle's centre; labels are in the axes' order.

    Without `names_at_axes` the labels are numbers alone, and the names stand in the key.
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
    texts: tuple[LabelText, ...], keys: tuple[tuple[str, ...], ...], style: Style
) -> Layout:
    """Place the labels of the axes, in order, and each key's phrases in rows under the circle.

    A phrase begins with its mark and a space. `longest_state` must begin with a mark of one
    character, which stands alone where there is no room for the rest.
    """
    circle = _with_names(texts, style) or _with_numbers(texts, style)
    top = min([-circle.radius - style.gap, *(label.box.top for label in circle.labels)])
    bottom = max([circle.radius + style.gap, *(label.box.bottom for label in circle.labels)])
    cx, cy = style.width / 2 + circle.shift, _MARGIN - top
    lines: list[Label] = []
    if not circle.names:
        lines = _columns(tuple(f"{text.number} {text.title}" for text in texts), style)
    for key in (key for key in keys if key):
        end = max((label.box.bottom for label in lines), default=-style.line * 0.4)
        lines += [_shifted(label, 0, end + style.line * 0.4) for label in _rows(key, style)]
    below = tuple(_shifted(label, 0, cy + bottom + style.line) for label in lines)
    return Layout(
        style=style,
        names_at_axes=circle.names,
        height=math.ceil(max((x.box.bottom for x in below), default=cy + bottom) + _MARGIN),
        cx=cx,
        cy=cy,
        radius=circle.radius,
        labels=tuple(_shifted(label, cx, cy) for label in circle.labels),
        key=below,
    )


class _Circle(NamedTuple):
    """A circle around (0, 0) and its labels, to be drawn `shift` right of the picture's middle."""

    radius: float
    shift: float
    labels: tuple[Label, ...]
    names: bool


@functools.lru_cache(maxsize=32)
def _with_names(texts: tuple[LabelText, ...], style: Style) -> _Circle | None:
    """The largest circle with every name at its axis; None where a useful size has no room."""
    radius = style.most_radius
    while radius >= style.least_radius:
        for shift in _SHIFTS:
            labels = _labels_around(texts, radius, shift, style)
            if labels is not None:
                return _Circle(radius, shift, labels, names=True)
        radius -= 2
    return None


_SHIFTS = (0, -5, 5, -10, 10, -15, 15)


@functools.lru_cache(maxsize=32)
def _with_numbers(texts: tuple[LabelText, ...], style: Style) -> _Circle:
    """A circle with numbers alone at its axes, which fit whatever the names are."""
    numbers = tuple(LabelText(t.number, "", t.longest_state[:1]) for t in texts)
    widest = max(_width(_head(text), style) for text in numbers)
    radius = min(style.most_radius * 1.2, style.width / 2 - _MARGIN - style.gap - widest)
    while True:
        labels = _labels_around(numbers, radius, 0, replace(style, drift=math.inf))
        if labels is not None:
            return _Circle(radius, 0, labels, names=False)
        radius -= 2


def _labels_around(
    texts: tuple[LabelText, ...], radius: float, shift: float, style: Style
) -> tuple[Label, ...] | None:
    """Labels around a circle at (0, 0), or None where they do not fit at this radius."""
    labels = []
    for axis, text in enumerate(texts):
        label = _label(text, _angle(axis, len(texts)), radius, shift, style)
        if label is None:
            return None
        labels.append(label)
    boxes = _apart([label.box for label in labels])
    if boxes is None:
        return None
    for label, box in zip(labels, boxes, strict=True):
        if abs(box.top - label.box.top) > style.drift:
            return None
        if box.distance_from_origin() < radius + style.gap * _CLEAR - 1:
            return None
    return tuple(replace(label, box=box) for label, box in zip(labels, boxes, strict=True))


def _label(
    text: LabelText, angle: float, radius: float, shift: float, style: Style
) -> Label | None:
    """A label beside the end of its axis, or None where its words do not fit there."""
    sine, cosine = math.sin(angle), math.cos(angle)
    x, y = (radius + style.gap) * sine, -(radius + style.gap) * cosine
    upright = abs(sine) < _UPRIGHT
    taken = abs(shift) if upright else math.copysign(1, sine) * shift
    edge = style.width / 2 - _MARGIN - taken
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
        box = box.moved(-1 if cosine > 0 else 1)
    anchor = "middle" if upright else ("start" if sine > 0 else "end")
    return Label(lines, anchor, x, box)


def _head(text: LabelText) -> Line:
    """The first line at its longest."""
    return Span("number", text.number), Span("state", f" {text.longest_state}")


def _lines(text: LabelText, room: float, style: Style) -> tuple[Line, ...] | None:
    """The label's lines: the number first, then the name; None where the name takes too many."""
    titles = balanced(text.title, style.type_size, room)
    if len(titles) > style.most_lines:
        return None
    head = (Span("number", text.number),)
    return (head, *((Span("title", line),) for line in titles))


def _width(line: Line, style: Style) -> float:
    return sum(text_width(span.text, style.type_size, bold=span.kind == "number") for span in line)


def _apart(boxes: list[Box]) -> list[Box] | None:
    """The boxes, moved up and down until none overlaps another; None where that does not end."""
    boxes = list(boxes)
    for _ in range(60):
        calm = True
        for i, first in enumerate(boxes):
            for j in range(i):
                second = boxes[j]
                if not first.overlaps(second, _PAD - 0.01):
                    continue
                calm = False
                upper, lower = (i, j) if first.top < second.top else (j, i)
                overlap = boxes[upper].bottom + _PAD - boxes[lower].top
                up, down = _pushes(boxes[upper], boxes[lower])
                boxes[upper] = boxes[upper].moved(-overlap * up)
                boxes[lower] = boxes[lower].moved(overlap * down)
                first = boxes[i]
        if calm:
            return boxes
    return None


def _pushes(upper: Box, lower: Box) -> tuple[float, float]:
    """What share of the way each of two boxes gives: away from the circle, never into it."""
    if lower.top + lower.bottom < 0:
        return 1, 0
    if upper.top + upper.bottom > 0:
        return 0, 1
    return 0.5, 0.5


def _rows(phrases: Iterable[str], style: Style) -> list[Label]:
    """Phrases side by side in centred rows, from y = 0."""
    gap = style.type_size * 1.6
    room = style.width - 2 * _MARGIN
    rows: list[list[tuple[str, float]]] = []
    used = room
    for phrase in phrases:
        width = text_width(phrase, style.type_size)
        if used + gap + width > room:
            rows.append([])
            used = -gap
        rows[-1].append((phrase, width))
        used += gap + width
    labels = []
    for number, row in enumerate(rows):
        top = number * style.line * 1.25
        left = (style.width - sum(width for _, width in row) - gap * (len(row) - 1)) / 2
        for phrase, width in row:
            labels.append(_key_label([phrase], left, top, width, style))
            left += width + gap
    return labels


def _columns(phrases: tuple[str, ...], style: Style) -> list[Label]:
    """Phrases in columns, read down, from y = 0."""
    column = (style.width - 2 * _MARGIN) / style.key_columns
    rows = -(-len(phrases) // style.key_columns)
    labels: list[Label] = []
    top = 0.0
    for index, phrase in enumerate(phrases):
        if index % rows == 0:
            top = 0.0
        left = _MARGIN + index // rows * column
        lines = wrapped(phrase, style.type_size, column - _PAD)
        labels.append(_key_label(lines, left, top, column - _PAD, style))
        top = labels[-1].box.bottom + _PAD
    return labels


def _key_label(lines: list[str], left: float, top: float, width: float, style: Style) -> Label:
    box = Box(left, top, left + width, top + len(lines) * style.line)
    mark, _, rest = lines[0].partition(" ")
    first = (Span("number", mark), Span("title", f" {rest}"))
    return Label((first, *((Span("title", line),) for line in lines[1:])), "start", left, box)


def _shifted(label: Label, right: float, down: float) -> Label:
    left, top, right_edge, bottom = label.box
    box = Box(left + right, top + down, right_edge + right, bottom + down)
    return replace(label, x=label.x + right, box=box)


def _angle(axis: int, axes: int) -> float:
    return math.tau * axis / axes
