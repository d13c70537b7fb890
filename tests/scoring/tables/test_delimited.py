"""Holds how delimited text is read and written: delimiters, quotes, line ends, guarded cells."""

import pytest

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.delimited import MOST_CELLS, read_delimited, write_delimited


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_and_the_line_ends_are_found(delimiter: str, end: str) -> None:
    """Whatever the other delimiters do inside the cells."""
    lines = [
        [f"Trust{' :'} a, b", "Risk", "x"],
        ["4", '"one\ntwo; three, four\tfive"', "3"],
        ["", '"said ""no"""', ""],
    ]
    if delimiter == ",":
        lines[0][0] = f'"{lines[0][0]}"'
    text = end.join(delimiter.join(line) for line in lines)
    expected = [
        ["Trust : a, b", "Risk", "x"],
        ["4", "one\ntwo; three, four\tfive", "3"],
        ["", 'said "no"', ""],
    ]
    assert read_delimited(text) == expected
    assert read_delimited("\ufeff" + text + end) == expected


def test_uneven_commas_do_not_win_over_even_semicolons() -> None:
    """A decimal comma or a comma in a sentence is not a delimiter."""
    text = "We plan, act, learn;Trust\n4,0;5\nnot sure, really;2\n;\n"
    rows = read_delimited(text)
    assert rows[0] == ["We plan, act, learn", "Trust"]
    assert rows[3] == ["", ""]


def test_a_row_keeps_its_number_where_lines_are_blank() -> None:
    """So that a message names the row that the person sees."""
    assert read_delimited("a,b\n\n\n1,2\n") == [["a", "b"], [], [], ["1", "2"]]


@pytest.mark.parametrize("text", ["", "\ufeff"])
def test_nothing_has_no_rows(text: str) -> None:
    """An empty file is not a row with an empty cell."""
    assert read_delimited(text) == []


def test_a_single_column_needs_no_delimiter() -> None:
    """A list of codes is a table too."""
    assert read_delimited("a\nb\n") == [["a"], ["b"]]


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"])
def test_an_open_quote_does_not_swallow_the_rest_in_silence(end: str) -> None:
    """The line where it opens is named."""
    with pytest.raises(ScoringProblem) as caught:
        read_delimited('a,b\n1,2\n"3,4\n5,6\n7,8' + end)
    assert caught.value.as_json() == {"key": "table-broken", "values": {"line": 3}}


def test_a_cell_of_a_book_is_refused() -> None:
    """Python's own limit for a cell gives a message and no crash."""
    with pytest.raises(ScoringProblem) as caught:
        read_delimited('a,b\n1,"' + "x" * 200_000 + '"\n')
    assert caught.value.as_json() == {"key": "table-broken", "values": {"line": 2}}


def test_a_table_beyond_the_limit_is_refused() -> None:
    """Before the browser runs out of memory."""
    with pytest.raises(ScoringProblem) as caught:
        read_delimited("," * MOST_CELLS)
    assert caught.value.as_json() == {"key": "table-too-large", "values": {"most": MOST_CELLS}}


@pytest.mark.parametrize("start", "=+-@\t\r\n＝＋－＠")
def test_text_like_a_formula_is_guarded_and_comes_back(start: str) -> None:
    """An apostrophe on the way out, none on the way in; text that had one keeps it."""
    text = f"{start}1+1"
    rows: list[list[str | int]] = [["heading", text], [4, f"'{text}"], [-4, "it's ="]]
    written = write_delimited(rows)
    assert f'"\'{text}"' in written
    assert f"\"''{text}\"" in written
    assert "\r\n-4," in written, "a number is no text"
    assert read_delimited(written) == [["heading", text], ["4", f"'{text}"], ["-4", "it's ="]]
