"""Holds how a workbook's cells become text, and that no file breaks or stalls the reading."""

import struct
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.waiting import Sheet
from mainstream.spreadsheet import read, read_workbook

from .workbooks import part, saved, with_parts, workbook


def _refused(data: bytes) -> str:
    with pytest.raises(ScoringProblem) as caught:
        read_workbook(data)
    assert caught.value.values == {}
    return caught.value.key


def test_cells_become_text() -> None:
    """Numbers without a fraction they do not have, days, times, truths, blanks."""
    cells = [
        *("text", 4, 4.0, 4.5, None, True, date(2026, 11, 23), datetime(2026, 11, 23, 10, 31, 4)),
        *(time(10, 31), "a\u00a0b", "line\nline", "x"),
    ]
    assert read_workbook(workbook({"Worksheet": [cells]})) == [
        Sheet(
            "Worksheet",
            [
                [
                    *("text", "4", "4", "4.5", "", "True", "2026-11-23", "2026-11-23 10:31:04"),
                    *("10:31:00", "a\u00a0b", "line\nline", "x"),
                ]
            ],
        )
    ]


def test_rows_keep_their_numbers() -> None:
    """Blank rows between stay, blank cells and rows at the end go."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet["B3"] = "x"
    sheet["A6"] = "y"
    sheet["D6"] = ""
    sheet["A9"] = ""
    assert read_workbook(saved(made))[0].rows == [[], [], ["", "x"], [], [], ["y"]]


def test_hidden_sheets_are_ignored() -> None:
    """Forms and people keep other things there."""
    data = workbook({"One": [["a"]], "Two": [["b"]], "Three": []}, hidden=("One",))
    assert read_workbook(data) == [Sheet("Two", [["b"]]), Sheet("Three", [])]


def test_a_formula_gives_its_last_value() -> None:
    """What the person saw; nothing where no program has computed it."""
    data = workbook({"Worksheet": [["=1+1", "x"]]})
    assert read_workbook(data)[0].rows == [["", "x"]]
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert b"<v></v>" in sheet or b"<v />" in sheet or b"<v/>" in sheet
    for empty in (b"<v></v>", b"<v />", b"<v/>"):
        sheet = sheet.replace(empty, b"<v>2</v>", 1)
    computed = with_parts(data, {"xl/worksheets/sheet1.xml": sheet})
    assert read_workbook(computed)[0].rows == [["2", "x"]]


def test_text_in_several_styles_is_one_text() -> None:
    """A word in bold does not part it."""
    made = Workbook()
    made.worksheets[0]["A1"] = CellRichText("We ", TextBlock(InlineFont(b=True), "act"), " now")
    assert read_workbook(saved(made))[0].rows == [["We act now"]]


def test_escaped_characters_are_read() -> None:
    """As a form writes the line ends of a long answer."""
    data = workbook({"Worksheet": [["one_x000D_\ntwo", "_x005F_x000D_", "_xyz_"]]})
    assert read_workbook(data)[0].rows == [["one\ntwo", "_x000D_", "_xyz_"]]


def test_wrong_dimensions_hide_no_cell() -> None:
    """Some programs write that a sheet has one cell only."""
    data = workbook({"Worksheet": [["a", "b"], ["c", "d"]]})
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert b'ref="A1:B2"' in sheet
    wrong = sheet.replace(b'ref="A1:B2"', b'ref="A1"')
    data = with_parts(data, {"xl/worksheets/sheet1.xml": wrong})
    assert read_workbook(data)[0].rows == [["a", "b"], ["c", "d"]]


def test_a_workbook_without_styles_is_read() -> None:
    """Other programs leave out parts that Excel writes; the library's warnings are not errors."""
    data = workbook({"Worksheet": [["a", 2]]})
    plain = with_parts(data, {"docProps/app.xml": None, "docProps/core.xml": None})
    assert read_workbook(plain)[0].rows == [["a", "2"]]


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04" + b"\0" * 40, b"a,b\n1,2\n", b"\0" * 99]
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    """A text, an empty file, a download that was cut."""
    assert _refused(data) == "workbook-broken"


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("text", [b"", b"<broken", b"<other/>", b"\xff\xfe\0"])
def test_a_broken_part_is_refused(name: str, text: bytes) -> None:
    """By a message, wherever the library fails."""
    data = workbook({"Worksheet": [["a", 2]]})
    try:
        sheets = read_workbook(with_parts(data, {name: text}))
    except ScoringProblem as problem:
        assert problem.key == "workbook-broken"
    else:
        assert [sheet.rows for sheet in sheets] in ([], [[]]), "nothing made up"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_refused(cut: float) -> None:
    """A download that stopped."""
    data = workbook({"Worksheet": [["a", "b"]] * 50})
    assert _refused(data[: int(len(data) * cut)]) == "workbook-broken"


def test_damaged_bytes_are_refused() -> None:
    """The check sum of a part is wrong."""
    data = bytearray(workbook({"Worksheet": [["some text", 2]] * 50}))
    at = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 20] = bytes(255 - byte for byte in data[at : at + 20])
    assert _refused(bytes(data)) == "workbook-broken"


