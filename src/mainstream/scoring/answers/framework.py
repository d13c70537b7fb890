"""The framework that answers belong to: its levels, enablers, scale and points of view."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mainstream.scoring.answers.small_groups import SmallGroups
from mainstream.scoring.problem import ScoringProblem

LEAST_POINTS, MOST_POINTS = 3, 10

_T = TypeVar("_T")


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
class Shift:
    """An example of a change, from one way of working to another."""

    from_: str
    to: str


@dataclass(frozen=True)
class CaseStudy:
    """An example that helps to build an enabler; `place` is empty for one tied to no place."""

    id: str
    title: str
    place: str
    url: str


@dataclass(frozen=True)
class Tool:
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
    shifts: tuple[Shift, ...]
    case_studies: tuple[CaseStudy, ...]
    tools: tuple[Tool, ...]


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
        top = _Fields(data, "")
        scale = _scale(top.inner("scale"))
        levels = top.each("levels", lambda f: Level(f.text("id"), f.text("title")))
        framework = cls(
            id=top.text("id"),
            version=top.text("version"),
            title=top.text("title"),
            scale=scale,
            points_of_view=top.each_or_none(
                "points_of_view", lambda f: PointOfView(f.text("id"), f.text("title"))
            ),
            levels=levels,
            enablers=top.each("enablers", _enabler),
            retired=top.texts_by_name("retired"),
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


def _scale(fields: "_Fields") -> Scale:
    points = fields.whole_number("points")
    labels = fields.texts("labels")
    if not LEAST_POINTS <= points <= MOST_POINTS:
        raise _broken("scale.points")
    if len(labels) != points:
        raise _broken("scale.labels")
    return Scale(points, labels)


def _colours(top: "_Fields") -> Colours:
    """They go into drawings as they are, so they have to be colours."""
    if not top.has("colours"):
        return Colours()
    fields = top.inner("colours")
    colours = Colours(fields.text_or_none("accent"), fields.texts("levels"))
    for colour in (colours.accent or "#000000", *colours.levels):
        if not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
            raise _broken("colours")
    return colours


def _small_groups(top: "_Fields") -> SmallGroups:
    if not top.has("small_groups"):
        return SmallGroups()
    fields = top.inner("small_groups")
    return SmallGroups(
        least=fields.whole_number("least"),
        freely=fields.whole_number("freely"),
        split_out=fields.whole_number("split_out"),
    )


def _enabler(fields: "_Fields") -> Enabler:
    return Enabler(
        id=fields.text("id"),
        number=fields.whole_number("number"),
        title=fields.text("title"),
        short_title=fields.text("short_title"),
        level=fields.text("level"),
        url=fields.text_or_none("url"),
        statements=fields.each_or_none(
            "statements", lambda f: Statement(f.text("id"), f.text("text"))
        ),
        questions=fields.texts("questions"),
        shifts=fields.each_or_none("shifts", lambda f: Shift(f.text("from"), f.text("to"))),
        case_studies=fields.each_or_none(
            "case_studies",
            lambda f: CaseStudy(
                f.text("id"), f.text("title"), f.text_or_none("place"), f.text_or_none("url")
            ),
        ),
        tools=fields.each_or_none(
            "tools", lambda f: Tool(f.text("id"), f.text("title"), f.text_or_none("url"))
        ),
    )


def _check_ids(where: str, ids: list[str]) -> None:
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            raise _broken(f"{where}[{index}].id")


def _broken(where: str) -> ScoringProblem:
    return ScoringProblem("framework-broken", where=where)


class _Fields:
    """The fields of one JSON object, each asked for with the type it must have."""

    def __init__(self, data: Any, where: str) -> None:
        if not isinstance(data, dict):
            raise _broken(where or "{}")
        self._data: dict[str, Any] = data
        self._where = where

    def has(self, name: str) -> bool:
        return name in self._data

    def text(self, name: str) -> str:
        value = self._data.get(name)
        if not isinstance(value, str) or not value:
            raise _broken(self._path(name))
        return value

    def text_or_none(self, name: str) -> str:
        return self.text(name) if self._data.get(name) else ""

    def whole_number(self, name: str) -> int:
        value = self._data.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _broken(self._path(name))
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self._list(name)
        for index, value in enumerate(values):
            if not isinstance(value, str):
                raise _broken(f"{self._path(name)}[{index}]")
        return tuple(values)

    def texts_by_name(self, name: str) -> dict[str, str]:
        values = self._data.get(name) or {}
        if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
            raise _broken(self._path(name))
        return values

    def inner(self, name: str) -> "_Fields":
        return _Fields(self._data.get(name), self._path(name))

    def each(self, name: str, make: "Callable[[_Fields], _T]") -> tuple[_T, ...]:
        made = self.each_or_none(name, make)
        if not made:
            raise _broken(self._path(name))
        return made

    def each_or_none(self, name: str, make: "Callable[[_Fields], _T]") -> tuple[_T, ...]:
        path = self._path(name)
        items = enumerate(self._list(name))
        return tuple(make(_Fields(item, f"{path}[{index}]")) for index, item in items)

    def _list(self, name: str) -> list[Any]:
        values = self._data.get(name, [])
        if not isinstance(values, list):
            raise _broken(self._path(name))
        return values

    def _path(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name
