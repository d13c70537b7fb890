"""Where each kind of content stands, and the shape it must have."""

from typing import Any, Final

from pydantic import TypeAdapter

from mainstream.guide.model import (
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

FRAMEWORK: Final = "content/framework.yml"
SOURCES: Final = "content/sources.yml"
PLACES: Final = "content/places.yml"
THEMES: Final = "content/themes.yml"
PURPOSES: Final = "content/purposes.yml"
SITUATIONS: Final = "content/situations.yml"
GLOSSARY: Final = "content/glossary.yml"
WORDS: Final = "content/words/en-GB.yml"
ENABLERS: Final = "content/enablers"
CASE_STUDIES: Final = "content/case-studies"

# The shape of each file, and of each file in a folder.
FILES: Final[dict[str, Any]] = {
    FRAMEWORK: Framework,
    SOURCES: tuple[Source, ...],
    PLACES: tuple[Place, ...],
    THEMES: tuple[Theme, ...],
    PURPOSES: tuple[Purpose, ...],
    SITUATIONS: tuple[Situation, ...],
    GLOSSARY: tuple[GlossaryEntry, ...],
    WORDS: Words,
}
FOLDERS: Final[dict[str, Any]] = {ENABLERS: Enabler, CASE_STUDIES: CaseStudy}
ITEM_LISTS: Final = (SOURCES, PLACES, THEMES, PURPOSES, SITUATIONS, GLOSSARY)

KINDS: Final[dict[str, Any]] = {
    "enabler": FOLDERS[ENABLERS],
    "case-study": FOLDERS[CASE_STUDIES],
    "framework": FILES[FRAMEWORK],
    "sources": FILES[SOURCES],
    "places": FILES[PLACES],
    "themes": FILES[THEMES],
    "purposes": FILES[PURPOSES],
    "situations": FILES[SITUATIONS],
    "glossary": FILES[GLOSSARY],
    "words": FILES[WORDS],
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file, for editors; `kind` is a key of `KINDS`."""
    schema = TypeAdapter(KINDS[kind]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
