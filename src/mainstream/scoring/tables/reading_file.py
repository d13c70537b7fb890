"""The file that says how tables are to be read: a start of it to correct, and reading it again.

`{"format": "mainstream.read-as", "format_version": 1, "tables": [...]}`; a table has

- `shape`, by which tables with the same headings are known, and `file`, for whoever reads it;
- `layout` and `header_row`, as the workshop page proposes them;
- `columns`, what each holds by its letter: `mark/<enabler>`, `statement/<enabler>/<statement>`,
  `note/<enabler>`, `group`, `point-of-view`, `date`, `tag`, `person`, `question`, `answer`,
  `count/<mark or state>` or `ignore`; columns that are not named are ignored;
- `read_as`, a mark or a state (`not-sure`, `does-not-apply`, `unanswered`) for each value that is
  not on the scale, or null for one that is still open;
- `keep_rows`, rows to read although they look like headings or totals or are hidden, as numbers or
  `[sheet, number]`; `sheets`, the names of those to read. Both may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.contract.limits import STATES_WITHOUT_MARK
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.formats import check_format
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tables.cells import column_letter
from mainstream.scoring.tables.columns import COUNT, DROPPED, LAYOUTS, TURNED, Column, ColumnMapping
from mainstream.scoring.tables.read_as import key_of, read_as_from_json
from mainstream.scoring.tables.waiting import Decision, WaitingTables

FORMAT: Final = "mainstream.read-as"
VERSION: Final = 1
_MOST_COLUMNS = 16_384


def reading_file(tables: Sequence[WaitingTables]) -> dict[str, Any]:
    """A start of the file for these tables: what is proposed, also where it is not sure."""
    shapes = {each.shape: each for each in tables}
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "tables": [_table_data(each) for each in shapes.values()],
    }


def decisions_in(data: Any, framework: Framework) -> Mapping[str, Decision]:
    """The decisions by the shape of the table that they are about.

    Errors: `ScoringProblem` with one of the keys `other-format`, `newer-format`, `not-a-response`,
    `field-broken`, `read-as-broken`, `mapping-broken` and `mapping-twice`.
    """
    file = check_format(data, FORMAT, VERSION)
    return dict(file.each("tables", lambda fields: _decision(fields, framework)))


def _table_data(tables: WaitingTables) -> dict[str, Any]:
    survey = tables.first
    mapping = survey.mapping
    columns = mapping.columns
    if not mapping.answer_columns and survey.proposal.in_order:
        columns = survey.proposal.in_order
    data: dict[str, Any] = {
        "file": tables.name,
        "shape": tables.shape,
        "layout": mapping.layout,
        "header_row": mapping.header_row,
        "columns": {
            _letter(column, mapping): _meaning(column)
            for column in columns
            if column.role not in DROPPED or column.samples
        },
        "read_as": {
            value.text: (value.answer.mark or value.answer.state) if value.answer else None
            for value in tables.values.values
        },
        "keep_rows": [],
    }
    if len(tables.surveys) > 1:
        data["sheets"] = list(tables.chosen)
    return data


def _letter(column: Column, mapping: ColumnMapping) -> str:
    return str(column.number) if mapping.layout == TURNED else column_letter(column.number)


def _meaning(column: Column) -> str:
    reading = column.reading
    counted = str(reading.mark or reading.state) if reading else None
    parts = (column.role, column.enabler, column.statement, counted)
    return "/".join(part for part in parts if part)


def _decision(fields: Fields, framework: Framework) -> tuple[str, Decision]:
    layout = fields.choice("layout", LAYOUTS)
    meanings = fields.texts("columns")
    columns = [_column(letter, said) for letter, said in meanings.items()]
    mapping = {
        "layout": layout,
        "header_row": fields.whole_number("header_row"),
        "columns": columns,
    }
    given = fields.inner("read_as") if "read_as" in fields else Fields({})
    open_ = {key_of(text) for text, said in given.data.items() if said is None}
    read_as = {
        text: {"mark": said} if isinstance(said, int) else {"state": said}
        for text, said in given.data.items()
        if said is not None
    }
    decided = {**dict.fromkeys(open_), **read_as_from_json(read_as, framework)}
    sheets = fields.list_of_texts("sheets") if "sheets" in fields else None
    return fields.required_text("shape"), Decision(
        ColumnMapping.from_json(mapping, framework),
        decided,
        {_row(row) for row in fields.data.get("keep_rows") or ()},
        sheets,
    )


def _column(letter: str, said: str) -> dict[str, Any]:
    role, *about = said.split("/", 2)
    data: dict[str, Any] = {"number": _number(letter), "role": role}
    if role == COUNT:
        what = about[0] if about else ""
        data["reading"] = {"state": what} if what in STATES_WITHOUT_MARK else {"mark": _whole(what)}
        return data
    names = ("enabler", "statement")
    return data | dict(zip(names, about, strict=False))


def _number(letter: str) -> int:
    """A column's number from its letter, or from its number where it stands as one."""
    if letter.isascii() and letter.isdigit():
        return int(letter[:6])
    number = 0
    for each in letter.strip().upper()[:4]:
        if not "A" <= each <= "Z":
            raise ScoringProblem("mapping-broken", where=letter)
        number = 26 * number + ord(each) - ord("A") + 1
    if not 1 <= number <= _MOST_COLUMNS:
        raise ScoringProblem("mapping-broken", where=letter)
    return number


def _whole(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else text


def _row(given: Any) -> tuple[str, int]:
    sheet, number = given if isinstance(given, list) and len(given) == 2 else ("", given)
    if isinstance(sheet, str) and isinstance(number, int):
        return sheet, number
    raise ScoringProblem("field-broken", field="keep_rows")
