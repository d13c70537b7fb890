"""Where each kind of content stands in a layer, and the shape it must have.

A layer is a folder of content files: `content/` is whole, `adaptation/` holds what an organisation
adds or replaces by id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter

from mainstream.guide.model.model import (
    CaseStudy,
    Enabler,
    Framework,
    GlossaryEntry,
    Place,
    Purpose,
    Situation,
    Source,
    Theme,
    Words,
)
from mainstream.guide.model.settings import Settings

# Names of files and folders within a layer.
FRAMEWORK: Final = "framework.yml"
SOURCES: Final = "sources.yml"
PLACES: Final = "places.yml"
THEMES: Final = "themes.yml"
PURPOSES: Final = "purposes.yml"
SITUATIONS: Final = "situations.yml"
GLOSSARY: Final = "glossary.yml"
WORDS: Final = "words.yml"
SETTINGS: Final = "adaptation.yml"
ENABLERS: Final = "enablers"
CASE_STUDIES: Final = "case-studies"

_LISTS: Final[dict[str, Any]] = {
    SOURCES: tuple[Source, ...],
    PLACES: tuple[Place, ...],
    THEMES: tuple[Theme, ...],
    PURPOSES: tuple[Purpose, ...],
    SITUATIONS: tuple[Situation, ...],
    GLOSSARY: tuple[GlossaryEntry, ...],
}
ITEM_LISTS: Final = tuple(_LISTS)
FOLDERS: Final[dict[str, Any]] = {ENABLERS: Enabler, CASE_STUDIES: CaseStudy}
SHAPES: Final[dict[str, Any]] = {
    **_LISTS,
    FRAMEWORK: Framework,
    WORDS: Words,
    SETTINGS: Settings,
}


@dataclass(frozen=True)
class Layer:
    """A folder of content files, relative to the root, in POSIX form.

    `files` leads from the name of each file it may hold to where that stands in the folder;
    `required` are the names that must be there; in `apart` stands what other rooms read.
    """

    folder: str
    files: Mapping[str, str]
    required: frozenset[str]
    apart: frozenset[str] = frozenset()


CONTENT: Final = Layer(
    "content",
    {name: name for name in (FRAMEWORK, *_LISTS)} | {WORDS: "words/en-GB.yml"},
    required=frozenset({FRAMEWORK, *_LISTS, WORDS}),
)


def adaptation_layer(folder: str) -> Layer:
    """The layer of an organisation, which holds only what differs."""
    return Layer(
        folder,
        {name: name for name in (SETTINGS, *_LISTS, WORDS)},
        required=frozenset({SETTINGS}),
        apart=frozenset({"docs", "theme", "assets", "languages"}),
    )


KINDS: Final[dict[str, Any]] = {
    "enabler": Enabler,
    "case-study": CaseStudy,
    **{name.removesuffix(".yml"): shape for name, shape in SHAPES.items()},
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file, for editors; `kind` is a key of `KINDS`."""
    schema = TypeAdapter(KINDS[kind]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
