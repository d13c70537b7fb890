"""What people answered for: marks from different points of view do not compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.tally import Tally, tally_of
from mainstream.scoring.problem import Notice
from mainstream.scoring.workshop.model import Workshop

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract


def view_counts(framework: Framework, workshop: Workshop) -> list[contract.ViewCount]:
    """How many answered for each point of view, those who named none last.

    Empty where nobody answered for another than was planned, or where all answered alike. Those
    who are only counted are of the view that was planned for these.
    """
    found = Counter(response.point_of_view or "" for response in workshop.people)
    for counted in workshop.counted:
        found[counted.point_of_view] += counted.tally.people
    named = [view for view in found if view]
    planned = workshop.point_of_view
    if not any(view != planned for view in named) if planned else len(named) < 2:
        return []
    titles = _titles(framework)
    order = [*(view for view in titles if view in found), *sorted(set(named) - set(titles))]
    return [
        {
            "id": view,
            "title": titles.get(view, view),
            "people": found[view],
            "planned": view == planned,
        }
        for view in [*order, *([""] if found[""] else [])]
    ]


def other_view(framework: Framework, workshop: Workshop, response: Response) -> str | None:
    """The title of what somebody answered for, where it is another than planned."""
    view, planned = response.point_of_view, workshop.point_of_view
    if not planned or not view or view == planned:
        return None
    return _titles(framework).get(view, view)


def view_notices(framework: Framework, counts: Sequence[contract.ViewCount]) -> list[Notice]:
    """What there is to say of `view_counts`, in sentences."""
    total = sum(each["people"] for each in counts)
    planned = next((each for each in counts if each["planned"]), None)
    if not planned:
        views = ", ".join(f"{each['title']} ({each['people']})" for each in counts if each["id"])
        return [Notice("mixed-points-of-view", {"views": views})] if views else []
    return [
        Notice(
            "other-point-of-view",
            {
                "count": each["people"],
                "total": total,
                "title": each["title"],
                "planned": planned["title"],
            },
        )
        for each in counts
        if each["id"] and not each["planned"]
    ]


def tallies_of_views(workshop: Workshop, framework: Framework) -> dict[str, Tally]:
    """The counts of each point of view that somebody named, by its title."""
    titles = _titles(framework)
    named = {response.point_of_view for response in workshop.people}
    named |= {counted.point_of_view for counted in workshop.counted}
    order = [*(view for view in titles if view in named)]
    order += sorted(view for view in named if view and view not in titles)
    tallies = {}
    for view in order:
        tally = tally_of(framework, (r for r in workshop.people if r.point_of_view == view))
        for counted in workshop.counted:
            if counted.point_of_view == view:
                tally += counted.tally
        tallies[titles.get(view, view)] = tally
    return tallies


def _titles(framework: Framework) -> dict[str, str]:
    return {view.id: view.title for view in framework.points_of_view}
