"""What became of the answers that came in, as the workshop's page is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from mainstream.scoring.answers.people import ADDED, COMPLETED, Arrival
from mainstream.scoring.answers.response import person_data
from mainstream.scoring.doors.workshop_state import WorkshopState
from mainstream.scoring.problem import Notice, ScoringProblem, notices_data
from mainstream.scoring.workshop.merge import join_counts
from mainstream.scoring.workshop.model import Counted, Workshop, workshop_data
from mainstream.scoring.workshop.points_of_view import view_counts, view_notices

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract


def gathered(
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
        "verdicts": [each for each in verdicts if says_more(each)],
        "counts": {**counts},
        "notices": notices_data(notices),
        "points_of_view": views,
    }


def add_counted(state: WorkshopState, workshop: Workshop, counted: Counted) -> contract.Gathered:
    """Add people who came as counts alone."""
    joined = join_counts(workshop, counted, state.framework)
    answer = gathered(state, workshop, joined.workshop, [], joined.notices, joined.counts)
    return {**answer, "source": "tally", "title": counted.title}


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


def once_each(notices: Iterable[Notice]) -> list[Notice]:
    """The first notice of each kind: a hundred people may all answer an older version."""
    first: dict[str, Notice] = {}
    for notice in notices:
        first.setdefault(notice.key, notice)
    return list(first.values())


def says_more(verdict: contract.Verdict) -> bool:
    """Whether a verdict tells the page more than that somebody was added."""
    told = "offer" in verdict or "point_of_view" in verdict
    return verdict["verdict"] not in (ADDED, COMPLETED) or told
