"""Delimited text, such as CSV: reads what spreadsheets and forms write, writes what they take."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

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
    """The rows of a text whose cells are separated by commas, semicolons or tabs.

    The delimiter is the one that the rows use most evenly. A row for each record, blank lines
    being rows without cells, so that a row's place is its number in the file. Undoes what
    `write_delimited` does: `read_delimited(write_delimited(rows))` has the same texts.

    Errors: `ScoringProblem` with one of the keys `table-broken` (with `line`, from 1) and
    `table-too-large`.
    """
    rows: list[list[str]] = []
    cells = 0
    # Lines are split but not changed: a cell may hold line ends of any kind.
    for row in delimited_rows(io.StringIO(text, newline="")):
        rows.append(row)
        cells += len(row)
        if cells > MOST_CELLS:
            raise ScoringProblem("table-too-large", most=MOST_CELLS)
    return rows


def is_even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have the same number of cells, more than one: text with commas has not."""
    lengths = [len(row) for row in rows if row]
    (usual, times), *_ = Counter(lengths).most_common(1) or [(0, 0)]
    return usual > 1 and 5 * times >= 4 * len(lengths)


def delimited_rows(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the rows of lines that keep their ends, as `read_delimited` gives them.

    Holds no more than one row, and the first lines, which tell the delimiter.

    Errors: `ScoringProblem("table-broken", line=...)`, once it comes to that line.
    """
    rest = iter(lines)
    first: list[str] = []
    while sum(map(len, first)) < _SAMPLE and (line := next(rest, "")):
        first.append(line)
    if first:
        first[0] = first[0].removeprefix(_BYTE_ORDER_MARK)
    lines = chain(filter(None, first), rest, [_END])
    reader = csv.reader(lines, delimiter=_delimiter("".join(first)))
    held: list[str] | None = None
    begins = ends = 1  # the line at which the row that is held begins, and the one behind it
    try:
        for row in reader:
            if held is not None:
                yield [_unguarded(cell) for cell in held]
            held, begins, ends = row, ends, reader.line_num + 1
    except csv.Error as error:
        raise ScoringProblem("table-broken", line=ends) from error
    if held != [_END]:
        raise ScoringProblem("table-broken", line=begins)


def write_delimited(rows: Iterable[Sequence[str | int | float]]) -> str:
    """CSV that keeps its letters in Excel and never becomes a formula there.

    Text that a spreadsheet would run begins with an apostrophe.
    """
    return _BYTE_ORDER_MARK + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text, or take its apostrophe for a guard."""
    return _LIKE_A_FORMULA.match(text) is not None


def _cell(value: str | int | float) -> str:
    if isinstance(value, int | float):
        return str(value)
    safe = f"'{value}" if looks_like_a_formula(value) else value
    return '"' + safe.replace('"', '""') + '"'


def _unguarded(cell: str) -> str:
    guarded = cell.startswith("'") and looks_like_a_formula(cell)
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
