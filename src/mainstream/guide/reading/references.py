"""Ids that name another item, and how they are checked while a file is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from mainstream.guide.reading.problems import nearest

KINDS_REFERRED_TO = ("level", "enabler", "case study", "place", "theme", "source", "purpose")


@dataclass(frozen=True)
class KnownIds:
    """What a reference may name: ids by kind of item, and what took the place of retired ones.

    `removed` are ids of the toolkit's that an adapted version leaves out.
    A kind whose file could not be read is left out, and references to it are not checked.
    """

    by_kind: Mapping[str, frozenset[str]]
    retired: Mapping[str, str]
    removed: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether the ids of every kind are known."""
        return self.by_kind.keys() == set(KINDS_REFERRED_TO)


def _refers_to(kind: str) -> AfterValidator:
    """Accept an id of `kind` alone, where validation is given `KnownIds` as its context."""

    def check(value: str, info: ValidationInfo) -> str:
        known = info.context
        if not isinstance(known, KnownIds) or value in known.by_kind.get(kind, {value}):
            return value
        if value in known.removed:
            raise PydanticCustomError(
                "removed", 'this version leaves out the {kind} "{id}"', {"kind": kind, "id": value}
            )
        if value in known.retired:
            raise PydanticCustomError(
                "retired",
                '"{old}" is retired and "{new}" took its place',
                {"old": value, "new": known.retired[value]},
            )
        raise PydanticCustomError(
            "no_such_id",
            'there is no {kind} "{id}"',
            {"kind": kind, "id": value, "suggestion": nearest(value, known.by_kind[kind])},
        )

    return AfterValidator(check)


LevelId = Annotated[str, _refers_to("level")]
EnablerId = Annotated[str, _refers_to("enabler")]
CaseStudyId = Annotated[str, _refers_to("case study")]
PlaceId = Annotated[str, _refers_to("place")]
ThemeId = Annotated[str, _refers_to("theme")]
PurposeId = Annotated[str, _refers_to("purpose")]
SourceId = Annotated[str, _refers_to("source")]
