"""What a facilitator sees of a workshop: figures and drawings, under the rule for small groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.small_groups import (
    ALL,
    SmallGroups,
    may_be_subtracted,
    showing,
)
from mainstream.scoring.answers.tally import Counts, Tally
from mainstream.scoring.contract.limits import MOST_GROUPS_DRAWN
from mainstream.scoring.drawing import dot_plot as dot_plots
from mainstream.scoring.drawing import radar_group
from mainstream.scoring.drawing.dot_plot import dot_plot
from mainstream.scoring.drawing.radar_group import Series, group_radar
from mainstream.scoring.figures import comparison as comparison_figures
from mainstream.scoring.figures.comparison import SPLIT, SPREAD, comparison, spread_of
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.words import STATE_WORDS, Words, phrase
from mainstream.scoring.workshop.model import Workshop, tally_of_workshop
from mainstream.scoring.workshop.points_of_view import view_counts
from mainstream.scoring.workshop.shown import (
    BY_GROUP,
    Picture,
    Shown,
    notes_by_enabler,
    picture_of,
    shown_data,
    why_hidden,
)

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract
    from mainstream.scoring.contract.answers import Radars, ToolLink

WORDS: Final = (*comparison_figures.WORDS, *dot_plots.WORDS, *radar_group.WORDS)


@dataclass(frozen=True)
class Asked:
    """What a page asks of a comparison, and what it has shown before.

    `own` is for the facilitator's own view, `notes` for what people noted.
    """

    own: bool = False
    by: contract.SplitBy = BY_GROUP
    notes: bool = False
    shown: Shown | None = None


def compare_workshop(
    framework: Framework,
    workshop: Workshop,
    words: Words,
    asked: Asked,
) -> contract.Comparison | contract.NotShown:
    """The comparison as JSON data for the page.

    `people` and `showing` (`nothing`, `ask` or `all`) stand always. Where all may be shown there
    are also `comparison`'s `rows`, each with its `plot` and `tools`, `talking_order`, `radar` by
    layout, `plan_radar` with the priorities numbered, and, or null: `groups`, `own` (in words, only
    where asked for) and `earlier`. All of it is of the picture that may be shown next to those
    that were shown before.
    """
    rule = framework.small_groups
    people = tally_of_workshop(workshop, framework).people
    shows = showing(people, workshop.consent, rule)
    if shows != ALL:
        return {"people": people, "showing": shows, "least": rule.least}
    picture = picture_of(framework, workshop, asked.shown, asked.by)
    tally = picture.everyone
    noted, notes = notes_by_enabler(workshop, framework, picture.inside)
    notes_shown = _notes_shown(len(noted), picture, workshop, rule, asked)
    compared = comparison(framework, tally, words)
    rows = zip(compared["rows"], framework.enablers, strict=True)
    waiting = picture.joined or picture.left
    return {
        "people": compared["people"],
        "rows": [
            _row(
                framework,
                figures,
                enabler,
                tally.counts[enabler.id],
                words,
                notes[enabler.id] if notes_shown == "shown" else None,
            )
            for figures, enabler in rows
        ],
        "talking_order": compared["talking_order"],
        "showing": shows,
        "least": rule.least,
        "freely": rule.freely,
        "radar": _radars(framework, [Series("", tally)], words, "group"),
        "plan_radar": group_radar(
            framework,
            [Series("", tally)],
            words,
            layout="wide",
            prefix="plan-radar",
            priorities=[priority.enabler for priority in workshop.priorities],
        ),
        "groups": _groups(framework, picture, asked.by, words),
        "own": _own(framework, workshop.own, words) if asked.own else None,
        "earlier": _earlier(framework, workshop, tally, words),
        "points_of_view": view_counts(framework, workshop),
        "noted": len(noted),
        "notes": notes_shown,
        "waiting": {"joined": picture.joined, "left": picture.left, "least": rule.split_out}
        if waiting
        else None,
        "shown": shown_data(picture.shown),
    }


def _notes_shown(
    noted: int, picture: Picture, workshop: Workshop, rule: SmallGroups, asked: Asked
) -> contract.NotesShown:
    """Whether what people noted is shown: that of few is not, nor while it would tell who left."""
    if noted == 0:
        return "none"
    if picture.left:
        return "changing"
    if showing(noted, workshop.consent, rule) != ALL:
        return "few"
    return "shown" if asked.notes else "hidden"


def _row(
    framework: Framework,
    figures: contract.Figures,
    enabler: Enabler,
    counts: Counts,
    words: Words,
    notes: list[str] | None,
) -> contract.ComparisonRow:
    row = {
        **figures,
        **({} if notes is None else {"notes": notes}),
        "tools": _tools(framework, enabler, counts),
        "plot": dot_plot(framework, enabler, counts, words, prefix=f"plot-{enabler.number}"),
    }
    return cast("contract.ComparisonRow", row)


def _tools(framework: Framework, enabler: Enabler, counts: Counts) -> list[ToolLink]:
    """The enabler's tools, where the group sees little of it or does not see it alike."""
    spread = spread_of(counts)
    middle = (framework.scale.points + 1) / 2
    if spread is None or (spread.median >= middle and spread.word not in (SPLIT, SPREAD)):
        return []
    return [{"id": tool.id, "title": tool.title, "url": tool.url} for tool in enabler.tools]


