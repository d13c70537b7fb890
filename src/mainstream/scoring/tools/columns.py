"""The columns of sections that hold rows, and what stands in their cells."""

import re
from collections.abc import Sequence
from typing import Final

from mainstream.scoring.tools.declaration import Column
from mainstream.scoring.tools.sheet import Row
from mainstream.scoring.words import Words, phrase

WORDS: Final = (
    "not_a_number",
    "row_unnamed",
)

MOST = 999_999_999  # of a number in a cell: beyond it stands a slip


def whole_number(text: str) -> int | None:
    """The number from 0 that a text is, or none where it is something else or too large."""
    if not re.fullmatch(r"\s*[0-9]{1,9}\s*", text):
        return None
    return number if (number := int(text)) <= MOST else None


def cell_text(column: Column, row: Row) -> str:
    """A cell as the page shows it: a choice by its title, anything else as it was entered."""
    text = row.get(column.id, "").strip()
    titles = {choice.id: choice.title for choice in column.choices}
    return str(titles.get(text, text))


def row_name(columns: Sequence[Column], row: Row, place: int, words: Words) -> str:
    """What a row is called: its first column, or else its number, counted from 1."""
    return row.get(columns[0].id, "").strip() or phrase(words, "row_unnamed", number=place + 1)


def wrong_numbers(
    columns: Sequence[Column], rows: list[tuple[int, Row]], words: Words
) -> list[str]:
    """A sentence for each cell that should hold a whole number and holds something else."""
    return [
        phrase(words, "not_a_number", row=place + 1, column=column.label, text=text)
        for place, row in rows
        for column in columns
        if column.number and (text := row.get(column.id, "").strip())
        if whole_number(text) is None
    ]
