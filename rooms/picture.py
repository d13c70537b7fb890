"""Draws which room imports which, as an SVG: a row for each depth, and lines that lead down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations, pairwise
from statistics import fmean

from rooms.imports import Imports

_WIDTH = 640
_ROW = 74  # from one row to the next
_BOX = 34  # a box's height
_GAP = 20  # between boxes
_LANE = 10  # the width of a line that passes between boxes
_HEAD = 46  # the height of a panel's heading

_STYLE = """
  svg { --page: #fff; --box: #eef3f7; --ink: #17212b; --line: #5b6a77; }
  @media (prefers-color-scheme: dark) {
    svg { --page: #11181f; --box: #24313d; --ink: #e8edf1; --line: #a3b1bd; }
  }
  text { font: 16px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
  .heading { font-weight: 700; text-anchor: start; }
  .page { fill: var(--page); }
  .box { fill: var(--box); stroke: var(--line); }
  .line { fill: none; stroke: var(--line); stroke-width: 1.5; }
  .tip { fill: var(--line); }
"""


@dataclass(frozen=True)
class _Place:
    """Where a room, or a line on its way past a row, stands: the middle of its upper edge."""

    x: float
    y: float


def picture(panels: Mapping[str, Imports]) -> str:
    """An SVG with a panel for each heading, one below the other.

    A line leads from a room to each that it imports, except for those that it reaches through
    another. The description names every import.
    """
    parts: list[str] = []
    top = 0
    for heading, imports in panels.items():
        height, markup = _panel(heading, imports, top)
        parts.append(markup)
        top += height
    said = " ".join(f"{heading}: {_in_words(imports)}" for heading, imports in panels.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" role="img" '
        f'aria-labelledby="title desc">\n'
        f'<title id="title">The rooms, and what each of them imports</title>\n'
        f'<desc id="desc">{escape(said)}</desc>\n'
        f"<style>{_STYLE}</style>\n"
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>\n'
        f'<rect class="page" width="{_WIDTH}" height="{top}"/>\n' + "".join(parts) + "</svg>\n"
    )


def without_detours(imports: Imports) -> dict[str, frozenset[str]]:
    """The imports of each room that it does not also reach through another one."""
    return {
        room: frozenset(
            target
            for target in direct
            if not any(target in _reached(imports, other) for other in direct - {target})
        )
        for room, direct in imports.items()
    }


def depths(imports: Imports) -> dict[str, int]:
    """How many rooms lie below each: 0 for one that imports nothing.

    Of rooms that import each other in a circle, the first by name is taken to be the lowest.
    """
    found: dict[str, int] = {}
    while rest := sorted(imports.keys() - found.keys()):
        ready = [room for room in rest if imports[room] <= found.keys()] or rest[:1]
        below = {room: imports[room] & found.keys() for room in ready}
        found |= {room: 1 + max((found[to] for to in below[room]), default=-1) for room in ready}
    return found


def _reached(imports: Imports, room: str) -> set[str]:
    """Every room that one imports, itself or through others."""
    found: set[str] = set()
    ahead = {room}
    while ahead:
        ahead = {target for each in ahead for target in imports[each]} - found
        found |= ahead
    return found


def _in_words(imports: Imports) -> str:
    return " ".join(
        f"{room} imports {', '.join(sorted(imports[room])) or 'none of these'}."
        for room in sorted(imports)
    )


def _panel(heading: str, imports: Imports, top: int) -> tuple[int, str]:
    """A panel's height and its markup, from `top` on."""
    depth = depths(imports)
    rows: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for room in sorted(imports):
        rows[-1 - depth[room]].append(room)
    lines = list(_lines(without_detours(imports), depth, rows))
    rows = _untangled(rows, lines)
    places = {
        name: place
        for number, row in enumerate(rows)
        for name, place in _row(row, top + _HEAD + number * _ROW)
    }
    drawn = [_line([places[stop] for stop in line]) for line in lines]
    boxes = [_box(name, places[name]) for row in rows for name in row if name in imports]
    title = f'<text class="heading" x="{_GAP}" y="{top + 28}">{escape(heading)}</text>\n'
    return _HEAD + len(rows) * _ROW - (_ROW - _BOX) + _GAP, "".join([title, *drawn, *boxes])


def _lines(
    imports: Imports, depth: Mapping[str, int], rows: list[list[str]]
) -> Iterator[list[str]]:
    """The stops of each line; a stop in each row between its ends is added to `rows`."""
    for room in sorted(imports):
        for target in sorted(imports[room]):
            between = [
                (f"{room} {target} {level}", level)
                for level in range(depth[room] - 1, depth[target], -1)
            ]
            for stop, level in between:
                rows[-1 - level].append(stop)
            yield [room, *(stop for stop, _ in between), target]


def _untangled(rows: list[list[str]], lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows in an order in which few lines cross: each name near those it is joined to."""
    joined: dict[str, list[str]] = {}
    for line in lines:
        for upper, lower in pairwise(line):
            joined.setdefault(upper, []).append(lower)
            joined.setdefault(lower, []).append(upper)
    best = rows
    for _ in range(12):
        for number in (*range(1, len(rows)), *range(len(rows) - 2, -1, -1)):
            at = _order(rows)
            pull = {
                name: fmean(at[other] for other in joined.get(name, [name]))
                for name in rows[number]
            }
            row = sorted(rows[number], key=lambda name: (pull[name], name))
            rows = [*rows[:number], row, *rows[number + 1 :]]
        best = min(best, rows, key=lambda each: _crossings(each, lines))
    return best


def _order(rows: Sequence[Sequence[str]]) -> dict[str, float]:
    """Where each name stands within its row, from 0 to 1."""
    return {name: (i + 0.5) / len(row) for row in rows for i, name in enumerate(row)}


def _crossings(rows: Sequence[Sequence[str]], lines: Sequence[Sequence[str]]) -> int:
    at = _order(rows)
    row_of = {name: number for number, row in enumerate(rows) for name in row}
    steps: dict[int, list[tuple[float, float]]] = {}
    for line in lines:
        for upper, lower in pairwise(line):
            steps.setdefault(row_of[upper], []).append((at[upper], at[lower]))
    return sum(
        (first[0] - second[0]) * (first[1] - second[1]) < 0
        for row in steps.values()
        for first, second in combinations(row, 2)
    )


def _width(name: str) -> float:
    return _LANE if " " in name else len(name) * 9 + 24


def _row(names: Sequence[str], y: float) -> Iterator[tuple[str, _Place]]:
    """The places of a row, spread over the picture's width."""
    free = _WIDTH - sum(map(_width, names))
    gap = min(free / (len(names) + 1), 4 * _GAP)
    x = (_WIDTH - sum(map(_width, names)) - gap * (len(names) - 1)) / 2
    for name in names:
        yield name, _Place(x + _width(name) / 2, y)
        x += _width(name) + gap


def _line(stops: Sequence[_Place]) -> str:
    path = f"M{stops[0].x:.0f} {stops[0].y + _BOX:.0f}"
    for upper, lower in pairwise(stops):
        start, end = upper.y + _BOX, lower.y
        half = (start + end) / 2
        path += f"C{upper.x:.0f} {half:.0f} {lower.x:.0f} {half:.0f} {lower.x:.0f} {end:.0f}"
        if lower is not stops[-1]:
            path += f"V{lower.y + _BOX:.0f}"
    return f'<path class="line" marker-end="url(#tip)" d="{path}"/>\n'


def _box(name: str, place: _Place) -> str:
    width = _width(name)
    return (
        f'<rect class="box" x="{place.x - width / 2:.0f}" y="{place.y:.0f}" width="{width:.0f}" '
        f'height="{_BOX}" rx="6"/>\n'
        f'<text x="{place.x:.0f}" y="{place.y + 22:.0f}">{escape(name)}</text>\n'
    )
