"""The frame of a spider diagram as SVG: rings, axes, levels, labels and key, without any marks.

The first axis points up and the others follow clockwise, in the framework's order. Each point of
the scale is a ring, so the lowest mark is not the centre.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE, UNANSWERED
from mainstream.scoring.drawing.radar_layout import (
    NARROW,
    WIDE,
    Label,
    LabelText,
    Span,
    lay_out,
)
from mainstream.scoring.drawing.text_width import text_width
from mainstream.scoring.words import STATE_WORDS, Words, phrase

WORDS: Final = tuple(STATE_WORDS.values())

STYLES = {"wide": WIDE, "narrow": NARROW}

LEVEL_MARKS = "●■▲◆✚★⬟✖"
STATE_MARKS = {NOT_SURE: "?", DOES_NOT_APPLY: "–", UNANSWERED: "○"}

FILE_FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_LEVEL_COLOURS = (
    "#6a3d9a", "#0b6860", "#974700", "#1b4f7c", "#8a1f4d", "#4f6410", "#5e4a37", "#3c4a9a",
)  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The colours of a diagram; `levels` in the framework's order, repeated when they run out."""

    ink: str
    paper: str
    accent: str
    levels: tuple[str, ...]

    def level(self, number: int) -> str:
        """The colour of a level, counted from 1."""
        return self.levels[(number - 1) % len(self.levels)]


# On a page the colours follow the page's own, in light, dark and forced colours.
PAGE = Palette(
    "currentColor",
    "var(--m2m-page, #fff)",
    "var(--m2m-accent, #1b4f7c)",
    tuple(f"var(--level-{n}, {colour})" for n, colour in enumerate(_LEVEL_COLOURS, 1)),
)


def file_palette(framework: Framework) -> Palette:
    """The colours of a drawing that is saved, on white paper: the framework's own, or ours."""
    own = framework.colours
    levels = (*own.levels, *_LEVEL_COLOURS[len(own.levels) :])
    return Palette("#17212b", "#ffffff", own.accent or "#1b4f7c", levels)


HEADING_HEIGHT, _HEADING_MARGIN = 72.0, 20.0


def heading(drawing: "Drawing", title: str, under: str) -> str:
    """The paper, and two lines above the diagram, each as large as its length allows."""
    style, palette = drawing.layout.style, drawing.palette
    paper = (
        f'<rect x="0" y="{-HEADING_HEIGHT:g}" width="{style.width:g}" '
        f'height="{drawing.layout.height + HEADING_HEIGHT:g}" fill="{palette.paper}"/>'
    )
    lines = []
    for text, y, largest, weight in ((title, -38, 22, 700), (under, -14, 15, 400)):
        width = text_width(text, largest, bold=True) or 1
        size = min(largest, largest * (style.width - 2 * _HEADING_MARGIN) / width)
        lines.append(
            f'<text x="{_HEADING_MARGIN:g}" y="{y}" font-size="{short(size)}" '
            f'font-weight="{weight}" fill="{palette.ink}">{escape(text)}</text>'
        )
    return paper + "".join(lines)


def svg(
    drawing: "Drawing",
    title: str,
    desc: str,
    prefix: str,
    *,
    body: str,
    above: float = 0.0,
    style: str = "",
) -> str:
    """The `<svg>` around what a drawing shows; `above` is room for a heading, in units."""
    width, height = drawing.layout.style.width, drawing.layout.height + above
    id_ = escape(prefix)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="radar radar--{drawing.name}" '
        f'viewBox="0 {-above:g} {width:g} {height:g}" width="{width:g}" height="{height:g}" '
        f'role="img" aria-labelledby="{id_}-title {id_}-desc">'
        f'<title id="{id_}-title">{escape(title)}</title>'
        f'<desc id="{id_}-desc">{escape(desc)}</desc>{style}{body}</svg>'
    )


