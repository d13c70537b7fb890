"""The spider diagram of a group, or of several: the middle marks, and where half of the marks lie.

The band runs from the lower to the upper quartile, between neighbouring axes that both have marks.
Several groups are drawn as lines alone, told apart by colour, dashes and the shape of their marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.drawing import radar_frame
from mainstream.scoring.drawing.radar_frame import (
    FILE_FONTS,
    HEADING_HEIGHT,
    LEVEL_MARKS,
    PAGE,
    Drawing,
    Palette,
    file_palette,
    heading,
    marker_path,
    pair,
    short,
    svg,
)
from mainstream.scoring.figures.comparison import Spread, median_text, spread_of
from mainstream.scoring.words import Words, phrase

WORDS: Final = (*radar_frame.WORDS, "group_radar_title", "group_radar_desc")

_DASHES = ("", "9 5", "2 4", "12 4 2 4")


@dataclass(frozen=True)
class Series:
    """A group's tally; `name` is empty where there is only one."""

    name: str
    tally: Tally


def group_radar(
    framework: Framework,
    series: Sequence[Series],
    words: Words,
    *,
    layout: str,
    prefix: str,
    priorities: Sequence[str] = (),
) -> str:
    """The diagram as an `<svg>` for a page; layouts and `prefix` as for `radar`.

    `priorities` are enablers' ids: each has its number, from 1, in a disc beside its mark.
    """
    drawing = _GroupDrawing(framework, series, words, layout, PAGE, priorities)
    title, desc = _title(framework, series, words), phrase(words, "group_radar_desc")
    return svg(drawing, title, desc, prefix, body=drawing.whole())


def standalone_group_radar(
    framework: Framework, series: Sequence[Series], words: Words, *, under: str
) -> str:
    """The wide diagram as a file, with `under` as its second line and every middle described."""
    drawing = _GroupDrawing(framework, series, words, "wide", file_palette(framework))
    middles = "; ".join(
        f"{enabler.number} {enabler.short_title}: "
        + (median_text(spread_of(series[0].tally.counts[enabler.id]), words) or "–")
        for enabler in framework.enablers
    )
    return svg(
        drawing,
        _title(framework, series, words),
        f"{phrase(words, 'group_radar_desc')} {middles}",
        "radar",
        body=heading(drawing, framework.title, under) + drawing.whole(),
        above=HEADING_HEIGHT,
        style=f"<style>text{{font-family:{FILE_FONTS}}}</style>",
    )


def _title(framework: Framework, series: Sequence[Series], words: Words) -> str:
    people = sum(each.tally.people for each in series)
    return phrase(words, "group_radar_title", framework=framework.title, count=people)


class _GroupDrawing(Drawing):
    """The middles of one or more groups in the frame."""

    def __init__(
        self,
        framework: Framework,
        series: Sequence[Series],
        words: Words,
        name: str,
        palette: Palette,
        priorities: Sequence[str] = (),
    ) -> None:
        several = any(each.name for each in series)
        # Marks and colours behind those of the levels, so that none means two things.
        self._first = len(framework.levels)
        keys = [
            f"{LEVEL_MARKS[(self._first + place) % len(LEVEL_MARKS)]} {each.name}"
            for place, each in enumerate(series)
            if several
        ]
        super().__init__(framework, [""] * len(framework.enablers), words, name, palette, keys)
        self._spreads: list[list[Spread | None]] = [
            [spread_of(each.tally.counts[e.id]) for e in framework.enablers] for each in series
        ]
        self._several = several
        self._priorities = priorities

    def whole(self) -> str:
        """Everything that is seen, back to front."""
        first = self._medians(0)
        points = self.framework.scale.points
        beside = (first[-1] or points, first[1 % len(first)] or points)
        under = "" if self._several else self._band()
        lines = "".join(self._line(place) for place in range(len(self._spreads)))
        markers = "".join(self._markers(place) for place in range(len(self._spreads)))
        return self.body(under, lines, beside) + markers + self._flags() + self.labels()

    def _flags(self) -> str:
        """A numbered disc for each priority, further out on its axis, or inside near the rim."""
        size = 11.0 if self.name == "wide" else 8.0
        flags = []
        for number, id_ in enumerate(self._priorities, 1):
            axis = next((n for n, e in enumerate(self.framework.enablers) if e.id == id_), None)
            if axis is None:
                continue
            spread = self._spreads[0][axis]
            at = (spread.median if spread else 0.0) / self.framework.scale.points
            step = 2.1 * size / self.layout.radius
            x, y = self.layout.point(axis, at + step if at + step < 0.95 else at - step)
            flags.append(
                f'<circle class="radar__flag" cx="{short(x)}" cy="{short(y)}" r="{size:g}" '
                f'fill="{self.palette.ink}" stroke="{self.palette.paper}" stroke-width="2"/>'
                f'<text x="{short(x)}" y="{short(y + size * 0.4)}" font-size="{size * 1.2:g}" '
                f'font-weight="700" text-anchor="middle" '
                f'fill="{self.palette.paper}">{number}</text>'
            )
        return "".join(flags)

    def _medians(self, place: int) -> list[float | None]:
        return [spread.median if spread else None for spread in self._spreads[place]]

    def _colour(self, place: int) -> str:
        return self.palette.level(self._first + place + 1) if self._several else self.palette.accent

    def _band(self) -> str:
        """A ring between the quartiles where it closes; else a strip for each run of axes."""
        spreads = self._spreads[0]
        low = [spread.lower_quartile if spread else None for spread in spreads]
        high = [spread.upper_quartile if spread else None for spread in spreads]
        if not self.encloses():
            return ""
        paths = []
        for run in self.runs(low):
            outer = [pair(self.point(axis, high[axis])) for axis in run]
            inner = [pair(self.point(axis, low[axis])) for axis in run]
            if len(run) == len(spreads):
                paths.append(f"M{'L'.join(outer)}ZM{'L'.join(reversed(inner))}Z")
            elif len(run) > 1:
                paths.append(f"M{'L'.join([*outer, *reversed(inner)])}Z")
        return "".join(
            f'<path class="radar__band" d="{path}" fill="{self.palette.accent}" '
            f'fill-opacity="0.22" fill-rule="evenodd"/>'
            for path in paths
        )

    def _line(self, place: int) -> str:
        width = 2.5 if self.encloses() else 8
        dashes = _DASHES[place % len(_DASHES)]
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return "".join(
            f'<path class="radar__line" d="{path}" fill="none" stroke="{self._colour(place)}" '
            f'stroke-width="{width}" stroke-linejoin="round"{dashed}/>'
            for path in self.line_paths(self._medians(place))
        )

    def _markers(self, place: int) -> str:
        size = 6.0 if self.name == "wide" else 4.5
        shapes = []
        for axis, value in enumerate(self._medians(place)):
            if value is None:
                continue
            level = self.level_number(axis)
            shape = self._first + place + 1 if self._several else level
            colour = self._colour(place) if self._several else self.palette.level(level)
            path = marker_path(shape, *self.point(axis, value), size)
            shapes.append(
                f'<path class="radar__marker" d="{path}" '
                f'fill="{colour}" stroke="{self.palette.paper}" stroke-width="{size / 4:g}"/>'
            )
        return "".join(shapes)
