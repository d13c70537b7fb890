"""Holds, for any cells, that what is written is read back the same."""

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.tables.delimited import read_delimited, write_delimited

_AWKWARD = st.text(alphabet=st.sampled_from("'=+-@\t\r\n;,\"\u00a0\x1e\ufeffaé＝1 "), max_size=8)
_CELLS = st.one_of(_AWKWARD, st.text(max_size=20), st.integers(-9, 99))
_ROWS = st.lists(st.lists(_CELLS, max_size=6), max_size=8)


@given(_ROWS)
def test_rows_come_back(rows: list[list[str | int]]) -> None:
    """Each cell with the same text, each row in its place."""
    assert read_delimited(write_delimited(rows)) == [[str(cell) for cell in row] for row in rows]


@given(_ROWS)
def test_no_cell_begins_like_a_formula(rows: list[list[str | int]]) -> None:
    """Whatever a person wrote, also after an apostrophe of their own."""
    for row in rows:
        for cell in row:
            written = write_delimited([[cell]])
            if isinstance(cell, str):
                assert written[2] not in "=+-@\t\r\n＝＋－＠"
