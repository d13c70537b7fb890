"""Pareto chart: bars from the longest to the shortest, and how much they make up together.

The bars lie, so that their names can be read on a phone and on paper.
"""

from html import escape
from typing import Final

from mainstream.scoring.drawing.radar_frame import PAGE, short
from mainstream.scoring.drawing.text_width import text_width, wrapped
from mainstream.scoring.words import Words, phrase

WORDS: Final = ("pareto_title", "pareto_axis", "pareto_desc", "pareto_each")

_WIDTH, _MARGIN = 340.0, 10.0
_TOP, _BAR, _GAP = 30.0, 14.0, 12.0
_NAME, _FIGURE = 12.5, 11.5  # type sizes
_LINE = 15.5
_MOST_LINES = 2
_HALO = f'stroke="{PAGE.paper}" stroke-width="3" paint-order="stroke"'  # where the line runs behind
_MOST_BARS = 12  # the table has all of them


def pareto_chart(counted: list[tuple[str, int]], words: Words) -> str:
    """An `<svg>` of 340 units: a bar for each name and count, given from the highest down.

    The line of dots is the share of the whole that the bars make up from the top, 0 at the left
    edge and 100 per cent at the right one. Rows beyond the twelfth are left to the table.
    """
    total = sum(count for _, count in counted)
    shown = counted[:_MOST_BARS]
    scale = (_WIDTH - 2 * _MARGIN) / total  # so that bars and line share one axis
    bars: list[str] = []
    dots: list[tuple[float, float]] = []
    y, sum_ = _TOP, 0
    for name, count in shown:
        lines = _lines(name)
        for number, line in enumerate(lines):
            bars.append(
                f'<text x="{_MARGIN:g}" y="{short(y + _LINE * number + 11)}" '
                f'font-size="{_NAME:g}" fill="currentColor" {_HALO}>{escape(line)}</text>'
            )
        y += _LINE * len(lines)
        sum_ += count
        width = max(count * scale, 1.0)
        bars.append(
            f'<rect class="pareto__bar" x="{_MARGIN:g}" y="{short(y)}" width="{short(width)}" '
            f'height="{_BAR:g}" fill="{PAGE.accent}"/>'
        )
        bars.append(_figure(str(count), _MARGIN + width, y, first=not dots))
        dots.append((_MARGIN + sum_ * scale, y + _BAR / 2))
        y += _BAR + _GAP
    height = y + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pareto" viewBox="0 0 {_WIDTH:g} '
        f'{short(height)}" width="{_WIDTH:g}" height="{short(height)}" role="img" '
        f'aria-labelledby="pareto-title pareto-desc"><title id="pareto-title">'
        f'{escape(phrase(words, "pareto_title"))}</title><desc id="pareto-desc">'
        f"{escape(_description(counted, total, words))}</desc>"
        f"{_axis(height, words)}{_line(dots)}{''.join(bars)}{_dots(dots)}</svg>"
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
    """The count behind its bar; in the first, whose end is the line's first dot, before that."""
    width = text_width(text, _FIGURE, bold=True)
    x, anchor, fill = (end + 5, "start", "currentColor")
    if first and end - _MARGIN > width + 14:
        x, anchor, fill = (end - 8, "end", PAGE.paper)
    elif first:
        x = end + 9
    return (
        f'<text x="{short(x)}" y="{short(y + 11)}" font-size="{_FIGURE:g}" font-weight="700" '
        f'text-anchor="{anchor}" fill="{fill}">{text}</text>'
    )


def _axis(height: float, words: Words) -> str:
    left, right = _MARGIN, _WIDTH - _MARGIN
    told = escape(phrase(words, "pareto_axis"))
    parts = [f'<text x="{left:g}" y="11" font-size="{_FIGURE:g}" fill="currentColor">{told}</text>']
    for share in (0, 50, 80, 100):
        x = left + (right - left) * share / 100
        anchor = "start" if share == 0 else "end" if share == 100 else "middle"
        dash = ' stroke-dasharray="3 3"' if share == 80 else ""
        parts.append(
            f'<line x1="{short(x)}" x2="{short(x)}" y1="{_TOP - 3:g}" y2="{short(height)}" '
            f'stroke="currentColor" stroke-opacity="0.35"{dash}/>'
            f'<text x="{short(x)}" y="{_TOP - 7:g}" font-size="9.5" text-anchor="{anchor}" '
            f'fill="currentColor">{share} %</text>'
        )
    return "".join(parts)


def _line(dots: list[tuple[float, float]]) -> str:
    path = " ".join(f"{short(x)},{short(y)}" for x, y in dots)
    return f'<polyline points="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>'


def _dots(dots: list[tuple[float, float]]) -> str:
    return "".join(
        f'<circle cx="{short(x)}" cy="{short(y)}" r="3.2" fill="{PAGE.paper}" '
        f'stroke="currentColor" stroke-width="1.5"/>'
        for x, y in dots
    )


def _description(counted: list[tuple[str, int]], total: int, words: Words) -> str:
    each = "; ".join(
        phrase(words, "pareto_each", name=name, count=count) for name, count in counted[:_MOST_BARS]
    )
    return phrase(words, "pareto_desc", total=total, each=each)
