"""Takes answers in: from text, from files, and as somebody decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import BOTH, REPLACE, Arrival, People
from mainstream.scoring.answers.response import Response, read_person, read_response
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.codes.find import (
    Find,
    find_responses,
    finds_in_another_programs,
    lines_without_answers,
)
from mainstream.scoring.contract.limits import (
    MOST_WORKSHOP_CHARACTERS,
    TALLY_FORMAT,
    WORKSHOP_FORMAT,
)
from mainstream.scoring.doors.gathering_tables import take_tables, waiting_tables
from mainstream.scoring.doors.verdicts import (
    add_counted,
    gathered,
    once_each,
    problem_at,
    verdict_at,
)
from mainstream.scoring.doors.workshop_state import WorkshopState, workshop_of
from mainstream.scoring.problem import Notice, ScoringProblem, notices_data
from mainstream.scoring.reading.formats import format_of, framework_version
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables.columns import CODES
from mainstream.scoring.tables.delimited import is_even, read_delimited
from mainstream.scoring.tables.waiting import Sheet
from mainstream.scoring.workshop.merge import counted_of, merge
from mainstream.scoring.workshop.model import Workshop, read_workshop
from mainstream.scoring.workshop.points_of_view import other_view

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract


def gather(state: WorkshopState, request: Fields) -> contract.Gathered | contract.TableToConfirm:
    """The text is pasted, or a file's where there is a `name`.

    A table whose columns are not ours is answered with `{table}`, to be confirmed.
    """
    text = request.raw_text("text").removeprefix("\ufeff")
    is_file = bool(request.text("name"))
    if not text.strip():
        raise ScoringProblem("nothing-to-read")
    if looks_like_json(text):
        if finds := finds_in_another_programs(text, state.framework):
            return _add_finds(state, text, finds, request)
        return _add_data(state, read_json(text, most_characters=MOST_WORKSHOP_CHARACTERS), request)
    if is_file:
        try:
            rows = read_delimited(text)
            tables = waiting_tables(state, [Sheet("", rows)], request)
            if tables.first.mapping.layout != CODES or is_even(rows):
                return take_tables(state, tables, request)
        except ScoringProblem as problem:
            # No table of answers: codes, perhaps, among words that have commas too.
            if finds := find_responses(text, state.framework):
                return _add_finds(state, text, finds, request)
            raise problem from None
    return _add_finds(state, text, find_responses(text, state.framework), request)


def _add_finds(
    state: WorkshopState, text: str, finds: Sequence[Find], request: Fields
) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    people, group = People(framework, workshop.people), request.line("group")
    verdicts = [_verdict(find, people, group, framework, workshop) for find in finds]
    without = lines_without_answers(text, finds)
    told = once_each(notice for find in finds for notice in find.notices)
    after = replace(workshop, people=people.responses)
    answer = gathered(state, workshop, after, verdicts, told)
    if without:
        answer["counts"]["nothing"] = len(without)
        answer["lines_without"] = without
    return answer


def _verdict(
    find: Find, people: People, group: str, framework: Framework, workshop: Workshop
) -> contract.Verdict:
    if find.problem or not find.response:
        problem = find.problem or ScoringProblem("nothing-to-read")
        verdict = problem_at("line", find.line, problem, find.shown)
        return {**verdict, "last_line": max(find.line, find.last_line)}
    view = other_view(framework, workshop, find.response)
    return verdict_at("line", find.line, people.add(find.response, group), find.shown, view)


def _add_data(state: WorkshopState, data: Any, request: Fields) -> contract.Gathered:
    """Add what a JSON file holds: a person's answers, a list of them, a workshop, a tally."""
    format_ = format_of(data)
    if format_ == WORKSHOP_FORMAT:
        return _add_workshop(state, data, request)
    if format_ == TALLY_FORMAT:
        return _add_tally(state, data, request)
    framework, workshop = workshop_of(state, request)
    people, group = People(framework, workshop.people), request.line("group")
    told: list[Notice] = []
    verdicts: list[contract.Verdict] = []
    for number, item in enumerate(data if isinstance(data, list) else [data], 1):
        try:
            response, notices = read_response(item, framework)
        except ScoringProblem as problem:
            if not isinstance(data, list):
                raise
            verdicts.append(problem_at("file", number, problem))
            continue
        told += notices
        view = other_view(framework, workshop, response)
        verdicts.append(verdict_at("file", number, people.add(response, group), "", view))
    after = replace(workshop, people=people.responses)
    return gathered(state, workshop, after, verdicts, once_each(told))


def _add_workshop(state: WorkshopState, data: Any, request: Fields) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    other, notices = read_workshop(data, framework)
    merged = merge(workshop, other, framework)
    verdicts = [verdict_at("file", n, each) for n, each in enumerate(merged.arrivals, 1)]
    answer = gathered(
        state, workshop, merged.workshop, verdicts, [*notices, *merged.notices], merged.counts
    )
    return {**answer, "source": "workshop", "title": other.title}


def _add_tally(state: WorkshopState, data: Any, request: Fields) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    file, notices = read_tally_file(data, framework)
    counted = counted_of(file, request.line("group"))
    answer = add_counted(state, workshop, counted)
    return {**answer, "notices": [*notices_data(notices), *answer["notices"]]}


def settle(state: WorkshopState, request: Fields) -> contract.Gathered:
    """Do what a person decided about answers that may be somebody's who is here."""
    framework, workshop = workshop_of(state, request)
    people = People(framework, workshop.people)

    def settled(fields: Fields) -> Arrival:
        def person(name: str) -> Response:
            version = workshop.framework_version
            given = fields.inner(name)
            if "framework" in given:
                version = framework_version(given, framework.id)
            return read_person(given, framework, version)[0]

        choice = fields.choice("choice", (REPLACE, BOTH))
        return people.settle(person("here"), person("came"), cast("contract.OfferChoice", choice))

    arrivals = request.each("settled", settled)
    verdicts = [verdict_at("file", n, each) for n, each in enumerate(arrivals, 1)]
    after = replace(workshop, people=people.responses)
    return gathered(state, workshop, after, verdicts, [])
