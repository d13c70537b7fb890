"""A file's tables between being opened and being read: what is proposed, and reading by it."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.tables import left_out, people, proposal
from mainstream.scoring.tables.cells import cell_at, plain
from mainstream.scoring.tables.columns import (
    CODES,
    COUNTS,
    DAMAGED,
    LONG,
    ONE_PERSON,
    PEOPLE,
    TURNED,
    ColumnMapping,
)
from mainstream.scoring.tables.counts import tally_in_table
from mainstream.scoring.tables.delimited import MOST_CELLS
from mainstream.scoring.tables.headings import MARK, STATEMENT, mark_heading
from mainstream.scoring.tables.left_out import FIRST_ROWS, HIDDEN, LAST_ROWS, RowsLeftOut
from mainstream.scoring.tables.people import PeopleReader, RowResult
from mainstream.scoring.tables.proposal import Proposal, Proposer
from mainstream.scoring.tables.read_as import Proposed, ReadAs, key_of
from mainstream.scoring.tables.shapes import laid_out
from mainstream.scoring.words import Words

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

WORDS: Final = (*people.WORDS, *proposal.WORDS, *left_out.WORDS)

_MOST_NAMED = 20  # cells that one notice names
_ALIKE = 0.5  # of the best sheet's columns of answers, for another to be one of people


@dataclass(frozen=True)
class Sheet:
    """A table of text: its name, empty for a file that has only one, and its rows.

    `hidden` are the numbers of rows, from 1, that the program it comes from does not show.
    """

    name: str
    rows: list[list[str]]
    hidden: frozenset[int] = field(default=frozenset())


@dataclass(frozen=True)
class Survey:
    """What was found on a sheet: how to read it, and which rows are nobody's."""

    sheet: Sheet
    proposal: Proposal
    left_out: Mapping[int, contract.LeaveOutReason]
    values: Counter[str]
    people: int

    @property
    def mapping(self) -> ColumnMapping:
        """How its columns are to be read."""
        return self.proposal.mapping


@dataclass(frozen=True)
class Decision:
    """What a person decided about a table; what is left open is as it was proposed.

    `kept` are rows by sheet and number that were to be left out, `sheets` the names of those to
    read; None for those that were proposed.
    """

    mapping: ColumnMapping | None = None
    read_as: ReadAs = field(default_factory=dict)
    kept: Collection[tuple[str, int]] = ()
    sheets: Collection[str] | None = None


