"""The dot plot of one enabler: dots for people above the marks they gave, and the middle."""

import math
from typing import Final

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.tally import Counts
from mainstream.scoring.drawing.level_marks import disc_path
from mainstream.scoring.drawing.palette import PAGE, Palette, file_palette
from mainstream.scoring.drawing.svg import (
    Frame,
    Heading,
    HeadingLine,
    as_file,
    element,
    on_page,
    pair,
    text_element,
)
from mainstream.scoring.drawing.text_width import text_width
from mainstream.scoring.figures.comparison import spread_of
from mainstream.scoring.words import Words, phrase

WORDS: Final = ("dot_title", "dot_desc", "dot_each")

_WIDTH, _MARGIN = 340.0, 14.0
_TOP, _STACK, _BELOW = 20.0, 116.0, 56.0  # room for the counts, the dots, the scale
_HEIGHT = _TOP + _STACK + _BELOW
_HEADING = Heading(48, _MARGIN, (HeadingLine(-28, 15, 700), HeadingLine(-10, 10, 400)))
_LARGEST_DOT, _SMALLEST_DOT = 9.0, 2.2  # radius; where they would be smaller there are bars
_GAP = 1.12  # from dot to dot, in diameters
_NUMBERS, _LABELS, _COUNTS = 14.0, 11.5, 11.5  # type sizes


def dot_plot(
    framework: Framework, enabler: Enabler, counts: Counts, words: Words, *, prefix: str
) -> str:
    """The plot as an `<svg>` of 340 units for a page; `prefix` begins the ids in the markup.

    A stack wraps into columns where it is high. Where dots would be too small to tell apart, bars
    take their place; the number of people is above each stack in any case.
    """
    frame = _frame(framework, enabler, counts, words, prefix)
    return on_page(frame, _content(framework, enabler, counts, PAGE))


def standalone_dot_plot(
    framework: Framework, enabler: Enabler, counts: Counts, words: Words, *, under: str
) -> str:
    """The plot as a file: on paper, with the enabler's title and `under` above it."""
    palette = file_palette(framework)
    frame = _frame(framework, enabler, counts, words, "plot")
    content = _content(framework, enabler, counts, palette)
    return as_file(frame, content, _HEADING, (enabler.title, under), palette)


def _frame(
    framework: Framework, enabler: Enabler, counts: Counts, words: Words, prefix: str
) -> Frame:
    return Frame(
        css_class=f"dots level--{framework.level_number(enabler)}",
        width=_WIDTH,
        height=_HEIGHT,
        prefix=prefix,
        title=phrase(words, "dot_title", title=enabler.title),
        desc=_description(framework, counts, words),
    )


def _content(framework: Framework, enabler: Enabler, counts: Counts, palette: Palette) -> str:
    """Everything that is seen, back to front."""
    plot = _Plot(counts, palette, palette.level(framework.level_number(enabler)))
    return plot.axis() + plot.stacks() + plot.middle() + plot.scale(framework.scale.labels)


def _description(framework: Framework, counts: Counts, words: Words) -> str:
    each = "; ".join(
        phrase(words, "dot_each", mark=mark, label=label, count=people)
        for mark, (label, people) in enumerate(
            zip(framework.scale.labels, counts.marks, strict=True), 1
        )
    )
    return phrase(words, "dot_desc", each=each)


