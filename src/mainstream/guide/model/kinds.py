"""The kinds of item that the guide is made of: a row for each, read by everything that lists them.

To add a kind, write its model and its row here. It is then read from every layer, checked,
adapted, translated, counted, and described to editors. Showing it on a page is up to `pages`; a
removable kind is named there by a word of the interface, such as `based.kind_place`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Final, Generic, TypeVar

from mainstream.guide.model.fields import kinds_in
from mainstream.guide.model.model import (
    CaseStudy,
    Enabler,
    GlossaryEntry,
    Item,
    Place,
    Purpose,
    Situation,
    Source,
    Theme,
)

M = TypeVar("M", bound=Item)


@dataclass(frozen=True)
class Kind(Generic[M]):
    """One kind of item.

    `kept_in` is, within every layer, the folder that holds a file for each item, or the file that
    lists them all. Every layer may add items, or replace them by id. Which kinds an item refers to,
    and which of its fields a translation keeps, is stated by the fields of its model.
    """

    name: str  # as problems and references have it, such as "case study"
    plural: str
    kept_in: str
    model: type[M]
    is_needed: bool = False  # a guide without any has a problem
    is_removable: bool = False  # a version may leave it out, and its "based on" page says so
    is_text: bool = True  # a page that shows it as it was written is not wholly translated

    @property
    def is_list(self) -> bool:
        """Whether one file lists all the items."""
        return self.kept_in.endswith(".yml")

    @property
    def key(self) -> str:
        """The key that settings know the kind's items by, such as `case_studies`."""
        return self.part.replace("-", "_")

    @property
    def word(self) -> str:
        """The name as a part of keys, such as `case_study`."""
        return self.name.replace(" ", "_")

    @property
    def part(self) -> str:
        """The name of the folder or file, without its ending."""
        return PurePosixPath(self.kept_in).stem

    @property
    def schema(self) -> str:
        """The name of the schema that its files have."""
        return self.part if self.is_list else self.name.replace(" ", "-")

    @property
    def shape(self) -> Any:
        """The type of a file's content."""
        return tuple[self.model, ...] if self.is_list else self.model  # type: ignore[name-defined]


ENABLER: Final = Kind("enabler", "enablers", "enablers", Enabler, is_needed=True, is_removable=True)
CASE_STUDY: Final = Kind("case study", "case studies", "case-studies", CaseStudy, is_removable=True)
SOURCE: Final = Kind("source", "sources", "sources.yml", Source, is_text=False)
PLACE: Final = Kind("place", "places", "places.yml", Place, is_removable=True)
THEME: Final = Kind("theme", "themes", "themes.yml", Theme)
PURPOSE: Final = Kind("purpose", "purposes", "purposes.yml", Purpose)
SITUATION: Final = Kind("situation", "situations", "situations.yml", Situation, is_removable=True)
TERM: Final = Kind("term", "terms", "glossary.yml", GlossaryEntry, is_removable=True)

KINDS: Final[tuple[Kind[Any], ...]] = (
    ENABLER,
    CASE_STUDY,
    SOURCE,
    PLACE,
    THEME,
    PURPOSE,
    SITUATION,
    TERM,
)


def kind_of(item: Item) -> Kind[Any]:
    """The kind of an item. Errors: `KeyError` where it is of none, such as a level."""
    for kind in KINDS:
        if isinstance(item, kind.model):
            return kind
    raise KeyError(type(item).__name__)


@cache
def kinds_referred_to() -> frozenset[str]:
    """The names of the kinds that some item refers to, levels among them."""
    return frozenset[str]().union(*(kinds_in(kind.shape) for kind in KINDS))
