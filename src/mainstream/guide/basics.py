"""What every kind of content is made of: texts, ids, and items that are strict and frozen."""

from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from mainstream.guide.references import SourceId

NOT_BLANK: Final = r"\S"
SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[str, Field(pattern=NOT_BLANK)]
Slug = Annotated[str, Field(pattern=SLUG)]

_T = TypeVar("_T")
OneOrMore = Annotated[tuple[_T, ...], Field(min_length=1)]
TwoOrMore = Annotated[tuple[_T, ...], Field(min_length=2)]


class Model(BaseModel):
    """Data of a known shape: no key is unknown, no value is bent to fit, nothing changes later."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SourceRef(Model):
    """Where a claim comes from: a source's id and the section in it."""

    id: SourceId
    section: Text
