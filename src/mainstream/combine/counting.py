"""Counts everyone's answers once, whichever files they come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mainstream.combine.by_group import CountsByGroup
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import ADDED, HERE, UPDATE
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.seen import Seen
from mainstream.scoring.answers.sources import source_of
from mainstream.scoring.answers.tally import Tally, TallyCounter, empty_tally
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.workshop.ledger import (
    OVERLAP,
    Ledger,
    ledger_of,
    room_for,
    with_counts,
    with_table,
    with_workshop,
)
from mainstream.scoring.workshop.merge import were_theirs
from mainstream.scoring.workshop.model import Counted, Workshop

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import VerdictName

MOST_KNOWN = 200_000  # people who are told apart


@dataclass(frozen=True)
class LeftOut:
    """Something that was not counted: the file, where in it (a row, a line or empty), and why."""

    source: str
    where: str
    problem: ScoringProblem


class Counting:
    """Everyone who was counted so far; `left_out` says what was not.

    `repeated` are how many people were counted already, `remarks` what else there is to say.

    Answers that may be a newer version of somebody's are left out, or with `both` counted too.
    """

    def __init__(self, framework: Framework, *, both: bool) -> None:
        self._framework = framework
        self._people = CountsByGroup(framework)
        self._seen = Seen(framework, MOST_KNOWN)
        self._ledger = Ledger(source_of("", empty_tally(framework)))
        self._both = both
        self.repeated = 0
        self.remarks: list[tuple[str, Notice]] = []
        self.left_out: list[LeftOut] = []

    @property
    def forgets(self) -> bool:
        """Whether there are more people than can be told apart."""
        return self._seen.forgets

    @property
    def tally(self) -> Tally:
        """Everyone's answers together."""
        return sum((each.tally for each in self._ledger.counted), self._people.everyone.tally())

    @property
    def groups(self) -> dict[str, Tally]:
        """The counts of each group that answers name."""
        counted = [(each.group, each.tally) for each in self._ledger.counted]
        return dict(sorted(self._with_counts(self._people.groups, counted).items()))

    @property
    def views(self) -> dict[str, Tally]:
        """The counts of each point of view that answers name, by its title."""
        titles = {view.id: view.title for view in self._framework.points_of_view}
        counted = [(each.point_of_view, each.tally) for each in self._ledger.counted]
        tallies = self._with_counts(self._people.views, counted)
        order = [*(view for view in titles if view in tallies), *sorted({*tallies} - {*titles})]
        return {titles.get(view, view): tallies[view] for view in order}

    def _with_counts(
        self, people: Mapping[str, TallyCounter], counted: Iterable[tuple[str, Tally]]
    ) -> dict[str, Tally]:
        tallies = {name: counter.tally() for name, counter in people.items()}
        for name, tally in counted:
            if name:
                tallies[name] = tallies.get(name, empty_tally(self._framework)) + tally
        return tallies

    def add_person(self, source: str, where: str, response: Response) -> None:
        """Count answers that came by themselves, at a place in a source."""
        verdict = self._seen.single(response, may_be_newer=not self._both)
        self._count(self._people, source, where, response, verdict)

    def new_among(
        self, source: str, arriving: Iterable[tuple[str, Response, bool]]
    ) -> CountsByGroup:
        """Those of one source who are new, not added yet.

        `arriving` are places, answers, and whether the tag is the person's own.
        """
        new = CountsByGroup(self._framework)
        batch = self._seen.batch()
        open_: list[tuple[str, Response]] = []
        for place, response, own_tag in arriving:
            verdict = batch.arrives(response, may_be_newer=own_tag and not self._both)
            if verdict == UPDATE:
                open_.append((place, response))
            else:
                self._count(new, source, place, response, verdict)
        for place, response in open_:
            self._count(new, source, place, response, batch.decide(response))
        return new

    def add_table(self, source: str, table: Tally, new: CountsByGroup) -> None:
        """Count the new people of a table, unless counts hold them and perhaps others."""
        whole = source_of("", table)
        gone = room_for(self._current(), Ledger(whole, table.people))
        if gone is None:
            problem = ScoringProblem("workshop-in-counts", count=table.people)
            self.leave_out(source, "", problem)
            return
        self._take_out(source, gone)
        self._people.add(new)
        merged = with_table(self._ledger.merged, replace(whole, new=new.everyone.people))
        self._ledger = replace(self._ledger, merged=merged)

    def add_workshop(self, source: str, workshop: Workshop) -> None:
        """Count the people of a workshop and its counts, unless other counts hold them."""
        other = ledger_of(workshop, self._framework)
        gone = room_for(self._current(), other)
        if gone is None:
            problem = ScoringProblem("workshop-in-counts", count=other.people)
            self.leave_out(source, "", problem)
            return
        self._take_out(source, gone)
        new = self.new_among(source, (("", response, True) for response in workshop.people))
        before = self._current()
        self._people.add(new)
        for counted in workshop.counted:
            self.add_counts(source, counted)
        self._ledger = replace(
            self._ledger, merged=with_workshop(before, other, new.everyone.people)
        )

    def add_counts(self, source: str, counted: Counted) -> None:
        """Count people who came as counts alone."""
        self._ledger, verdict = with_counts(self._current(), counted)
        if verdict == HERE:
            self.repeated += counted.tally.people
        if verdict == OVERLAP:
            title, people = counted.title, counted.tally.people
            problem = ScoringProblem("counts-overlap", title=title, count=people)
            self.leave_out(source, "", problem)

    def leave_out(self, source: str, where: str, problem: ScoringProblem) -> None:
        """Say that something is not counted, where it stands, and why."""
        self.left_out.append(LeftOut(source, where, problem))

    def _current(self) -> Ledger:
        whole = source_of("", self.tally)
        return replace(self._ledger, whole=whole, single=self._people.everyone.people)

    def _take_out(self, source: str, gone: Sequence[Counted]) -> None:
        kept = tuple(each for each in self._ledger.counted if each not in gone)
        self._ledger = replace(self._ledger, counted=kept)
        self.remarks += [(source, notice) for notice in were_theirs(gone)]

    def _count(
        self,
        people: CountsByGroup,
        source: str,
        where: str,
        response: Response,
        verdict: VerdictName,
    ) -> None:
        """Count a person among some people, by what was found of them."""
        if verdict == HERE:
            self.repeated += 1
        elif verdict == UPDATE:
            self.leave_out(source, where, ScoringProblem("answers-newer"))
        elif verdict == ADDED:
            people.count(response)
