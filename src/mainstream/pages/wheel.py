"""The wheel of enablers: an SVG ring, a part for each enabler, each part a link."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mainstream.guide import Enabler, Guide
from mainstream.pages import addresses
from mainstream.pages.listings import Listings
from mainstream.pages.sayings import filler
from mainstream.scoring.drawing.svg import escaped
from mainstream.scoring.drawing.text_width import balanced, text_width

_SIZE = 640  # units of the view box, both ways
_CENTRE = _SIZE / 2
_HUB, _LEVEL_RING, _OUTER = 96.0, 130.0, 312.0
_GAP = 3.0  # units between two parts
_LEVEL_GAP = 9.0  # units between two parts of different levels
_LARGEST, _SMALLEST = 23, 15  # type sizes of the names, in units
_LINE = 1.15  # of a line, in type sizes
_MARGIN = 5.0  # units between a name and the edge of its part
_ROOM_FOR_DIGITS = 0.45  # of a part's width that two digits may be high


@dataclass(frozen=True)
class _Name:
    """A name as it is drawn: its lines, and how far from the middle they are."""

    lines: tuple[str, ...]
    radius: float


@dataclass(frozen=True)
class _Sector:
    """A part of the ring: its enabler, the level's place from 1, and its angles from the top.

    `gaps` are to the parts before and after it, in units.
    """

    enabler: Enabler
    level: int
    start: float
    end: float
    gaps: tuple[float, float]

    @property
    def middle(self) -> float:
        """The angle of its middle."""
        return (self.start + self.end) / 2


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

    A wheel is a group of links, not an image: it has no `role="img"`, which would hide them.
    """
    drawn = _map(guide, page_url, here) if here else _whole(guide, page_url)
    return (
        f'<svg class="wheel{" wheel--here" if here else ""}" viewBox="0 0 {_SIZE} {_SIZE}" '
        f'role="group" aria-label="{escaped(guide.words["wheel"]["label"])}" '
        f'xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'
    )


def _in_order(guide: Guide) -> list[Enabler]:
    return [e for level in guide.levels for e in guide.enablers_of(level.id)]


def _whole(guide: Guide, page_url: str) -> str:
    """Every part with its number and, where all have room, its name; their count in the middle."""
    sectors = _sectors(guide)
    lettering = _lettering([enabler.short_title for enabler in _in_order(guide)])
    parts = []
    for index, sector in enumerate(sectors):
        enabler = sector.enabler
        labels = (
            _name(enabler, sector.middle, lettering[0], lettering[1][index])
            if lettering
            else _map_number(sector, is_current=False)
        )
        name = f"{enabler.number}. {enabler.short_title}: {enabler.title}"
        parts.append(_part(sector, labels, name, page_url, current=""))
    return f'{"".join(parts)}<g aria-hidden="true">{_hub(guide)}</g>'


def _map(guide: Guide, page_url: str, here: frozenset[str]) -> str:
    """Every part with its number alone; those of the enablers in `here` are current."""
    parts = []
    for sector in _sectors(guide):
        enabler = sector.enabler
        is_current = enabler.id in here
        labels = _map_number(sector, is_current=is_current)
        name = f"{enabler.number}. {enabler.title}"
        current = ' aria-current="true"' if is_current else ""
        parts.append(_part(sector, labels, name, page_url, current=current))
    return f'{"".join(parts)}<g aria-hidden="true"></g>'


def _sectors(guide: Guide) -> list[_Sector]:
    """The wheel's parts, in the framework's order; between levels the gap is wider."""
    enablers, lists = _in_order(guide), Listings(guide)
    step = math.tau / len(enablers)
    gaps = [
        _LEVEL_GAP if enablers[index - 1].level != enabler.level else _GAP
        for index, enabler in enumerate(enablers)
    ]
    return [
        _Sector(
            enabler,
            lists.level_position(enabler.level),
            start=index * step,
            end=(index + 1) * step,
            gaps=(gaps[index], gaps[(index + 1) % len(gaps)]),
        )
        for index, enabler in enumerate(enablers)
    ]


def _part(sector: _Sector, labels: str, name: str, page_url: str, *, current: str) -> str:
    """The link: its two areas, and what is written in them for those who see it."""
    path = addresses.enabler_page(sector.enabler.id)
    href = addresses.relative_address(page_url, path)
    return (
        f'<a href="{escaped(href)}" class="wheel__part level--{sector.level}"{current} '
        f'aria-label="{escaped(name)}">'
        f'<path class="wheel__area" d="{_outline(_LEVEL_RING + 3, _OUTER, sector)}"/>'
        f'<path class="wheel__level" d="{_outline(_HUB, _LEVEL_RING, sector)}"/>'
        f'<g aria-hidden="true">{labels}</g></a>'
    )


def _hub(guide: Guide) -> str:
    """How many enablers there are, in the middle of the whole wheel."""
    count = len(guide.enablers)
    text = filler(guide.language)(guide.words["wheel"]["hub"], count=count)
    word = text.replace(str(count), "").strip()  # the number is above it, and larger
    number = _lines_of_text(_CENTRE, _CENTRE - 14, [str(count)], "wheel__count")
    return number + _lines_of_text(_CENTRE, _CENTRE + 34, [word], "wheel__hub")


def _name(enabler: Enabler, angle: float, size: int, name: _Name) -> str:
    """The number in the inner ring and the short title in the part."""
    number_x, number_y = _point((_HUB + _LEVEL_RING) / 2 + 2, angle)
    label_x, label_y = _point(name.radius, angle)
    number = _lines_of_text(number_x, number_y, [str(enabler.number)], "wheel__number")
    label = _lines_of_text(label_x, label_y, name.lines, "wheel__label", size)
    return f"{number} {label}"


def _map_number(sector: _Sector, *, is_current: bool) -> str:
    """The number alone, as large as its part allows; of very many parts, the current ones'."""
    radius = (_LEVEL_RING + _OUTER) / 2 + 6
    size = min(58, round((sector.end - sector.start) * radius * _ROOM_FOR_DIGITS))
    if is_current:
        size = max(size, 40)
    x, y = _point(radius, sector.middle)
    return _lines_of_text(x, y, [str(sector.enabler.number)], "wheel__map-number", size)


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


def _outline(inner: float, outer: float, sector: _Sector) -> str:
    """The path of a part between two radii; its gaps are the same at both."""
    start, end, (before, after) = sector.start, sector.end, sector.gaps
    a0, a1 = start + before / 2 / outer, end - after / 2 / outer
    b0, b1 = start + before / 2 / inner, end - after / 2 / inner
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
        f'dy="{_LINE * (index - (len(lines) - 1) / 2):.2f}em">{escaped(line)}</text>'
        for index, line in enumerate(lines)
    )
