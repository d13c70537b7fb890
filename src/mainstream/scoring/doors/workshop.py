"""The workshop's door: bringing answers in, comparing them, and a workshop's files.

Each request that concerns the workshop brings it whole, as the page keeps it, and is answered with
what it has become; nothing is held here but a table that waits for its mapping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from mainstream.scoring.answers.foreign import matched, matched_workshop
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import (
    ADDED,
    BOTH,
    COMPLETED,
    REPLACE,
    Arrival,
    People,
)
from mainstream.scoring.answers.response import (
    Response,
    person_data,
    read_person,
    read_response,
)
from mainstream.scoring.answers.tally import tally_data, tally_of_hands
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.codes.find import (
    Find,
    find_responses,
    is_another_programs,
    lines_without_answers,
)
from mainstream.scoring.contract.limits import (
    MOST_WORKSHOP_CHARACTERS,
    RESPONSE_FORMAT,
    TALLY_FORMAT,
    WORKSHOP_FORMAT,
)
from mainstream.scoring.doors import person
from mainstream.scoring.doors.door import Action, Door
from mainstream.scoring.doors.opened import Opened, tag_at_random
from mainstream.scoring.problem import Notice, ScoringProblem, notices_data
from mainstream.scoring.reading.formats import format_of, framework_version
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables import waiting
from mainstream.scoring.tables.columns import CODES, COUNTS, ONE_PERSON, ColumnMapping
from mainstream.scoring.tables.delimited import is_even, read_delimited
from mainstream.scoring.tables.read_as import read_as_from_json
from mainstream.scoring.tables.waiting import CellNotes, Decision, Sheet, WaitingTables
from mainstream.scoring.tools.sheet import joined, read_sheet
from mainstream.scoring.workshop import exports, report
from mainstream.scoring.workshop.exports import export_workshop
from mainstream.scoring.workshop.merge import counted_of, join_counts, join_rows, merge
from mainstream.scoring.workshop.model import (
    Counted,
    Earlier,
    Workshop,
    earlier_data,
    id_of_counts,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from mainstream.scoring.workshop.points_of_view import other_view, view_counts, view_notices
from mainstream.scoring.workshop.report import Asked, compare_workshop
from mainstream.scoring.workshop.shown import BY_GROUP, SPLITS, Shown, read_shown

if TYPE_CHECKING:
    from mainstream.scoring.contract import actions
    from mainstream.scoring.contract import workshop as contract

WORDS: Final = (*waiting.WORDS, *exports.WORDS, *report.WORDS)


class WorkshopState(Opened):
    """What was opened, and the tables of a file that wait for their mapping."""

    def __init__(self, random_tag: Callable[[], int] = tag_at_random) -> None:
        super().__init__(WORDS, random_tag)
        self.tables: WaitingTables | None = None


def new_door(random_tag: Callable[[], int] = tag_at_random) -> Door[WorkshopState]:
    """A door with nothing open; `random_tag` as for `Opened`."""
    return Door(WorkshopState(random_tag), ACTIONS)


def workshop_of(state: Opened, request: Fields) -> tuple[Framework, Workshop]:
    """The framework, and the workshop that a request brings."""
    framework = state.framework
    return framework, read_workshop(request.data.get("workshop"), framework)[0]


def gather_sheets(
    state: WorkshopState, sheets: Sequence[Sheet], request: Fields
) -> contract.Gathered | contract.TableToConfirm:
    """Take tables of people's answers: ask how to read them, unless they say so.

    Errors: `ScoringProblem("table-no-match")` where nothing in them looks like an answer.
    """
    return _take(state, _waiting(state, sheets, request), request)


def _waiting(state: WorkshopState, sheets: Sequence[Sheet], request: Fields) -> WaitingTables:
    framework, workshop = workshop_of(state, request)
    name = request.line("name")
    return WaitingTables(framework, state.words, sheets, workshop.groups, name=name)


def _take(
    state: WorkshopState, tables: WaitingTables, request: Fields
) -> contract.Gathered | contract.TableToConfirm:
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


def _gather(state: WorkshopState, request: Fields) -> contract.Gathered | contract.TableToConfirm:
    """The text is pasted, or a file's where there is a `name`.

    A table whose columns are not ours is answered with `{table}`, to be confirmed.
    """
    text = request.raw_text("text").removeprefix("\ufeff")
    is_file = bool(request.text("name"))
    if not text.strip():
        raise ScoringProblem("nothing-to-read")
    if looks_like_json(text) and not is_another_programs(text, state.framework):
        return _add_data(state, read_json(text, most_characters=MOST_WORKSHOP_CHARACTERS), request)
    if is_file:
        try:
            rows = read_delimited(text)
            tables = _waiting(state, [Sheet("", rows)], request)
            if tables.first.mapping.layout != CODES or is_even(rows):
                return _take(state, tables, request)
        except ScoringProblem as problem:
            # No table of answers: codes, perhaps, among words that have commas too.
            if not find_responses(text, state.framework):
                raise problem from None
    return _add_finds(state, text, request)


def _add_finds(state: WorkshopState, text: str, request: Fields) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    people, group = People(framework, workshop.people), request.line("group")
    finds = find_responses(text, framework)
    verdicts = [_verdict(find, people, group, framework, workshop) for find in finds]
    without = lines_without_answers(text, finds)
    told = _once(notice for find in finds for notice in find.notices)
    after = replace(workshop, people=people.responses)
    answer = _gathered(state, workshop, after, verdicts, told)
    if without:
        answer["counts"]["nothing"] = len(without)
        answer["lines_without"] = without
    return answer


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
    return _gathered(state, workshop, after, verdicts, _once(told))


def _add_workshop(state: WorkshopState, data: Any, request: Fields) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    other, notices = read_workshop(data, framework)
    merged = merge(workshop, other, framework)
    verdicts = [verdict_at("file", n, each) for n, each in enumerate(merged.arrivals, 1)]
    answer = _gathered(
        state, workshop, merged.workshop, verdicts, [*notices, *merged.notices], merged.counts
    )
    return {**answer, "source": "workshop", "title": other.title}


def _add_tally(state: WorkshopState, data: Any, request: Fields) -> contract.Gathered:
    framework, workshop = workshop_of(state, request)
    file, notices = read_tally_file(data, framework)
    counted = counted_of(file, request.line("group"))
    answer = _add_counted(state, workshop, counted)
    return {**answer, "notices": [*notices_data(notices), *answer["notices"]]}


def _add_counted(state: WorkshopState, workshop: Workshop, counted: Counted) -> contract.Gathered:
    joined = join_counts(workshop, counted, state.framework)
    answer = _gathered(state, workshop, joined.workshop, [], joined.notices, joined.counts)
    return {**answer, "source": "tally", "title": counted.title}


def _gather_table(state: WorkshopState, request: Fields) -> contract.Gathered:
    """The mapping is that of `gather`, corrected by a person."""
    if state.tables is None:
        raise ScoringProblem("table-gone")
    return _add_tables(state, state.tables, _decision(request, state.framework), request)


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
    answer = _gathered(state, workshop, after, verdicts, [*_once(told), *about_cells])
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
    return _add_counted(state, workshop, Counted(id_, tally, title, "", group))


def _settle(state: WorkshopState, request: Fields) -> contract.Gathered:
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
    return _gathered(state, workshop, after, verdicts, [])


def _count_hands(state: WorkshopState, request: Fields) -> contract.Tally:
    """What a show of hands adds up to; the page adds it to the workshop."""
    return tally_data(tally_of_hands(request.inner("hands"), state.framework))


def _compare(state: WorkshopState, request: Fields) -> contract.Comparison | contract.NotShown:
    """The facilitator's own view, and what people noted, only where the request asks for it."""
    framework, workshop = workshop_of(state, request)
    own, notes = request.flag("own"), request.flag("notes")
    asked = Asked(own, _split_by(request), notes, _shown(state, request))
    return compare_workshop(framework, workshop, state.words, asked)


