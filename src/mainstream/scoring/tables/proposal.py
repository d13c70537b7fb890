"""Proposes what the columns of a form's table hold, for a person to confirm or mend.

What is not matched to the framework is dropped: names, e-mail addresses and times never reach a
result, in whatever language their headings are. Cells are shown from columns of answers only.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables import cells, headings, person
from mainstream.scoring.tables.cells import AnswerReader, plain
from mainstream.scoring.tables.columns import (
    IGNORE,
    ONE_PERSON,
    PEOPLE,
    PERSONAL,
    Column,
    ColumnMapping,
)
from mainstream.scoring.tables.headings import (
    DATE,
    MARK,
    NOTE,
    POINT_OF_VIEW,
    STATEMENT,
    Headings,
    Target,
)
from mainstream.scoring.tables.person import person_heading_row
from mainstream.scoring.words import Words

WORDS: Final = (
    *cells.WORDS,
    *headings.WORDS,
    *person.WORDS,
)

_HEADING_ROWS = 15  # headings are looked for in the first rows only
_MOST_CELLS = 500  # of a column are looked at to tell what it holds
_SAMPLES = 3
_LONGEST_NAME = 60  # characters; longer text that names a time is a note


def propose(framework: Framework, rows: Sequence[Sequence[str]], words: Words) -> ColumnMapping:
    """What the columns of the rows seem to hold, for a person to confirm or mend.

    Our own table of one person's answers needs no columns: its `layout` says what it is. `words`
    are the words' areas `result` and `import` in one.

    Errors: `ScoringProblem("table-no-match")` where no column is matched to an answer.
    """
    person = person_heading_row(rows[:_HEADING_ROWS], words)
    if person:
        return ColumnMapping(ONE_PERSON, person)
    headings = Headings(framework, words)
    header_row = _heading_row(rows, headings)
    proposal = _Proposal(framework, headings, AnswerReader(framework, words))
    mapping = ColumnMapping(PEOPLE, header_row, proposal.columns(rows, header_row))
    if not mapping.answer_columns:
        raise ScoringProblem("table-no-match")
    return mapping


def _heading_row(rows: Sequence[Sequence[str]], headings: Headings) -> int:
    """The number of the row with most headings that we know; else of the first with any text."""
    best, most = 0, 0
    for number, row in enumerate(rows[:_HEADING_ROWS], 1):
        known = sum(1 for text in row if text.strip() and headings.exact(text))
        if known > most or (not best and any(map(str.strip, row))):
            best, most = number, known
    return best


class _Proposal:
    """Gives the columns of one table their roles, the surest first."""

    def __init__(self, framework: Framework, headings: Headings, answers: AnswerReader) -> None:
        self._headings = headings
        self._answers = answers
        self._views = {plain(v.title) for v in framework.points_of_view}
        self._views |= {plain(v.id) for v in framework.points_of_view}
        self._found: dict[int, tuple[Target, bool]] = {}

    def columns(self, rows: Sequence[Sequence[str]], header_row: int) -> tuple[Column, ...]:
        header = rows[header_row - 1] if header_row else []
        width = max(map(len, rows[header_row:]), default=0)
        texts = {n: header[n - 1] if n <= len(header) else "" for n in range(1, width + 1)}
        texts |= {n: text for n, text in enumerate(header, 1)}
        cells = {n: _cells(rows[header_row:], n) for n in texts}
        for step in (self._exact, self._copy, self._by_cells, self._close):
            for number, text in texts.items():
                if number not in self._found and not _is_personal_heading(text):
                    step(number, text, cells[number])
        return tuple(self._column(n, text, cells[n]) for n, text in texts.items())

    def _exact(self, number: int, text: str, cells: list[str]) -> None:
        for target in self._headings.exact(text) if text.strip() else []:
            if not self._is_taken(target):
                if target.role == DATE or not _mostly(_is_personal_text, cells):
                    sure = target.role not in (MARK, STATEMENT) or self._answered(cells) > 0
                    self._found[number] = (target, sure or not cells)
                return

    def _copy(self, number: int, text: str, cells: list[str]) -> None:
        """A second column of an enabler, with other text than answers, is likely its note."""
        for target in self._headings.exact(text) if text.strip() else []:
            note = Target(NOTE, target.enabler)
            if target.role == MARK and not self._is_taken(note) and not self._are_answers(cells):
                self._propose_note(number, note, cells)
                return

    def _by_cells(self, number: int, text: str, cells: list[str]) -> None:
        view = Target(POINT_OF_VIEW)
        if cells and not self._is_taken(view) and all(plain(cell) in self._views for cell in cells):
            self._found[number] = (view, True)
        elif self._headings.is_note(text):
            before = [self._found[n][0] for n in range(number - 1, 0, -1) if n in self._found]
            about = next((target.enabler for target in before if target.enabler), None)
            if about and not self._is_taken(Target(NOTE, about)):
                self._propose_note(number, Target(NOTE, about), cells)

    def _close(self, number: int, text: str, cells: list[str]) -> None:
        taken = {target for target, _ in self._found.values()}
        target = self._headings.close(text, taken) if text.strip() else None
        if target and target.role == NOTE:
            self._propose_note(number, target, cells)
        elif target and self._are_answers(cells):
            self._found[number] = (target, False)

    def _propose_note(self, number: int, note: Target, cells: list[str]) -> None:
        if not _mostly(_is_personal_text, cells):
            self._found[number] = (note, False)

    def _is_taken(self, target: Target) -> bool:
        return any(target == found for found, _ in self._found.values())

    def _answered(self, cells: list[str]) -> int:
        return sum(self._answers.read(cell) is not None for cell in cells)

    def _are_answers(self, cells: list[str]) -> bool:
        return bool(cells) and 2 * self._answered(cells) >= len(cells)

    def _column(self, number: int, text: str, cells: list[str]) -> Column:
        heading = "" if _is_personal_heading(text) else " ".join(text.split())
        if number not in self._found:
            return Column(number, heading, PERSONAL if _is_personal(cells) else IGNORE)
        target, sure = self._found[number]
        samples: list[str] = []
        if target.role in (MARK, STATEMENT):
            # What does not read as an answer may be about somebody.
            shown = (cell for cell in cells if self._answers.read(cell) is not None)
            samples = list(dict.fromkeys(shown))[:_SAMPLES]
        return Column(
            number, heading, target.role, target.enabler, target.statement, sure, tuple(samples)
        )


def _cells(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    """The first cells of a column that are not blank, each on one line."""
    found: list[str] = []
    for row in rows:
        text = " ".join(row[number - 1].split()) if number <= len(row) else ""
        if text:
            found.append(text)
            if len(found) == _MOST_CELLS:
                break
    return found


_PERSONAL_TEXT = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+"  # an e-mail address
    r"|\b[0-9]{1,2}:[0-9]{2}\b"  # a time
    r"|\b[0-9]{1,4}\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?[0-9]{1,4}\b"  # a day
    r"|^[0-9]{5}\.[0-9]+$"  # a time as a spreadsheet counts it
)


def _is_personal_text(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _PERSONAL_TEXT.search(text) is not None


def _is_personal_heading(text: str) -> bool:
    """Whether a person's data stands where a heading should; a heading may well name a day."""
    return "@" in text or (_is_personal_text(text) and not re.search(r"[^\W\d_]{4}", text))


def _is_personal(cells: list[str]) -> bool:
    """Whether a column holds addresses, times, serial numbers or names, by its cells alone."""
    if _mostly(_is_personal_text, cells):
        return True
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= 18]
    if len(numbers) > 2 and len(numbers) == len(cells):
        return numbers == sorted(set(numbers))
    return _mostly(_is_like_a_name, cells) and 5 * len(set(cells)) >= 4 * len(cells)


def _is_like_a_name(text: str) -> bool:
    words = re.findall(r"[\w’'.-]+", text)
    return (
        1 <= len(words) <= 5 and not any(c.isdigit() for c in text) and len(text) <= _LONGEST_NAME
    )


def _mostly(holds: Callable[[str], bool], cells: list[str]) -> bool:
    return bool(cells) and 2 * sum(map(holds, cells)) > len(cells)
