"""A workshop: what a facilitator plans, gathers and decides, as one file that can be kept.

`read_workshop` and `workshop_data` are each other's reverse. What was read and is not known is
kept as it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response, person_data, read_person
from mainstream.scoring.answers.sources import Source, read_source, source_data
from mainstream.scoring.answers.tally import Tally, read_tally, tally_data, tally_of
from mainstream.scoring.contract.limits import SHIFT_FIELDS, WORKSHOP_FORMAT, WORKSHOP_VERSION
from mainstream.scoring.problem import Notice
from mainstream.scoring.reading.formats import (
    check_format,
    framework_named,
    framework_version,
    version_notices,
)
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tools.sheet import Sheet, read_sheet, sheet_data

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract
    from mainstream.scoring.contract.answers import Person


@dataclass(frozen=True)
class Shift:
    """A change that the group wants, on one level (a level's id, or empty), in its own words.

    `owner` is a role, not a name; `local`, `regional` and `national` say who else must act;
    `review_date` is like 2027-05-23, or empty.
    """

    level: str = ""
    from_: str = ""
    to: str = ""
    why: str = ""
    start: str = ""
    stop: str = ""
    first_step: str = ""
    owner: str = ""
    local: str = ""
    regional: str = ""
    national: str = ""
    review_date: str = ""
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What one of `SHIFT_FIELDS` says; `from` is the attribute `from_`."""
        value: str = getattr(self, _attribute(name))
        return value


@dataclass(frozen=True)
class Priority:
    """An enabler that the group chose to work on, with its shifts."""

    enabler: str
    shifts: tuple[Shift, ...] = ()
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """Answers that came as counts: hands in a room, or another workshop's tally.

    `id` tells one from another when files are merged; `merged` are the sources of the people in
    it, where there are others. `point_of_view` is the one that was planned there.
    """

    id: str
    tally: Tally
    title: str = ""
    date: str = ""
    group: str = ""
    point_of_view: str = ""
    merged: tuple[Source, ...] = ()
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Earlier:
    """The counts of an earlier date, to look at next to these."""

    tally: Tally
    title: str = ""
    date: str = ""
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Workshop:
    """Everything of one workshop.

    `people` are single answers, `counted` those that came as counts; `own` is the facilitator's
    view, which is in no count. `consent` says that a group of three or four agrees to be shown.
    `votes` are counts by enabler id; `tool_records` are sheets of case studies' tools. `merged` are
    the sources of its people, where they came together.
    """

    framework_id: str
    framework_version: str
    points: int | None = field(default=None, compare=False)  # of the scale that the marks are on
    id: str = ""
    title: str = ""
    date: str = ""
    purpose: str = ""
    point_of_view: str = ""
    groups: tuple[str, ...] = ()
    people: tuple[Response, ...] = ()
    counted: tuple[Counted, ...] = ()
    own: Response | None = None
    consent: bool = False
    votes: Mapping[str, int] = field(default_factory=dict)
    priorities: tuple[Priority, ...] = ()
    earlier: Earlier | None = None
    tool_records: tuple[Sheet, ...] = ()
    merged: tuple[Source, ...] = ()
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)


def tally_of_workshop(workshop: Workshop, framework: Framework) -> Tally:
    """Everyone's answers together, as counts."""
    total = tally_of(framework, workshop.people)
    for counted in workshop.counted:
        total += counted.tally
    return total


def tallies_of_groups(workshop: Workshop, framework: Framework) -> dict[str, Tally]:
    """The counts of each group: those that the workshop names, in its order, then any others."""
    found = {response.group for response in workshop.people}
    found |= {counted.group for counted in workshop.counted}
    names = [*workshop.groups, *sorted(found - set(workshop.groups) - {""})]
    tallies = {}
    for name in names:
        tally = tally_of(framework, (r for r in workshop.people if r.group == name))
        for counted in workshop.counted:
            if counted.group == name:
                tally += counted.tally
        tallies[name] = tally
    return tallies


def read_workshop(data: Any, framework: Framework) -> tuple[Workshop, tuple[Notice, ...]]:
    """Check JSON data and make a workshop of it, with what there is to say about it.

    Errors: `ScoringProblem` with one of the keys of `read_response` and `read_tally`.
    """
    top = check_format(data, WORKSHOP_FORMAT, WORKSHOP_VERSION)
    version = framework_version(top, framework.id)
    notices = list(version_notices(version, framework.version))

    def person(fields: Fields) -> Response:
        own = framework_version(fields, framework.id) if "framework" in fields else version
        response, remarks = read_person(fields, framework, own)
        notices.extend(remark for remark in remarks if remark not in notices)
        return response

    def counts(fields: Fields) -> Tally:
        tally, remarks = read_tally(fields.data, framework)
        notices.extend(remark for remark in remarks if remark not in notices)
        return tally

    workshop = Workshop(
        framework_id=framework.id,
        framework_version=version,
        points=framework.scale.points,
        id=top.line("id"),
        title=top.line("title"),
        date=top.day("date"),
        purpose=top.text("purpose"),
        point_of_view=top.line("point_of_view"),
        groups=once(top.lines("groups")),
        people=top.each("people", person),
        counted=top.each("counted", lambda f: _read_counted(f, counts(f))),
        own=top.one("own", person),
        consent=top.flag("consent"),
        votes=top.counts("votes"),
        priorities=top.each("priorities", _read_priority),
        earlier=top.one("earlier", lambda f: _read_earlier(f, counts(f))),
        tool_records=top.each("tool_records", read_sheet),
        merged=top.each("merged", read_source),
        unknown_fields=top.rest(_FIELDS),
    )
    return workshop, tuple(notices)