def _export(state: WorkshopState, request: Fields) -> actions.WorkshopFile:
    framework, workshop = workshop_of(state, request)
    kind, enabler = request.text("kind"), request.text("enabler")
    by, shown = _split_by(request), _shown(state, request)
    return export_workshop(
        framework, workshop, kind, state.words, enabler=enabler, by=by, shown=shown
    )


def _split_by(request: Fields) -> contract.SplitBy:
    return cast("contract.SplitBy", request.choice("by", SPLITS, BY_GROUP))


def _shown(state: WorkshopState, request: Fields) -> Shown | None:
    return request.one("shown", lambda fields: read_shown(fields, state.framework))


def _open_workshop(state: WorkshopState, request: Fields) -> contract.WorkshopRead:
    """The file's workshop, with the tools' sheets of both."""
    opened, notices = _read_file(state, request)
    ours = request.one("workshop", lambda fields: fields.each("tool_records", read_sheet))
    workshop = replace(opened, tool_records=joined(ours or (), opened.tool_records))
    return {
        "workshop": workshop_data(workshop),
        "notices": notices_data(notices),
        "counts": {},
        "verdicts": [],
    }


def _merge(state: WorkshopState, request: Fields) -> contract.WorkshopRead:
    """Both together."""
    framework, ours = workshop_of(state, request)
    theirs, notices = _read_file(state, request)
    merged = merge(ours, theirs, framework)
    verdicts = [verdict_at("file", n, each) for n, each in enumerate(merged.arrivals, 1)]
    return {
        "workshop": workshop_data(merged.workshop),
        "notices": notices_data((*notices, *merged.notices)),
        "counts": {**merged.counts},
        "verdicts": [each for each in verdicts if _says_more(each)],
    }


