"""Reads one cell of a table that a form or a spreadsheet wrote: an answer, a date, a letter."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    TAGS,
    UNANSWERED,
    Answer,
    Response,
    notices_about,
)
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.text import clean, one_line
from mainstream.scoring.words import STATE_WORDS, Words, phrases

if TYPE_CHECKING:
    from mainstream.scoring.contract import answers as contract

WORDS: Final = (
    *STATE_WORDS.values(),
    "not_sure_texts",
    "does_not_apply_texts",
    "unanswered_texts",
)

_NUMBER = re.compile(r"([0-9]{1,3})(?:[.,]0{0,2})?")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_TAGS = frozenset(map(str, range(TAGS)))
_NOTHING = " -–—_."  # how some write that there is nothing


@functools.lru_cache(maxsize=4096)  # the same headings, labels and titles in row after row
def plain(text: str) -> str:
    """The text as we compare it: letters, digits and single spaces only, in one case.

    Compatibility forms (NFKC) become their usual letters, a no-break space a space; invisible
    characters, such as a zero-width space, are removed.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    visible = "".join(c for c in text if c.isascii() or unicodedata.category(c) != "Cf")
    return " ".join(re.sub(r"[\W_]+", " ", visible).split())


def column_letter(number: int) -> str:
    """How a spreadsheet names its column `number`, from 1: A to Z, then AA."""
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_at(row: Sequence[str], number: int) -> str:
    """The cell in column `number`, from 1; rows may be shorter than others."""
    return row[number - 1] if number <= len(row) else ""


def not_readable(row: int, column: int) -> ScoringProblem:
    """The problem with a cell that is not an answer; `row` and `column` count from 1.

    What stands in it is not told: in a table that was misread it may be somebody's name.
    """
    return ScoringProblem("row-cell", row=row, column=column_letter(column))


def response_of_cells(
    framework: Framework,
    answers: Mapping[str, Answer],
    *,
    unknown: Mapping[str, object] | None = None,
    view: str = "",
    group: str = "",
    day: str = "",
    tag: str = "",
) -> tuple[Response, tuple[Notice, ...]]:
    """A response of its answers by enabler and of the cells about the person; what to say of it.

    The point of view is a title or an id. A day or a tag that cannot be told is left out.
    `unknown` are answers to what the framework does not have.
    """
    views = {plain(text): v.id for v in framework.points_of_view for text in (v.id, v.title)}
    response = Response(
        framework_id=framework.id,
        framework_version=framework.version,
        points=framework.scale.points,
        point_of_view=views.get(plain(view), view) or None,
        group=one_line(group),
        date=date_in(day),
        tag=int(tag) if tag.strip() in _TAGS else None,
        answers=answers,
        unknown_answers=unknown or {},
    )
    return response, tuple(notices_about(response, framework))


def with_note(answer: Answer, note: str) -> Answer:
    """The answer with a note, unless that is blank."""
    return Answer(answer.state, answer.mark, clean(note)) if note.strip() else answer


def date_in(text: str) -> str | None:
    """The day at the start of the text, like `2026-11-23`; None where it cannot be told.

    A day such as 03/04/2026 is two days in two countries, so it is none here; 23/11/2026 is one.
    """
    start = text.strip()[:10]
    try:
        if _ISO_DATE.fullmatch(start):
            return date.fromisoformat(start).isoformat()
        parts = _DATE.match(start)
        if not parts:
            return None
        first, second = int(parts[1]), int(parts[3])
        if max(first, second) <= 12 and first != second:
            return None
        return date(int(parts[4]), min(first, second), max(first, second)).isoformat()
    except ValueError:
        return None  # no such day


class AnswerReader:
    """Reads cells as answers on a framework's scale; what it has read once it remembers."""

    def __init__(self, framework: Framework, words: Words) -> None:
        self._points = framework.scale.points
        self._marks = {plain(label): n for n, label in enumerate(framework.scale.labels, 1)}
        self._states: dict[str, contract.State] = {}
        accepted: tuple[tuple[contract.State, str], ...] = (
            (UNANSWERED, "unanswered_texts"),
            (DOES_NOT_APPLY, "does_not_apply_texts"),
            (NOT_SURE, "not_sure_texts"),
        )
        for state, key in accepted:
            texts = [*phrases(words, key), str(words[STATE_WORDS[state]])]
            self._states |= {plain(text): state for text in texts}
        self._known: dict[str, Answer | None] = {}

    def read(self, text: str) -> Answer | None:
        """The answer; None where the cell cannot be read.

        A mark is a whole number on the scale (`4`, `4.0`), a label of the scale (`Agree`), or
        both (`4 – Agree`, `Agree (4)`). A number before other words is taken (`4 Cytuno`), as a
        translated form has it, unless the words are another mark's label or name a state.
        """
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> Answer | None:
        bare = unicodedata.normalize("NFKC", text).strip()
        if not bare.strip(_NOTHING):
            return Answer()
        if bare.startswith("#"):
            return None  # a spreadsheet's error: `#N/A` does not say that it does not apply
        number = _NUMBER.fullmatch(bare)
        if number:
            return self._on_scale(int(number[1]))
        said = plain(text)
        if said in self._states:
            return Answer(self._states[said])
        if said in self._marks:
            return self._on_scale(self._marks[said])
        return self._number_and_words(bare, said.split())

    def _number_and_words(self, bare: str, tokens: list[str]) -> Answer | None:
        if len(tokens) < 2:
            return None
        if bare[0].isdecimal() and tokens[0].isdecimal():
            number, others = tokens[0], tokens[1:]
        elif tokens[-1].isdecimal() and " ".join(tokens[:-1]) in self._marks:
            number, others = tokens[-1], tokens[:-1]
        else:
            return None
        label = " ".join(others)
        if label in self._states or any(c.isdecimal() for c in label):
            return None
        mark = int(number[:4])
        return self._on_scale(mark) if self._marks.get(label, mark) == mark else None

    def _on_scale(self, mark: int) -> Answer | None:
        return Answer(MARKED, mark) if 1 <= mark <= self._points else None
