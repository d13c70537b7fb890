"""What each column of a table holds: proposed from headings and cells, confirmed by a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem
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

PEOPLE = "people"  # a row for each person
ONE_PERSON = "one-person"  # our own table of one person's answers, a row for each enabler

IGNORE = "ignore"
PERSONAL = "personal"
ROLES = (MARK, STATEMENT, NOTE, GROUP, POINT_OF_VIEW, DATE, TAG, IGNORE, PERSONAL)
DROPPED = (IGNORE, PERSONAL)


@dataclass(frozen=True)
class Column:
    """A column, its `number` from 1, and what it holds.

    `enabler` is given for marks, statements and notes, `statement` for statements. `sure` is
    false where a person should look twice. `samples` are some of the cells, for answers only.
    """

    number: int
    heading: str
    role: str
    enabler: str | None = None
    statement: str | None = None
    sure: bool = True
    samples: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The fields by name, and the `letter` that a spreadsheet gives the column."""
        return {
            "number": self.number,
            "letter": column_letter(self.number),
            "heading": self.heading,
            "role": self.role,
            "enabler": self.enabler,
            "statement": self.statement,
            "sure": self.sure,
            "samples": list(self.samples),
        }


@dataclass(frozen=True)
class Mapping:
    """How to read a table: its `layout`, the number of its heading row from 1, its columns."""

    layout: str
    header_row: int
    columns: tuple[Column, ...] = ()

    @property
    def answer_columns(self) -> int:
        """How many columns hold answers."""
        return sum(column.role in (MARK, STATEMENT) for column in self.columns)

    def as_json(self) -> dict[str, Any]:
        """`{layout, header_row, columns: [...]}`, each column as `Column.as_json` gives it."""
        return {
            "layout": self.layout,
            "header_row": self.header_row,
            "columns": [column.as_json() for column in self.columns],
        }

    @classmethod
    def from_json(cls, data: Any, framework: Framework) -> "Mapping":
        """Read what `as_json` wrote and a person may have mended.

        A column needs its `number` and `role`, and the ids that go with the role.

        Errors: `ScoringProblem` with one of the keys `mapping-broken` (with `where`) and
        `mapping-twice` (with `columns`, such as `B, D`: two hold the same).
        """
        top = data if isinstance(data, dict) else {}
        layout, given = top.get("layout"), top.get("columns")
        if layout not in (PEOPLE, ONE_PERSON):
            raise ScoringProblem("mapping-broken", where="layout")
        if not isinstance(given, list):
            raise ScoringProblem("mapping-broken", where="columns")
        columns = tuple(_column(framework, each, index) for index, each in enumerate(given))
        _check_once(columns)
        return cls(layout, _number(top.get("header_row"), "header_row"), columns)


def _column(framework: Framework, data: Any, index: int) -> Column:
    given = data if isinstance(data, dict) else {}
    where = f"columns[{index}]"
    number, role = _number(given.get("number"), f"{where}.number"), given.get("role")
    if role not in ROLES:
        raise ScoringProblem("mapping-broken", where=f"{where}.role")
    enabler = statement = None
    if role in (MARK, STATEMENT, NOTE):
        found = next((e for e in framework.enablers if e.id == given.get("enabler")), None)
        if found is None:
            raise ScoringProblem("mapping-broken", where=f"{where}.enabler")
        enabler = found.id
        if role == STATEMENT:
            statement = given.get("statement")
            if statement not in [each.id for each in found.statements]:
                raise ScoringProblem("mapping-broken", where=f"{where}.statement")
    return Column(
        number,
        _text(given.get("heading")),
        role,
        enabler,
        statement,
        given.get("sure") is not False,
        tuple(_text(each) for each in _list(given.get("samples"))),
    )


def _check_once(columns: Sequence[Column]) -> None:
    """No column stands twice in the mapping, and no two of them hold the same."""
    held: dict[Any, int] = {}
    for key, number in _held(columns):
        if key in held:
            letters = sorted({held[key], number})
            raise ScoringProblem("mapping-twice", columns=", ".join(map(column_letter, letters)))
        held[key] = number


def _held(columns: Sequence[Column]) -> Iterator[tuple[Any, int]]:
    for column in columns:
        yield column.number, column.number
        if column.role not in DROPPED:
            yield Target(column.role, column.enabler, column.statement), column.number


def _number(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ScoringProblem("mapping-broken", where=where)
    return value


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
