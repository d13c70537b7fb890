"""Where each kind of content stands, and the shape it must have."""

from typing import Any, Final

from pydantic import TypeAdapter

from mainstream.guide.model import (
    CaseStudy,
    Enabler,
    Framework,
    GlossaryEntry,
    Place,
    Situation,
    Source,
    Theme,
    Words,
)

FRAMEWORK: Final = "content/framework.yml"
SOURCES: Final = "content/sources.yml"
PLACES: Final = "content/places.yml"
THEMES: Final = "content/themes.yml"
SITUATIONS: Final = "content/situations.yml"
GLOSSARY: Final = "content/glossary.yml"
WORDS: Final = "content/words/en-GB.yml"
ENABLERS: Final = "content/enablers"
CASE_STUDIES: Final = "content/case-studies"

# A shape for each file, and for each file of a folder.
FILES: Final[dict[str, TypeAdapter[Any]]] = {
    FRAMEWORK: TypeAdapter(Framework),
    SOURCES: TypeAdapter(tuple[Source, ...]),
    PLACES: TypeAdapter(tuple[Place, ...]),
    THEMES: TypeAdapter(tuple[Theme, ...]),
    SITUATIONS: TypeAdapter(tuple[Situation, ...]),
    GLOSSARY: TypeAdapter(tuple[GlossaryEntry, ...]),
    WORDS: TypeAdapter(Words),
}
FOLDERS: Final[dict[str, TypeAdapter[Any]]] = {
    ENABLERS: TypeAdapter(Enabler),
    CASE_STUDIES: TypeAdapter(CaseStudy),
}

KINDS: Final[dict[str, TypeAdapter[Any]]] = {
    "enabler": FOLDERS[ENABLERS],
    "case-study": FOLDERS[CASE_STUDIES],
    "framework": FILES[FRAMEWORK],
    "sources": FILES[SOURCES],
    "places": FILES[PLACES],
    "themes": FILES[THEMES],
    "situations": FILES[SITUATIONS],
    "glossary": FILES[GLOSSARY],
    "words": FILES[WORDS],
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file, for editors; `kind` is a key of `KINDS`."""
    schema = KINDS[kind].json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
