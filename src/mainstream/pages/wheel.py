"""The wheel of enablers: an SVG ring, a part for each enabler, each part a link."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from mainstream.guide import Enabler, Guide
from mainstream.pages import addresses
from mainstream.pages.sayings import filler
from mainstream.scoring.drawing.text_width import balanced, text_width

_SIZE = 640  # units of the view box, both ways
_CENTRE = _SIZE / 2
_HUB, _LEVEL_RING, _OUTER = 96.0, 130.0, 312.0
_GAP = 3.0  # units between two parts
_LEVEL_GAP = 9.0  # units between two parts of different levels
_CURRENT = ' aria-current="true"'
_LARGEST, _SMALLEST = 23, 15  # type sizes of the names, in units
_LINE = 1.15  # of a line, in type sizes
_MARGIN = 5.0  # units between a name and the edge of its part
_ROOM_FOR_DIGITS = 0.45  # of a part's width that two digits may be high


@dataclass(frozen=True)
class _Name:
    """A name as it is drawn: its lines, and how far from the middle they stand."""

    lines: tuple[str, ...]
    radius: float


def has_names(guide: Guide) -> bool:
    """Whether the whole wheel shows names; where they have no room it shows numbers alone."""
    return _lettering([enabler.short_title for enabler in _in_order(guide)]) is not None


def wheel(guide: Guide, *, page_url: str, here: frozenset[str]) -> str:
    """The wheel for the page at `page_url` (relative to the site's root, ending in a slash).

    With nothing in `here` it is the whole wheel, with names where there is room for them; else a
    small map with numbers alone, in which the enablers in `here` are the current ones. Each part is
    a link, in the framework's order: the keyboard walks it like a list. Its name is the enabler's
    number and title, and opens with what the part shows, so that a person can say what they see
    (WCAG 2.5.3).
    """
    enablers = _in_order(guide)
    step = math.tau / len(enablers)
    level_ids = [level.id for level in guide.levels]
    lettering = None if here else _lettering([enabler.short_title for enabler in enablers])
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
                labels=_name(enabler, (start + end) / 2, lettering[0], lettering[1][index])
                if lettering
                else _map_number(enabler, (start + end) / 2, step, enabler.id in here),
                name=f"{enabler.number}. {enabler.title}"
                if here
                else f"{enabler.number}. {enabler.short_title}: {enabler.title}",
                current=enabler.id in here,
            )
        )
    hub = "" if here else _hub(guide)
    return (
        f'<svg class="wheel{" wheel--here" if here else ""}" viewBox="0 0 {_SIZE} {_SIZE}" '
        f'role="group" aria-label="{escape(words["label"])}" xmlns="http://www.w3.org/2000/svg">'
        f'{"".join(parts)}<g aria-hidden="true">{hub}</g></svg>'
    )


def _in_order(guide: Guide) -> list[Enabler]:
    return [e for level in guide.levels for e in guide.enablers_of(level.id)]


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


def _hub(guide: Guide) -> str:
    """How many enablers there are, in the middle of the whole wheel."""
    count = len(guide.enablers)
    text = filler(guide.language)(guide.words["wheel"]["hub"], count=count)
    word = text.replace(str(count), "").strip()  # the number stands above it, and larger
    number = _lines_of_text(_CENTRE, _CENTRE - 14, [str(count)], "wheel__count")
    return number + _lines_of_text(_CENTRE, _CENTRE + 34, [word], "wheel__hub")


def _name(enabler: Enabler, angle: float, size: int, name: _Name) -> str:
    """The number in the inner ring and the short title in the part."""
    number_x, number_y = _point((_HUB + _LEVEL_RING) / 2 + 2, angle)
    label_x, label_y = _point(name.radius, angle)
    number = _lines_of_text(number_x, number_y, [str(enabler.number)], "wheel__number")
    label = _lines_of_text(label_x, label_y, name.lines, "wheel__label", size)
    return f"{number} {label}"


def _map_number(enabler: Enabler, angle: float, step: float, is_current: bool) -> str:
    """The number alone, as large as its part allows; of very many parts, the current ones'."""
    radius = (_LEVEL_RING + _OUTER) / 2 + 6
    size = min(58, round(step * radius * _ROOM_FOR_DIGITS))
    if is_current:
        size = max(size, 40)
    x, y = _point(radius, angle)
    return _lines_of_text(x, y, [str(enabler.number)], "wheel__map-number", size)


def _lettering(titles: Sequence[str]) -> tuple[int, list[_Name]] | None:
    """The largest type in which every name has room in its part, and each name's lines."""
    step = math.tau / len(titles)
    for size in range(_LARGEST, _SMALLEST - 1, -1):
        names = [_fitting(title, size, n * step, step) for n, title in enumerate(titles)]
        if None not in names:
            return size, [name for name in names if name]
    return None


def _fitting(title: str, size: int, start: float, step: float) -> _Name | None:
    """The name in as few lines as fit into a part, nearest to its middle; none where none do."""
    middle = (_LEVEL_RING + _OUTER) / 2 + 4
    for width in (200, 160, 130, 105, 85, 65):
        lines = balanced(title, size, width)
        for radius in (middle, middle + 12, middle + 24, middle + 36):
            corners = _corners(lines, size, *_point(radius, start + step / 2))
            if all(_is_inside(x, y, start, start + step) for x, y in corners):
                return _Name(lines, radius)
    return None


def _corners(lines: Sequence[str], size: int, x: float, y: float) -> Iterator[tuple[float, float]]:
    """The corners of each line, as wide as bold type of the system is likely to be."""
    for index, line in enumerate(lines):
        half = text_width(line, size, bold=True) / 2.05
        line_y = y + _LINE * size * (index - (len(lines) - 1) / 2)
        for side in (-half, half):
            for edge in (-0.4 * size, 0.4 * size):
                yield x + side, line_y + edge


def _is_inside(x: float, y: float, start: float, end: float) -> bool:
    """Whether a point is in the part between two angles, with a margin to every edge."""
    right, up = x - _CENTRE, _CENTRE - y
    radius = math.hypot(right, up)
    if not _LEVEL_RING + _MARGIN <= radius <= _OUTER - _MARGIN:
        return False
    angle = (math.atan2(right, up) - start) % math.tau
    edge = _MARGIN / radius
    return edge <= angle <= end - start - edge


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


def _lines_of_text(
    x: float, y: float, lines: Sequence[str], css_class: str, size: int | None = None
) -> str:
    """Lines around a middle; each its own element, so that a space between them moves nothing.

    `size` is that of the type where it is not the class's own.
    """
    style = f' style="font-size: {size}px"' if size else ""
    return " ".join(
        f'<text class="{css_class}"{style} x="{x:.1f}" y="{y:.1f}" '
        f'dy="{_LINE * (index - (len(lines) - 1) / 2):.2f}em">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
