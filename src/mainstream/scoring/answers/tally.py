"""Tallies: for each enabler, how many people gave each answer. Tallies of many workshops add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.contract.limits import (
    STATES_WITHOUT_MARK,
    UNANSWERED,
)
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.text import clean

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

MOST = 1_000_000_000  # of anything counted: larger numbers are a mistake or mischief


@dataclass(frozen=True)
class Counts:
    """How many people gave each answer to one enabler; `marks` from the lowest to the highest."""

    marks: tuple[int, ...]
    not_sure: int = 0
    does_not_apply: int = 0
    unanswered: int = 0

    @property
    def marked(self) -> int:
        """How many gave a mark."""
        return sum(self.marks)

    @property
    def people(self) -> int:
        """How many there are in all."""
        return self.marked + self.not_sure + self.does_not_apply + self.unanswered

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            tuple(a + b for a, b in zip(self.marks, other.marks, strict=True)),
            self.not_sure + other.not_sure,
            self.does_not_apply + other.does_not_apply,
            self.unanswered + other.unanswered,
        )


@dataclass(frozen=True)
class Tally:
    """The counts of every enabler, by id in the framework's order, and how many people they are."""

    people: int
    counts: Mapping[str, Counts]

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.people + other.people,
            {id_: counts + other.counts[id_] for id_, counts in self.counts.items()},
        )


class TallyCounter:
    """Counts one person after another, in memory that does not grow with them."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._points = framework.scale.points
        self._people = 0
        # For each enabler: the marks from the lowest, then the states in order.
        width = self._points + len(STATES_WITHOUT_MARK)
        self._slots = [(e.id, [0] * width) for e in framework.enablers]
        self._place = {state: self._points + n for n, state in enumerate(STATES_WITHOUT_MARK)}

    def add(self, response: Response) -> bool:
        """Count a person; one who answered nothing is not counted. Returns whether they were."""
        unanswered = self._place[UNANSWERED]
        places = []
        for id_, _ in self._slots:
            answer = response.answers.get(id_)
            if answer is None:
                places.append(unanswered)
            elif answer.mark is not None:
                places.append(answer.mark - 1)
            else:
                places.append(self._place[answer.state])
        if all(place == unanswered for place in places):
            return False
        for (_, slots), place in zip(self._slots, places, strict=True):
            slots[place] += 1
        self._people += 1
        return True

    @property
    def people(self) -> int:
        """How many have been counted by now."""
        return self._people

    def add_counts(self, other: TallyCounter) -> None:
        """Count everyone that another counter has counted."""
        for (_, slots), (_, more) in zip(self._slots, other._slots, strict=True):
            slots[:] = [a + b for a, b in zip(slots, more, strict=True)]
        self._people += other.people

    def tally(self) -> Tally:
        """What has been counted by now."""
        k = self._points
        return Tally(
            self._people,
            {id_: Counts(tuple(slots[:k]), *slots[k:]) for id_, slots in self._slots},
        )


def empty_tally(framework: Framework) -> Tally:
    """Nobody's answers."""
    return TallyCounter(framework).tally()


def tally_of(framework: Framework, responses: Iterable[Response]) -> Tally:
    """Everyone's answers as counts."""
    counter = TallyCounter(framework)
    for response in responses:
        counter.add(response)
    return counter.tally()


def tally_data(tally: Tally) -> contract.Tally:
    """`{people, counts}`, the counts by enabler."""
    return {
        "people": tally.people,
        "counts": {id_: counts_data(counts) for id_, counts in tally.counts.items()},
    }


def counts_data(counts: Counts) -> contract.Counts:
    """One enabler's counts as JSON data."""
    return {
        "marks": list(counts.marks),
        "not_sure": counts.not_sure,
        "does_not_apply": counts.does_not_apply,
        "unanswered": counts.unanswered,
    }


def read_tally(data: Any, framework: Framework) -> tuple[Tally, tuple[Notice, ...]]:
    """Check JSON data and make a tally of it, with what there is to say about it.

    An enabler that the data lacks was left unanswered by everyone.

    Errors: `ScoringProblem("tally-broken", where=...)`.
    """
    fields = Fields(data, "", _broken)
    given = fields.inner("counts")
    people = fields.whole_number("people", most=MOST)
    nobody = Counts((0,) * framework.scale.points, unanswered=people)
    counts = {
        enabler.id: _counts(given.inner(enabler.id), framework.scale.points, people)
        if enabler.id in given.data
        else nobody
        for enabler in framework.enablers
    }
    unknown = ", ".join(clean(id_) for id_ in given.data if id_ not in counts)
    notices = (Notice("tally-unknown-enablers", {"ids": unknown}),) if unknown else ()
    return Tally(people, counts), notices


def tally_of_hands(hands: Fields, framework: Framework) -> Tally:
    """The tally of a show of hands: the counts of those who raised one, by enabler.

    There are as many people as raised a hand for any one enabler, so nobody where nobody did.
    Whoever raised none for an enabler has not answered there.

    Errors: as of `Fields`.
    """
    points = framework.scale.points
    raised = {
        enabler.id: _given(hands.inner(enabler.id), points)
        if enabler.id in hands
        else Counts((0,) * points)
        for enabler in framework.enablers
    }
    people = max(counts.people for counts in raised.values())
    return Tally(
        people,
        {id_: replace(each, unanswered=people - each.people) for id_, each in raised.items()},
    )


def _given(fields: Fields, points: int) -> Counts:
    """The counts of those who answered."""
    marks = fields.whole_numbers("marks", MOST)
    if len(marks) != points:
        raise fields.broken("marks")
    return Counts(marks, _count(fields, "not_sure"), _count(fields, "does_not_apply"))


def _counts(fields: Fields, points: int, people: int) -> Counts:
    counts = replace(_given(fields, points), unanswered=_count(fields, "unanswered"))
    if counts.people != people:
        raise fields.broken("marks")
    return counts


def _count(fields: Fields, name: str) -> int:
    return fields.whole_number_or_none(name, most=MOST) or 0


def _broken(where: str) -> ScoringProblem:
    return ScoringProblem("tally-broken", where=where)
