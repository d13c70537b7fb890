"""Rows of a log or a register as CSV, out and in."""

from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.text import clean
from mainstream.scoring.tables.cells import plain
from mainstream.scoring.tables.delimited import read_delimited, write_delimited
from mainstream.scoring.tools.columns import cell_text, whole_number
from mainstream.scoring.tools.declaration import Column, Log, Register
from mainstream.scoring.tools.sheet import Entries, Row

MOST_ROWS = 2_000


def rows_to_csv(section: Log | Register, entries: Entries) -> str:
    """The filled rows under the columns' labels; choices by their titles."""
    columns = section.columns
    rows = ([cell_text(column, row) for column in columns] for _, row in entries.filled_rows())
    return write_delimited([[column.label for column in columns], *rows])


def rows_from_csv(section: Log | Register, text: str) -> tuple[list[Row], list[Notice]]:
    """Rows of a table whose first line names columns by their label or id.

    What fits no column or choice is left out with a notice, which has row and column from 1.

    Errors: `ScoringProblem` with one of the keys of `read_delimited`, or `sheet-no-columns`, or
    `sheet-too-many-rows`.
    """
    table = [row for row in enumerate(read_delimited(text), 1) if any(map(str.strip, row[1]))]
    columns = section.columns
    named = {plain(text): column for column in columns for text in (column.label, column.id)}
    header = table[0][1] if table else []
    wanted = {n: named[plain(cell)] for n, cell in enumerate(header) if plain(cell) in named}
    if columns[0].id not in {column.id for column in wanted.values()}:
        labels = ", ".join(column.label for column in columns)
        raise ScoringProblem("sheet-no-columns", first=columns[0].label, columns=labels)
    if len(table) - 1 > MOST_ROWS:
        raise ScoringProblem("sheet-too-many-rows", most=MOST_ROWS)
    notices = [
        Notice("sheet-column-unknown", {"column": n + 1, "text": cell.strip()})
        for n, cell in enumerate(header)
        if cell.strip() and n not in wanted
    ]
    rows: list[Row] = []
    for number, cells in table[1:]:
        row = {}
        for n, column in wanted.items():
            text = clean(cells[n]).strip() if n < len(cells) else ""
            value = _read_cell(column, text)
            label = column.label
            if value:
                row[column.id] = value
            elif text and column.choices:
                notices.append(
                    Notice("sheet-cell-choice", {"row": number, "column": label, "text": text})
                )
            elif text:
                notices.append(
                    Notice("sheet-cell-number", {"row": number, "column": label, "text": text})
                )
        if row:
            rows.append(row)
    return rows, notices


def _read_cell(column: Column, text: str) -> str:
    """What the row takes from a cell; empty where the text does not fit the column."""
    if column.choices:
        wanted = plain(text)
        choices = column.choices
        fits = (c.id for c in choices if wanted in (plain(c.title), plain(c.id)))
        return next(fits, "")
    if column.number and whole_number(text) is None:
        return ""
    return text