class _Plot:
    """The plot's parts, each a method that returns markup."""

    def __init__(self, counts: Counts, palette: Palette, colour: str) -> None:
        self._counts = counts
        self._palette = palette
        self._colour = colour
        self._step = (_WIDTH - 2 * _MARGIN) / len(counts.marks)
        self._base = _TOP + _STACK
        self._radius = self._dot_radius()

    def _x(self, mark: float) -> float:
        return _MARGIN + self._step * (mark - 0.5)

    def _columns(self, radius: float) -> int:
        return max(1, int(self._step * 0.86 / (2 * radius * _GAP)))

    def _dot_radius(self) -> float:
        """The largest radius at which the highest stack fits; 0 where there have to be bars."""
        highest = max(self._counts.marks)
        radius = min(_LARGEST_DOT, self._step * 0.4)
        while radius >= _SMALLEST_DOT:
            # A stack stays in one column as long as that fits: it is the easiest to compare.
            for columns in range(1, self._columns(radius) + 1):
                if math.ceil(highest / columns) * 2 * radius * _GAP <= _STACK:
                    return radius
            radius -= 0.2
        return 0.0

    def axis(self) -> str:
        """The line that the dots stand on."""
        return element(
            "line",
            {
                "class": "dots__axis",
                "x1": _MARGIN,
                "y1": self._base,
                "x2": _WIDTH - _MARGIN,
                "y2": self._base,
                "stroke": self._palette.ink,
            },
        )

    def stacks(self) -> str:
        """The dots, or bars, and how many they are."""
        markup = []
        for mark, people in enumerate(self._counts.marks, 1):
            if not people:
                continue
            top = self._dots(mark, people) if self._radius else self._bar(mark, people)
            markup.append(top[0])
            markup.append(self._text(self._x(mark), top[1] - 5, _COUNTS, str(people), bold=True))
        return "".join(markup)

    def _dots(self, mark: int, people: int) -> tuple[str, float]:
        pitch = 2 * self._radius * _GAP
        rows = int(_STACK / pitch)
        columns = math.ceil(max(self._counts.marks) / rows)
        path = []
        for person in range(people):
            row, column = divmod(person, columns)
            in_row = min(columns, people - row * columns)
            x = self._x(mark) + (column - (in_row - 1) / 2) * pitch
            y = self._base - 2 - self._radius - row * pitch
            path.append(disc_path(x, y, self._radius))
        top = self._base - 2 - math.ceil(people / columns) * pitch
        attributes = {"class": "dots__dots", "d": "".join(path), "fill": self._colour}
        return element("path", attributes), top

    def _bar(self, mark: int, people: int) -> tuple[str, float]:
        width = self._step * 0.6
        height = _STACK * people / max(self._counts.marks)
        x, y = self._x(mark) - width / 2, self._base - height
        bar = element(
            "rect",
            {
                "class": "dots__bar",
                "x": x,
                "y": y,
                "width": width,
                "height": height,
                "fill": self._colour,
            },
        )
        return bar, y

    def middle(self) -> str:
        """A triangle below the line at the middle mark, long enough to see from far away."""
        spread = spread_of(self._counts)
        if spread is None:
            return ""
        tip = pair((self._x(spread.median), self._base))
        return element(
            "path",
            {"class": "dots__middle", "d": f"M{tip}l7 11h-14Z", "fill": self._palette.ink},
        )

    def scale(self, labels: tuple[str, ...]) -> str:
        """The marks' numbers, and in words what the lowest and the highest mean."""
        y = self._base + 28
        numbers = [
            self._text(self._x(mark), y, _NUMBERS, str(mark)) for mark in range(1, len(labels) + 1)
        ]
        room = _WIDTH / 2 - _MARGIN - 4
        ends = ((_MARGIN, "start", labels[0]), (_WIDTH - _MARGIN, "end", labels[-1]))
        words = [
            self._text(x, y + 20, min(_LABELS, _LABELS * room / _wide(text)), text, anchor=anchor)
            for x, anchor, text in ends
        ]
        return "".join([*numbers, *words])

    def _text(
        self,
        x: float,
        y: float,
        size: float,
        text: str,
        *,
        anchor: str = "middle",
        bold: bool = False,
    ) -> str:
        return text_element(
            text,
            {
                "x": x,
                "y": y,
                "font-size": size,
                "text-anchor": anchor,
                "font-weight": "700" if bold else None,
                "fill": self._palette.ink,
            },
        )


def _wide(text: str) -> float:
    return max(1.0, text_width(text, _LABELS))
