"""Takes the tables of people's answers: asks how to read them, unless they say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import People
from mainstream.scoring.doors.verdicts import (
    add_counted,
    gathered,
    once_each,
    problem_at,
    verdict_at,
)
from mainstream.scoring.doors.workshop_state import WorkshopState, workshop_of
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tables.columns import COUNTS, ONE_PERSON, ColumnMapping
from mainstream.scoring.tables.read_as import read_as_from_json
from mainstream.scoring.tables.waiting import CellNotes, Decision, Sheet, WaitingTables
from mainstream.scoring.workshop.merge import join_rows
from mainstream.scoring.workshop.model import Counted, Workshop, id_of_counts
from mainstream.scoring.workshop.points_of_view import other_view

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract


def gather_sheets(
    state: WorkshopState, sheets: Sequence[Sheet], request: Fields
) -> contract.Gathered | contract.TableToConfirm:
    """Take tables of people's answers: ask how to read them, unless they say so.

    Errors: `ScoringProblem("table-no-match")` where nothing in them looks like an answer.
    """
    return take_tables(state, waiting_tables(state, sheets, request), request)


def gather_table(state: WorkshopState, request: Fields) -> contract.Gathered:
    """The mapping is that of `gather`, corrected by a person."""
    if state.tables is None:
        raise ScoringProblem("table-gone")
    return _add_tables(state, state.tables, _decision(request, state.framework), request)


def waiting_tables(state: WorkshopState, sheets: Sequence[Sheet], request: Fields) -> WaitingTables:
    """The tables with what is proposed for them, named as the request says."""
    framework, workshop = workshop_of(state, request)
    name = request.line("name")
    return WaitingTables(framework, state.words, sheets, workshop.groups, name=name)


def take_tables(
    state: WorkshopState, tables: WaitingTables, request: Fields
) -> contract.Gathered | contract.TableToConfirm:
    """Add the people of tables that read in one way only; others wait, as `{table}`."""
    framework = state.framework
    state.tables = tables
    if tables.needs_nobody:
        return _add_tables(state, tables, Decision(), request)
    known = request.one("remembered", lambda fields: _remembered(fields, tables, framework))
    return {"table": tables.as_json(known)}


def _remembered(fields: Fields, tables: WaitingTables, framework: Framework) -> Decision | None:
    """How a table of this shape was read before; nothing where that does not fit any longer."""
    try:
        return fields.one(tables.shape, lambda kept: _decision(kept, framework))
    except ScoringProblem:
        return None


def _decision(fields: Fields, framework: Framework) -> Decision:
    sheets = fields.list_of_texts("sheets") if "sheets" in fields else None
    return Decision(
        ColumnMapping.from_json(fields.data.get("mapping"), framework),
        read_as_from_json(fields.data.get("read_as"), framework),
        {
            (kept.text("sheet"), kept.whole_number("row"))
            for kept in fields.each("keep_rows", _self)
        },
        sheets,
    )


def _self(fields: Fields) -> Fields:
    return fields


def _add_tables(
    state: WorkshopState, tables: WaitingTables, decision: Decision, request: Fields
) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    mapping = decision.mapping or tables.first.mapping
    if mapping.layout == COUNTS:
        answer = _add_counts(state, workshop, tables, mapping, request)
        state.tables = None
        return answer
    verdicts: list[contract.Verdict] = []
    told: list[Notice] = []
    about_cells: list[Notice] = []
    after, group = workshop, request.line("group")
    for survey, results in tables.read(decision):
        if mapping.layout == ONE_PERSON:
            people = People(framework, after.people)
            arrivals = [people.add(each.response, group) for each in results if each.response]
            after = replace(after, people=people.responses)
        else:
            rows = [(each.response, each.cells) for each in results if each.response]
            joined = join_rows(after, rows, group, framework)
            after, arrivals = joined.workshop, list(joined.arrivals)
            about_cells += joined.notices
        added = iter(arrivals)
        for result in results:
            if result.response:
                view = other_view(framework, workshop, result.response)
                verdicts.append(verdict_at("row", result.row, next(added), "", view))
            elif result.problem:
                verdicts.append(problem_at("row", result.row, result.problem))
        told += [notice for result in results for notice in result.notices]
        name = survey.sheet.name if len(tables.surveys) > 1 else ""
        notes = CellNotes()
        for result in results:
            notes.add(result)
        about_cells += notes.notices(mapping, name)
    state.tables = None
    answer = gathered(state, workshop, after, verdicts, [*once_each(told), *about_cells])
    return {**answer, "source": "table"}


def _add_counts(
    state: WorkshopState,
    workshop: Workshop,
    tables: WaitingTables,
    mapping: ColumnMapping,
    request: Fields,
) -> contract.Gathered:
    """Counts for each mark, as a tally of as many people."""
    tally = tables.tally(mapping)
    title, group = tables.name, request.line("group")
    id_ = id_of_counts(tally, title, "")
    return add_counted(state, workshop, Counted(id_, tally, title, "", group))
