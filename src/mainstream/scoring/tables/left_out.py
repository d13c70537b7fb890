"""Rows that are nobody's answers: further headings and totals; and those that are hidden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from mainstream.scoring.tables.cells import cell_at, plain
from mainstream.scoring.tables.columns import ColumnMapping
from mainstream.scoring.tables.headings import Headings
from mainstream.scoring.tables.read_as import Readings, key_of
from mainstream.scoring.words import Words, phrases

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import LeaveOutReason

WORDS: Final = ("total_texts",)

NumberedRow = tuple[int, Sequence[str]]

HEADING: Final = "heading"
TOTAL: Final = "total"
HIDDEN: Final = "hidden"

FIRST_ROWS = 300  # below the headings, which tell what is usual
LAST_ROWS = 12
_FURTHER_HEADINGS = 3
_LONG = 25  # characters; a question, and not a label
_SHORT = 3  # letters of a name that may be a person's
_DECIMAL = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?%?")


class RowsLeftOut:
    """Tells rows that are nobody's answers from the columns of one mapping."""

    def __init__(
        self, mapping: ColumnMapping, headings: Headings, readings: Readings, words: Words
    ) -> None:
        self._header_row = mapping.header_row
        self._headings = headings
        self._readings = readings
        self._totals = {plain(text) for text in phrases(words, "total_texts")}
        self._answers = mapping.likely_answers
        self._others = [c.number for c in mapping.columns if c.number not in set(self._answers)]

    def found(
        self, first: Sequence[NumberedRow], last: Sequence[NumberedRow], hidden: Collection[int]
    ) -> dict[int, LeaveOutReason]:
        """Why each row is to be left out, by its number.

        `first` and `last` are rows below the headings, at the beginning and at the end; they may
        be the same ones. `hidden` are the numbers of rows that are not shown.
        """
        reasons: dict[int, LeaveOutReason] = dict.fromkeys(
            (number for number in sorted(hidden) if number > self._header_row), HIDDEN
        )
        if self._answers:
            reasons |= dict.fromkeys(self._further_headings(first), HEADING)
            reasons |= dict.fromkeys(self._totals_below(first, last), TOTAL)
        return reasons

    def _given(self, row: Sequence[str]) -> list[str]:
        cells = (key_of(cell_at(row, number)) for number in self._answers)
        return [cell for cell in cells if cell]

    def _further_headings(self, first: Sequence[NumberedRow]) -> list[int]:
        filled = [(number, row) for number, row in first if any(map(str.strip, row))]
        times = Counter(cell for _, row in filled for cell in set(self._given(row)))
        found: list[int] = []
        for number, row in filled[:_FURTHER_HEADINGS]:
            if len(filled) - len(found) < 2 or not self._is_heading(self._given(row), times):
                break
            found.append(number)
        return found

    def _is_heading(self, given: list[str], times: Counter[str]) -> bool:
        if any("ImportId" in cell for cell in given):
            return True
        if not given or any(
            times[cell] > 1 or self._readings.may_be_answer(cell) for cell in given
        ):
            return False
        known = sum(bool(self._headings.exact(cell)) for cell in given)
        alike = len(given) > 1 and len(set(given)) == 1
        questions = len(given) > 1 and all(len(cell) > _LONG for cell in given)
        return alike or questions or 2 * known > len(given)

    def _totals_below(self, first: Sequence[NumberedRow], last: Sequence[NumberedRow]) -> list[int]:
        some = [row for _, row in first if any(map(str.strip, row))]
        usual = [
            number
            for number in self._others
            if 2 * sum(bool(cell_at(row, number).strip()) for row in some) > len(some)
        ]
        found: list[int] = []
        rows = [(number, row) for number, row in last if number > self._header_row]
        for place in range(len(rows) - 1, -1, -1):
            number, row = rows[place]
            if not any(map(str.strip, row)):
                continue
            apart = place > 0 and not any(map(str.strip, rows[place - 1][1]))
            if not self._is_total(row, usual, apart or bool(found)):
                break
            found.append(number)
        return found

    def _is_total(self, row: Sequence[str], usual: list[int], apart: bool) -> bool:
        """Whether a row is called so; or has figures for answers, and nothing about a person."""
        given = self._given(row)
        blank = sum(not cell_at(row, number).strip() for number in usual)
        names = [said for cell in row if (said := plain(cell)) in self._totals]
        figures = [cell for cell in given if _DECIMAL.fullmatch(cell)]
        off = [cell for cell in figures if not self._readings.is_on_scale(cell)]
        if names:
            # A team or a person may be called so too, such as Max: their other cells are as usual.
            others = [n for n in usual if plain(cell_at(row, n)) not in self._totals]
            if others:
                return 2 * sum(not cell_at(row, n).strip() for n in others) >= len(others)
            return apart or 2 * len(off) >= len(given) or any(len(name) > _SHORT for name in names)
        if not usual or blank < len(usual) or not figures:
            return False
        return 2 * len(off) >= len(given) or (apart and len(figures) == len(given))
