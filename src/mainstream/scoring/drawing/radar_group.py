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
from mainstream.scoring.drawing.level_marks import MARKS, level_mark
from mainstream.scoring.drawing.palette import PAGE, Palette, file_palette
from mainstream.scoring.drawing.radar_frame import STYLES, RadarFrame, Seen
from mainstream.scoring.drawing.radar_key import KeyEntry
from mainstream.scoring.drawing.radar_line import Axes, runs
from mainstream.scoring.drawing.radar_style import WIDE, Style
from mainstream.scoring.drawing.svg import element, text_element
from mainstream.scoring.figures.comparison import Spread, median_text, spread_of
from mainstream.scoring.words import Words, phrase

WORDS: Final = (*radar_frame.WORDS, "group_radar_title", "group_radar_desc")

_DASHES = (None, "9 5", "2 4", "12 4 2 4")


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

    `priorities` are enablers' ids: each has its number, from 1, in a disc next to its mark.
    """
    frame, seen = _drawn(framework, series, words, STYLES[layout], PAGE, priorities)
    title, desc = _title(framework, series, words), phrase(words, "group_radar_desc")
    return frame.for_page(seen, prefix=prefix, title=title, desc=desc)


def standalone_group_radar(
    framework: Framework, series: Sequence[Series], words: Words, *, under: str
) -> str:
    """The wide diagram as a file, with `under` as its second line and every middle described."""
    middles = "; ".join(
        f"{enabler.number} {enabler.short_title}: "
        + (median_text(spread_of(series[0].tally.counts[enabler.id]), words) or "–")
        for enabler in framework.enablers
    )
    desc = f"{phrase(words, 'group_radar_desc')} {middles}"
    frame, seen = _drawn(framework, series, words, WIDE, file_palette(framework))
    return frame.for_file(seen, title=_title(framework, series, words), desc=desc, under=under)


def _title(framework: Framework, series: Sequence[Series], words: Words) -> str:
    people = sum(each.tally.people for each in series)
    return phrase(words, "group_radar_title", framework=framework.title, count=people)


def _drawn(
    framework: Framework,
    series: Sequence[Series],
    words: Words,
    style: Style,
    palette: Palette,
    priorities: Sequence[str] = (),
) -> tuple[RadarFrame, Seen]:
    """The frame and the middles of one or more groups in it."""
    several = any(each.name for each in series)
    # Marks and colours after those of the levels, so that none means two things.
    own_marks = [(len(framework.levels) + place) % MARKS + 1 for place in range(len(series))]
    keys = [
        KeyEntry(level_mark(mark), each.name, mark)
        for mark, each in zip(own_marks, series, strict=True)
        if several
    ]
    frame = RadarFrame(framework, [""] * len(framework.enablers), words, style, palette, keys)
    axes = frame.axes
    spreads = [[spread_of(each.tally.counts[e.id]) for e in framework.enablers] for each in series]
    lines, markers = [], []
    for place, mark in enumerate(own_marks):
        medians = [spread.median if spread else None for spread in spreads[place]]
        colour = palette.level(mark) if several else palette.accent
        lines.append(axes.line(medians, colour, _DASHES[place % len(_DASHES)]))
        for axis, median in enumerate(medians):
            if median is not None:
                shape = mark if several else frame.level_number(axis)
                markers.append(
                    axes.marker(axis, median, shape, palette.level(shape), "radar__marker")
                )
    first = [spread.median if spread else None for spread in spreads[0]]
    flags = _flags(framework, spreads[0], priorities, axes)
    band = "" if several else _band(axes, spreads[0])
    return frame, Seen(band, "".join(lines), "".join(markers) + flags, first)


def _flags(
    framework: Framework, spreads: Sequence[Spread | None], priorities: Sequence[str], axes: Axes
) -> str:
    """A numbered disc for each priority, further out on its axis, or inside near the rim."""
    size, palette = axes.layout.style.flag, axes.palette
    axis_of = {enabler.id: axis for axis, enabler in enumerate(framework.enablers)}
    flags = []
    for number, id_ in enumerate(priorities, 1):
        axis = axis_of.get(id_)
        if axis is None:
            continue
        spread = spreads[axis]
        at = (spread.median if spread else 0.0) / framework.scale.points
        step = 2.1 * size / axes.layout.radius
        x, y = axes.layout.point(axis, at + step if at + step < 0.95 else at - step)
        flags += [
            element(
                "circle",
                {
                    "class": "radar__flag",
                    "cx": x,
                    "cy": y,
                    "r": size,
                    "fill": palette.ink,
                    "stroke": palette.paper,
                    "stroke-width": 2,
                },
            ),
            text_element(
                str(number),
                {
                    "x": x,
                    "y": y + size * 0.4,
                    "font-size": size * 1.2,
                    "font-weight": "700",
                    "text-anchor": "middle",
                    "fill": palette.paper,
                },
            ),
        ]
    return "".join(flags)


def _band(axes: Axes, spreads: Sequence[Spread | None]) -> str:
    """A ring between the quartiles where it closes; else a strip for each run of axes."""
    if not axes.enclose:
        return ""
    low = [spread.lower_quartile if spread else None for spread in spreads]
    high = [spread.upper_quartile if spread else None for spread in spreads]
    paths = []
    for run in runs(low):
        outer, inner = axes.corners(run, high), axes.corners(run, low)[::-1]
        if len(run) == len(spreads):
            paths.append(f"M{'L'.join(outer)}ZM{'L'.join(inner)}Z")
        elif len(run) > 1:
            paths.append(f"M{'L'.join([*outer, *inner])}Z")
    return "".join(
        element(
            "path",
            {
                "class": "radar__band",
                "d": path,
                "fill": axes.palette.accent,
                "fill-opacity": "0.22",
                "fill-rule": "evenodd",
            },
        )
        for path in paths
    )
