"""Reads the sheets of an OpenDocument spreadsheet (.ods), as LibreOffice saves it.

With the standard library: a sheet is one plain part of XML, and the package for it (odfpy) builds
the whole document in memory and is half as large again as everything else a workbook needs.
"""

import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.text import clean
from mainstream.scoring.tables.waiting import Sheet

CONTENT = "content.xml"
MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST_COLUMNS = 16_384  # as many as a sheet of Excel has


def read_open_document(archive: zipfile.ZipFile, most_cells: int, most_rows: int) -> list[Sheet]:
    """The sheets that are shown, with each cell as text, as `read_workbook` gives them.

    Errors: `ScoringProblem("workbook-too-large")`; what the parser raises where it is broken.
    """
    with archive.open(CONTENT) as content:
        return list(_sheets(content, most_cells, most_rows))


def _sheets(content: IO[bytes], most_cells: int, most_rows: int) -> Iterator[Sheet]:
    hidden_styles: set[str] = set()
    name, shown = "", False
    rows: list[list[str]] = []
    hidden: set[int] = set()
    number = cells = 0
    for event, element in ElementTree.iterparse(content, ("start", "end")):
        if event == "start":
            if element.tag == f"{_TABLE}table":
                name = clean(element.get(f"{_TABLE}name", ""))
                shown = element.get(f"{_TABLE}style-name") not in hidden_styles
                rows, hidden, number = [], set(), 0
        elif element.tag == f"{_STYLE}style":
            properties = element.find(f"{_STYLE}table-properties")
            if properties is not None and properties.get(f"{_TABLE}display") == "false":
                hidden_styles.add(element.get(f"{_STYLE}name", ""))
        elif element.tag == f"{_TABLE}table-row":
            times = _times(element, "rows")
            row = _row(element)
            if row and shown:
                cells += len(row) * times
                if cells > most_cells or number + times > most_rows:
                    raise ScoringProblem("workbook-too-large")
                rows += [[] for _ in range(number - len(rows))]
                rows += [list(row) for _ in range(times)]
                if element.get(f"{_TABLE}visibility", "visible") != "visible":
                    hidden |= set(range(number + 1, number + times + 1))
            number += times
            element.clear()
        elif element.tag == f"{_TABLE}table" and shown:
            yield Sheet(name, rows, frozenset(hidden))
            element.clear()


def _row(element: ElementTree.Element) -> list[str]:
    row: list[str] = []
    place = 0
    for cell in element:
        if cell.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            times = _times(cell, "columns")
            text = _text(cell)
            if text:
                if place + times > _MOST_COLUMNS:
                    raise ScoringProblem("workbook-too-large")
                row += [""] * (place - len(row))
                row += [text] * times
            place += times
    return row


def _times(element: ElementTree.Element, what: str) -> int:
    return max(1, int(element.get(f"{_TABLE}number-{what}-repeated", "1")))


def _text(cell: ElementTree.Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "float":
        value = float(cell.get(f"{_OFFICE}value", "nan"))
        return str(int(value)) if value.is_integer() else str(value)
    if kind == "date":
        day, _, time = cell.get(f"{_OFFICE}date-value", "").partition("T")
        return f"{day} {time.partition('.')[0]}".removesuffix(" 00:00:00").strip()
    return clean("\n".join(_line(line) for line in cell.findall(f"{_TEXT}p")))


def _line(paragraph: ElementTree.Element) -> str:
    """A paragraph's text; several spaces, tabs and line breaks are elements."""
    parts = [paragraph.text or ""]
    for inner in paragraph:
        if inner.tag == f"{_TEXT}s":
            parts.append(" " * min(_MOST_SPACES, int(inner.get(f"{_TEXT}c", "1"))))
        elif inner.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif inner.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif inner.tag != f"{_OFFICE}annotation":
            parts.append(_line(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


_MOST_SPACES = 1_000
