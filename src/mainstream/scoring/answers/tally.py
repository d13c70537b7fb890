"""Tallies: for each enabler, how many people gave each answer. Tallies of many workshops add up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    NOT_SURE,
    UNANSWERED,
    Notice,
    Response,
)
from mainstream.scoring.problem import ScoringProblem

_STATES = (NOT_SURE, DOES_NOT_APPLY, UNANSWERED)
_NAMES = ("not_sure", "does_not_apply", "unanswered")
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

    def __add__(self, other: "Counts") -> "Counts":
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

    def __add__(self, other: "Tally") -> "Tally":
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
        # For each enabler: the marks from the lowest, then the states in the order of `_STATES`.
        width = self._points + len(_STATES)
        self._slots = [(e.id, [0] * width) for e in framework.enablers]
        self._place = {state: self._points + n for n, state in enumerate(_STATES)}

    def add(self, response: Response) -> bool:
        """Count a person; one who answered nothing is not counted, and the answer is False."""
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


def tally_data(tally: Tally) -> dict[str, Any]:
    """`{people, counts: {id: {marks, not_sure, does_not_apply, unanswered}}}`."""
    return {
        "people": tally.people,
        "counts": {id_: counts_data(counts) for id_, counts in tally.counts.items()},
    }


def counts_data(counts: Counts) -> dict[str, Any]:
    """One enabler's counts as JSON data."""
    return {"marks": list(counts.marks), **{name: getattr(counts, name) for name in _NAMES}}


def read_tally(data: Any, framework: Framework) -> tuple[Tally, tuple[Notice, ...]]:
    """Check JSON data and make a tally of it, with what there is to say about it.

    An enabler that the data lacks was left unanswered by everyone.

    Errors: `ScoringProblem("tally-broken", where=...)`.
    """
    if not isinstance(data, dict) or not isinstance(data.get("counts"), dict):
        raise ScoringProblem("tally-broken", where="counts")
    people = _count(data.get("people"), "people")
    nobody = Counts((0,) * framework.scale.points, unanswered=people)
    given = data["counts"]
    counts = {
        enabler.id: _counts(given[enabler.id], enabler.id, framework.scale.points, people)
        if enabler.id in given
        else nobody
        for enabler in framework.enablers
    }
    unknown = ", ".join(id_ for id_ in given if id_ not in counts)
    notices = (Notice("tally-unknown-enablers", {"ids": unknown}),) if unknown else ()
    return Tally(people, counts), notices


def _counts(data: Any, id_: str, points: int, people: int) -> Counts:
    marks = data.get("marks") if isinstance(data, dict) else None
    if not isinstance(marks, list) or len(marks) != points:
        raise ScoringProblem("tally-broken", where=f"{id_}.marks")
    counts = Counts(
        tuple(_count(mark, f"{id_}.marks") for mark in marks),
        *(_count(data.get(name, 0), f"{id_}.{name}") for name in _NAMES),
    )
    if counts.people != people:
        raise ScoringProblem("tally-broken", where=id_)
    return counts


def _count(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        raise ScoringProblem("tally-broken", where=where)
    return value
