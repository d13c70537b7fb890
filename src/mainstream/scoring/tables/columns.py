"""What each column of a table holds: proposed from headings and cells, confirmed by a person."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Answer
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tables.cells import column_letter
from mainstream.scoring.tables.headings import (
    DATE,
    GROUP,
    MARK,
    NOTE,
    POINT_OF_VIEW,
    STATEMENT,
    TAG,
    Target,
)
from mainstream.scoring.tables.read_as import reading_data, reading_from_json

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

PEOPLE: Final = "people"  # a row for each person
ONE_PERSON: Final = "one-person"  # our own table of one person's answers, a row for each enabler
TURNED: Final = "turned"  # a column for each person
LONG: Final = "long"  # a row for each person and question
COUNTS: Final = "counts"  # a row for each enabler, how many gave each mark
CODES: Final = "codes"  # a code or a link somewhere in each row
LAYOUTS = (PEOPLE, ONE_PERSON, TURNED, LONG, COUNTS, CODES)

PERSON: Final = "person"
QUESTION: Final = "question"
ANSWER: Final = "answer"
COUNT: Final = "count"
DOUBLED: Final = "doubled"
DAMAGED: Final = "damaged"
REMARKS = (DOUBLED, DAMAGED)

IGNORE: Final = "ignore"
PERSONAL: Final = "personal"
ROLES = (
    *(MARK, STATEMENT, NOTE, GROUP, POINT_OF_VIEW, DATE, TAG),
    *(PERSON, QUESTION, ANSWER, COUNT, IGNORE, PERSONAL),
)
_SEVERAL = (MARK, STATEMENT)  # may stand in several columns, such as one for each language
DROPPED = (IGNORE, PERSONAL)


@dataclass(frozen=True)
class Column:
    """A column, its `number` from 1, and what it holds.

    `enabler` is given for marks, statements and notes, `statement` for statements. `sure` is
    false where a person should look twice. `samples` are some of the cells, for answers only.
    `reading` is what a column of the role `count` counts. `remark` says what else to know of it.
    """

    number: int
    heading: str
    role: contract.ColumnRole
    enabler: str | None = None
    statement: str | None = None
    sure: bool = True
    samples: tuple[str, ...] = ()
    reading: Answer | None = None
    remark: contract.ColumnRemark | None = None

    def as_json(self, layout: contract.TableLayout = PEOPLE) -> contract.Column:
        """The fields by name, and the `letter` that a spreadsheet gives the column."""
        data: contract.Column = {
            "number": self.number,
            "letter": str(self.number) if layout == TURNED else column_letter(self.number),
            "heading": self.heading,
            "role": self.role,
            "enabler": self.enabler,
            "statement": self.statement,
            "sure": self.sure,
            "samples": list(self.samples),
        }
        if self.reading:
            data["reading"] = reading_data(self.reading)
        if self.remark:
            data["remark"] = self.remark
        return data


@dataclass(frozen=True)
class ColumnMapping:
    """How to read a table: its `layout`, the number of its heading row from 1, its columns."""

    layout: contract.TableLayout
    header_row: int
    columns: tuple[Column, ...] = ()

    @property
    def answer_columns(self) -> int:
        """How many columns hold answers."""
        return sum(column.role in (MARK, STATEMENT) for column in self.columns)

    @property
    def likely_answers(self) -> tuple[int, ...]:
        """The numbers of the columns that hold answers; of those that may, where none is known."""
        known = [column.number for column in self.columns if column.role in (MARK, STATEMENT)]
        return tuple(known or [column.number for column in self.columns if column.samples])

    def as_json(self) -> contract.ColumnMapping:
        """`{layout, header_row, columns: [...]}`, each column as `Column.as_json` gives it."""
        return {
            "layout": self.layout,
            "header_row": self.header_row,
            "columns": [column.as_json(self.layout) for column in self.columns],
        }

    @classmethod
    def from_json(cls, data: Any, framework: Framework) -> ColumnMapping:
        """Read what `as_json` wrote and a person may have corrected.

        A column needs its `number` and `role`, and the ids that go with the role.

        Errors: `ScoringProblem` with one of the keys `mapping-broken` (with `where`) and
        `mapping-twice` (with `columns`, such as `B, D`: two hold the same).
        """
        top = Fields(data, "", _broken)
        layout = top.choice("layout", LAYOUTS)
        if "columns" not in top:
            raise top.broken("columns")
        columns = top.each("columns", lambda fields: _column(framework, fields))
        _check_once(columns)
        return cls(cast("contract.TableLayout", layout), top.whole_number("header_row"), columns)


def _column(framework: Framework, fields: Fields) -> Column:
    number, role = fields.whole_number("number", least=1), fields.choice("role", ROLES)
    enabler = statement = None
    if role in (MARK, STATEMENT, NOTE):
        known = {enabler.id: enabler for enabler in framework.enablers}
        enabler = fields.choice("enabler", known)
        if role == STATEMENT:
            statement = fields.choice("statement", [each.id for each in known[enabler].statements])
    return Column(
        number,
        fields.text("heading"),
        cast("contract.ColumnRole", role),
        enabler,
        statement,
        fields.data.get("sure") is not False,
        fields.list_of_texts("samples"),
        reading_from_json(fields.inner("reading"), framework) if role == COUNT else None,
        cast("contract.ColumnRemark", fields.choice("remark", REMARKS))
        if "remark" in fields
        else None,
    )


def _broken(where: str) -> ScoringProblem:
    return ScoringProblem("mapping-broken", where=where)


def _check_once(columns: Sequence[Column]) -> None:
    """No column stands twice in the mapping, and no two of them hold the same.

    Answers may: a form with a branch for each language has two columns for an enabler.
    """
    held: dict[Hashable, int] = {}
    for key, number in _held(columns):
        if key in held:
            letters = sorted({held[key], number})
            raise ScoringProblem("mapping-twice", columns=", ".join(map(column_letter, letters)))
        held[key] = number


def _held(columns: Sequence[Column]) -> Iterator[tuple[Hashable, int]]:
    for column in columns:
        yield column.number, column.number
        if column.role == COUNT:
            yield column.reading, column.number
        elif column.role not in (*DROPPED, *_SEVERAL):
            yield Target(column.role, column.enabler, column.statement), column.number
