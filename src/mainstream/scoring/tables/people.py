"""The answers of many people as a table: writes one, and reads any whose columns are known.

Where a form asks for each statement, the mark of the enabler is the middle (median) of its
statements' marks, and of an even number the lower of the two in the middle. Without any mark it is
"not sure" if any statement is, else "does not apply" if any does. This rule is ours. A column of
the enabler's own marks goes before its statements: then they are not read.

Several columns of one question, such as those of two languages, are one: the answer is in
whichever is filled.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
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
from mainstream.scoring.codes.find import Find
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.text import one_line
from mainstream.scoring.tables import cells, headings, person
from mainstream.scoring.tables.cells import (
    AnswerReader,
    cell_at,
    date_in,
    response_of_cells,
    with_note,
)
from mainstream.scoring.tables.coded import finds_in_row
from mainstream.scoring.tables.columns import CODES, ONE_PERSON, ColumnMapping
from mainstream.scoring.tables.headings import (
    DATE,
    GROUP,
    MARK,
    NOTE,
    POINT_OF_VIEW,
    STATEMENT,
    TAG,
    Headings,
    mark_heading,
    note_heading,
)
from mainstream.scoring.tables.person import person_in_table
from mainstream.scoring.tables.read_as import ReadAs, key_of
from mainstream.scoring.tables.shapes import LaidOut, laid_out
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

    `row` counts from 1, as a spreadsheet does; it is a column's number where people stand in
    columns. `cells` are those of the row. `unread` are the names of cells that could not be read,
    `differing` of those that say something else than another cell about the same; both count as
    unanswered.
    """

    row: int
    response: Response | None = None
    problem: ScoringProblem | None = None
    notices: tuple[Notice, ...] = ()
    cells: Sequence[str] = field(default=(), repr=False)  # they may name somebody
    unread: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


class PeopleReader:
    """Reads tables of a framework's answers, row by row.

    Nobody gets a tag, but those whose row brings one, as our own tables do. Only columns that the
    mapping gives a role are looked at. Nothing that a row holds stops another row, and a cell that
    cannot be read counts as unanswered. Where nothing of a row can be read, its problem has one of
    the keys `row-unread`, `row-empty` and `row-no-code`, or that of a code in it; for our table
    of one person also `row-cell` and `table-no-match`. `words` are the words' areas `result` and
    `import` in one.
    """

    def __init__(self, framework: Framework, words: Words, headings: Headings) -> None:
        self._framework = framework
        self._words = words
        self._headings = headings

    def read(
        self,
        rows: Sequence[Sequence[str]],
        mapping: ColumnMapping,
        read_as: ReadAs,
        left_out: Collection[int] = (),
    ) -> list[RowResult]:
        """What became of each row below the headings; blank rows and those left out are skipped.

        `read_as` goes before what cells say by themselves.
        """
        if mapping.layout == ONE_PERSON:
            return [_one_person(self._framework, rows, mapping, self._words)]
        laid = laid_out(rows, mapping, self._headings)
        reader = _Reader(self._framework, laid, self._words, read_as, coded=mapping.layout == CODES)
        first = laid.mapping.header_row
        below = enumerate(laid.rows[first:], first + 1)
        return [
            result
            for number, row in below
            if number not in left_out and any(map(str.strip, row))
            for result in reader.results(number, row)
        ]

    def by_row(
        self, mapping: ColumnMapping, read_as: ReadAs
    ) -> Callable[[int, Sequence[str]], list[RowResult]]:
        """What reads one row after another, by its number, of a table with a row for each person.

        For a table that is not held as a whole: its layout is `people` or `codes`.
        """
        laid = laid_out((), mapping, self._headings)
        coded = mapping.layout == CODES
        return _Reader(self._framework, laid, self._words, read_as, coded=coded).results


def read_people(
    framework: Framework,
    rows: Sequence[Sequence[str]],
    mapping: ColumnMapping,
    words: Words,
    read_as: ReadAs | None = None,
) -> list[RowResult]:
    """What became of each row, as `PeopleReader` reads them."""
    return PeopleReader(framework, words, Headings(framework, words)).read(
        rows, mapping, read_as or {}
    )


def _one_person(
    framework: Framework, rows: Sequence[Sequence[str]], mapping: ColumnMapping, words: Words
) -> RowResult:
    number = mapping.header_row + 1
    try:
        response, notices = person_in_table(framework, rows, mapping.header_row, words)
    except ScoringProblem as problem:
        return RowResult(number, problem=problem)
    cells = rows[number - 1] if number <= len(rows) else ()
    return RowResult(number, response, notices=notices, cells=cells)


@dataclass
class _Named:
    """Cells of one row that cannot be used, by name."""

    unread: list[str]
    differing: list[str]


