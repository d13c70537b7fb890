"""Holds how an OpenDocument spreadsheet becomes text, and that no file breaks or stalls it."""

from datetime import datetime
from typing import Any

import pytest

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.waiting import Sheet
from mainstream.spreadsheet import read, read_workbook

from .workbooks import open_document, part, with_parts


def _refused(data: bytes) -> str:
    with pytest.raises(ScoringProblem) as caught:
        read_workbook(data)
    return caught.value.key


def test_cells_become_text() -> None:
    """As those of other workbooks: numbers, days, lines, blanks between."""
    day = datetime(2026, 11, 23)
    rows: list[list[Any]] = [
        ["a", 4, 4.5, None, day, datetime(2026, 11, 23, 10, 31)],
        [],
        ["one\ntwo & three"],
    ]
    assert read_workbook(open_document({"Answers": rows})) == [
        Sheet(
            "Answers",
            [
                ["a", "4", "4.5", "", "2026-11-23", "2026-11-23 10:31:00"],
                [],
                ["one\ntwo & three"],
            ],
        )
    ]


def test_hidden_sheets_are_ignored_and_hidden_rows_named() -> None:
    """As in other workbooks."""
    data = open_document({"One": [["a"]], "Two": [["b"], ["c"]]}, ("One",), (2,))
    assert read_workbook(data) == [Sheet("Two", [["b"], ["c"]], frozenset({2}))]


def test_repeated_cells_are_as_many() -> None:
    """And the spaces that are written as elements are there."""
    data = open_document({"S": [["x", 3]]})
    content = part(data, "content.xml").replace(
        b'<table:table-cell office:value-type="float"',
        b'<table:table-cell table:number-columns-repeated="3" office:value-type="float"',
    )
    content = content.replace(b"<text:p>x</text:p>", b'<text:p>x<text:s text:c="2"/>y</text:p>')
    assert read_workbook(with_parts(data, {"content.xml": content}))[0].rows == [
        ["x  y", "3", "3", "3"]
    ]


def test_other_kinds_are_refused() -> None:
    """A letter is not a table; a cut or broken file is told."""
    data = open_document({"S": [["a"]]})
    text = b"application/vnd.oasis.opendocument.text"
    assert _refused(with_parts(data, {"mimetype": text})) == "workbook-old"
    assert _refused(with_parts(data, {"content.xml": b"<broken"})) == "workbook-broken"
    assert _refused(data[: len(data) // 2]) == "workbook-broken"


def test_cells_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that is repeated a million times is not written out."""
    monkeypatch.setattr(read, "MOST_CELLS", 1_000)
    data = open_document({"S": [["a", "b"]]})
    content = part(data, "content.xml").replace(
        b"<table:table-row><table:table-cell office",
        b'<table:table-row table:number-rows-repeated="900000"><table:table-cell office',
    )
    assert _refused(with_parts(data, {"content.xml": content})) == "workbook-too-large"


def test_entities_do_not_multiply() -> None:
    """A billion laughs, as it is known."""
    entities = '<!ENTITY e0 "lol lol lol lol lol ">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9)
    )
    data = open_document({"S": [["haha"]]})
    content = part(data, "content.xml").decode().replace("haha", "&e8;")
    content = content.replace("?>", f"?><!DOCTYPE x [{entities}]>", 1)
    assert _refused(with_parts(data, {"content.xml": content.encode()})) == "workbook-broken"
