"""Pieces of text with a place in a drawing, and how boxes that overlap are moved apart."""

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

PAD = 5.0  # between two labels


class Span(NamedTuple):
    """A piece of a line; `kind` is `number`, `title` or `state`."""

    kind: str
    text: str


Line = tuple[Span, ...]


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

    def moved(self, right: float, down: float) -> "Box":
        """The box, this much further right and lower."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def distance_from_origin(self) -> float:
        """How far its nearest point is from (0, 0)."""
        x = max(self.left, -self.right, 0.0)
        y = max(self.top, -self.bottom, 0.0)
        return math.hypot(x, y)


@dataclass(frozen=True)
class Label:
    """Lines of text in a box; `anchor` is SVG's `text-anchor`, at `x`.

    `level` counts from 1 and gives the colour of what is a `number`; None leaves that in ink.
    """

    lines: tuple[Line, ...]
    anchor: str
    x: float
    box: Box
    level: int | None

    def moved(self, right: float, down: float) -> "Label":
        """The label, this much further right and lower."""
        return replace(self, x=self.x + right, box=self.box.moved(right, down))


def moved_apart(boxes: list[Box]) -> list[Box] | None:
    """The boxes, moved up and down until none overlaps another; None where that does not end.

    They are around (0, 0), and none is pushed towards it.
    """
    boxes = list(boxes)
    for _ in range(60):
        calm = True
        for i, first in enumerate(boxes):
            for j in range(i):
                second = boxes[j]
                if not first.overlaps(second, PAD - 0.01):
                    continue
                calm = False
                upper, lower = (i, j) if first.top < second.top else (j, i)
                overlap = boxes[upper].bottom + PAD - boxes[lower].top
                up, down = _pushes(boxes[upper], boxes[lower])
                boxes[upper] = boxes[upper].moved(0, -overlap * up)
                boxes[lower] = boxes[lower].moved(0, overlap * down)
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
