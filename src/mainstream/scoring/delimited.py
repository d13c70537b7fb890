"""Delimited text, such as CSV: reads what spreadsheets and forms write, writes what they take."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from mainstream.scoring.problem import ScoringProblem

MOST_CELLS = 2_000_000  # 10,000 people with 200 columns each

_BYTE_ORDER_MARK = "\ufeff"  # tells Excel that the file is UTF-8
_DELIMITERS = (",", ";", "\t")
_SAMPLE = 100_000  # characters that are enough to tell the delimiter
_END = "\x1e"  # a last line of our own: it is lost where a quotation mark is never closed

# A spreadsheet runs text that begins like this. An apostrophe before it stays visible as text;
# one more before text that has an apostrophe there already keeps the way back unambiguous.
_LIKE_A_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def read_delimited(text: str) -> list[list[str]]:
    """The rows of a text whose cells are parted by commas, semicolons or tabs.

    The delimiter is the one that the rows use most evenly. A row for each record, blank lines
    being rows without cells, so that a row's place is its number in the file. Undoes what
    `write_delimited` does: `read_delimited(write_delimited(rows))` has the same texts.

    Errors: `ScoringProblem` with one of the keys `table-broken` (with `line`, from 1) and
    `table-too-large`.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if text and not text.endswith(("\n", "\r")):
        text += "\n"
    # Lines are split here but not changed: a cell may hold line ends of any kind.
    lines = io.StringIO(text + _END, newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text))
    rows: list[list[str]] = []
    cells, line = 0, 1
    try:
        for row in reader:
            rows.append([_unguarded(cell) for cell in row])
            cells += len(row)
            if cells > MOST_CELLS:
                raise ScoringProblem("table-too-large", most=MOST_CELLS)
            if lines.tell() < len(text):
                line = reader.line_num + 1
    except csv.Error as error:
        raise ScoringProblem("table-broken", line=line) from error
    if rows.pop() != [_END]:
        raise ScoringProblem("table-broken", line=line)
    return rows


def write_delimited(rows: Iterable[Sequence[str | int | float]]) -> str:
    """CSV that keeps its letters in Excel and never becomes a formula there.

    Text that a spreadsheet would run begins with an apostrophe.
    """
    return _BYTE_ORDER_MARK + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(value: str | int | float) -> str:
    if isinstance(value, int | float):
        return str(value)
    safe = f"'{value}" if _LIKE_A_FORMULA.match(value) else value
    return '"' + safe.replace('"', '""') + '"'


def _unguarded(cell: str) -> str:
    guarded = cell.startswith("'") and _LIKE_A_FORMULA.match(cell)
    return cell[1:] if guarded else cell


def _delimiter(text: str) -> str:
    """The delimiter whose count is the same in most lines, quoted cells left out."""
    bare = re.sub('"[^"]*"', "", text[:_SAMPLE])
    lines = [line for line in bare.splitlines() if line.strip()]
    if len(text) > _SAMPLE:
        lines = lines[:-1]  # it may be cut

    def evenness(delimiter: str) -> tuple[float, int]:
        counts = [line.count(delimiter) for line in lines]
        usual = max(filter(None, counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_DELIMITERS, key=evenness)