class Drawing:
    """A diagram's frame, each part a method that returns markup.

    `states` say for each axis why it has no mark: one of `STATE_MARKS`, or anything else for an
    axis that is drawn whole. `keys` are further lines for the key.
    """

    def __init__(
        self,
        framework: Framework,
        states: Sequence[str],
        words: Words,
        name: str,
        palette: Palette,
        keys: Sequence[str] = (),
    ) -> None:
        self.framework = framework
        self.name = name
        self.palette = palette
        self.states = states
        self.words = words
        meanings = [f"{mark} {phrase(words, STATE_WORDS[s])}" for s, mark in STATE_MARKS.items()]
        longest = max(meanings, key=len) if name == "wide" else STATE_MARKS[NOT_SURE]
        texts = tuple(
            LabelText(
                f"{self._level_mark(enabler)} {enabler.number}",
                enabler.title if name == "wide" else enabler.short_title,
                longest,
            )
            for enabler in framework.enablers
        )
        style = STYLES[name]
        self.layout = lay_out(texts, self._keys(keys), style)

    def body(self, under: str, over: str, beside: tuple[float, float]) -> str:
        """Everything that is seen, back to front.

        `under` lies below the rings, `over` above the axes; `beside` are the values on the last
        and the second axis, so that the scale's numbers stand on the freer side.
        """
        return "".join(
            [
                under,
                self._rings(),
                self._axes(),
                over,
                self._scale(*beside),
                self._levels(),
            ]
        )

    def labels(self) -> str:
        """The axes' labels and the key."""
        return self._labels() + self._key()

    def runs(self, values: Sequence[float | None]) -> list[list[int]]:
        """The axes with values, in runs of neighbours around the circle."""
        axes = len(values)
        blank = [axis for axis, value in enumerate(values) if value is None]
        if not blank:
            return [list(range(axes))] if axes else []
        runs: list[list[int]] = [[]]
        for step in range(1, axes + 1):
            axis = (blank[0] + step) % axes
            if values[axis] is None:
                runs.append([])
            else:
                runs[-1].append(axis)
        return [run for run in runs if run]

    def point(self, axis: int, value: float | None) -> tuple[float, float]:
        """Where a value stands on an axis."""
        assert value is not None  # runs hold values only
        return self.layout.point(axis, value / self.framework.scale.points)

    def encloses(self) -> bool:
        """With one or two axes nothing can be enclosed: bars stand on the axes instead."""
        return len(self.states) > 2

    def line_paths(self, values: Sequence[float | None]) -> list[str]:
        """The paths of the line through some values; it breaks where one is missing."""
        paths = []
        centre = self.layout.point(0, 0)
        for run in self.runs(values):
            points = [pair(self.point(axis, values[axis])) for axis in run]
            if not self.encloses():
                paths += [f"M{pair(centre)}L{point}" for point in points]
            elif len(run) > 1:
                closing = "Z" if len(run) == len(values) else ""
                paths.append("M" + "L".join(points) + closing)
        return paths

    def level_number(self, axis: int) -> int:
        """The level, from 1, of the enabler on an axis."""
        return self.framework.level_number(self.framework.enablers[axis])

    def _keys(self, further: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """What the marks of the levels mean, those of the blanks that there are, and the rest."""
        levels = [
            f"{LEVEL_MARKS[n % len(LEVEL_MARKS)]} {level.title}"
            for n, level in enumerate(self.framework.levels)
        ]
        states = [
            f"{mark} {phrase(self.words, STATE_WORDS[state])}"
            for state, mark in STATE_MARKS.items()
            if state in self.states
        ]
        return tuple(levels), (*states, *further)

    def _level_mark(self, enabler: Enabler) -> str:
        return LEVEL_MARKS[(self.framework.level_number(enabler) - 1) % len(LEVEL_MARKS)]

    def _level_colour(self, axis: int) -> str:
        return self.palette.level(self.framework.level_number(self.framework.enablers[axis]))

    def _rings(self) -> str:
        points = self.framework.scale.points
        circles = []
        for mark in range(1, points + 1):
            opacity = "0.55" if mark == points else "0.22"
            circles.append(
                f'<circle class="radar__ring" cx="{self.layout.cx:g}" cy="{short(self.layout.cy)}" '
                f'r="{short(self.layout.radius * mark / points)}" fill="none" '
                f'stroke="{self.palette.ink}" stroke-opacity="{opacity}"/>'
            )
        return "".join(circles)

    def _axes(self) -> str:
        lines = []
        for axis, state in enumerate(self.states):
            (x1, y1), (x2, y2) = self.layout.point(axis, 0), self.layout.point(axis, 1)
            blank = state in STATE_MARKS
            kind = " radar__axis--blank" if blank else ""
            dashes = ' stroke-dasharray="2 5"' if blank else ""
            opacity = "0.7" if blank else "0.3"
            lines.append(
                f'<line class="radar__axis{kind}" x1="{short(x1)}" y1="{short(y1)}" '
                f'x2="{short(x2)}" y2="{short(y2)}" stroke="{self.palette.ink}" '
                f'stroke-opacity="{opacity}"{dashes}/>'
            )
        return "".join(lines)

    def _levels(self) -> str:
        """An arc outside the rim for each run of axes on one level."""
        axes = len(self.framework.enablers)
        numbers = [self.framework.level_number(e) for e in self.framework.enablers]
        radius = self.layout.radius + self._arc_width() * 1.25
        arcs = []
        start = 0
        for axis in range(1, axes + 1):
            if axis < axes and numbers[axis] == numbers[start]:
                continue
            half, trim = math.pi / axes, 2.5 / radius
            path = self._arc(
                radius,
                self.layout.angle(start) - half + trim,
                self.layout.angle(axis - 1) + half - trim,
            )
            arcs.append(
                f'<path class="radar__level level--{numbers[start]}" d="{path}" fill="none" '
                f'stroke="{self.palette.level(numbers[start])}" '
                f'stroke-width="{self._arc_width():g}"/>'
            )
            start = axis
        return "".join(arcs)

    def _arc_width(self) -> float:
        return 5.0 if self.name == "wide" else 3.5

    def _arc(self, radius: float, start: float, end: float) -> str:
        """Three arcs in a row, so that even a whole turn is drawn."""
        third = (end - start) / 3
        x, y = self.layout.at(radius, start)
        path = f"M{short(x)} {short(y)}"
        for part in (1, 2, 3):
            x, y = self.layout.at(radius, start + third * part)
            path += f"A{short(radius)} {short(radius)} 0 0 1 {short(x)} {short(y)}"
        return path

    def _scale(self, last: float, second: float) -> str:
        """The rings' numbers beside the first axis; fewer where rings are close."""
        points, size = self.framework.scale.points, 12.0
        step = math.ceil(size * 1.1 / (self.layout.radius / points))
        # On the side where the neighbouring mark is higher, and so not beside the lowest numbers.
        left = last >= second
        aside, anchor = (-7, "end") if left else (7, "start")
        texts = []
        for mark in range(points, 0, -step):
            x, y = self.layout.point(0, mark / points)
            texts.append(
                f'<text class="radar__scale" x="{short(x + aside)}" y="{short(y + size * 0.55)}" '
                f'font-size="{size:g}" text-anchor="{anchor}" fill="{self.palette.ink}" '
                f'stroke="{self.palette.paper}" stroke-width="3" stroke-linejoin="round" '
                f'paint-order="stroke">{mark}</text>'
            )
        return "".join(texts)

    def _labels(self) -> str:
        texts = []
        for axis, label in enumerate(self.layout.labels):
            head = (*label.lines[0], *self._state_span(axis))
            css_class = f"radar__label level--{self.level_number(axis)}"
            whole = replace(label, lines=(head, *label.lines[1:]))
            texts.append(self._text(whole, css_class, self._level_colour(axis)))
        return "".join(texts)

    def _state_span(self, axis: int) -> tuple[Span, ...]:
        """A blank's mark behind its number, with its words where there is room for them."""
        state = self.states[axis]
        if state not in STATE_MARKS:
            return ()
        mark = STATE_MARKS[state]
        with_words = self.name == "wide" and self.layout.names_at_axes
        words = f" {phrase(self.words, STATE_WORDS[state])}" if with_words else ""
        return (Span("state", f" {mark}{words}"),)

    def _key(self) -> str:
        texts = []
        for label in self.layout.key:
            mark = label.lines[0][0].text
            number = LEVEL_MARKS.find(mark) + 1
            colour = self.palette.level(number) if number else self.palette.ink
            level = f" level--{number}" if number else ""
            texts.append(self._text(label, f"radar__key{level}", colour))
        return "".join(texts)

    def _text(self, label: Label, css_class: str, colour: str) -> str:
        style = self.layout.style
        lines = []
        for row, line in enumerate(label.lines):
            y = label.box.top + row * style.line + style.type_size * 0.95
            spans = "".join(self._span(span, colour) for span in line)
            lines.append(f'<tspan x="{short(label.x)}" y="{short(y)}">{spans}</tspan>')
        return (
            f'<text class="{css_class}" font-size="{style.type_size:g}" '
            f'text-anchor="{label.anchor}" fill="{self.palette.ink}">{"".join(lines)}</text>'
        )

    def _span(self, span: Span, colour: str) -> str:
        text = escape(span.text)
        if span.kind == "number":
            return f'<tspan class="radar__number" font-weight="700" fill="{colour}">{text}</tspan>'
        if span.kind == "state":
            return f'<tspan class="radar__state" font-style="italic">{text}</tspan>'
        return text


def marker_path(level: int, x: float, y: float, size: float) -> str:
    """The path of a level's marker, about as large as a disc of radius `size`.

    The shapes follow `LEVEL_MARKS`: disc, square, triangle, diamond, plus, star, pentagon, cross.
    """
    shape = (level - 1) % len(LEVEL_MARKS)
    if shape == 0:
        half = f"a{size:g} {size:g} 0 1 1"
        return f"M{short(x - size)} {short(y)}{half} {2 * size:g} 0{half} {-2 * size:g} 0Z"
    corners = [
        (size * reach * math.sin(turn * math.tau), -size * reach * math.cos(turn * math.tau))
        for reach, turn in _MARKER_CORNERS[shape - 1]
    ]
    return "M" + "L".join(f"{short(x + dx)} {short(y + dy)}" for dx, dy in corners) + "Z"


def _star(points: int, reach: float, waist: float) -> list[tuple[float, float]]:
    return [
        (reach if corner % 2 == 0 else waist, corner / (2 * points)) for corner in range(2 * points)
    ]


def _plus(turned: float) -> list[tuple[float, float]]:
    """A cross of four arms, each with two outer corners and one inner."""
    near = 0.055  # half an arm's end, as a share of a turn
    return [
        corner
        for arm in range(4)
        for corner in (
            (1.25, turned + arm / 4 - near),
            (1.25, turned + arm / 4 + near),
            (0.6, turned + arm / 4 + 0.125),
        )
    ]


# Corners of each shape after the disc: (reach in sizes, angle clockwise from the top in turns).
_MARKER_CORNERS: tuple[list[tuple[float, float]], ...] = (
    [(1.27, 0.125 + n / 4) for n in range(4)],
    [(1.4, n / 3) for n in range(3)],
    [(1.35, n / 4) for n in range(4)],
    _plus(0),
    _star(5, 1.5, 0.65),
    [(1.2, n / 5) for n in range(5)],
    _plus(0.125),
)


def pair(point: tuple[float, float]) -> str:
    """A point as a path takes it."""
    return f"{short(point[0])} {short(point[1])}"


def short(value: float) -> str:
    """A number in as few characters as a tenth of a unit needs."""
    return f"{round(value, 1):g}"