def test_other_kinds_are_told_apart() -> None:
    """Each has its own way out for the person."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert _refused(ole + "Workbook".encode("utf-16-le")) == "workbook-old"
    assert _refused(ole + "EncryptedPackage".encode("utf-16-le")) == "workbook-locked"
    data = workbook({"Worksheet": [["a"]]})
    assert _refused(with_parts(data, {"xl/workbook.bin": b""})) == "workbook-old"
    assert _refused(with_parts(data, {"content.xml": b""})) == "workbook-old"


def test_a_zip_with_a_password_is_told() -> None:
    """Its parts cannot be read without it."""
    data = bytearray(workbook({"Worksheet": [["a"]]}))
    entry = data.index(b"PK\x01\x02")
    (flags,) = struct.unpack_from("<H", data, entry + 8)
    struct.pack_into("<H", data, entry + 8, flags | 1)
    assert _refused(bytes(data)) == "workbook-locked"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """A small file of a huge part."""
    data = workbook({"Worksheet": [["a"]]})
    bomb = with_parts(data, {"xl/sharedStrings.xml": bytes(read.MOST_UNPACKED_BYTES + 1)})
    assert len(bomb) < 1_000_000
    assert _refused(bomb) == "workbook-too-large"


def test_a_large_picture_does_not_count() -> None:
    """It is never unpacked."""
    data = workbook({"Worksheet": [["a"]]})
    pictured = with_parts(data, {"xl/media/image1.png": bytes(read.MOST_UNPACKED_BYTES + 1)})
    assert read_workbook(pictured)[0].rows == [["a"]]


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    """No more is read of it than it says."""
    data = bytearray(workbook({"Worksheet": [["some text"]] * 99}))
    entry = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    struct.pack_into("<I", data, entry + 24, 100)
    assert _refused(bytes(data)) == "workbook-broken"


def test_entities_do_not_multiply() -> None:
    """A billion laughs, as it is known."""
    data = workbook({"Worksheet": [["a"]]})
    entities = '<!ENTITY e0 "lol lol lol lol lol ">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9)
    )
    sheet = part(data, "xl/worksheets/sheet1.xml").decode()
    assert "<t>a</t>" in sheet
    laughing = f"<!DOCTYPE worksheet [{entities}]>" + sheet.replace("<t>a</t>", "<t>&e8;</t>")
    bomb = with_parts(data, {"xl/worksheets/sheet1.xml": laughing.encode()})
    assert _refused(bomb) == "workbook-broken"


def test_text_that_is_kept_apart_from_its_cells_is_read() -> None:
    """As Excel and Microsoft Forms write it; styles within it are left out."""
    data = workbook({"Worksheet": [["a", 2]]})
    sheet = part(data, "xl/worksheets/sheet1.xml")
    inline = b'<c r="A1" t="inlineStr"><is><t>a</t></is></c>'
    assert inline in sheet
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>no</t></si>'
        "<si><r><t>We </t></r><r><rPr><b/></rPr><t>act\u00a0now</t></r></si></sst>"
    )
    types = part(data, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxml'
        b'formats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    shared = {
        "xl/worksheets/sheet1.xml": sheet.replace(inline, b'<c r="A1" t="s"><v>1</v></c>'),
        "xl/sharedStrings.xml": strings.encode(),
        "[Content_Types].xml": types,
    }
    assert read_workbook(with_parts(data, shared))[0].rows == [["We act\u00a0now", "2"]]


@pytest.mark.parametrize("row", [b"1048577", b"99999999999"])
def test_a_row_beyond_the_last_is_refused(row: bytes) -> None:
    """The blank rows before it would never end."""
    data = workbook({"Worksheet": [["a"]]})
    sheet = part(data, "xl/worksheets/sheet1.xml")
    far = sheet.replace(b'<row r="1"', b'<row r="' + row + b'"').replace(
        b'"A1" t=', b'"A' + row + b'" t='
    )
    assert far != sheet
    assert _refused(with_parts(data, {"xl/worksheets/sheet1.xml": far})) == "workbook-too-large"


def test_far_cells_do_not_stall(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of blank cells before each one count as well."""
    monkeypatch.setattr(read, "_MOST_PLACES", 50_000)
    made = Workbook()
    for row in range(1, 5):
        made.worksheets[0].cell(row, 16_384, "x")
    assert _refused(saved(made)) == "workbook-too-large"


def test_the_cells_of_all_sheets_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a table of text."""
    data = workbook({"One": [["a"] * 10] * 6, "Two": [["a"] * 10] * 6})
    monkeypatch.setattr(read, "MOST_CELLS", 120)
    assert len(read_workbook(data)) == 2
    monkeypatch.setattr(read, "MOST_CELLS", 119)
    assert _refused(data) == "workbook-too-large"


def test_a_file_beyond_the_limit_is_refused() -> None:
    """Without opening it."""
    assert _refused(bytes(read.MOST_BYTES + 1)) == "workbook-too-large"
