"""Pareto chart: bars from the longest to the shortest, and how much they make up together.

The bars are horizontal, so that their names can be read on a phone and on paper.
"""

from typing import Final

from mainstream.scoring.drawing.palette import PAGE
from mainstream.scoring.drawing.svg import Attributes, Frame, element, on_page, short, text_element
from mainstream.scoring.drawing.text_width import text_width, wrapped
from mainstream.scoring.words import Words, phrase

WORDS: Final = ("pareto_title", "pareto_axis", "pareto_desc", "pareto_each")

_WIDTH, _MARGIN = 340.0, 10.0
_TOP, _BAR, _GAP = 30.0, 14.0, 12.0
_NAME, _FIGURE = 12.5, 11.5  # type sizes
_LINE = 15.5
_MOST_LINES = 2
_MOST_BARS = 12  # the table has all of them


def pareto_chart(counted: list[tuple[str, int]], words: Words) -> str:
    """An `<svg>` of 340 units: a bar for each name and count, given from the highest down.

    The line of dots is the share of the whole that the bars make up from the top, 0 at the left
    edge and 100 per cent at the right one. Rows beyond the twelfth are left to the table.
    """
    total = sum(count for _, count in counted)
    scale = (_WIDTH - 2 * _MARGIN) / total  # so that bars and line share one axis
    bars: list[str] = []
    dots: list[tuple[float, float]] = []
    y, sum_ = _TOP, 0
    for name, count in counted[:_MOST_BARS]:
        lines = _lines(name)
        bars += [_name(line, y + _LINE * row + 11) for row, line in enumerate(lines)]
        y += _LINE * len(lines)
        sum_ += count
        width = max(count * scale, 1.0)
        bars += [_bar(y, width), _figure(str(count), _MARGIN + width, y, first=not dots)]
        dots.append((_MARGIN + sum_ * scale, y + _BAR / 2))
        y += _BAR + _GAP
    height = y + 4
    frame = Frame(
        css_class="pareto",
        width=_WIDTH,
        height=height,
        prefix="pareto",
        title=phrase(words, "pareto_title"),
        desc=_description(counted, total, words),
    )
    return on_page(frame, _axis(height, words) + _line(dots) + "".join(bars) + _dots(dots))


def _name(line: str, y: float) -> str:
    """A line of a bar's name, with a halo where the line of dots runs behind it."""
    return text_element(
        line,
        {
            "x": _MARGIN,
            "y": y,
            "font-size": _NAME,
            "fill": PAGE.ink,
            "stroke": PAGE.paper,
            "stroke-width": 3,
            "paint-order": "stroke",
        },
    )


def _bar(y: float, width: float) -> str:
    return element(
        "rect",
        {
            "class": "pareto__bar",
            "x": _MARGIN,
            "y": y,
            "width": width,
            "height": _BAR,
            "fill": PAGE.accent,
        },
    )


def _lines(name: str) -> list[str]:
    width = _WIDTH - 2 * _MARGIN
    lines = wrapped(name, _NAME, width)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1] + "…"]
    return [_cut(line, width) for line in lines]


def _cut(line: str, width: float) -> str:
    while text_width(line, _NAME) > width and len(line) > 2:
        line = line[:-2] + "…"
    return line


def _figure(text: str, end: float, y: float, *, first: bool) -> str:
    """The count after its bar; in the first, whose end is the line's first dot, before that."""
    width = text_width(text, _FIGURE, bold=True)
    x, anchor, fill = (end + 5, "start", PAGE.ink)
    if first and end - _MARGIN > width + 14:
        x, anchor, fill = (end - 8, "end", PAGE.paper)
    elif first:
        x = end + 9
    return text_element(
        text,
        {
            "x": x,
            "y": y + 11,
            "font-size": _FIGURE,
            "font-weight": "700",
            "text-anchor": anchor,
            "fill": fill,
        },
    )


def _axis(height: float, words: Words) -> str:
    left, right = _MARGIN, _WIDTH - _MARGIN
    title: Attributes = {"x": left, "y": 11, "font-size": _FIGURE, "fill": PAGE.ink}
    parts = [text_element(phrase(words, "pareto_axis"), title)]
    for share in (0, 50, 80, 100):
        x = left + (right - left) * share / 100
        anchor = "start" if share == 0 else "end" if share == 100 else "middle"
        line: Attributes = {
            "x1": x,
            "x2": x,
            "y1": _TOP - 3,
            "y2": height,
            "stroke": PAGE.ink,
            "stroke-opacity": "0.35",
            "stroke-dasharray": "3 3" if share == 80 else None,
        }
        text: Attributes = {
            "x": x,
            "y": _TOP - 7,
            "font-size": 9.5,
            "text-anchor": anchor,
            "fill": PAGE.ink,
        }
        parts += [element("line", line), text_element(f"{share} %", text)]
    return "".join(parts)


def _line(dots: list[tuple[float, float]]) -> str:
    points = " ".join(f"{short(x)},{short(y)}" for x, y in dots)
    return element(
        "polyline", {"points": points, "fill": "none", "stroke": PAGE.ink, "stroke-width": 1.5}
    )


def _dots(dots: list[tuple[float, float]]) -> str:
    return "".join(
        element(
            "circle",
            {
                "cx": x,
                "cy": y,
                "r": 3.2,
                "fill": PAGE.paper,
                "stroke": PAGE.ink,
                "stroke-width": 1.5,
            },
        )
        for x, y in dots
    )


def _description(counted: list[tuple[str, int]], total: int, words: Words) -> str:
    each = "; ".join(
        phrase(words, "pareto_each", name=name, count=count) for name, count in counted[:_MOST_BARS]
    )
    return phrase(words, "pareto_desc", total=total, each=each)
