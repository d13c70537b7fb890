"""Reads a workbook's cells as text, within limits that a hostile file cannot pass."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.text import clean
from mainstream.scoring.tables.delimited import MOST_CELLS
from mainstream.scoring.tables.waiting import Sheet
from mainstream.spreadsheet.open_document import CONTENT, MEDIA_TYPE, read_open_document
from mainstream.spreadsheet.zipped import is_workbook, sheet_of_text, table_inside

MOST_BYTES = 20_000_000  # of the file
MOST_UNPACKED_BYTES = 200_000_000  # of all its parts that are read
_MOST_ROWS = 1_048_576  # as many as a sheet of Excel has
_MOST_PLACES = 10 * MOST_CELLS  # cells with the blank ones before and between them

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how .xls and encrypted workbooks begin
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KIND = "xl/workbook.bin"  # .xlsb
_PIECE = 1_000_000  # bytes
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*>")
_ROW_NUMBER = re.compile(rb'\br="([0-9]{1,7})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how XLSX writes a character that XML cannot hold


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of an XLSX or ODS file that are shown, with each cell as text; or a zipped table.

    A sheet has its rows down to the last that is not blank. A formula gives the value that was last
    computed. A day is written `2026-11-23`, a time behind it after a space; a whole number has no
    fraction (`4.0` is `4`); a blank cell is empty text.

    Errors: `ScoringProblem` with one of the keys `workbook-broken`, `workbook-locked` (it has a
    password), `workbook-old` (`.xls` or `.xlsb`), `workbook-too-large`, `zip-without-table`,
    `zip-of-several`; of a zipped text also those of `read_delimited`.
    """
    return _sheets_of(data, within=False)


def _sheets_of(data: bytes, *, within: bool) -> list[Sheet]:
    _check(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if CONTENT in names:
                _check_open_document(archive)
                return read_open_document(archive, MOST_CELLS, _MOST_ROWS)
            if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names and not within:
                part = table_inside(archive)
                inner = archive.read(part)
                return (
                    _sheets_of(inner, within=True) if is_workbook(part) else [sheet_of_text(inner)]
                )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which we do not read
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                return list(_sheets(workbook))
            finally:
                workbook.close()
    except ScoringProblem:
        raise
    except Exception as error:  # a damaged file fails anywhere in the parser, in many ways
        raise ScoringProblem("workbook-broken") from error


def _check_open_document(archive: zipfile.ZipFile) -> None:
    """Refuse what is a text or a presentation of the same kind."""
    names = archive.namelist()
    if "mimetype" not in names or not archive.read("mimetype").startswith(MEDIA_TYPE):
        raise ScoringProblem("workbook-old")


def _check(data: bytes) -> None:
    """Refuse what is not a workbook of ours, or too large, before anything is unpacked."""
    if len(data) > MOST_BYTES:
        raise ScoringProblem("workbook-too-large")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ScoringProblem("workbook-locked")
        raise ScoringProblem("workbook-old")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ScoringProblem("workbook-broken") from error
    if any(part.flag_bits & 1 for part in parts):
        raise ScoringProblem("workbook-locked")
    if any(part.filename == _OTHER_KIND for part in parts):
        raise ScoringProblem("workbook-old")
    # What a part says of its size is the most that is ever read of it.
    if sum(p.file_size for p in parts if "/media/" not in p.filename) > MOST_UNPACKED_BYTES:
        raise ScoringProblem("workbook-too-large")


def _sheets(workbook: Any) -> Iterator[Sheet]:
    left = MOST_CELLS
    for worksheet in workbook.worksheets:
        if worksheet.sheet_state == "visible":
            worksheet.reset_dimensions()  # some programs write wrong ones, and rows get lost
            rows = _rows(worksheet.iter_rows(values_only=True), left)
            left -= sum(map(len, rows))
            yield Sheet(worksheet.title, rows, frozenset(_hidden_rows(worksheet)))


def _hidden_rows(worksheet: Any) -> Iterator[int]:
    """The numbers of rows that are not shown: the library's fast way of reading does not tell."""
    number, rest = 0, b""
    with worksheet._get_source() as part:
        while piece := part.read(_PIECE):
            text = rest + piece
            rest = text[text.rfind(b"<") :]
            for row in _ROW.finditer(text, 0, len(text) - len(rest)):
                place = _ROW_NUMBER.search(row.group())
                number = int(place[1]) if place else number + 1
                if _HIDDEN.search(row.group()):
                    yield number


def _rows(given: Iterable[tuple[Any, ...]], most_cells: int) -> list[list[str]]:
    rows: list[list[str]] = []
    blank_rows = cells = places = 0
    for number, values in enumerate(given, 1):
        places += len(values)
        row = [_text(value) for value in values]
        while row and not row[-1]:
            row.pop()
        cells += len(row)
        if number > _MOST_ROWS or cells > most_cells or places > _MOST_PLACES:
            raise ScoringProblem("workbook-too-large")
        if row:
            rows += [[] for _ in range(blank_rows)]
            rows.append(row)
            blank_rows = 0
        else:
            blank_rows += 1
    return rows


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = clean(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), value))
        return text.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, datetime):
        whole_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if whole_day else value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