def workshop_data(workshop: Workshop) -> contract.WholeWorkshop:
    """The workshop as JSON data, with everything that was read and not known."""
    data = {
        "format": WORKSHOP_FORMAT,
        "format_version": WORKSHOP_VERSION,
        "framework": framework_named(
            workshop.framework_id, workshop.framework_version, workshop.points
        ),
        **{name: getattr(workshop, name) for name in TEXTS},
        "groups": list(workshop.groups),
        "people": [_person_data(response, workshop) for response in workshop.people],
        "counted": [_counted_data(counted) for counted in workshop.counted],
        "own": _person_data(workshop.own, workshop) if workshop.own else None,
        "consent": workshop.consent,
        "votes": dict(workshop.votes),
        "priorities": [
            {
                "enabler": each.enabler,
                "shifts": [shift_data(shift) for shift in each.shifts],
                **each.unknown_fields,
            }
            for each in workshop.priorities
        ],
        "earlier": earlier_data(workshop.earlier) if workshop.earlier else None,
        "tool_records": [sheet_data(sheet) for sheet in workshop.tool_records],
        **_merged_data(workshop.merged),
        **workshop.unknown_fields,
    }
    return cast("contract.WholeWorkshop", data)


def earlier_data(earlier: Earlier) -> contract.Earlier:
    """The counts of an earlier date as JSON data."""
    data = {
        "title": earlier.title,
        "date": earlier.date,
        **tally_data(earlier.tally),
        **earlier.unknown_fields,
    }
    return cast("contract.Earlier", data)


def shift_data(shift: Shift) -> contract.Shift:
    """A shift as JSON data."""
    data = {**{name: shift.text(name) for name in SHIFT_FIELDS}, **shift.unknown_fields}
    return cast("contract.Shift", data)


TEXTS = ("id", "title", "date", "purpose", "point_of_view")
_FIELDS = frozenset(
    [
        *("format", "format_version", "framework", "groups", "people", "counted", "own"),
        *("consent", "votes", "priorities", "earlier", "tool_records", "merged"),
        *TEXTS,
    ]
)


def _read_shift(given: Fields) -> Shift:
    texts = {_attribute(name): given.text(name) for name in SHIFT_FIELDS}
    return Shift(**texts, unknown_fields=given.rest(SHIFT_FIELDS))


def _attribute(name: str) -> str:
    return "from_" if name == "from" else name


def _read_priority(given: Fields) -> Priority:
    shifts = given.each("shifts", _read_shift)
    return Priority(given.line("enabler"), shifts, given.rest({"enabler", "shifts"}))


def _read_counted(given: Fields, tally: Tally) -> Counted:
    title, day, group = given.line("title"), given.day("date"), given.line("group")
    view, merged = given.line("point_of_view"), given.each("merged", read_source)
    rest = given.rest({*_COUNTED_TEXTS, "people", "counts", "merged", "point_of_view"})
    id_ = given.line("id") or id_of_counts(tally, title, day, group)
    return Counted(id_, tally, title, day, group, view, merged, rest)


def id_of_counts(tally: Tally, *about: str) -> str:
    """An id for counts that came without one: the same counts have the same."""
    text = json.dumps([tally_data(tally), *about])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _counted_data(counted: Counted) -> contract.Counted:
    texts = {name: getattr(counted, name) for name in _COUNTED_TEXTS}
    view = {"point_of_view": counted.point_of_view} if counted.point_of_view else {}
    merged = _merged_data(counted.merged)
    data = {**texts, **view, **tally_data(counted.tally), **merged, **counted.unknown_fields}
    return cast("contract.Counted", data)


_COUNTED_TEXTS = ("id", "title", "date", "group")


def _merged_data(sources: tuple[Source, ...]) -> dict[str, list[contract.Source]]:
    """Nothing where there are none: most workshops stand alone."""
    return {"merged": [source_data(source) for source in sources]} if sources else {}


def _read_earlier(given: Fields, tally: Tally) -> Earlier:
    rest = given.rest({"title", "date", "people", "counts"})
    return Earlier(tally, given.line("title"), given.day("date"), rest)


def _person_data(response: Response, workshop: Workshop) -> Person:
    """A response without what the workshop says already."""
    data = person_data(response)
    if response.framework_version == workshop.framework_version:
        return data
    named = framework_named(response.framework_id, response.framework_version, response.points)
    return {"framework": named, **data}


def once(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are not empty, each once, in order."""
    return tuple(dict.fromkeys(name for name in names if name))
