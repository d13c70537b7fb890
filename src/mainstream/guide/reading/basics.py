"""What every kind of content is made of: texts, ids, and items that are strict and frozen."""

from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from mainstream.guide.reading.references import SourceId

NOT_BLANK: Final = r"\S"
SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[str, Field(pattern=NOT_BLANK)]
Slug = Annotated[str, Field(pattern=SLUG)]

_T = TypeVar("_T")
OneOrMore = Annotated[tuple[_T, ...], Field(min_length=1)]
TwoOrMore = Annotated[tuple[_T, ...], Field(min_length=2)]

# Marks a field that a translation takes from what it translates, as it does every reference.
SAME_IN_EVERY_LANGUAGE: Final = object()


class Model(BaseModel):
    """Data of a known shape: unknown keys are refused, and values neither converted nor changed."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SourceRef(Model):
    """Where a claim comes from: a source's id and the section in it."""

    id: SourceId
    section: Text


def _only_true(value: object) -> object:
    if value is not True:  # pydantic would let 1 through
        raise PydanticCustomError("not_true", "must be true, or leave it out")
    return value


class Cited(Model):
    """Something that comes either from sources or from us, who say it here."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["source"]}, {"required": ["ours"]}]}
    )

    source: OneOrMore[SourceRef] = ()
    ours: Annotated[Literal[True], BeforeValidator(_only_true)] | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if self.source and self.ours:
            raise PydanticCustomError("cited_twice", 'has both "source" and "ours"; keep one')
        if not self.source and not self.ours:
            raise PydanticCustomError("not_cited", 'needs either "source" or "ours: true"')
        return self


class Passage(Cited):
    """A text of one or more paragraphs."""

    text: Text