def _read_earlier(state: WorkshopState, request: Fields) -> actions.EarlierRead:
    """The counts of a workshop's or a tally's file, and nothing else of it."""
    framework = state.framework
    data = read_json(request.raw_text("text"), most_characters=MOST_WORKSHOP_CHARACTERS)
    if format_of(data) == TALLY_FORMAT:
        data, match = matched(data, framework)
        file, _ = read_tally_file(data, framework)
        earlier = Earlier(file.tally, file.title, file.date)
    else:
        data, match = matched_workshop(data, framework)
        workshop, _ = read_workshop(data, framework)
        tally = tally_of_workshop(workshop, framework)
        earlier = Earlier(tally, workshop.title, workshop.date)
    least = framework.small_groups.least
    if earlier.tally.people < least:
        raise ScoringProblem("earlier-too-few", least=least)
    return {"earlier": earlier_data(earlier), "match": match.as_json() if match else None}


ACTIONS: Mapping[str, Action[WorkshopState]] = {
    "open": Opened.open,
    "read": person.read,
    "gather": _gather,
    "gather-table": _gather_table,
    "settle": _settle,
    "count-hands": _count_hands,
    "compare": _compare,
    "export": _export,
    "open-workshop": _open_workshop,
    "merge": _merge,
    "read-earlier": _read_earlier,
}


def _read_file(state: WorkshopState, request: Fields) -> tuple[Workshop, tuple[Notice, ...]]:
    data = read_json(request.raw_text("text"), most_characters=MOST_WORKSHOP_CHARACTERS)
    if format_of(data) in (RESPONSE_FORMAT, TALLY_FORMAT):
        raise ScoringProblem("not-a-workshop")
    return read_workshop(data, state.framework)


def _gathered(
    state: WorkshopState,
    before: Workshop,
    after: Workshop,
    verdicts: Sequence[contract.Verdict],
    notices: Sequence[Notice],
    counts: Mapping[str, int] | None = None,
) -> contract.Gathered:
    """With the verdicts that say more than "added", and how many people there are of each."""
    if counts is None:
        counts = Counter[str](verdict["verdict"] for verdict in verdicts)
    views = view_counts(state.framework, after)
    if after != before:
        notices = [*notices, *view_notices(state.framework, views)]
    return {
        "workshop": workshop_data(after),
        "changed": after != before,
        "source": "answers",
        "title": "",
        "verdicts": [each for each in verdicts if _says_more(each)],
        "counts": {**counts},
        "notices": notices_data(notices),
        "points_of_view": views,
    }


def _says_more(verdict: contract.Verdict) -> bool:
    told = "offer" in verdict or "point_of_view" in verdict
    return verdict["verdict"] not in (ADDED, COMPLETED) or told


def _once(notices: Iterable[Notice]) -> list[Notice]:
    """The first notice of each kind: a hundred people may all answer an older version."""
    first: dict[str, Notice] = {}
    for notice in notices:
        first.setdefault(notice.key, notice)
    return list(first.values())


def _verdict(
    find: Find, people: People, group: str, framework: Framework, workshop: Workshop
) -> contract.Verdict:
    if find.problem or not find.response:
        problem = find.problem or ScoringProblem("nothing-to-read")
        verdict = problem_at("line", find.line, problem, find.shown)
        return {**verdict, "last_line": max(find.line, find.last_line)}
    view = other_view(framework, workshop, find.response)
    return verdict_at("line", find.line, people.add(find.response, group), find.shown, view)


def problem_at(
    where: contract.VerdictPlace, number: int, problem: ScoringProblem, shown: str = ""
) -> contract.Verdict:
    """The verdict on something that could not be read."""
    return {
        "where": where,
        "number": number,
        "shown": shown,
        "verdict": "problem",
        "problem": problem.as_json(),
    }


def verdict_at(
    where: contract.VerdictPlace,
    number: int,
    arrival: Arrival,
    shown: str = "",
    view: str | None = None,
) -> contract.Verdict:
    """The verdict on a person's answers, with what may be decided about them.

    `view` is what they were given for, where it is another point of view than planned.
    """
    verdict: contract.Verdict
    verdict = {"where": where, "number": number, "shown": shown, "verdict": arrival.verdict}
    if view and arrival.verdict in (ADDED, COMPLETED):
        verdict["point_of_view"] = view
    if arrival.offer:
        verdict["offer"] = {
            "number": arrival.offer.number,
            "here": person_data(arrival.offer.here),
            "came": person_data(arrival.offer.came),
            "choices": list(arrival.offer.choices),
        }
    return verdict