class WaitingTables:
    """The sheets of a file that hold answers; `name` is the file's.

    Errors: `ScoringProblem("table-no-match")` where none does.
    """

    def __init__(
        self,
        framework: Framework,
        words: Words,
        sheets: Sequence[Sheet],
        groups: Collection[str] = (),
        *,
        name: str = "",
    ) -> None:
        self.name = name
        self._framework = framework
        self._words = words
        self._proposer = Proposer(framework, words, groups)
        self._surveys = self._surveyed(sheets)
        first = self._surveys[0]
        chosen = [each for each in self._surveys if _is_alike(each, first)]
        self._chosen = [each.sheet.name for each in chosen]
        self._proposed = self._values_of(self._surveys, first.mapping)

    @property
    def first(self) -> Survey:
        """The sheet with the most columns of answers."""
        return self._surveys[0]

    @property
    def chosen(self) -> Sequence[str]:
        """The names of the sheets that are proposed to be read."""
        return self._chosen

    @property
    def surveys(self) -> Sequence[Survey]:
        """Every sheet with answers, the first before the others."""
        return self._surveys

    @property
    def values(self) -> Proposed:
        """The values that are not on the scale, with their proposals."""
        return self._proposed

    @property
    def needs_nobody(self) -> bool:
        """Whether the file can only be read in one way: tables that we wrote, codes in rows."""
        mapping = self.first.mapping
        if len(self._surveys) > 1:
            return False
        if mapping.layout == CODES:
            return not mapping.answer_columns
        return mapping.layout == ONE_PERSON or self._is_ours(mapping)

    def _is_ours(self, mapping: ColumnMapping) -> bool:
        """Whether the headings are those that we write."""
        headings = {column.heading for column in mapping.columns if column.role == MARK}
        return headings == {mark_heading(enabler) for enabler in self._framework.enablers}

    @property
    def shape(self) -> str:
        """The same for tables with the same headings in the same layout."""
        mapping = self.first.mapping
        texts = [mapping.layout, *(plain(column.heading) for column in mapping.columns)]
        return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:16]

    def as_json(self, decision: Decision | None = None) -> contract.ProposedMapping:
        """What is proposed; with a reading that is remembered, that one."""
        first = self.first
        remembered = decision or Decision()
        mapping = remembered.mapping or first.mapping
        values = [
            replace(value, answer=remembered.read_as[value.text], sure=True)
            if value.text in remembered.read_as
            else value
            for value in self._proposed.values
        ]
        counts = self._counts()
        scale = self._proposed.scale
        several = len(self._surveys) > 1
        return {
            **mapping.as_json(),
            "rows": first.people,
            "shape": self.shape,
            "remembered": decision is not None,
            "values": [value.as_json() for value in values],
            "scale": scale.as_json() if scale else None,
            "left_out": [
                {"row": row, "reason": reason, "sheet": each.sheet.name}
                for each in self._surveys
                for row, reason in sorted(each.left_out.items())
            ],
            "sheets": [
                {
                    "name": each.sheet.name,
                    "people": each.people,
                    "chosen": each.sheet.name in self._chosen,
                }
                for each in (self._surveys if several else ())
            ],
            "in_order": [column.as_json(mapping.layout) for column in first.proposal.in_order]
            if first.proposal.in_order
            else None,
            "counts": counts,
        }

    def tally(self, mapping: ColumnMapping) -> Tally:
        """The counts of a table with the layout `counts`, all enablers filled up to most people.

        Errors: `ScoringProblem("counts-broken", cell=...)`.
        """
        return tally_in_table(
            self._framework, self.first.sheet.rows, mapping, self._proposer.headings
        )[0]

    def fewer(self, mapping: ColumnMapping) -> Sequence[str]:
        """The titles of enablers that fewer people answered, in a table of counts."""
        return tally_in_table(
            self._framework, self.first.sheet.rows, mapping, self._proposer.headings
        )[1]

    def read(self, decision: Decision) -> list[tuple[Survey, list[RowResult]]]:
        """What became of the rows of each sheet that was decided for, or proposed."""
        names = self._chosen if decision.sheets is None else decision.sheets
        first_mapping = decision.mapping or self.first.mapping
        read_as = self._read_as(decision)
        reader = PeopleReader(self._framework, self._words, self._proposer.headings)
        found = []
        for survey in self._surveys:
            if survey.sheet.name not in names:
                continue
            mapping = first_mapping if _is_alike(survey, self.first) else survey.mapping
            skipped = {
                row for row in survey.left_out if (survey.sheet.name, row) not in decision.kept
            }
            found.append((survey, reader.read(survey.sheet.rows, mapping, read_as, skipped)))
        return found

    def read_rest(self, decision: Decision, rows: Iterable[Sequence[str]]) -> Iterator[RowResult]:
        """As `read`, of rows that follow those of the first sheet; none of them is held for long.

        Values that only these rows have are read where they are on the scale.

        Errors: `ScoringProblem("table-too-large")` where people do not stand in rows.
        """
        mapping = decision.mapping or self.first.mapping
        headings, words = self._proposer.headings, self._words
        read_as = self._read_as(decision)
        read = PeopleReader(self._framework, words, headings).by_row(mapping, read_as)
        last: deque[tuple[int, Sequence[str]]] = deque()
        head = self.first.sheet.rows
        first = list(enumerate(head, 1))[mapping.header_row :][:FIRST_ROWS]
        for numbered in enumerate(rows, len(head) + 1):
            if mapping.layout not in (PEOPLE, CODES):
                raise ScoringProblem("table-too-large", most=MOST_CELLS)
            last.append(numbered)
            if len(last) > LAST_ROWS:
                number, row = last.popleft()
                if any(map(str.strip, row)):
                    yield from read(number, row)
        nobodys = RowsLeftOut(mapping, headings, self._proposer.readings, words)
        left_out = nobodys.found(first, list(last), ())
        for number, row in last:
            if any(map(str.strip, row)) and number not in left_out:
                yield from read(number, row)

    def _read_as(self, decision: Decision) -> ReadAs:
        proposed = self._proposed
        if decision.mapping:
            # Another column may bring other values; what was shown and not decided stays open.
            proposed = self._values_of(self._surveys, decision.mapping)
        return {**proposed.read_as(), **self._proposed.read_as(), **decision.read_as}

    def _counts(self) -> contract.CountsFound | None:
        mapping = self.first.mapping
        if mapping.layout != COUNTS:
            return None
        try:
            tally, fewer = tally_in_table(
                self._framework, self.first.sheet.rows, mapping, self._proposer.headings
            )
        except ScoringProblem:
            return None
        return {"people": tally.people, "fewer": list(fewer)}

    def _surveyed(self, sheets: Sequence[Sheet]) -> list[Survey]:
        surveys = []
        for sheet in sheets:
            try:
                surveys.append(self._survey(sheet))
            except ScoringProblem:
                continue  # another sheet may match
        if not surveys:
            raise ScoringProblem("table-no-match")
        best = max(surveys, key=self._weight)
        most = self._weight(best)
        others = [
            each
            for each in surveys
            if each is not best and each.people and self._weight(each) >= _ALIKE * most
        ]
        return [best, *others]

    def _weight(self, survey: Survey) -> float:
        """How many columns of answers a sheet has; some for one that has none by its headings."""
        mapping = survey.mapping
        if mapping.layout in (ONE_PERSON, LONG, COUNTS, CODES):
            return len(self._framework.enablers)
        return mapping.answer_columns or 0.5

    def _survey(self, sheet: Sheet) -> Survey:
        proposed = self._proposer.propose(sheet.rows)
        mapping = proposed.mapping
        reasons: dict[int, contract.LeaveOutReason] = {}
        values = self._cell_counts(sheet.rows, mapping, ())
        if mapping.layout in (PEOPLE, CODES, TURNED):
            laid = laid_out(sheet.rows, mapping, self._proposer.headings)
            numbered = list(enumerate(laid.rows, 1))
            rows = RowsLeftOut(
                laid.mapping, self._proposer.headings, self._proposer.readings, self._words
            )
            first = numbered[mapping.header_row :][:FIRST_ROWS]
            hidden = sheet.hidden if mapping.layout != TURNED else frozenset[int]()
            reasons = rows.found(first, numbered[-LAST_ROWS:], hidden)
            there = [n for n, row in numbered[mapping.header_row :] if any(map(str.strip, row))]
            people_there = sum(n not in reasons for n in there)
            # A hidden blank row is nothing to tell of.
            reasons = {n: why for n, why in reasons.items() if why != HIDDEN or n in set(there)}
            values = self._cell_counts(sheet.rows, mapping, reasons)
        elif mapping.layout == LONG:
            laid = laid_out(sheet.rows, mapping, self._proposer.headings)
            people_there = len(laid.rows) - laid.mapping.header_row
        else:
            people_there = 1
        return Survey(sheet, proposed, reasons, values, people_there)

    def _cell_counts(
        self, rows: Sequence[Sequence[str]], mapping: ColumnMapping, skipped: Collection[int]
    ) -> Counter[str]:
        """In how many cells of answers each text stands."""
        if mapping.layout in (ONE_PERSON, COUNTS):
            return Counter()
        laid = laid_out(rows, mapping, self._proposer.headings)
        columns = laid.mapping.likely_answers
        return cell_counts(
            (
                row
                for n, row in enumerate(laid.rows, 1)
                if n > laid.mapping.header_row and n not in skipped
            ),
            columns,
        )

    def _values_of(self, surveys: Sequence[Survey], mapping: ColumnMapping) -> Proposed:
        values: Counter[str] = Counter()
        for survey in surveys:
            if mapping is survey.mapping or not _is_alike(survey, self.first):
                values += survey.values
            else:
                values += self._cell_counts(survey.sheet.rows, mapping, survey.left_out)
        headings = [c.heading for c in mapping.columns if c.role in (MARK, STATEMENT)]
        readings = self._proposer.readings
        if self._is_ours(mapping):
            return readings.proposed_on_this_scale(values)
        return readings.proposed(values, headings)


