"""Writes tables as a workbook: text stays text, headings stay in sight, a radar chart is native."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.chart import RadarChart, Reference
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mainstream.scoring.reading.text import clean
from mainstream.scoring.tables.delimited import looks_like_a_formula

Value = str | int | float | None

_NARROWEST, _WIDEST = 8, 60  # characters
_LONGEST_NAME = 31
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DASHES = ("solid", "dash", "dot", "dashDot")
_MARKERS = ("circle", "square", "triangle", "diamond")


@dataclass(frozen=True)
class RadarRange:
    """What of a table a radar chart shows; it stands next to the table.

    Columns count from 1. A spoke for each row below the headings, named in `label_column`; a line
    for each of `value_columns`, named by its heading. The rings run to `points`. A blank cell
    breaks the line.
    """

    title: str
    label_column: int
    value_columns: tuple[int, ...]
    points: int


@dataclass(frozen=True)
class Table:
    """A sheet to write: its name, its rows (the first holds the headings), and its chart."""

    name: str
    rows: Sequence[Sequence[Value]]
    radar: RadarRange | None = None


def write_workbook(tables: Sequence[Table]) -> bytes:
    """An XLSX file with a sheet for each table, in order; `read_workbook` reads its text again.

    Headings are bold and stay in sight, columns are as wide as their text. No text becomes a
    formula. Names are made fit for Excel: 31 characters, none that it refuses, no two the same.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    names = _sheet_names([table.name for table in tables] or [""])
    for name, table in zip(names, tables or [Table("", [])], strict=True):
        worksheet = workbook.create_sheet(name)
        _fill(worksheet, table.rows)
        if table.radar and len(table.rows) > 1:
            _add_radar(worksheet, table.radar, len(table.rows), max(map(len, table.rows)))
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _fill(worksheet: Worksheet, rows: Sequence[Sequence[Value]]) -> None:
    bold, wrapped = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    widths: dict[int, int] = {}
    for row_number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            cell = worksheet.cell(row_number, column)
            assert isinstance(cell, Cell)  # nothing is merged
            _put(cell, value)
            if row_number == 1:
                cell.font, cell.alignment = bold, wrapped
            longest = max(map(len, str(value).splitlines() or [""]))
            widths[column] = max(widths.get(column, _NARROWEST), longest)
    for column, width in widths.items():
        letter = get_column_letter(column)
        worksheet.column_dimensions[letter].width = min(width, _WIDEST) + 2
    worksheet.freeze_panes = "A2"


def _put(cell: Cell, value: str | int | float) -> None:
    if not isinstance(value, str):
        cell.value = value
        return
    text = clean(value).replace("\r\n", "\n").replace("\r", "\n")
    cell.value = _LIKE_AN_ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"  # whatever it looks like: `=1+1` is not a formula, `#N/A` not an error
    # Excel keeps it text, also once a person edits the cell.
    cell.quotePrefix = looks_like_a_formula(text) and not text.startswith("'")


def _add_radar(worksheet: Worksheet, radar: RadarRange, last_row: int, columns: int) -> None:
    chart = RadarChart()
    chart.type = "marker"
    chart.title = radar.title
    chart.display_blanks = "gap"
    for number, column in enumerate(radar.value_columns):
        values = Reference(worksheet, min_col=column, min_row=1, max_row=last_row)
        chart.add_data(values, titles_from_data=True)
        line = chart.series[-1]
        line.marker.symbol = _MARKERS[number % len(_MARKERS)]
        line.graphicalProperties.line.dashStyle = _DASHES[number % len(_DASHES)]
    labels = Reference(worksheet, min_col=radar.label_column, min_row=2, max_row=last_row)
    chart.set_categories(labels)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, radar.points
    chart.y_axis.majorUnit = 1
    # openpyxl leaves it open whether axes are shown, and newer Excels then hide them.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.height, chart.width = 14, 20  # centimetres
    worksheet.add_chart(chart, f"{get_column_letter(columns + 2)}2")


def _sheet_names(given: Sequence[str]) -> Iterator[str]:
    used: set[str] = set()
    for number, name in enumerate(given, 1):
        plain = " ".join(re.sub(r"[\[\]:*?/\\]", " ", clean(name)).split()).strip("'")
        fit = plain[:_LONGEST_NAME].strip(" '") or str(number)
        copy = 2
        unique = fit
        while unique.casefold() in used:
            ending = f" {copy}"
            unique, copy = fit[: _LONGEST_NAME - len(ending)] + ending, copy + 1
        used.add(unique.casefold())
        yield unique
