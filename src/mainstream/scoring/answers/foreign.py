"""Answers that were given to another framework, or another version of it: what of them fits ours.

Enablers are the same where their ids are, since ids never change meaning; marks are comparable
where the scale has as many points. What does not fit is named, never guessed.

This runs before the data is read, and is lenient on purpose: what has no shape that we know is left
as it was, for `Fields` to refuse with its reason. So it does not read through `Fields` itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mainstream.scoring.answers.framework import Framework

if TYPE_CHECKING:
    from mainstream.scoring.contract import answers as contract


@dataclass(frozen=True)
class Match:
    """How answers to another framework or version fit this one; enablers by id, in order.

    `points` is their scale where it is another one; then nothing is comparable.
    """

    id: str
    version: str
    comparable: tuple[str, ...]
    only_there: tuple[str, ...]
    only_here: tuple[str, ...]
    points: int | None = None

    def as_json(self) -> contract.Match:
        """The match as JSON data."""
        return {
            "id": self.id,
            "version": self.version,
            "comparable": list(self.comparable),
            "only_there": list(self.only_there),
            "only_here": list(self.only_here),
            "points": self.points,
        }


def matched(data: Any, framework: Framework) -> tuple[Any, Match | None]:
    """A response's or a tally's JSON data with only what fits, as data of our framework.

    Without a match it is of our framework and version already, or of no shape that we know, and
    comes back as it was.
    """
    named = data.get("framework") if isinstance(data, dict) else None
    if not isinstance(named, dict):
        return data, None
    id_, version = named.get("id"), named.get("version")
    if not (isinstance(id_, str) and isinstance(version, str)):
        return data, None
    if (id_, version) == (framework.id, framework.version):
        return data, None
    ours = {enabler.id for enabler in framework.enablers}
    key = "counts" if "counts" in data else "answers"
    given = data.get(key)
    if not isinstance(given, dict):
        return data, None
    points = _points(named, given)
    same_scale = points in (None, framework.scale.points)
    match = Match(
        id_,
        version,
        comparable=tuple(each for each in given if each in ours) if same_scale else (),
        only_there=tuple(each for each in given if each not in ours),
        only_here=tuple(enabler.id for enabler in framework.enablers if enabler.id not in given),
        points=None if same_scale else points,
    )
    fitting = {id_: given[id_] for id_ in match.comparable}
    about = {"id": framework.id, "version": framework.version}
    return {**data, "framework": about, key: fitting}, match


def matched_workshop(data: Any, framework: Framework) -> tuple[Any, Match | None]:
    """A workshop's JSON data with the answers and counts that fit, and nothing else of it."""
    named = data.get("framework") if isinstance(data, dict) else None
    people = [*_listed(data, "people"), *_listed(data, "counted")]
    whole = {id_: answer for each in people for id_, answer in _given(each).items()}
    _, match = matched({"framework": named, "answers": whole}, framework)
    if match is None:
        return data, None

    def fitting(item: Any) -> Any:
        given = {"framework": named, **item} if isinstance(item, dict) else item
        return matched(given, framework)[0]

    about = {"id": framework.id, "version": framework.version}
    kept = {name: data.get(name) for name in ("format", "format_version", "id", "title", "date")}
    return {
        **kept,
        "framework": about,
        "people": [fitting(each) for each in _listed(data, "people")],
        "counted": [fitting(each) for each in _listed(data, "counted")],
    }, match


def _listed(data: Any, name: str) -> list[Any]:
    items = data.get(name) if isinstance(data, dict) else None
    return items if isinstance(items, list) else []


def _given(item: Any) -> dict[str, Any]:
    for name in ("answers", "counts"):
        if isinstance(item, dict) and isinstance(item.get(name), dict):
            given: dict[str, Any] = item[name]
            return given
    return {}


def _points(named: dict[str, Any], given: dict[str, Any]) -> int | None:
    """The points of their scale, as the file says or its counts show; none where neither does."""
    points = named.get("points")
    if isinstance(points, int) and not isinstance(points, bool):
        return points
    lengths = {
        len(counts["marks"])
        for counts in given.values()
        if isinstance(counts, dict) and isinstance(counts.get("marks"), list)
    }
    if len(lengths) == 1:
        return lengths.pop()
    return None
