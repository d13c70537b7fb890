"""Counts the people of a file's tables, read as was proposed or as a person decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from mainstream.combine.counting import Counting
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import tagged_by_row
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.tally import TallyCounter
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.tables.columns import (
    COUNTS,
    ONE_PERSON,
    PEOPLE,
    TURNED,
    ColumnMapping,
)
from mainstream.scoring.tables.people import RowResult
from mainstream.scoring.tables.waiting import CellNotes, Decision, WaitingTables
from mainstream.scoring.workshop.model import Counted, id_of_counts

_MOST_NAMED = 20  # rows that one line names


@dataclass(frozen=True)
class TableRead:
    """A table that was met: what was proposed, what a person decided, and what there is to say.

    `people` were read from it; None where it waits for a person to say what its columns hold.
    """

    source: str
    tables: WaitingTables
    decision: Decision | None
    people: int | None
    notices: tuple[Notice, ...] = ()


class TableCounting:
    """Counts tables as `decisions` say, by their shape; `read` are those that are not our own."""

    def __init__(
        self, framework: Framework, counting: Counting, decisions: Mapping[str, Decision]
    ) -> None:
        self._framework = framework
        self._counting = counting
        self._decisions = decisions
        self.read: list[TableRead] = []

    def add(self, source: str, tables: WaitingTables, rest: Iterator[list[str]]) -> None:
        """Count the people of a file's tables. In a table, equal rows are different people."""
        decision = None if tables.needs_nobody else self._decisions.get(tables.shape)
        mapping = decision.mapping if decision and decision.mapping else tables.first.mapping
        if mapping.layout == COUNTS:
            self._add_counts(source, tables, mapping, decision)
            return
        if mapping.layout in (PEOPLE, TURNED) and not mapping.answer_columns:
            self.read.append(TableRead(source, tables, decision, None))
            self._counting.leave_out(source, "", ScoringProblem("table-columns-open"))
            return
        people = 0
        notices: list[Notice] = []
        for survey, read in tables.read(decision or Decision()):
            more: Iterable[RowResult] = ()
            if survey is tables.first:
                more = tables.read_rest(decision or Decision(), rest)
            notes = CellNotes()
            name = survey.sheet.name if len(tables.surveys) > 1 else ""
            results = chain(read, more)
            if mapping.layout == ONE_PERSON:
                people += self._add_person(source, results)
            else:
                people += self._add_results(source, name, results, notes)
            notices += notes.notices(mapping, name)
        if notices or not tables.needs_nobody:
            self.read.append(TableRead(source, tables, decision, people, tuple(notices)))

    def _add_person(self, source: str, results: Iterable[RowResult]) -> int:
        """Count the one person of a table of ours; returns how many could be read."""
        people = 0
        for result in results:
            if result.problem:
                self._counting.leave_out(source, str(result.row), result.problem)
            elif result.response:
                people += 1
                self._counting.add_person(source, "", result.response)
        return people

    def _add_results(
        self, source: str, sheet: str, results: Iterable[RowResult], notes: CellNotes
    ) -> int:
        """Count the people of one sheet; returns how many rows could be read."""
        table = TallyCounter(self._framework)
        people = unread = 0
        first_unread: list[str] = []

        def arriving() -> Iterator[tuple[str, Response, bool]]:
            nonlocal people, unread
            for result in results:
                notes.add(result)
                place = f"{sheet}:{result.row}" if sheet else str(result.row)
                if result.problem and result.problem.key == "row-unread":
                    unread += 1
                    first_unread.extend([str(result.row)] if unread <= _MOST_NAMED else [])
                elif result.problem:
                    self._counting.leave_out(source, place, result.problem)
                elif result.response:
                    people += 1
                    response = tagged_by_row(result.response, result.cells)
                    table.add(response)
                    yield place, response, result.response.tag is not None

        new = self._counting.new_among(source, arriving())
        if unread:
            rows = ", ".join(first_unread) + (" …" if unread > len(first_unread) else "")
            self._counting.leave_out(
                source, sheet, ScoringProblem("rows-unread", count=unread, rows=rows)
            )
        self._counting.add_table(source, table.tally(), new)
        return people

    def _add_counts(
        self,
        source: str,
        tables: WaitingTables,
        mapping: ColumnMapping,
        decision: Decision | None,
    ) -> None:
        tally = tables.tally(mapping)
        id_ = id_of_counts(tally, tables.name, "")
        self._counting.add_counts(source, Counted(id_, tally, tables.name))
        self.read.append(TableRead(source, tables, decision, tally.people))
