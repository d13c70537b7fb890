"""What the guide is made of: typed, frozen, and checked as it is read.

Every text is plain Markdown. An item's `path` is its file, relative to the root, in POSIX form.
"""

import re
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    ConfigDict,
    Discriminator,
    Field,
    RootModel,
    Tag,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from mainstream.guide.model.tools import Tool
from mainstream.guide.reading.basics import (
    SAME_IN_EVERY_LANGUAGE,
    Cited,
    Model,
    OneOrMore,
    Passage,
    Slug,
    Text,
)
from mainstream.guide.reading.references import CaseStudyId, EnablerId, LevelId, PlaceId, ThemeId

WEB_ADDRESS: Final = r"^https?://\S+$"

# What an item takes from its file's name, not from its text, comes in under these names.
ID_OF_FILE: Final = "(id of the file)"
PATH_OF_FILE: Final = "(path of the file)"

UNNUMBERED: Final = 999  # an enabler that gives no number comes after those that do


class Item(Model):
    """Something that the guide describes, and that has an id."""

    id: str
    path: SkipJsonSchema[str] = Field(alias=PATH_OF_FILE)


class FileItem(Item):
    """An item with a file of its own; the file's stem is its id."""

    id: SkipJsonSchema[str] = Field(alias=ID_OF_FILE)


class ListItem(Item):
    """An item that shares a file with others."""

    id: Slug


class Statement(Cited):
    """A sentence to weigh before giving an enabler its mark."""

    id: Slug
    text: Text


class Practice(Cited):
    """A way to build an enabler, with the case study that shows it where there is one."""

    title: Text
    text: Text
    case_study: CaseStudyId | None = None


class Shift(Model):
    """An example of a change, from one way of working to another."""

    from_: Text = Field(alias="from")
    to: Text


class Related(Model):
    """Another enabler, and why to look at it."""

    enabler: EnablerId
    why: Text


class Enabler(FileItem, Cited):
    """A condition that lets new ways of working last."""

    title: Text
    short_title: Text
    number: Annotated[int, Field(ge=1), SAME_IN_EVERY_LANGUAGE] = UNNUMBERED
    level: LevelId
    summary: Text
    people_say: OneOrMore[Text]
    why: OneOrMore[Passage]
    looks_like: OneOrMore[Passage]
    holds_back: OneOrMore[Passage]
    statements: Annotated[tuple[Statement, ...], Field(min_length=3, max_length=3)]
    practices: OneOrMore[Practice]
    questions: OneOrMore[Text]
    shifts: OneOrMore[Shift]
    related: tuple[Related, ...] = ()


class CaseStudy(FileItem, Cited):
    """What a place did, or a practice that is tied to none; the first enabler is the main one."""

    title: Text
    places: tuple[PlaceId, ...]
    organisation: Text | None = None
    period: Text
    year: int | None = None
    enablers: OneOrMore[EnablerId]
    themes: OneOrMore[ThemeId]
    summary: Text
    problem: OneOrMore[Passage]
    what_they_did: OneOrMore[Passage]
    what_changed: OneOrMore[Passage] = ()
    try_it: OneOrMore[Text]
    tool: Tool | None = None


class Level(ListItem, Cited):
    """A group of enablers."""

    title: Text
    summary: Text
    description: OneOrMore[Passage]


class Scale(Model):
    """Marks run from 1 to `points`; `labels` are their words, lowest first."""

    points: Annotated[int, Field(ge=3, le=10)]
    labels: tuple[Text, ...]


class PointOfView(Model):
    """What a person has in mind while answering, such as their service."""

    id: Slug
    title: Text
    description: Text


class Framework(Model):
    """The framework as a whole; `retired` leads from an old id to the one that took its place."""

    id: Slug
    path: SkipJsonSchema[str] = Field(alias=PATH_OF_FILE)
    version: Text
    title: Text
    levels: OneOrMore[Level]
    scale: Scale
    points_of_view: OneOrMore[PointOfView]
    retired: dict[Slug, Slug]


class Place(ListItem):
    """Somewhere that a source writes about."""

    title: Text
    organisation: Text | None = None
    about: OneOrMore[Passage]


class Theme(ListItem):
    """A kind of work that case studies have in common."""

    title: Text
    summary: Text


class Purpose(ListItem):
    """Something that a person wants to do, and tools are for."""

    title: Text
    summary: Text


class Situation(ListItem):
    """Where a reader may be stuck, our advice, and where to read on."""

    title: Text
    advice: Text
    enablers: OneOrMore[EnablerId]
    case_studies: tuple[CaseStudyId, ...]


class GlossaryEntry(ListItem, Cited):
    """A term, its other forms, and what it means."""

    term: Text
    also: tuple[Text, ...] = ()
    definition: Text
    enablers: tuple[EnablerId, ...] = ()

    @property
    def title(self) -> str:
        """What it is called where items of several kinds are listed."""
        return self.term


class Source(ListItem):
    """A document that the guide draws on."""

    title: Text
    publisher: Text
    year: int | None = None
    date: Text | None = None
    url: Annotated[str, Field(pattern=WEB_ADDRESS)] | None = None
    about: Text


def _with_whole_placeholders(text: str) -> str:
    without = re.sub(r"\{[a-z][a-z0-9_]*\}", "", text)
    if "{" in without or "}" in without:
        raise PydanticCustomError(
            "placeholder", 'a placeholder must be a word in braces, such as "{count}"'
        )
    return text


def _with_count(text: str) -> str:
    if "{count}" not in text:
        raise PydanticCustomError("no_count", 'must contain "{count}"')
    return text


Phrase = Annotated[Text, AfterValidator(_with_whole_placeholders)]


class Plural(Model):
    """A phrase for each of a language's plural categories (CLDR), as many as it has."""

    zero: Phrase | None = None
    one: Phrase | None = None
    two: Phrase | None = None
    few: Phrase | None = None
    many: Phrase | None = None
    other: Annotated[Phrase, AfterValidator(_with_count)]


def _form(value: object) -> str:
    return "plural" if isinstance(value, dict | Plural) else "phrase"


Entry = Annotated[
    Annotated[Phrase, Tag("phrase")] | Annotated[Plural, Tag("plural")], Discriminator(_form)
]


class Words(RootModel[dict[str, dict[str, Entry]]]):
    """Every word of the interface, by area and key."""

    model_config = ConfigDict(strict=True, frozen=True)
