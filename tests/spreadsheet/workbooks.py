"""Workbooks as other programs write them, for the tests."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl import Workbook


def workbook(sheets: Mapping[str, Iterable[Iterable[Any]]], hidden: tuple[str, ...] = ()) -> bytes:
    """An XLSX file of these sheets; cells with Python's own types."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
    return saved(made)


def saved(made: Workbook) -> bytes:
    """The file of a workbook."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def with_parts(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """The same file with some of its parts changed or added, or None to leave one out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", 8) as new:
        parts: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
        for name, part in {**parts, **changed}.items():
            if part is not None:
                new.writestr(name, part)
    return file.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
