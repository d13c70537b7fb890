"""The framework that answers belong to: its levels, enablers, scale and points of view."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mainstream.scoring.answers.small_groups import SmallGroups
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields

LEAST_POINTS, MOST_POINTS = 3, 10


@dataclass(frozen=True)
class Scale:
    """Marks run from 1 to `points`; `labels` are their words, lowest first."""

    points: int
    labels: tuple[str, ...]


@dataclass(frozen=True)
class PointOfView:
    """What a person has in mind while answering, such as their service."""

    id: str
    title: str


@dataclass(frozen=True)
class Level:
    """A group of enablers."""

    id: str
    title: str


@dataclass(frozen=True)
class Statement:
    """A sentence to weigh before giving an enabler its mark."""

    id: str
    text: str


@dataclass(frozen=True)
class ShiftExample:
    """An example of a change, from one way of working to another."""

    from_: str
    to: str


@dataclass(frozen=True)
class CaseStudyLink:
    """An example that helps to build an enabler; `place` is empty for one tied to no place."""

    id: str
    title: str
    place: str
    url: str


@dataclass(frozen=True)
class ToolLink:
    """A worksheet on a case study's page; `id` is the case study's."""

    id: str
    title: str
    url: str


@dataclass(frozen=True)
class Enabler:
    """One axis of the diagram; `level` is a level's id, `url` is relative to the scoring page."""

    id: str
    number: int
    title: str
    short_title: str
    level: str
    url: str
    statements: tuple[Statement, ...]
    questions: tuple[str, ...]
    shifts: tuple[ShiftExample, ...]
    case_studies: tuple[CaseStudyLink, ...]
    tools: tuple[ToolLink, ...]


@dataclass(frozen=True)
class Colours:
    """The colours of drawings that are saved, as `#1b4f7c`; what is left out is the toolkit's."""

    accent: str = ""
    levels: tuple[str, ...] = ()  # in the framework's order


@dataclass(frozen=True)
class Framework:
    """A framework; the order of `enablers` is the order of the diagram and of the code."""

    id: str
    version: str
    title: str
    scale: Scale
    points_of_view: tuple[PointOfView, ...]
    levels: tuple[Level, ...]
    enablers: tuple[Enabler, ...]
    retired: Mapping[str, str]  # old id of an enabler: the id that took its place
    small_groups: SmallGroups = field(default_factory=SmallGroups)
    colours: Colours = field(default_factory=Colours)

    @classmethod
    def from_json(cls, data: Any) -> "Framework":
        """Check JSON data and make a framework of it.

        Only ids, titles, levels, the scale and the enablers' numbers are required; addresses and
        the lists of statements, questions, shifts, case studies and tools may be left out.

        Errors: `ScoringProblem("framework-broken", where=...)`, where `where` is like
        `enablers[2].title`.
        """
        top = Fields(data, "", _broken)
        scale = _scale(top.inner("scale"))
        levels = top.some(
            "levels", lambda f: Level(f.required_text("id"), f.required_text("title"))
        )
        framework = cls(
            id=top.required_text("id"),
            version=top.required_text("version"),
            title=top.required_text("title"),
            scale=scale,
            points_of_view=top.each(
                "points_of_view",
                lambda f: PointOfView(f.required_text("id"), f.required_text("title")),
            ),
            levels=levels,
            enablers=top.some("enablers", _enabler),
            retired=top.texts("retired"),
            small_groups=_small_groups(top),
            colours=_colours(top),
        )
        _check_ids("levels", [level.id for level in levels])
        _check_ids("enablers", [enabler.id for enabler in framework.enablers])
        _check_ids("points_of_view", [view.id for view in framework.points_of_view])
        for index, enabler in enumerate(framework.enablers):
            if enabler.level not in {level.id for level in levels}:
                raise _broken(f"enablers[{index}].level")
        return framework

    def enablers_of(self, level_id: str) -> tuple[Enabler, ...]:
        """The enablers of a level, in the framework's order."""
        return tuple(enabler for enabler in self.enablers if enabler.level == level_id)

    def level_number(self, enabler: Enabler) -> int:
        """Which of the levels, from 1, the enabler stands on."""
        return next(n for n, level in enumerate(self.levels, 1) if level.id == enabler.level)


def _scale(fields: Fields) -> Scale:
    points = fields.whole_number("points")
    labels = fields.list_of_texts("labels")
    if not LEAST_POINTS <= points <= MOST_POINTS:
        raise _broken("scale.points")
    if len(labels) != points:
        raise _broken("scale.labels")
    return Scale(points, labels)


def _colours(top: Fields) -> Colours:
    """They go into drawings as they are, so they have to be colours."""
    if "colours" not in top:
        return Colours()
    fields = top.inner("colours")
    colours = Colours(fields.text("accent"), fields.list_of_texts("levels"))
    for colour in (colours.accent or "#000000", *colours.levels):
        if not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
            raise _broken("colours")
    return colours


def _small_groups(top: Fields) -> SmallGroups:
    if "small_groups" not in top:
        return SmallGroups()
    fields = top.inner("small_groups")
    return SmallGroups(
        least=fields.whole_number("least"),
        freely=fields.whole_number("freely"),
        split_out=fields.whole_number("split_out"),
    )


def _enabler(fields: Fields) -> Enabler:
    return Enabler(
        id=fields.required_text("id"),
        number=fields.whole_number("number"),
        title=fields.required_text("title"),
        short_title=fields.required_text("short_title"),
        level=fields.required_text("level"),
        url=fields.text("url"),
        statements=fields.each(
            "statements", lambda f: Statement(f.required_text("id"), f.required_text("text"))
        ),
        questions=fields.list_of_texts("questions"),
        shifts=fields.each(
            "shifts", lambda f: ShiftExample(f.required_text("from"), f.required_text("to"))
        ),
        case_studies=fields.each(
            "case_studies",
            lambda f: CaseStudyLink(
                f.required_text("id"), f.required_text("title"), f.text("place"), f.text("url")
            ),
        ),
        tools=fields.each(
            "tools",
            lambda f: ToolLink(f.required_text("id"), f.required_text("title"), f.text("url")),
        ),
    )


def _check_ids(where: str, ids: list[str]) -> None:
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            raise _broken(f"{where}[{index}].id")


def _broken(where: str) -> ScoringProblem:
    return ScoringProblem("framework-broken", where=where)
