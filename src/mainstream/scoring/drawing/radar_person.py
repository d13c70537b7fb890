"""The spider diagram of one person's marks, as SVG.

A blank answer is drawn nowhere: the line breaks there, and a line that breaks encloses nothing to
fill.
"""

from collections.abc import Mapping
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Answer, Response
from mainstream.scoring.drawing import radar_frame
from mainstream.scoring.drawing.radar_frame import (
    FILE_FONTS,
    HEADING_HEIGHT,
    PAGE,
    Drawing,
    Palette,
    file_palette,
    heading,
    marker_path,
    pair,
    svg,
)
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
    drawing = _PersonDrawing(framework, answers, words, layout, PAGE)
    return svg(drawing, title, desc, prefix, body=drawing.whole())


def blank_radar(framework: Framework, words: Words, *, layout: str, prefix: str) -> str:
    """The diagram without marks, to draw on: every axis whole, nothing called unanswered."""
    title = phrase(words, "blank_radar_title", framework=framework.title)
    desc = phrase(words, "blank_radar_desc", **_counts(framework, {}))
    drawing = _PersonDrawing(framework, None, words, layout, PAGE)
    return svg(drawing, title, desc, prefix, body=drawing.whole())


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
    drawing = _PersonDrawing(framework, response.answers, words, "wide", file_palette(framework))
    views = {view.id: view.title for view in framework.points_of_view}
    view = views.get(response.point_of_view or "", response.point_of_view or "")
    under = " · ".join(part for part in (view, response.group, response.date or "") if part)
    return svg(
        drawing,
        title,
        desc,
        "radar",
        body=heading(drawing, framework.title, under) + drawing.whole(),
        above=HEADING_HEIGHT,
        style=f"<style>text{{font-family:{FILE_FONTS}}}</style>",
    )


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


class _PersonDrawing(Drawing):
    """One person's marks in the frame. `answers` is None for a blank one."""

    def __init__(
        self,
        framework: Framework,
        answers: Mapping[str, Answer] | None,
        words: Words,
        name: str,
        palette: Palette,
    ) -> None:
        states = [
            "" if answers is None else answers.get(e.id, Answer()).state for e in framework.enablers
        ]
        super().__init__(framework, states, words, name, palette)
        self.marks = [(answers or {}).get(e.id, Answer()).mark for e in framework.enablers]

    def whole(self) -> str:
        """Everything that is seen, back to front."""
        points = self.framework.scale.points
        beside = (self.marks[-1] or points, self.marks[1 % len(self.marks)] or points)
        return self.body(self._area(), self._line(), beside) + self._markers() + self.labels()

    def _area(self) -> str:
        if not self.encloses() or None in self.marks:
            return ""
        corners = "L".join(pair(self.point(axis, mark)) for axis, mark in enumerate(self.marks))
        return (
            f'<path class="radar__area" d="M{corners}Z" '
            f'fill="{self.palette.accent}" fill-opacity="0.16"/>'
        )

    def _line(self) -> str:
        width = 2.5 if self.encloses() else 8
        return "".join(
            f'<path class="radar__line" d="{path}" fill="none" stroke="{self.palette.accent}" '
            f'stroke-width="{width}" stroke-linejoin="round"/>'
            for path in self.line_paths(self.marks)
        )

    def _markers(self) -> str:
        shapes = []
        size = 6.0 if self.name == "wide" else 4.5
        for axis, mark in enumerate(self.marks):
            if mark is None:
                continue
            number = self.level_number(axis)
            shapes.append(
                f'<path class="radar__marker level--{number}" '
                f'd="{marker_path(number, *self.point(axis, mark), size)}" '
                f'fill="{self.palette.level(number)}" stroke="{self.palette.paper}" '
                f'stroke-width="{size / 4:g}"/>'
            )
        return "".join(shapes)
