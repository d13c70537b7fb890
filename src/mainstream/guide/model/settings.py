"""The settings of an adapted version: `adaptation.yml`."""

import re
from typing import Annotated, Final, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from mainstream.guide.model.model import PATH_OF_FILE, WEB_ADDRESS, Level, PointOfView, Scale
from mainstream.guide.reading.basics import Model, Slug, Text

COLOUR: Final = r"^#[0-9A-Fa-f]{6}$"
EMAIL: Final = r"^[^@\s]+@[^@\s]+$"
LANGUAGE: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
MOST_LEVELS: Final = 8
MOST_ENABLERS: Final = (
    42  # the longest framework whose code is one word of Reed–Solomon over GF(32)
)


def matches(pattern: str, text: str) -> bool:
    """Whether a text is like one of the patterns here."""
    return bool(re.fullmatch(pattern, text))


Email = Annotated[str, Field(pattern=EMAIL)]
WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS)]
Language = Annotated[str, Field(pattern=LANGUAGE)]


class Contact(Model):
    """How to reach whoever publishes the site: an e-mail address, a web page, or both."""

    email: Email | None = None
    url: WebAddress | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if not (self.email or self.url):
            raise PydanticCustomError("no_contact", 'needs "email" or "url"')
        return self


class BasedOn(Model):
    """The version of the toolkit that an adaptation was last brought up to date with.

    `start_from` says whether it changes the toolkit's framework or brings one of its own.
    """

    version: Text
    start_from: Literal["toolkit", "nothing"] = "toolkit"


class Colour(Model):
    """A colour of texts and lines: as it is on the light page and on the dark one."""

    light: Annotated[str, Field(pattern=COLOUR)]
    dark: Annotated[str, Field(pattern=COLOUR)]


class Colours(Model):
    """The site's colours; levels in their order, those not named keep the toolkit's."""

    accent: Colour | None = None
    levels: Annotated[tuple[Colour, ...], Field(max_length=MOST_LEVELS)] = ()


class Logo(Model):
    """A picture below `assets/`, and what it says for whoever cannot see it."""

    file: Text
    text: Text


class AccessibilityStatement(Model):
    """What the law asks a public body to say of its site; each part is its own to fill in."""

    owner: Text
    email: Email
    reply_days: Annotated[int, Field(ge=1)]
    enforcement: Text
    status: Literal["fully", "partly", "not"]
    checked_on: Annotated[str, Field(pattern=DAY)]
    checked_how: Text
    not_accessible: tuple[Text, ...] = ()


class SmallGroups(Model):
    """How many people it takes to show marks at all, without asking them, and for a group."""

    least_shown: Annotated[int, Field(ge=3)] = 3
    least_without_consent: Annotated[int, Field(ge=3)] = 5
    least_in_group: Annotated[int, Field(ge=3)] = 5


class Home(Model):
    """Texts at the top of the home page; those left out keep the toolkit's."""

    kicker: Text | None = None
    title: Text | None = None
    lead: Text | None = None
    note: Text | None = None
    caption: Text | None = None


class Removal(Model):
    """Something of the toolkit's that this version leaves out, and why."""

    id: Text
    why: Text


class Removals(Model):
    """What this version leaves out; a page is named by its path below `docs/`."""

    enablers: tuple[Removal, ...] = ()
    case_studies: tuple[Removal, ...] = ()
    places: tuple[Removal, ...] = ()
    situations: tuple[Removal, ...] = ()
    glossary: tuple[Removal, ...] = ()
    docs: tuple[Removal, ...] = ()


class Rewording(Model):
    """What the toolkit said when this was written, and what this version says instead."""

    was: Text
    now: Text


class StatementRewording(Rewording):
    """A rewording of one statement."""

    id: Slug


class _Change(Model):
    title: Rewording | None = None
    summary: Rewording | None = None


class EnablerChange(_Change):
    """What this version says otherwise of an enabler, or on which level it puts it."""

    enabler: Text
    short_title: Rewording | None = None
    level: Rewording | None = None
    statements: tuple[StatementRewording, ...] = ()


class LevelChange(_Change):
    """What this version says otherwise of a level."""

    level: Text


class CaseStudyChange(_Change):
    """What this version says otherwise of a case study."""

    case_study: Text


def _about(value: object) -> str:
    """Which kind of change it is, by the key that names its item."""
    keys = value if isinstance(value, dict) else {}
    return (
        "(level)"
        if "level" in keys and "enabler" not in keys
        else ("(case study)" if "case_study" in keys else "(enabler)")
    )


Change = Annotated[
    Annotated[EnablerChange, Tag("(enabler)")]
    | Annotated[LevelChange, Tag("(level)")]
    | Annotated[CaseStudyChange, Tag("(case study)")],
    Discriminator(_about),
]


def _whole_or_id(value: object) -> str:
    return "(id)" if isinstance(value, str) else "(own level)"


LevelOrId = Annotated[
    Annotated[Slug, Tag("(id)")] | Annotated[Level, Tag("(own level)")],
    Discriminator(_whole_or_id),
]


class Settings(Model):
    """An adapted version: whose it is, how it looks, and in what it differs."""

    path: SkipJsonSchema[str] = Field(alias=PATH_OF_FILE)
    name: Text
    organisation: Text
    contact: Contact
    based_on: BasedOn
    id: Slug | None = None
    version: Text = "1"
    title: Text | None = None
    language: Language = "en-GB"
    languages: tuple[Language, ...] = ()
    colours: Colours = Colours()
    logo: Logo | None = None
    licence_note: Text | None = None
    accessibility: AccessibilityStatement | None = None
    small_groups: SmallGroups = SmallGroups()
    scale: Scale | None = None
    points_of_view: tuple[PointOfView, ...] = ()
    home: Home = Home()
    remove: Removals = Removals()
    change: tuple[Change, ...] = ()
    levels: Annotated[tuple[LevelOrId, ...], Field(max_length=MOST_LEVELS)] = ()
    order: tuple[Slug, ...] = ()
    retired: dict[Slug, Slug] = Field(default_factory=dict)
