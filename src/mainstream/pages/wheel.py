"""The wheel of enablers: an SVG ring, a part for each enabler, each part a link."""

import math
import textwrap
from html import escape

from mainstream.guide import Enabler, Guide
from mainstream.pages import addresses

_SIZE = 640  # units of the view box, both ways
_CENTRE = _SIZE / 2
_HUB, _LEVEL_RING, _OUTER = 96.0, 130.0, 312.0
_GAP = 3.0  # units between two parts
_LEVEL_GAP = 9.0  # units between two parts of different levels
_CURRENT = ' aria-current="true"'


def wheel(guide: Guide, *, page_url: str, here: frozenset[str]) -> str:
    """The wheel for the page at `page_url` (relative to the site's root, ending in a slash).

    With nothing in `here` it is the whole wheel, with names; else a small map with numbers alone,
    in which the enablers in `here` are the current ones. Each part is a link, in the framework's
    order: the keyboard walks it like a list. Its name is the enabler's number and title, and
    opens with what the part shows, so that a person can say what they see (WCAG 2.5.3).
    """
    enablers = [e for level in guide.levels for e in guide.enablers_of(level.id)]
    step = math.tau / len(enablers)
    level_ids = [level.id for level in guide.levels]
    words = guide.words["wheel"]
    parts = []
    for index, enabler in enumerate(enablers):
        before = enablers[index - 1].level != enabler.level
        after = enablers[(index + 1) % len(enablers)].level != enabler.level
        position = level_ids.index(enabler.level) + 1
        start, end = index * step, (index + 1) * step
        parts.append(
            _part(
                enabler,
                position,
                start=start,
                end=end,
                gaps=(_LEVEL_GAP if before else _GAP, _LEVEL_GAP if after else _GAP),
                href=addresses.relative_address(page_url, addresses.enabler_page(enabler.id)),
                labels=_map_number(enabler, (start + end) / 2)
                if here
                else _labels(enabler, (start + end) / 2),
                name=f"{enabler.number}. {enabler.title}"
                if here
                else f"{enabler.number}. {enabler.short_title}: {enabler.title}",
                current=enabler.id in here,
            )
        )
    hub = "" if here else _hub(len(enablers), words["hub"])
    return (
        f'<svg class="wheel{" wheel--here" if here else ""}" viewBox="0 0 {_SIZE} {_SIZE}" '
        f'role="group" aria-label="{escape(words["label"])}" xmlns="http://www.w3.org/2000/svg">'
        f'{"".join(parts)}<g aria-hidden="true">{hub}</g></svg>'
    )


def _part(
    enabler: Enabler,
    position: int,
    *,
    start: float,
    end: float,
    gaps: tuple[float, float],
    labels: str,
    name: str,
    href: str,
    current: bool,
) -> str:
    return (
        f'<a href="{escape(href)}" class="wheel__part level--{position}"'
        f"{_CURRENT if current else ''} "
        f'aria-label="{escape(name)}">'
        f'<path class="wheel__area" d="{_sector(_LEVEL_RING + 3, _OUTER, start, end, gaps)}"/>'
        f'<path class="wheel__level" d="{_sector(_HUB, _LEVEL_RING, start, end, gaps)}"/>'
        f'<g aria-hidden="true">{labels}</g></a>'
    )


def _hub(count: int, word: str) -> str:
    """How many enablers there are, in the middle of the whole wheel."""
    number = _lines_of_text(_CENTRE, _CENTRE - 14, [str(count)], "wheel__count")
    return number + _lines_of_text(_CENTRE, _CENTRE + 34, [word], "wheel__hub")


def _labels(enabler: Enabler, angle: float) -> str:
    """The number in the inner ring and the short title in the part."""
    number_x, number_y = _point((_HUB + _LEVEL_RING) / 2 + 2, angle)
    label_x, label_y = _point((_LEVEL_RING + _OUTER) / 2 + 4, angle)
    lines = textwrap.wrap(enabler.short_title, 10, break_long_words=False)
    number = _lines_of_text(number_x, number_y, [str(enabler.number)], "wheel__number")
    return f"{number} {_lines_of_text(label_x, label_y, lines, 'wheel__label')}"


def _map_number(enabler: Enabler, angle: float) -> str:
    """The number alone, large enough to read on a small wheel."""
    x, y = _point((_LEVEL_RING + _OUTER) / 2 + 6, angle)
    return _lines_of_text(x, y, [str(enabler.number)], "wheel__map-number")


def _sector(inner: float, outer: float, start: float, end: float, gaps: tuple[float, float]) -> str:
    """The path of a ring's part; the gaps are in units, the same at both radii."""
    a0, a1 = start + gaps[0] / 2 / outer, end - gaps[1] / 2 / outer
    b0, b1 = start + gaps[0] / 2 / inner, end - gaps[1] / 2 / inner
    large = int(end - start > math.pi)
    corners = [_point(outer, a0), _point(outer, a1), _point(inner, b1), _point(inner, b0)]
    p, q, r, s = (f"{x:.1f} {y:.1f}" for x, y in corners)
    return f"M{p}A{outer} {outer} 0 {large} 1 {q}L{r}A{inner} {inner} 0 {large} 0 {s}Z"


def _point(radius: float, angle: float) -> tuple[float, float]:
    """The point at an angle clockwise from the top."""
    return _CENTRE + radius * math.sin(angle), _CENTRE - radius * math.cos(angle)


def _lines_of_text(x: float, y: float, lines: list[str], css_class: str) -> str:
    """Lines around a middle; each its own element, so that a space between them moves nothing."""
    height = 1.15
    return " ".join(
        f'<text class="{css_class}" x="{x:.1f}" y="{y:.1f}" '
        f'dy="{height * (index - (len(lines) - 1) / 2):.2f}em">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
