"""Brings other workshops, tallies and tables into a workshop; everyone counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import ADDED, Arrival, People
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.sources import source_of
from mainstream.scoring.answers.tally import tally_of
from mainstream.scoring.answers.tally_file import TallyFile
from mainstream.scoring.problem import Notice
from mainstream.scoring.tools.sheet import joined
from mainstream.scoring.workshop.ledger import (
    OVERLAP,
    Ledger,
    ledger_of,
    room_for,
    with_counts,
    with_table,
    with_workshop,
)
from mainstream.scoring.workshop.model import (
    TEXTS,
    Counted,
    Priority,
    Workshop,
    id_of_counts,
    once,
)


@dataclass(frozen=True)
class Joined:
    """A workshop with what came in: how many people of it had which verdict.

    `arrivals` are those of single people, in their order. `notices` are what there is to say.
    """

    workshop: Workshop
    counts: Mapping[str, int] = field(default_factory=dict)
    arrivals: Sequence[Arrival] = ()
    notices: tuple[Notice, ...] = ()


def counted_of(file: TallyFile, group: str = "") -> Counted:
    """A tally's counts, as a workshop holds them."""
    id_ = file.id or id_of_counts(file.tally, file.title, file.date)
    about = (file.title, file.date, group, file.point_of_view)
    return Counted(id_, file.tally, *about, file.merged)


def join_counts(workshop: Workshop, counted: Counted, framework: Framework) -> Joined:
    """The workshop with another's counts, unless it has them, or some of the people in them."""
    people = counted.tally.people
    ledger, verdict = with_counts(ledger_of(workshop, framework), counted)
    notices: tuple[Notice, ...] = ()
    if verdict == OVERLAP:
        notices = (counts_overlap(counted),)
    changed = replace(workshop, counted=ledger.counted)
    return Joined(changed, {verdict: people}, notices=notices)


def join_rows(
    workshop: Workshop,
    rows: Sequence[tuple[Response, Sequence[str]]],
    group: str,
    framework: Framework,
) -> Joined:
    """The workshop with the people of a table's rows; counts of the very same people go."""
    table = source_of("", tally_of(framework, (response for response, _ in rows)))
    gone = room_for(ledger_of(workshop, framework), Ledger(table, len(rows)))
    if gone is None:
        notice = Notice("workshop-in-counts", {"count": table.people})
        return Joined(workshop, {OVERLAP: table.people}, [Arrival(OVERLAP)] * len(rows), (notice,))
    people = People(framework, workshop.people)
    arrivals = people.add_rows(rows, group)
    counts = Counter[str](arrival.verdict for arrival in arrivals)
    changed = replace(
        workshop,
        people=people.responses,
        counted=tuple(each for each in workshop.counted if each not in gone),
        merged=with_table(workshop.merged, replace(table, new=counts[ADDED])),
    )
    return Joined(changed, counts, arrivals, were_theirs(gone))


def merge(ours: Workshop, theirs: Workshop, framework: Framework) -> Joined:
    """Our workshop with everyone and everything of theirs that it lacks.

    Where both say something else in one field, ours stays and a notice names the field. Where
    counts here hold their people and perhaps others, nobody of theirs comes in.
    """
    kept, notices = _joined_fields(ours, theirs)
    here, there = ledger_of(ours, framework), ledger_of(theirs, framework)
    gone = room_for(here, there)
    if gone is None:
        notices.append(Notice("workshop-in-counts", {"count": there.people}))
        return Joined(kept, {OVERLAP: there.people}, notices=tuple(notices))
    people = People(framework, ours.people)
    arrivals = people.add_all(theirs.people)
    counts = Counter[str](arrival.verdict for arrival in arrivals)
    ledger = replace(
        here,
        single=len(people.responses),
        counted=tuple(each for each in here.counted if each not in gone),
    )
    for each in theirs.counted:
        ledger, verdict = with_counts(ledger, each)
        counts[verdict] += each.tally.people
        if verdict == OVERLAP:
            notices.append(counts_overlap(each))
    merged = replace(
        kept,
        people=people.responses,
        counted=ledger.counted,
        merged=with_workshop(here, there, counts[ADDED]),
    )
    return Joined(merged, +counts, arrivals, (*notices, *were_theirs(gone)))


def counts_overlap(counted: Counted) -> Notice:
    """That counts were left out, because they hold some of the people who are here."""
    return Notice("counts-overlap", {"title": counted.title, "count": counted.tally.people})


def were_theirs(gone: Sequence[Counted]) -> tuple[Notice, ...]:
    """That counts were taken out, because the people in them have come in."""
    return tuple(
        Notice("counts-were-theirs", {"title": each.title, "count": each.tally.people})
        for each in gone
    )


def _joined_fields(ours: Workshop, theirs: Workshop) -> tuple[Workshop, list[Notice]]:
    """Our workshop with everything of theirs but people and counts, and which fields differ."""
    kept: dict[str, Any] = {}
    differing = []
    for name in TEXTS[1:]:
        mine, other = getattr(ours, name), getattr(theirs, name)
        kept[name] = mine or other
        if mine and other and mine != other:
            differing.append(name)
    votes = dict(theirs.votes) | dict(ours.votes)
    if any(ours.votes.get(id_, count) != count for id_, count in theirs.votes.items()):
        differing.append("votes")
    merged = replace(
        ours,
        **kept,
        id=ours.id or theirs.id,
        groups=once((*ours.groups, *theirs.groups)),
        own=ours.own or theirs.own,
        consent=ours.consent and theirs.consent,
        votes=votes,
        priorities=_merged_priorities(ours.priorities, theirs.priorities),
        earlier=ours.earlier or theirs.earlier,
        tool_records=joined(ours.tool_records, theirs.tool_records),
        unknown_fields={**theirs.unknown_fields, **ours.unknown_fields},
    )
    notices = [Notice("merge-differs", {"fields": ", ".join(differing)})] if differing else []
    return merged, notices


def _merged_priorities(
    ours: tuple[Priority, ...], theirs: tuple[Priority, ...]
) -> tuple[Priority, ...]:
    others = {each.enabler: each for each in theirs}
    merged = []
    for priority in ours:
        other = others.pop(priority.enabler, Priority(priority.enabler))
        new = tuple(shift for shift in other.shifts if shift not in priority.shifts)
        merged.append(replace(priority, shifts=priority.shifts + new))
    return (*merged, *others.values())
