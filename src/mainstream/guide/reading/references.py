"""Ids that name another item, and how they are checked while a file is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mainstream.guide.reading.problems import nearest

LEVEL: Final = "level"  # the one kind of item that is kept in the framework's own file


@dataclass(frozen=True)
class KnownIds:
    """What a reference may name: ids by kind of item, and what took the place of retired ones.

    `removed` are ids of the toolkit's that an adapted version leaves out, by kind.
    A kind whose file could not be read is left out, and references to it are not checked.
    """

    by_kind: Mapping[str, frozenset[str]]
    retired: Mapping[str, str]
    removed: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class KnownToSettings:
    """What the settings of an adapted version may name: ids by kind, and files.

    `toolkit` are the toolkit's ids and `own` the organisation's; `statements` are the toolkit's, by
    enabler. `files` are those below the adaptation's `assets/`; `folder` is the adaptation's own.
    """

    toolkit: Mapping[str, frozenset[str]]
    own: Mapping[str, frozenset[str]]
    statements: Mapping[str, tuple[str, ...]]
    retired: Mapping[str, str]
    files: frozenset[str]
    folder: str


@dataclass(frozen=True)
class RefersTo:
    """Marks a text as the id of an item of one kind.

    Where validation is given `KnownIds` as its context, no other text is accepted.
    """

    kind: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def _known(self, value: str, info: ValidationInfo) -> str:
        known, kind = info.context, self.kind
        if not isinstance(known, KnownIds) or value in known.by_kind.get(kind, {value}):
            return value
        if value in known.removed.get(kind, ()):
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


LevelId = Annotated[str, RefersTo(LEVEL)]
EnablerId = Annotated[str, RefersTo("enabler")]
CaseStudyId = Annotated[str, RefersTo("case study")]
PlaceId = Annotated[str, RefersTo("place")]
ThemeId = Annotated[str, RefersTo("theme")]
PurposeId = Annotated[str, RefersTo("purpose")]
SourceId = Annotated[str, RefersTo("source")]
