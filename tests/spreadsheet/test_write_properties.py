"""Holds, for any text, that a workbook gives it back and runs none of it."""

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.reading.text import clean
from mainstream.spreadsheet import Table, read_workbook, write_workbook

from .workbooks import part

_AWKWARD = st.text(alphabet="=+-@'_x0AD\t\r\n#&<>\"{}é＝\x00\u200b", max_size=12)


@given(st.lists(st.one_of(_AWKWARD, st.text(max_size=20)), min_size=1, max_size=5))
def test_text_comes_back(texts: list[str]) -> None:
    """But for what no XML can hold and the kind of line end; blank cells at the end are gone."""
    data = write_workbook([Table("One", [texts])])
    expected = [clean(text).replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    while expected and not expected[-1]:
        expected.pop()
    assert read_workbook(data)[0].rows == ([expected] if expected else [])
    assert b"<f" not in part(data, "xl/worksheets/sheet1.xml")