class _Reader:
    """Reads rows of one table."""

    def __init__(
        self, framework: Framework, laid: LaidOut, words: Words, read_as: ReadAs, *, coded: bool
    ) -> None:
        self._framework = framework
        self._laid = laid
        self._coded = coded
        self._read_as = read_as
        self._cells = AnswerReader(framework, words)
        self._known: dict[str, Answer | None] = {}
        columns = laid.mapping.columns
        self._person = {column.role: column.number for column in columns}
        self._marks: dict[str, list[list[int]]] = {}
        self._notes: dict[str, list[int]] = {}
        statements: dict[str, dict[str, list[int]]] = {}
        for column in columns:
            enabler = str(column.enabler)
            if column.role == MARK:
                self._marks.setdefault(enabler, [[]])[0].append(column.number)
            elif column.role == STATEMENT:
                of_enabler = statements.setdefault(enabler, {})
                of_enabler.setdefault(str(column.statement), []).append(column.number)
            elif column.role == NOTE:
                self._notes.setdefault(enabler, []).append(column.number)
        for enabler, by_statement in statements.items():
            self._marks.setdefault(enabler, list(by_statement.values()))

    def results(self, number: int, row: Sequence[str]) -> list[RowResult]:
        """What became of a row: one result, or one for each code in it."""
        finds = finds_in_row(row, self._framework) if self._coded else []
        found = [self._found(number, row, find) for find in finds if find.response]
        if found:
            return found
        result = self._result(number, row)
        if not self._coded or result.response:
            return [result]
        problem = next((find.problem for find in finds if find.problem), None)
        return [replace(result, problem=problem or ScoringProblem("row-no-code", row=result.row))]

    def _found(self, number: int, row: Sequence[str], find: Find) -> RowResult:
        """A code's answers; the row may say the group and the day."""
        assert find.response is not None
        response = replace(
            find.response,
            group=find.response.group or one_line(self._about(row, GROUP)),
            date=find.response.date or date_in(self._about(row, DATE)),
        )
        return RowResult(
            self._laid.row_number(number), response, notices=find.notices, cells=tuple(row)
        )

    def _result(self, number: int, row: Sequence[str]) -> RowResult:
        named = _Named([], [])
        answers = {
            enabler.id: answer
            for enabler in self._framework.enablers
            if (answer := self._answer(number, row, enabler.id, named)) is not _NONE
        }
        place = self._laid.row_number(number)
        cells, unread, differing = tuple(row), tuple(named.unread), tuple(named.differing)
        if not answers:
            problem = ScoringProblem("row-empty", row=place)
            if unread or differing:
                problem = ScoringProblem("row-unread", row=place)
            return RowResult(
                place, problem=problem, cells=cells, unread=unread, differing=differing
            )
        response, notices = response_of_cells(
            self._framework,
            answers,
            view=self._about(row, POINT_OF_VIEW),
            group=self._about(row, GROUP),
            day=self._about(row, DATE),
            tag=self._about(row, TAG),
        )
        return RowResult(
            place,
            response,
            notices=notices,
            cells=cells,
            unread=unread,
            differing=differing,
        )

    def _about(self, row: Sequence[str], role: str) -> str:
        return cell_at(row, self._person[role]) if role in self._person else ""

    def _answer(self, number: int, row: Sequence[str], enabler_id: str, named: _Named) -> Answer:
        """The answer to one enabler, and the very `_NONE` where there is none."""
        questions = self._marks.get(enabler_id, ())
        said = _NONE
        if len(questions) == 1:
            said = self._one_of(number, row, questions[0], named)
        elif questions:
            said = together([self._one_of(number, row, columns, named) for columns in questions])
        for column in self._notes.get(enabler_id, ()):
            said = with_note(said, cell_at(row, column))
        return _NONE if said == _NONE else said

    def _one_of(
        self, number: int, row: Sequence[str], columns: Sequence[int], named: _Named
    ) -> Answer:
        """What is said in one of several columns of a question; nothing where they differ."""
        if len(columns) == 1:
            answer = self._read(cell_at(row, columns[0]))
            if answer is None:
                named.unread.append(self._laid.cell_name(number, columns[0]))
            return answer or _NONE
        given: dict[Answer, int] = {}
        for column in columns:
            answer = self._read(cell_at(row, column))
            if answer is None:
                named.unread.append(self._laid.cell_name(number, column))
            elif answer.state != UNANSWERED:
                given.setdefault(answer, column)
        if len(given) > 1:
            named.differing += [self._laid.cell_name(number, each) for each in given.values()]
        return next(iter(given)) if len(given) == 1 else _NONE

    def _read(self, cell: str) -> Answer | None:
        if cell not in self._known:
            key = key_of(cell)
            read = self._read_as[key] if key in self._read_as else self._cells.read(cell)
            self._known[cell] = read
        return self._known[cell]


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
