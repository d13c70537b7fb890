"""The settings of an adapted version: `adaptation.yml`."""

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal, Self

from pydantic import Discriminator, Field, Tag, create_model, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from mainstream.guide.model.kinds import KINDS
from mainstream.guide.model.model import PATH_OF_FILE, WEB_ADDRESS, Level, PointOfView, Scale
from mainstream.guide.reading.basics import Model, Slug, Text
from mainstream.guide.reading.references import LEVEL

COLOUR: Final = r"^#[0-9A-Fa-f]{6}$"
EMAIL: Final = r"^[^@\s]+@[^@\s]+$"
LANGUAGE: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
PAGES: Final = "docs"  # the key that lists pages written by hand
MOST_LEVELS: Final = 8
# The longest framework whose code is one word of Reed–Solomon over GF(32).
MOST_ENABLERS: Final = 42


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
    """A picture below `assets/`, and what it says to people who cannot see it."""

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


class _Removals(Model):
    """What this version leaves out; a page is named by its path below `docs/`."""

    def of(self, key: str) -> tuple[Removal, ...]:
        """What is left out of a kind, by its key, or of the pages."""
        found: tuple[Removal, ...] = getattr(self, key)
        return found

    @property
    def pages(self) -> tuple[Removal, ...]:
        """The pages that are left out."""
        return self.of(PAGES)


# What may be left out: the key that lists it, and what each of its items is called.
REMOVABLE: Final = {
    **{kind.key: kind.name for kind in KINDS if kind.is_removable},
    PAGES: "page",
}

if TYPE_CHECKING:
    Removals = _Removals
else:  # a type checker cannot see fields that come from the table of kinds
    Removals = create_model(
        "Removals",
        __base__=_Removals,
        __doc__=_Removals.__doc__,
        **{key: (tuple[Removal, ...], ()) for key in REMOVABLE},
    )


class Rewording(Model):
    """What the toolkit said when this was written, and what this version says instead."""

    was: Text
    now: Text


class StatementRewording(Rewording):
    """A rewording of one statement."""

    id: Slug


class Move(Model):
    """The level that the toolkit had an enabler on when this was written, and the one it is on."""

    was: Text
    now: Text


class _Change(Model):
    kind: ClassVar[str]  # of the item that it changes; with underscores, the key of its id

    title: Rewording | None = None
    summary: Rewording | None = None

    @property
    def about(self) -> str:
        """The id of the item that it changes."""
        id_: str = getattr(self, self.kind.replace(" ", "_"))
        return id_


class EnablerChange(_Change):
    """What this version says otherwise of an enabler, or on which level it puts it."""

    kind = "enabler"

    enabler: Text
    short_title: Rewording | None = None
    level: Move | None = None
    statements: tuple[StatementRewording, ...] = ()


class LevelChange(_Change):
    """What this version says otherwise of a level."""

    kind = LEVEL

    level: Text


class CaseStudyChange(_Change):
    """What this version says otherwise of a case study."""

    kind = "case study"

    case_study: Text


def _about(value: object) -> str:
    """Which kind of change it is, by the key that names its item."""
    keys = value if isinstance(value, dict) else {}
    if "level" in keys and "enabler" not in keys:
        return "(level)"
    return "(case study)" if "case_study" in keys else "(enabler)"


Change = Annotated[
    Annotated[EnablerChange, Tag("(enabler)")]
    | Annotated[LevelChange, Tag("(level)")]
    | Annotated[CaseStudyChange, Tag("(case study)")],
    Discriminator(_about),
]
# What may be changed: the key that names it, and what it is called.
CHANGEABLE: Final = {
    each.kind.replace(" ", "_"): each.kind for each in (EnablerChange, LevelChange, CaseStudyChange)
}


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
