"""What a spider diagram's marks are read against: rings, axes, the scale and the levels' arcs.

The first axis points up and the others follow clockwise, in the framework's order. Each point of
the scale is a ring, so the lowest mark is not the centre.
"""

import math
from collections.abc import Sequence

from mainstream.scoring.drawing.radar_layout import Layout
from mainstream.scoring.drawing.radar_line import Axes, Values
from mainstream.scoring.drawing.svg import element, pair, short, text_element

_NUMBERS = 12.0  # type size


def rings(axes: Axes) -> str:
    """A circle for each point of the scale; the rim is the strongest."""
    layout, points = axes.layout, axes.points
    return "".join(
        element(
            "circle",
            {
                "class": "radar__ring",
                "cx": layout.cx,
                "cy": layout.cy,
                "r": layout.radius * mark / points,
                "fill": "none",
                "stroke": axes.palette.ink,
                "stroke-opacity": "0.55" if mark == points else "0.22",
            },
        )
        for mark in range(1, points + 1)
    )


def axis_lines(axes: Axes, blank: Sequence[bool]) -> str:
    """A line for each axis, from the centre to the rim; dashed where it is blank."""
    lines = []
    for axis, is_blank in enumerate(blank):
        (x1, y1), (x2, y2) = axes.layout.point(axis, 0), axes.layout.point(axis, 1)
        lines.append(
            element(
                "line",
                {
                    "class": "radar__axis radar__axis--blank" if is_blank else "radar__axis",
                    "x1": x1,
                    "y1": y1,
                    "x2": x2,
                    "y2": y2,
                    "stroke": axes.palette.ink,
                    "stroke-opacity": "0.7" if is_blank else "0.3",
                    "stroke-dasharray": "2 5" if is_blank else None,
                },
            )
        )
    return "".join(lines)


def scale(axes: Axes, values: Values) -> str:
    """The rings' numbers next to the first axis; fewer where rings are close."""
    layout, points = axes.layout, axes.points
    step = math.ceil(_NUMBERS * 1.1 / (layout.radius / points))
    # On the side where the neighbouring mark is higher, and so not next to the lowest numbers.
    last, second = values[-1] or points, values[1 % len(values)] or points
    aside, anchor = (-7, "end") if last >= second else (7, "start")
    texts = []
    for mark in range(points, 0, -step):
        x, y = layout.point(0, mark / points)
        texts.append(
            text_element(
                str(mark),
                {
                    "class": "radar__scale",
                    "x": x + aside,
                    "y": y + _NUMBERS * 0.55,
                    "font-size": _NUMBERS,
                    "text-anchor": anchor,
                    "fill": axes.palette.ink,
                    "stroke": axes.palette.paper,
                    "stroke-width": 3,
                    "stroke-linejoin": "round",
                    "paint-order": "stroke",
                },
            )
        )
    return "".join(texts)


def level_arcs(axes: Axes, levels: Sequence[int]) -> str:
    """An arc outside the rim for each run of axes on one level; `levels` are the axes', from 1."""
    layout, width = axes.layout, axes.layout.style.arc
    radius = layout.radius + width * 1.25
    half, trim = math.pi / len(levels), 2.5 / radius
    arcs = []
    start = 0
    for axis in range(1, len(levels) + 1):
        level = levels[start]
        if axis < len(levels) and levels[axis] == level:
            continue
        first = layout.angle(start) - half + trim
        last = layout.angle(axis - 1) + half - trim
        arcs.append(
            element(
                "path",
                {
                    "class": f"radar__level level--{level}",
                    "d": _arc(layout, radius, first, last),
                    "fill": "none",
                    "stroke": axes.palette.level(level),
                    "stroke-width": width,
                },
            )
        )
        start = axis
    return "".join(arcs)


def _arc(layout: Layout, radius: float, start: float, end: float) -> str:
    """Three arcs in a row, so that even a whole turn is drawn."""
    third = (end - start) / 3
    path = f"M{pair(layout.at(radius, start))}"
    for part in (1, 2, 3):
        to = pair(layout.at(radius, start + third * part))
        path += f"A{short(radius)} {short(radius)} 0 0 1 {to}"
    return path