def _radars(framework: Framework, series: list[Series], words: Words, prefix: str) -> Radars:
    def drawn(layout: str) -> str:
        return group_radar(framework, series, words, layout=layout, prefix=f"{prefix}-{layout}")

    return {"wide": drawn("wide"), "narrow": drawn("narrow")}


def groups_side_by_side(
    framework: Framework,
    tallies: Mapping[str, Tally],
    total: Tally,
    words: Words,
) -> contract.Groups:
    """The groups of one picture that may be shown, side by side."""
    sizes = {name: tally.people for name, tally in tallies.items() if tally.people}
    why = why_hidden(sizes, total.people, framework.small_groups)
    shown = {name: tallies[name] for name in sizes if name not in why}
    return _side_by_side(framework, shown, why, total, words)


def _side_by_side(
    framework: Framework,
    shown: Mapping[str, Tally],
    why: Mapping[str, contract.HiddenWhy],
    total: Tally,
    words: Words,
) -> contract.Groups:
    compared = [comparison(framework, tally, words)["rows"] for tally in shown.values()]
    everyone = None
    if sum(tally.people for tally in shown.values()) < total.people:
        everyone = {
            row["enabler"]: _brief(row) for row in comparison(framework, total, words)["rows"]
        }
    return {
        "names": list(shown),
        "people": [tally.people for tally in shown.values()],
        "hidden": list(why),
        "why": dict(why),
        "rows": {
            enabler.id: [_brief(of_group[place]) for of_group in compared]
            for place, enabler in enumerate(framework.enablers)
        },
        "everyone": everyone,
    }


def _groups(
    framework: Framework, picture: Picture, by: contract.SplitBy, words: Words
) -> contract.GroupsDrawn | None:
    if not picture.sizes:
        return None
    groups = _side_by_side(framework, picture.groups, picture.why, picture.everyone, words)
    series = _series(picture.groups)
    radars = _radars(framework, series, words, "groups") if series else None
    return {**groups, "by": by, "radar": radars}


def _series(groups: Mapping[str, Tally]) -> list[Series]:
    return [Series(name, groups[name]) for name in [*groups][:MOST_GROUPS_DRAWN]]


def shown_series(picture: Picture) -> list[Series]:
    """The groups that a diagram shows, each with its counts.

    Errors: `ScoringProblem("no-groups-to-show")`.
    """
    if not picture.groups:
        raise ScoringProblem("no-groups-to-show")
    return _series(picture.groups)


def _earlier(
    framework: Framework, workshop: Workshop, total: Tally, words: Words
) -> contract.EarlierBrief | None:
    """The earlier date's figures, where so many answered then that nobody needs to be asked.

    How many gave each mark is left out where it could be taken from the present counts.
    """
    earlier = workshop.earlier
    if earlier is None:
        return None
    people, rule = earlier.tally.people, framework.small_groups
    shows = showing(people, False, rule) == ALL
    rows = comparison(framework, earlier.tally, words)["rows"] if shows else []
    whole = may_be_subtracted(people, total.people, rule)
    return {
        "people": people,
        "title": earlier.title,
        "date": earlier.date,
        "whole": whole,
        "rows": {row["enabler"]: (_brief if whole else _without_counts)(row) for row in rows},
    }


def _brief(row: contract.Figures) -> contract.Brief:
    return {**_without_counts(row), "counts": row["counts"]}


def _without_counts(row: contract.Figures) -> contract.Brief:
    return {"median_text": row["median_text"], "word": row["word"], "marked": row["marked"]}


def _own(framework: Framework, response: Response | None, words: Words) -> dict[str, str] | None:
    if response is None:
        return None
    said = {}
    for enabler in framework.enablers:
        answer = response.answer(enabler.id)
        if answer.mark is not None:
            said[enabler.id] = f"{answer.mark} {framework.scale.labels[answer.mark - 1]}"
        else:
            said[enabler.id] = phrase(words, STATE_WORDS[answer.state])
    return said