def cell_counts(rows: Iterable[Sequence[str]], columns: Sequence[int]) -> Counter[str]:
    """In how many cells of these columns, from 1, each text stands, as readings name it."""
    raw: Counter[str] = Counter()
    for row in rows:
        raw.update([cell_at(row, column) for column in columns])
    found: Counter[str] = Counter()
    for cell, count in raw.items():
        if key := key_of(cell):
            found[key] += count
    return found


def _is_alike(survey: Survey, other: Survey) -> bool:
    """Whether two sheets have the same headings, so that one mapping is about both."""
    return survey is other or (
        survey.mapping.layout == other.mapping.layout
        and survey.mapping.header_row == other.mapping.header_row
        and [plain(c.heading) for c in survey.mapping.columns]
        == [plain(c.heading) for c in other.mapping.columns]
    )


class CellNotes:
    """Names the cells of a table that count as unanswered, and its damaged columns."""

    def __init__(self) -> None:
        self._unread = _Named()
        self._differing = _Named()

    def add(self, result: RowResult) -> None:
        """Take note of one row."""
        self._unread.add(result.unread)
        self._differing.add(result.differing)

    def notices(self, mapping: ColumnMapping, sheet: str = "") -> list[Notice]:
        """What there is to say; `sheet` names it where there are several."""
        told = []
        unread, differ = self._unread, self._differing
        if unread.count:
            told.append(
                Notice("cells-unread", {"count": unread.count, "cells": unread.names(sheet)})
            )
        if differ.count:
            told.append(
                Notice("cells-differ", {"count": differ.count, "cells": differ.names(sheet)})
            )
        for column in mapping.columns:
            if column.remark == DAMAGED and column.role not in (MARK, STATEMENT):
                letter = column.as_json(mapping.layout)["letter"]
                told.append(Notice("column-damaged", {"column": letter, "heading": column.heading}))
        return told


class _Named:
    """How many cells there are of one kind, and the names of the first."""

    def __init__(self) -> None:
        self.count = 0
        self._names: list[str] = []

    def add(self, names: Sequence[str]) -> None:
        self.count += len(names)
        self._names += names[: max(0, _MOST_NAMED - len(self._names))]

    def names(self, sheet: str) -> str:
        place = f"{sheet}: " if sheet else ""
        more = " …" if self.count > len(self._names) else ""
        return place + ", ".join(self._names) + more
