"""Register: rows of a tool's own columns, in groups, with what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools import columns as cells
from mainstream.scoring.tools.blocks import points, table, verdict
from mainstream.scoring.tools.columns import (
    cell_text,
    row_name,
    whole_number,
    wrong_numbers,
)
from mainstream.scoring.tools.declaration import Check, Register
from mainstream.scoring.tools.sheet import Entries, Row
from mainstream.scoring.words import Words, filled, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    *cells.WORDS,
    "total",
    "not_a_number_in",
    "check_numbers",
    "column_gap",
    "register_none",
    "register_count",
    "register_used",
    "register_used_of",
    "register_over",
    "register_group",
    "register_no_group",
    "register_remarks",
    "register_nothing",
    "register_difference",
)

Rows = list[tuple[int, Row]]


def result(section: Register, entries: Entries, words: Words) -> list[Part]:
    """The rows by group, sums against what there is, gaps, and remarks on what a row lacks."""
    rows, columns = entries.filled_rows(), section.columns
    if not rows:
        return [verdict("open", phrase(words, "register_none", row=section.row))]
    remarks = list(_remarks(section, rows, words))
    empty = list(_empty_groups(section, rows))
    wrong = [*_wrong_limit(section, entries, words), *wrong_numbers(columns, rows, words)]
    is_open = bool(remarks or empty or wrong or _unplanned(section, rows) or _short(section, rows))
    return [
        _verdict(section, entries, rows, is_open, words),
        *points(phrase(words, "register_remarks"), remarks),
        *points(phrase(words, "register_nothing"), empty),
        *points(phrase(words, "check_numbers"), wrong),
        *_differences(section, rows, words),
        *_groups(section, rows, words),
    ]


def total_of(rows: Iterable[tuple[int, Row]], column: str) -> int:
    """The sum of a column's numbers; what is not a number counts as nothing."""
    return sum(whole_number(row.get(column, "")) or 0 for _, row in rows)


def _verdict(
    section: Register,
    entries: Entries,
    rows: Rows,
    is_open: bool,
    words: Words,
) -> VerdictPart:
    title = phrase(words, "register_count", row=section.row, count=len(rows))
    limit = section.limit
    if limit:
        used, there = total_of(rows, limit.column), whole_number(entries.text("limit"))
        if there is None:
            return verdict("open", phrase(words, "register_used", used=used), limit.label)
        told = phrase(words, "register_used_of", used=used, there=there)
        if used > there:
            over = phrase(words, "register_over", over=used - there)
            return verdict("pause", f"{told} {over}", limit.over)
        return verdict("ask" if is_open else "ready", told)
    return verdict("ask" if is_open else "ready", title)


def _unplanned(section: Register, rows: Rows) -> bool:
    """Whether a row says nothing of what there is a limit for, so that the sum is too low."""
    limit = section.limit
    return limit is not None and any(
        whole_number(row.get(limit.column, "")) is None for _, row in rows
    )


def _short(section: Register, rows: Rows) -> list[tuple[int, Row]]:
    """The rows where less is there than is wanted; a row must say both to be among them."""
    difference = section.difference
    if not difference:
        return []
    found = []
    for place, row in rows:
        there, wanted = (
            whole_number(row.get(column, "")) for column in (difference.have, difference.want)
        )
        if there is not None and wanted is not None and there < wanted:
            found.append((place, row))
    return found


def _wrong_limit(section: Register, entries: Entries, words: Words) -> Iterator[str]:
    text = entries.text("limit")
    if section.limit and text and whole_number(text) is None:
        label = section.limit.label
        yield phrase(words, "not_a_number_in", field=label, text=text)


def _remarks(section: Register, rows: Rows, words: Words) -> Iterator[tuple[str, str]]:
    columns = section.columns
    for place, row in rows:
        name = row_name(columns, row, place, words)
        for check in section.checks:
            if _applies(check, row):
                yield name, filled(check.say, row=name)


def _applies(check: Check, row: Row) -> bool:
    chosen = all(row.get(column, "") in ids for column, ids in check.when.items())
    return chosen and not any(row.get(column, "").strip() for column in check.empty)


def _empty_groups(section: Register, rows: Rows) -> Iterator[str]:
    if section.group_by and section.none_in_group:
        there = {row.get(section.group_by, "") for _, row in rows}
        for choice in section.column(section.group_by).choices:
            if choice.id not in there:
                yield filled(section.none_in_group, group=choice.title)


def _differences(section: Register, rows: Rows, words: Words) -> list[Part]:
    """A table of what is there and what is wanted, with the gap; and which rows fall short."""
    difference = section.difference
    if not difference:
        return []
    columns = section.columns
    have, want = section.column(difference.have), section.column(difference.want)
    found: list[tuple[str, int | None, int | None]] = []
    for place, row in rows:
        there, wanted = (whole_number(row.get(column.id, "")) for column in (have, want))
        found.append((row_name(columns, row, place, words), there, wanted))
    # Rows that say only one of the two have no gap, and so no part in the sums.
    both = [(there, wanted) for _, there, wanted in found if None not in (there, wanted)]
    there, wanted = (sum(pair[side] or 0 for pair in both) for side in (0, 1))
    found.append((phrase(words, "total"), there, wanted))

    def gap(there: int | None, wanted: int | None) -> str:
        return "" if there is None or wanted is None else f"{wanted - there:+d}".replace("+0", "0")

    short = [row_name(columns, row, place, words) for place, row in _short(section, rows)]
    return [
        *points(difference.short, short),
        *table(
            phrase(words, "register_difference"),
            [columns[0].label, have.label, want.label, phrase(words, "column_gap")],
            (
                [name, *("" if n is None else str(n) for n in (there, wanted)), gap(there, wanted)]
                for name, there, wanted in found
            ),
            numbers=[1, 2, 3],
        ),
    ]


def _groups(section: Register, rows: Rows, words: Words) -> list[Part]:
    """A table for each group, or one for all, without columns that nobody filled in."""
    group_by = section.group_by
    if not group_by:
        return _table(section, "", rows, words)
    known = {choice.id: choice.title for choice in section.column(group_by).choices}
    blocks: list[Part] = []
    for id_, title in [*known.items(), ("", phrase(words, "register_no_group"))]:
        theirs = [
            (place, row)
            for place, row in rows
            if (row.get(group_by, "") if row.get(group_by, "") in known else "") == id_
        ]
        if section.limit and theirs:
            used = total_of(theirs, section.limit.column)
            title = phrase(words, "register_group", group=title, used=used)
        blocks += _table(section, title, theirs, words)
    return blocks


def _table(section: Register, title: str, rows: Rows, words: Words) -> list[Part]:
    columns = [
        column
        for n, column in enumerate(section.columns)
        if column.id != section.group_by
        if n == 0 or any(cell_text(column, row) for _, row in rows)
    ]
    return table(
        title,
        [column.label for column in columns],
        (
            [
                row_name(columns, row, place, words) if n == 0 else cell_text(column, row)
                for n, column in enumerate(columns)
            ]
            for place, row in rows
        ),
        numbers=[n for n, column in enumerate(columns) if column.number],
    )
