"""The answers of many people as a table: writes one, and reads any whose columns are known.

Where a form asks for each statement, the mark of the enabler is the middle (median) of its
statements' marks, and of an even number the lower of the two in the middle. Without any mark it is
"not sure" if any statement is, else "does not apply" if any does. This rule is ours. A column of
the enabler's own marks goes before its statements: then they are not read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    UNANSWERED,
    Answer,
    Response,
)
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.tables import cells, headings, person
from mainstream.scoring.tables.cells import (
    AnswerReader,
    cell_at,
    not_readable,
    response_of_cells,
    with_note,
)
from mainstream.scoring.tables.columns import PEOPLE, ColumnMapping
from mainstream.scoring.tables.headings import (
    DATE,
    GROUP,
    MARK,
    NOTE,
    POINT_OF_VIEW,
    STATEMENT,
    TAG,
    mark_heading,
    note_heading,
)
from mainstream.scoring.tables.person import person_in_table
from mainstream.scoring.words import STATE_WORDS, Words, phrase

WORDS: Final = (
    *cells.WORDS,
    *headings.WORDS,
    *person.WORDS,
    *STATE_WORDS.values(),
)

_ABOUT = ("table_group", "table_point_of_view", "table_date", "people_tag")


_NONE = Answer()


@dataclass(frozen=True)
class RowResult:
    """What became of one row: a response with what there is to say about it, or a problem.

    `row` counts from 1, as a spreadsheet does.
    """

    row: int
    response: Response | None = None
    problem: ScoringProblem | None = None
    notices: tuple[Notice, ...] = ()


def read_people(
    framework: Framework, rows: Sequence[Sequence[str]], mapping: ColumnMapping, words: Words
) -> list[RowResult]:
    """What became of each row below the headings; blank rows are left out.

    Nobody gets a tag, but those whose row brings one, as our own tables do. Only columns that the
    mapping gives a role are looked at. One row that cannot be read stops no other: its problem has
    one of the keys `row-cell` (with `row` and `column`) and `row-empty`; for our table of
    one person also `table-no-match`. `words` are the words' areas `result` and `import` in one.
    """
    if mapping.layout != PEOPLE:
        return [_one_person(framework, rows, mapping, words)]
    reader = _Reader(framework, mapping, words)
    below = enumerate(rows[mapping.header_row :], mapping.header_row + 1)
    return [reader.result(number, row) for number, row in below if any(map(str.strip, row))]


def _one_person(
    framework: Framework, rows: Sequence[Sequence[str]], mapping: ColumnMapping, words: Words
) -> RowResult:
    number = mapping.header_row + 1
    try:
        response, notices = person_in_table(framework, rows, mapping.header_row, words)
    except ScoringProblem as problem:
        return RowResult(number, problem=problem)
    return RowResult(number, response, notices=notices)


class _Reader:
    """Reads rows by one mapping."""

    def __init__(self, framework: Framework, mapping: ColumnMapping, words: Words) -> None:
        self._framework = framework
        self._cells = AnswerReader(framework, words)
        self._person = {column.role: column.number for column in mapping.columns}
        by_role: dict[str, dict[str, list[int]]] = {MARK: {}, STATEMENT: {}, NOTE: {}}
        for column in mapping.columns:
            if column.role in by_role:
                by_role[column.role].setdefault(str(column.enabler), []).append(column.number)
        self._answers = {**by_role[STATEMENT], **by_role[MARK]}  # a mark goes before statements
        self._notes = by_role[NOTE]

    def result(self, number: int, row: Sequence[str]) -> RowResult:
        try:
            response, notices = self._read(number, row)
        except ScoringProblem as problem:
            return RowResult(number, problem=problem)
        return RowResult(number, response, notices=notices)

    def _read(self, number: int, row: Sequence[str]) -> tuple[Response, tuple[Notice, ...]]:
        answers = {
            enabler.id: answer
            for enabler in self._framework.enablers
            if (answer := self._answer(number, row, enabler.id)) is not _NONE
        }
        if not answers:
            raise ScoringProblem("row-empty", row=number)
        return response_of_cells(
            self._framework,
            answers,
            view=self._about(row, POINT_OF_VIEW),
            group=self._about(row, GROUP),
            day=self._about(row, DATE),
            tag=self._about(row, TAG),
        )

    def _about(self, row: Sequence[str], role: str) -> str:
        return cell_at(row, self._person[role]) if role in self._person else ""

    def _answer(self, number: int, row: Sequence[str], enabler_id: str) -> Answer:
        """The answer to one enabler, and the very `_NONE` where there is none."""
        columns = self._answers.get(enabler_id, ())
        said = together([self._read_cell(number, row, column) for column in columns])
        for column in self._notes.get(enabler_id, ()):
            said = with_note(said, cell_at(row, column))
        return _NONE if said == _NONE else said

    def _read_cell(self, number: int, row: Sequence[str], column: int) -> Answer:
        answer = self._cells.read(cell_at(row, column))
        if answer is None:
            raise not_readable(number, column)
        return answer


def together(answers: Sequence[Answer]) -> Answer:
    """One answer from those to an enabler's statements, by the rule of this module."""
    if len(answers) == 1:
        return answers[0]
    marks = sorted(answer.mark for answer in answers if answer.mark is not None)
    if marks:
        return Answer(MARKED, marks[(len(marks) - 1) // 2])
    states = {answer.state for answer in answers}
    return Answer(next((s for s in (NOT_SURE, DOES_NOT_APPLY) if s in states), UNANSWERED))


def people_rows(
    framework: Framework, responses: Sequence[Response], words: Words
) -> list[list[str | int]]:
    """A heading row, then a row for each person: about them, and a cell for each enabler.

    A cell is a mark, the word for a state, or empty for unanswered. Behind an enabler for which
    anyone has a note stands a column of notes. `read_people` reads the same responses from these
    rows. What a response holds beyond the framework, such as a retired enabler's answer, is kept
    by its JSON file only.
    """
    noted = {
        enabler.id
        for enabler in framework.enablers
        if any(response.answer(enabler.id).note for response in responses)
    }
    note = phrase(words, "table_note")
    headings: list[str | int] = [phrase(words, key) for key in _ABOUT]
    for enabler in framework.enablers:
        headings.append(mark_heading(enabler))
        if enabler.id in noted:
            headings.append(note_heading(enabler, note))
    views = {view.id: view.title for view in framework.points_of_view}
    rows = [headings]
    for response in responses:
        view = response.point_of_view or ""
        tag = "" if response.tag is None else response.tag
        row: list[str | int] = [response.group, views.get(view, view), response.date or "", tag]
        for enabler in framework.enablers:
            row.append(_said(response, enabler, words))
            if enabler.id in noted:
                row.append(response.answer(enabler.id).note)
        rows.append(row)
    return rows


def _said(response: Response, enabler: Enabler, words: Words) -> str | int:
    answer = response.answer(enabler.id)
    if answer.mark is not None:
        return answer.mark
    return "" if answer.state == UNANSWERED else phrase(words, STATE_WORDS[answer.state])
