"""The spider diagram of one person's marks, as SVG.

A blank answer is drawn nowhere: the line breaks there, and a line that breaks encloses nothing to
fill.
"""

from collections.abc import Mapping
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Answer, Response
from mainstream.scoring.drawing import radar_frame
from mainstream.scoring.drawing.palette import PAGE, Palette, file_palette
from mainstream.scoring.drawing.radar_frame import STYLES, RadarFrame, Seen
from mainstream.scoring.drawing.radar_line import Axes, Values
from mainstream.scoring.drawing.radar_style import WIDE, Style
from mainstream.scoring.drawing.svg import element
from mainstream.scoring.words import STATE_WORDS, Words, phrase

WORDS: Final = (
    *radar_frame.WORDS,
    "radar_title",
    "radar_desc",
    "radar_desc_marks",
    "radar_desc_table",
    "blank_radar_title",
    "blank_radar_desc",
)


def radar(
    framework: Framework,
    answers: Mapping[str, Answer],
    words: Words,
    *,
    layout: str,
    prefix: str,
) -> str:
    """The diagram as an `<svg>` for a page.

    `layout` is `wide` (760 units, full titles) or `narrow` (340 units, short titles); `prefix`
    begins the ids in the markup, so that a page can hold several.
    """
    title = phrase(words, "radar_title", framework=framework.title)
    desc = " ".join(
        [
            phrase(words, "radar_desc", **_counts(framework, answers)),
            phrase(words, "radar_desc_table"),
        ]
    )
    frame, seen = _drawn(framework, answers, words, STYLES[layout], PAGE)
    return frame.for_page(seen, prefix=prefix, title=title, desc=desc)


def blank_radar(framework: Framework, words: Words, *, layout: str, prefix: str) -> str:
    """The diagram without marks, to draw on: every axis whole, nothing called unanswered."""
    title = phrase(words, "blank_radar_title", framework=framework.title)
    desc = phrase(words, "blank_radar_desc", **_counts(framework, {}))
    frame, seen = _drawn(framework, None, words, STYLES[layout], PAGE)
    return frame.for_page(seen, prefix=prefix, title=title, desc=desc)


def standalone_svg(framework: Framework, response: Response, words: Words) -> str:
    """The wide diagram as a file: own colours, a heading, and every mark in its description."""
    title = phrase(words, "radar_title", framework=framework.title)
    marks = "; ".join(
        f"{enabler.number} {enabler.short_title}: {_spoken(response.answer(enabler.id), words)}"
        for enabler in framework.enablers
    )
    desc = " ".join(
        [
            phrase(words, "radar_desc", **_counts(framework, response.answers)),
            phrase(words, "radar_desc_marks", marks=marks),
        ]
    )
    views = {view.id: view.title for view in framework.points_of_view}
    view = views.get(response.point_of_view or "", response.point_of_view or "")
    under = " · ".join(part for part in (view, response.group, response.date or "") if part)
    frame, seen = _drawn(framework, response.answers, words, WIDE, file_palette(framework))
    return frame.for_file(seen, title=title, desc=desc, under=under)


def _counts(framework: Framework, answers: Mapping[str, Answer]) -> dict[str, object]:
    marked = sum(answer.mark is not None for answer in answers.values())
    total, points = len(framework.enablers), framework.scale.points
    return {
        "total": total,
        "marked": marked,
        "blank": total - marked,
        "points": points,
        "lowest": framework.scale.labels[0],
        "highest": framework.scale.labels[-1],
    }


def _spoken(answer: Answer, words: Words) -> str:
    return str(answer.mark) if answer.mark else phrase(words, STATE_WORDS[answer.state])


def _drawn(
    framework: Framework,
    answers: Mapping[str, Answer] | None,
    words: Words,
    style: Style,
    palette: Palette,
) -> tuple[RadarFrame, Seen]:
    """The frame and one person's marks in it. `answers` is None for a blank one."""
    given = [(answers or {}).get(enabler.id, Answer()) for enabler in framework.enablers]
    states = ["" if answers is None else answer.state for answer in given]
    frame = RadarFrame(framework, states, words, style, palette)
    marks = [answer.mark for answer in given]
    markers = [
        frame.axes.marker(
            axis,
            mark,
            level := frame.level_number(axis),
            palette.level(level),
            f"radar__marker level--{level}",
        )
        for axis, mark in enumerate(marks)
        if mark is not None
    ]
    line = frame.axes.line(marks, palette.accent)
    return frame, Seen(_area(frame.axes, marks), line, "".join(markers), marks)


def _area(axes: Axes, marks: Values) -> str:
    if not axes.enclose or None in marks:
        return ""
    corners = "L".join(axes.corners(range(len(marks)), marks))
    return element(
        "path",
        {
            "class": "radar__area",
            "d": f"M{corners}Z",
            "fill": axes.palette.accent,
            "fill-opacity": "0.16",
        },
    )
