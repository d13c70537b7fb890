"""What every spider diagram has around its marks: the grid, labels, the key and the `<svg>`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE, UNANSWERED
from mainstream.scoring.drawing.labels import Label, Span
from mainstream.scoring.drawing.level_marks import level_mark
from mainstream.scoring.drawing.palette import Palette
from mainstream.scoring.drawing.radar_grid import axis_lines, level_arcs, rings, scale
from mainstream.scoring.drawing.radar_key import KeyEntry
from mainstream.scoring.drawing.radar_layout import LabelText, lay_out
from mainstream.scoring.drawing.radar_line import Axes, Values
from mainstream.scoring.drawing.radar_style import NARROW, WIDE, Style
from mainstream.scoring.drawing.svg import (
    Frame,
    Heading,
    HeadingLine,
    as_file,
    element,
    escaped,
    on_page,
)
from mainstream.scoring.words import STATE_WORDS, Words, phrase

WORDS: Final = tuple(STATE_WORDS.values())

STYLES = {style.name: style for style in (WIDE, NARROW)}

_STATE_MARKS = {NOT_SURE: "?", DOES_NOT_APPLY: "–", UNANSWERED: "○"}
_HEADING = Heading(72, 20, (HeadingLine(-38, 22, 700), HeadingLine(-14, 15, 400)))


@dataclass(frozen=True)
class Seen:
    """What a diagram shows in its frame, as markup.

    `under` is below the rings, `line` above the axes and `markers` in front of both; `values`, one
    for each axis, decide on which side of the first axis the scale's numbers have more room.
    """

    under: str
    line: str
    markers: str
    values: Values


class RadarFrame:
    """The frame of a diagram, whose parts are laid out for its size.

    `states` say for each axis why it has no mark: one that the key explains, or anything else for
    an axis that is drawn whole. `keys` are further entries of the key.
    """

    def __init__(
        self,
        framework: Framework,
        states: Sequence[str],
        words: Words,
        style: Style,
        palette: Palette,
        keys: Sequence[KeyEntry] = (),
    ) -> None:
        self._framework = framework
        self._states = states
        self._palette = palette
        self._meanings = {state: phrase(words, key) for state, key in STATE_WORDS.items()}
        self._numbers = [framework.level_number(enabler) for enabler in framework.enablers]
        self._layout = lay_out(self._label_texts(style), self._keys(keys), style)
        self.axes = Axes(self._layout, framework.scale.points, palette)

    def level_number(self, axis: int) -> int:
        """The level, from 1, of the enabler on an axis."""
        return self._numbers[axis]

    def for_page(self, seen: Seen, *, prefix: str, title: str, desc: str) -> str:
        """The diagram as an `<svg>` for a page; `prefix` begins the ids in the markup."""
        return on_page(self._svg_frame(prefix, title, desc), self._whole(seen))

    def for_file(self, seen: Seen, *, title: str, desc: str, under: str) -> str:
        """The diagram as a file, below the framework's title and the line `under` it."""
        return as_file(
            self._svg_frame("radar", title, desc),
            self._whole(seen),
            _HEADING,
            (self._framework.title, under),
            self._palette,
        )

    def _svg_frame(self, prefix: str, title: str, desc: str) -> Frame:
        style = self._layout.style
        css_class = f"radar radar--{style.name}"
        return Frame(css_class, style.width, self._layout.height, prefix, title, desc)

    def _whole(self, seen: Seen) -> str:
        """Everything that is seen, back to front."""
        return "".join(
            [
                seen.under,
                rings(self.axes),
                axis_lines(self.axes, [state in _STATE_MARKS for state in self._states]),
                seen.line,
                scale(self.axes, seen.values),
                level_arcs(self.axes, self._numbers),
                seen.markers,
                self._labels(),
                self._key(),
            ]
        )

    def _label_texts(self, style: Style) -> tuple[LabelText, ...]:
        states = [f"{mark} {self._meanings[state]}" for state, mark in _STATE_MARKS.items()]
        longest = max(states, key=len) if style.full_texts else _STATE_MARKS[NOT_SURE]
        return tuple(
            LabelText(
                level,
                level_mark(level),
                enabler.number,
                enabler.title if style.full_texts else enabler.short_title,
                longest,
            )
            for level, enabler in zip(self._numbers, self._framework.enablers, strict=True)
        )

    def _keys(self, further: Sequence[KeyEntry]) -> tuple[tuple[KeyEntry, ...], ...]:
        """What the marks of the levels mean, those of the blanks that there are, and the rest."""
        levels = [
            KeyEntry(level_mark(number), level.title, number)
            for number, level in enumerate(self._framework.levels, 1)
        ]
        states = [
            KeyEntry(mark, self._meanings[state], None)
            for state, mark in _STATE_MARKS.items()
            if state in self._states
        ]
        return tuple(levels), (*states, *further)

    def _labels(self) -> str:
        texts = []
        for label, state in zip(self._layout.labels, self._states, strict=True):
            head = (*label.lines[0], *self._state_span(state))
            texts.append(self._text(replace(label, lines=(head, *label.lines[1:])), "radar__label"))
        return "".join(texts)

    def _state_span(self, state: str) -> tuple[Span, ...]:
        """A blank's mark after its number, with its words where there is room for them."""
        if state not in _STATE_MARKS:
            return ()
        with_words = self._layout.style.full_texts and self._layout.names_at_axes
        words = f" {self._meanings[state]}" if with_words else ""
        return (Span("state", f" {_STATE_MARKS[state]}{words}"),)

    def _key(self) -> str:
        return "".join(self._text(label, "radar__key") for label in self._layout.key)

    def _text(self, label: Label, css_class: str) -> str:
        """A label's lines, its number or mark in the colour of its level."""
        style, ink = self._layout.style, self._palette.ink
        colour = self._palette.level(label.level) if label.level else ink
        lines = []
        for row, line in enumerate(label.lines):
            y = label.box.top + row * style.line + style.type_size * 0.95
            spans = "".join(_span(span, colour) for span in line)
            lines.append(element("tspan", {"x": label.x, "y": y}, spans))
        return element(
            "text",
            {
                "class": f"{css_class} level--{label.level}" if label.level else css_class,
                "font-size": style.type_size,
                "text-anchor": label.anchor,
                "fill": ink,
            },
            "".join(lines),
        )


def _span(span: Span, colour: str) -> str:
    text = escaped(span.text)
    if span.kind == "number":
        attributes = {"class": "radar__number", "font-weight": "700", "fill": colour}
        return element("tspan", attributes, text)
    if span.kind == "state":
        return element("tspan", {"class": "radar__state", "font-style": "italic"}, text)
    return text
