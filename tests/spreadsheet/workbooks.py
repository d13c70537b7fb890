"""Workbooks as other programs write them, for the tests."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook


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


def hidden_rows(data: bytes, numbers: Iterable[int]) -> bytes:
    """The same workbook with some rows of its first sheet hidden."""
    made = load_workbook(io.BytesIO(data))
    for number in numbers:
        made.worksheets[0].row_dimensions[number].hidden = True
    return saved(made)


_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def open_document(
    sheets: Mapping[str, Iterable[Iterable[Any]]],
    hidden: tuple[str, ...] = (),
    collapsed: tuple[int, ...] = (),
) -> bytes:
    """An ODS file of these sheets; `collapsed` are the numbers of rows that are not shown."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}"'
        f' table:style-name="{"ta2" if name in hidden else "ta1"}">'
        + "".join(
            f"<table:table-row{_visibility(number in collapsed)}>"
            + "".join(map(_open_document_cell, row))
            + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
            for number, row in enumerate(rows, 1)
        )
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f"<?xml version='1.0'?><office:document-content {_NAMES}><office:automatic-styles>"
        '<style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return file.getvalue()


def _visibility(is_collapsed: bool) -> str:
    return ' table:visibility="collapse"' if is_collapsed else ""


def _open_document_cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    if isinstance(value, datetime):
        return (
            '<table:table-cell office:value-type="date"'
            f' office:date-value="{value.isoformat()}"><text:p>a day</text:p></table:table-cell>'
        )
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
