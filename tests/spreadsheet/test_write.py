"""Holds what a written workbook is: text that stays text, headings in sight, a chart of its own."""

import io
import xml.etree.ElementTree as ET
import zipfile

import pytest
from openpyxl import load_workbook

from mainstream.spreadsheet import RadarRange, Table, read_workbook, write_workbook
from mainstream.spreadsheet.write import Value

from .workbooks import part

RADAR_ROWS: list[list[Value]] = [
    ["Enabler", "Median", "Lower quartile"],
    ["Systems view", 3, 2.5],
    ["Risk", None, ""],
    ["Trust", 5, 4],
]
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def test_rows_are_read_back() -> None:
    """Each sheet in its order, with the same text; a number is a number."""
    rows: list[list[Value]] = [["Enabler", "Mark"], ["Trust", 4], ["Ymddiriedaeth — “Môn”", 4.5]]
    data = write_workbook([Table("One", rows), Table("Two", [["a", None, "", "b"]])])
    one, two = read_workbook(data)
    assert (one.name, two.name) == ("One", "Two")
    assert one.rows == [["Enabler", "Mark"], ["Trust", "4"], ["Ymddiriedaeth — “Môn”", "4.5"]]
    assert two.rows == [["a", "", "", "b"]]
    cell = load_workbook(io.BytesIO(data))["One"]["B2"]
    assert (cell.data_type, cell.value) == ("n", 4)


@pytest.mark.parametrize(
    "text",
    [
        *('=HYPERLINK("https://example.org")', "+1", "-1", "@SUM(1)", "\t=1", "＝1", "'=1"),
        *("#N/A", "#REF!", "_x000D_", "_x003D_1+1", "{=1}", " x ", "a\nb", "2026-11-23", "TRUE"),
    ],
)
def test_text_stays_the_text_it_is(text: str) -> None:
    """Nothing becomes a formula, an error, a date or another character."""
    data = write_workbook([Table("One", [["Note"], [text]])])
    assert read_workbook(data)[0].rows[1] == [text]
    cell = load_workbook(io.BytesIO(data)).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t", "＝"))
    assert b"<f>" not in part(data, "xl/worksheets/sheet1.xml")


def test_what_no_file_can_hold_is_left_out() -> None:
    """Control characters and halves of characters; line ends of any kind become one."""
    rows = [["a\x00b\x0bc\ud800d\uffff", "one\r\ntwo\rthree", "\x01"]]
    assert read_workbook(write_workbook([Table("One", rows)]))[0].rows == [
        ["abcd", "one\ntwo\nthree"]
    ]


def test_headings_are_bold_and_stay_in_sight() -> None:
    """Columns are as wide as their text, within reason."""
    rows = [["Enabler", "Note", "N"], ["Trust", "x" * 500, "1"], ["Risk", "one\n" + "y" * 30, ""]]
    sheet = load_workbook(io.BytesIO(write_workbook([Table("One", rows)]))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert [sheet.cell(row, 1).font.b for row in (1, 2)] == [True, False]
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [10, 62, 10]


def test_names_are_made_fit() -> None:
    """Excel refuses long names, some signs, and two that are the same to it."""
    given = ["Group: a/b [x]*?\\", "", "'quoted'", "x" * 40, "X" * 40, "x" * 31, "Trust", "trust"]
    names = [s.name for s in read_workbook(write_workbook([Table(n, [["a"]]) for n in given]))]
    assert names == [
        *("Group a b x", "2", "quoted", "x" * 31, "X" * 29 + " 2", "x" * 29 + " 3"),
        *("Trust", "trust 2"),
    ]


def test_a_workbook_of_nothing_can_be_opened() -> None:
    """Excel wants one sheet at least."""
    assert [sheet.rows for sheet in read_workbook(write_workbook([]))] == [[]]
    assert [sheet.rows for sheet in read_workbook(write_workbook([Table("One", [])]))] == [[]]


def test_the_radar_chart_is_excel_s_own() -> None:
    """It draws the table's cells, so that it changes with them; a blank cell breaks the line."""
    radar = RadarRange("All answers", label_column=1, value_columns=(2, 3), points=5)
    data = write_workbook([Table("Don't", RADAR_ROWS, radar)])
    chart = ET.fromstring(part(data, "xl/charts/chart1.xml"))
    found = chart.find(f".//{_CHART}radarChart")
    assert found is not None
    assert [each.text for each in found.iter(f"{_CHART}f")] == [
        *("'Don''t'!B1", "'Don''t'!$A$2:$A$4", "'Don''t'!$B$2:$B$4"),
        *("'Don''t'!C1", "'Don''t'!$A$2:$A$4", "'Don''t'!$C$2:$C$4"),
    ]

    def values(name: str) -> list[str | None]:
        return [each.get("val") for each in chart.iter(f"{_CHART}{name}")]

    assert values("radarStyle") == ["marker"]
    assert values("dispBlanksAs") == ["gap"]
    assert (values("min"), values("max"), values("majorUnit")) == (["0"], ["5"], ["1"])
    assert values("symbol") == ["circle", "square"], "lines differ by more than colour"
    assert values("delete") == ["0", "0"], "the axes are shown"
    assert "All answers" in [each.text for each in chart.iter() if each.text]


def test_a_table_without_rows_has_no_chart() -> None:
    """There is nothing to draw."""
    radar = RadarRange("All answers", label_column=1, value_columns=(2,), points=5)
    data = write_workbook([Table("One", RADAR_ROWS[:1], radar)])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "chart" in name]
