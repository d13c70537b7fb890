"""The workshop's door: bringing answers in, comparing them, and a workshop's files.

Each request that concerns the workshop brings it whole, as the page keeps it, and is answered with
what it has become; nothing is held here but a table that waits for its mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from mainstream.scoring.answers.foreign import matched, matched_workshop
from mainstream.scoring.answers.tally import tally_data, tally_of_hands
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.contract.limits import (
    MOST_WORKSHOP_CHARACTERS,
    RESPONSE_FORMAT,
    TALLY_FORMAT,
)
from mainstream.scoring.doors import person
from mainstream.scoring.doors.door import Action, Door
from mainstream.scoring.doors.gathering import gather, settle
from mainstream.scoring.doors.gathering_tables import gather_table
from mainstream.scoring.doors.opened import Opened, tag_at_random
from mainstream.scoring.doors.verdicts import says_more, verdict_at
from mainstream.scoring.doors.workshop_state import WorkshopState, workshop_of
from mainstream.scoring.problem import Notice, ScoringProblem, notices_data
from mainstream.scoring.reading.formats import format_of
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import read_json
from mainstream.scoring.tools.sheet import joined, read_sheet
from mainstream.scoring.workshop.exports import export_workshop
from mainstream.scoring.workshop.merge import merge
from mainstream.scoring.workshop.model import (
    Earlier,
    Workshop,
    earlier_data,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from mainstream.scoring.workshop.report import Asked, compare_workshop
from mainstream.scoring.workshop.shown import BY_GROUP, SPLITS, Shown, read_shown

if TYPE_CHECKING:
    from mainstream.scoring.contract import actions
    from mainstream.scoring.contract import workshop as contract


def new_door(random_tag: Callable[[], int] = tag_at_random) -> Door[WorkshopState]:
    """A door with nothing open; `random_tag` as for `Opened`."""
    return Door(WorkshopState(random_tag), ACTIONS)


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
        "verdicts": [each for each in verdicts if says_more(each)],
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
    "gather": gather,
    "gather-table": gather_table,
    "settle": settle,
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
