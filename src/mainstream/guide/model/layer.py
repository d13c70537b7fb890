"""Which files a layer of the guide holds, and the shape of each.

A layer is a folder of content files: `content/` is whole, `adaptation/` holds what an organisation
adds or replaces by id, and a language's folder holds what is translated so far.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from pydantic import TypeAdapter

from mainstream.guide.model.kinds import KINDS, Kind
from mainstream.guide.model.model import Framework, Words
from mainstream.guide.model.settings import Settings

# Names, within a layer, of the files that are one thing and hold no list.
FRAMEWORK: Final = "framework.yml"
WORDS: Final = "words.yml"
SETTINGS: Final = "adaptation.yml"
SINGLES: Final[dict[str, Any]] = {FRAMEWORK: Framework, WORDS: Words, SETTINGS: Settings}

LISTS: Final = tuple(kind.kept_in for kind in KINDS if kind.is_list)
FOLDERS: Final = tuple(kind.kept_in for kind in KINDS if not kind.is_list)
LANGUAGES: Final = "languages"  # the folder of translations, in the toolkit and in an adaptation


@dataclass(frozen=True)
class Layer:
    """A folder of content files, relative to the root, in POSIX form.

    `files` maps the name of each file it may hold to its path in the folder;
    `required` are the names that must be there; `apart` is what other rooms read.
    """

    folder: str
    files: Mapping[str, str]
    required: frozenset[str]
    apart: frozenset[str] = frozenset()


CONTENT: Final = Layer(
    "content",
    {name: name for name in (FRAMEWORK, *LISTS)} | {WORDS: "words/en-GB.yml"},
    required=frozenset({FRAMEWORK, *LISTS, WORDS}),
)


def adaptation_layer(folder: str) -> Layer:
    """The layer of an organisation, which holds only what differs."""
    return Layer(
        folder,
        {name: name for name in (SETTINGS, *LISTS, WORDS)},
        required=frozenset({SETTINGS}),
        apart=frozenset({"docs", "theme", "assets", LANGUAGES}),
    )


def language_layer(folder: str) -> Layer:
    """The layer of one language, which holds what is translated so far."""
    return Layer(
        folder,
        {name: name for name in (FRAMEWORK, *LISTS, WORDS)},
        required=frozenset(),
        apart=frozenset({"docs"}),
    )


def kind_of_file(name: str) -> Kind[Any] | None:
    """The kind that a file's items are of; none for a file that holds none."""
    places = (name, folder_of(name))
    return next((kind for kind in KINDS if kind.kept_in == places[not kind.is_list]), None)


def shape_of_file(name: str) -> Any:
    """The type of a file's content."""
    kind = kind_of_file(name)
    return kind.shape if kind else SINGLES[name]


def stem(name: str) -> str:
    """The id that a file's name gives."""
    return PurePosixPath(name).stem


def folder_of(name: str) -> str:
    """The folder of a file, `.` for one that is in none."""
    return str(PurePosixPath(name).parent)


_SHAPES: Final[dict[str, Any]] = {
    **{kind.schema: kind.shape for kind in KINDS},
    **{stem(name): shape for name, shape in SINGLES.items()},
}
SCHEMAS: Final = tuple(_SHAPES)


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file, for editors; `name` is one of `SCHEMAS`."""
    schema = TypeAdapter(_SHAPES[name]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
