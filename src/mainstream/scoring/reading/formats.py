"""What the head of each of our files says: its format, its version, and its framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.text import clean

if TYPE_CHECKING:
    from mainstream.scoring.contract.answers import FrameworkNamed


def check_format(data: Any, ours: str, newest: int) -> Fields:
    """The file's fields, once it is of the format `ours`, and of no version later than `newest`.

    Errors: `ScoringProblem` with the key `not-a-response`, `other-format`, `field-broken` or
    `newer-format`.
    """
    format_ = format_of(data)
    if format_ is None:
        raise ScoringProblem("not-a-response")
    if format_ != ours:
        raise ScoringProblem("other-format", format=clean(format_))
    file = Fields(data)
    version = file.whole_number("format_version", least=1)
    if version > newest:
        raise ScoringProblem("newer-format", version=version, ours=newest)
    return file


def format_of(data: Any) -> str | None:
    """The format that a file names; none where it names none."""
    format_ = data.get("format") if isinstance(data, dict) else None
    return format_ if isinstance(format_, str) else None


def framework_version(file: Fields, ours: str) -> str:
    """The version of the framework that a file names, once its id is `ours`.

    Errors: `ScoringProblem` with the key `field-broken` or `other-framework`.
    """
    named = file.inner("framework")
    id_, version = named.required_text("id"), named.required_text("version")
    if id_ != ours:
        raise ScoringProblem("other-framework", id=id_, ours=ours)
    return version


def framework_named(id_: str, version: str, points: int | None) -> FrameworkNamed:
    """What a file says of the framework that it belongs to."""
    named: FrameworkNamed = {"id": id_, "version": version}
    return named if points is None else {**named, "points": points}


def version_notices(version: str, ours: str) -> tuple[Notice, ...]:
    """A notice where answers were given to another version of the framework."""
    if version == ours:
        return ()
    return (Notice("other-framework-version", {"version": version, "ours": ours}),)
