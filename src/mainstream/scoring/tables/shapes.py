"""Tables of other shapes than a row for each person: told apart, and laid out as such a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Answer
from mainstream.scoring.tables.cells import cell_at, column_letter
from mainstream.scoring.tables.columns import (
    ANSWER,
    COUNT,
    COUNTS,
    DROPPED,
    IGNORE,
    LONG,
    PEOPLE,
    PERSON,
    QUESTION,
    TURNED,
    Column,
    ColumnMapping,
)
from mainstream.scoring.tables.headings import MARK, STATEMENT, Headings, Target
from mainstream.scoring.tables.read_as import Readings

Rows = Sequence[Sequence[str]]

_FIRST_COLUMNS = 20  # titles of enablers are looked for in
_MOST_ROWS = 2_000  # are looked at
_HEADING_ROWS = 15


@dataclass(frozen=True)
class LaidOut:
    """A row for each person, a mapping for it, and where its cells stand in the file.

    `cell_name` gives a cell's name in the file, such as `B4`, from its row and column here;
    `row_number` the number of the row, or of the column where people stand in columns.
    """

    rows: Rows
    mapping: ColumnMapping
    cell_name: Callable[[int, int], str]
    row_number: Callable[[int], int]


def laid_out(rows: Rows, mapping: ColumnMapping, headings: Headings) -> LaidOut:
    """The table that a mapping of the layouts `people`, `turned`, `long` or `codes` is about."""
    if mapping.layout == TURNED:
        plain = replace(mapping, layout=PEOPLE)
        return LaidOut(
            turned(rows), plain, lambda row, column: f"{column_letter(row)}{column}", _same
        )
    if mapping.layout == LONG:
        return _from_long(rows, mapping, headings)
    return LaidOut(rows, mapping, cell_name, _same)


def cell_name(row: int, column: int) -> str:
    """How a spreadsheet names a cell, such as `B4`."""
    return f"{column_letter(column)}{row}"


def turned(rows: Rows) -> list[list[str]]:
    """Rows as columns."""
    return [list(cells) for cells in zip_longest(*rows, fillvalue="")]


def _same(row: int) -> int:
    return row


def shape_of(
    rows: Rows, framework: Framework, headings: Headings, readings: Readings
) -> ColumnMapping | None:
    """The mapping of a table with the enablers in a column; none where they do not stand in one.

    It has the layout `turned` (without columns, which are proposed for the turned rows), `long`
    or `counts`.
    """
    found = _questions(rows, framework, headings)
    if not found:
        return None
    column, places = found
    header_row = _header_row(rows, min(places))
    times = Counter(places.values())
    if max(times.values()) > 1:
        long = _long(rows, header_row, column, places, readings)
        if long:
            return long
        if min(times.values()) > 1 or len(times) < len(framework.enablers):
            return None
    return _counts(rows, header_row, column, places, readings, framework) or ColumnMapping(
        TURNED, column
    )


def _questions(
    rows: Rows, framework: Framework, headings: Headings
) -> tuple[int, dict[int, Target]] | None:
    """The column with the enablers or statements, and what each of its rows, from 1, is about."""
    width = min(_FIRST_COLUMNS, max(map(len, rows[:_MOST_ROWS]), default=0))
    least = max(2, (len(framework.enablers) + 1) // 2)
    for column in range(1, width + 1):
        places: dict[int, Target] = {}
        for number, row in enumerate(rows[:_MOST_ROWS], 1):
            text = cell_at(row, column)
            if text.strip():
                known = [t for t in headings.exact(text) if t.role in (MARK, STATEMENT)]
                if known:
                    places[number] = known[0]
        if len({target.enabler for target in places.values()}) >= least:
            return column, places
    return None


def _header_row(rows: Rows, first: int) -> int:
    """The row of headings above the first question: the nearest that is not blank; 0 for none."""
    return next((n for n in range(first - 1, 0, -1) if any(map(str.strip, rows[n - 1]))), 0)


def _counts(
    rows: Rows,
    header_row: int,
    questions: int,
    places: Mapping[int, Target],
    readings: Readings,
    framework: Framework,
) -> ColumnMapping | None:
    """A column for each mark, whole numbers in its cells."""
    if not header_row or any(target.role != MARK for target in places.values()):
        return None
    columns, held = [], set[Answer]()
    bare = True
    for number, text in enumerate(rows[header_row - 1], 1):
        answer = readings.label(text) if text.strip() and number != questions else None
        filled = [cell for row in places if (cell := cell_at(rows[row - 1], number).strip())]
        if number == questions:
            columns.append(Column(number, _heading(text), QUESTION))
        elif answer and answer not in held and filled and all(map(_is_count, filled)):
            held.add(answer)
            bare = bare and text.strip().isdecimal()
            columns.append(Column(number, _heading(text), COUNT, reading=answer))
        else:
            columns.append(Column(number, _heading(text), IGNORE))
    marks = {answer.mark for answer in held if answer.mark is not None}
    if len(marks) < framework.scale.points:
        return None
    if bare:
        # Headings that are numbers may be people's: what they gave then runs over the whole scale.
        sums = {
            sum(int(cell_at(rows[row - 1], c.number) or 0) for c in columns if c.role == COUNT)
            for row in places
        }
        if len(sums) > 1:
            return None
    return ColumnMapping(COUNTS, header_row, tuple(columns))


def _is_count(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= 9


def _heading(text: str) -> str:
    return " ".join(text.split())


def _long(
    rows: Rows,
    header_row: int,
    questions: int,
    places: Mapping[int, Target],
    readings: Readings,
) -> ColumnMapping | None:
    """A column of answers next to the questions, and one that tells people apart, if there is."""
    numbers = list(places)
    width = max(len(rows[number - 1]) for number in numbers)
    answers, best = 0, 0.5
    for column in range(1, width + 1):
        cells = [cell_at(rows[number - 1], column) for number in numbers]
        filled = [cell for cell in cells if cell.strip()]
        share = sum(map(readings.may_be_answer, filled)) / (len(filled) or 1)
        serial = len(set(filled)) > 20
        if column != questions and share > best and 2 * len(filled) >= len(cells) and not serial:
            answers, best = column, share
    if not answers:
        return None
    person, most = 0, 1
    for column in range(1, width + 1):
        if column in (questions, answers):
            continue
        pairs = Counter((cell_at(rows[n - 1], column), places[n]) for n in numbers)
        people = len({cell for cell, _ in pairs})
        if max(pairs.values()) == 1 and people > most:
            person, most = column, people
    roles = {questions: QUESTION, answers: ANSWER, person: PERSON}
    header = rows[header_row - 1] if header_row else ()
    columns = [
        Column(
            number,
            _heading(cell_at(header, number)),
            roles.get(number, IGNORE),  # type: ignore[arg-type]
            sure=number != answers,
        )
        for number in range(1, width + 1)
    ]
    return ColumnMapping(LONG, header_row, tuple(columns))


def _from_long(rows: Rows, mapping: ColumnMapping, headings: Headings) -> LaidOut:
    """A row for each person: about them, and a column for each question that is known.

    Where no column tells people apart, another person begins where a question comes again.
    """
    place = {column.role: column.number for column in mapping.columns}
    about = [
        column
        for column in mapping.columns
        if column.role not in (*DROPPED, PERSON, QUESTION, ANSWER)
    ]
    targets: dict[Target, int] = {}
    people: dict[object, dict[int, tuple[str, int, int]]] = {}
    first_rows: dict[object, int] = {}
    turn = 0
    for number, row in enumerate(rows[mapping.header_row :], mapping.header_row + 1):
        known = headings.exact(cell_at(row, place.get(QUESTION, 0)) if QUESTION in place else "")
        target = next((each for each in known if each.role in (MARK, STATEMENT)), None)
        if target is None or ANSWER not in place:
            continue
        column = targets.setdefault(target, len(about) + len(targets) + 1)
        who: object = cell_at(row, place[PERSON]).strip() if PERSON in place else turn
        if PERSON not in place and column in people.get(turn, {}):
            who = turn = turn + 1
        cells = people.setdefault(who, {})
        first_rows.setdefault(who, number)
        cells.setdefault(column, (cell_at(row, place[ANSWER]), number, place[ANSWER]))
        for here, each in enumerate(about, 1):
            if text := cell_at(row, each.number).strip():
                cells.setdefault(here, (text, number, each.number))
    width = len(about) + len(targets)
    laid = [[cells.get(n, ("", 0, 0))[0] for n in range(1, width + 1)] for cells in people.values()]
    columns = [replace(each, number=here) for here, each in enumerate(about, 1)]
    columns += [
        Column(number, "", target.role, target.enabler, target.statement)
        for target, number in targets.items()
    ]
    origins, firsts = list(people.values()), list(first_rows.values())

    def name(row: int, column: int) -> str:
        _, number, there = origins[row - 2].get(column, ("", firsts[row - 2], 1))
        return cell_name(number, there)

    return LaidOut(
        [[""] * width, *laid],
        ColumnMapping(PEOPLE, 1, tuple(columns)),
        name,
        lambda row: firsts[row - 2],
    )
