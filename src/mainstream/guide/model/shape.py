"""A document checked against its shape, and pydantic's errors as problems in plain English."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from mainstream.guide.model.fields import fields_of, models_in, section_of
from mainstream.guide.model.model import ID_OF_FILE, WEB_ADDRESS
from mainstream.guide.model.settings import COLOUR, DAY, EMAIL, LANGUAGE
from mainstream.guide.model.tools import SECTIONS
from mainstream.guide.reading.basics import NOT_BLANK, SLUG
from mainstream.guide.reading.document import EMPTY, Document, Loc
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.references import KnownIds

_FILL_IN = f"{EMPTY}; fill it in or take it out"
_PATTERNS = {
    NOT_BLANK: _FILL_IN,
    SLUG: "must be lower-case words joined by hyphens",
    WEB_ADDRESS: "must be a web address that starts with https:// or http://",
    COLOUR: 'must be a colour such as "#1b4f7c"',
    EMAIL: "must be an e-mail address",
    LANGUAGE: 'must be a language code, such as "en-GB" or "cy"',
    DAY: 'must be a day such as "2026-11-23", in quotes',
}
_OWN = frozenset(
    {
        *("cited_twice", "not_cited", "not_true", "no_such_id", "retired", "removed"),
        *("placeholder", "no_count", "no_contact"),
    }
)


def shaped(document: Document, data: Any, shape: Any, known: KnownIds) -> tuple[Any, list[Problem]]:
    """`data` as an instance of the type `shape`, or none, and what is wrong with it.

    `data` is the document's, with what its file's name adds.
    """
    try:
        return _adapter(shape).validate_python(data, context=known), []
    except ValidationError as error:
        errors = error.errors()
        for each in errors:
            each["loc"] = _without_kinds(each["loc"], document.data)
        return None, list(_problems(document, shape, errors))


def is_slug(text: str) -> bool:
    """Whether a text can be an id."""
    return bool(re.fullmatch(SLUG, text))


def slug_of(text: str) -> str:
    """The slug nearest to a text, or an empty string where it holds no letters."""
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in text.lower())
    return "-".join(words.split())


def _problems(document: Document, shape: Any, errors: list[ErrorDetails]) -> Iterator[Problem]:
    meant: set[Loc] = set()  # keys that are there, but misspelt
    for error in errors:
        if error["type"] == "extra_forbidden":
            *item, key = error["loc"]
            suggestion = nearest(str(key), _keys(shape, tuple(item), document.data))
            meant.add((*item, suggestion))
            own_name = not item and key == "id" and _takes_id_of_file(shape)
            message = "unknown key"
            if own_name:
                message += "; the file's name is the id"
            elif " " in str(key) and document.surprise(error["loc"]) == EMPTY:
                message += "; within braces, a text that has a comma must be in quotes"
            yield document.at_key(error["loc"], message, suggestion)
    for error in errors:
        if error["type"] == "missing" and error["loc"] not in meant:
            yield document.missing(error["loc"], "is missing")
        elif error["type"] not in ("extra_forbidden", "missing") and not _follows(error):
            yield _problem(document, error)


def _without_kinds(loc: Loc, data: Any) -> Loc:
    """A place in the data: pydantic names the kind of a section as a step of its own."""
    steps: list[str | int] = []
    own = True  # whether the next step is one of the data
    for step in loc:
        if not own:
            own = True
            continue
        steps.append(step)
        data = _inside(data, step)
        own = section_of(data) is None
    return tuple(steps)


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, tuple) and isinstance(step, int):
        return data[step]
    return None


def _problem(document: Document, error: ErrorDetails) -> Problem:
    loc: Loc = error["loc"]
    if loc and loc[-1] == "[key]":
        return document.at_key(loc, _PATTERNS[SLUG], slug_of(str(loc[-2])))
    surprise = document.surprise(loc)
    if surprise == EMPTY:
        return document.at(loc, _FILL_IN)
    message = _message(error, surprise, document.word(loc))
    return document.at(loc, message, _suggestion(error))


def _follows(error: ErrorDetails) -> bool:
    """Pydantic counts a list's good items: with a bad one, a list seems to be too short."""
    context = error.get("ctx", {})
    return error["type"] == "too_short" and len(error["input"]) >= context["min_length"]


def _message(error: ErrorDetails, surprise: str, word: str) -> str:
    given, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case kind if kind in _OWN:
            return error["msg"]
        case "string_type" if surprise:
            return f'{surprise}; put it in quotes: "{word}"'
        case "string_type":
            return f"must be text, not {_name(given)}"
        case "string_pattern_mismatch":
            return _PATTERNS[context["pattern"]]
        case "int_type" if word.isdigit() and isinstance(given, str):
            return "must be a whole number, without quotes"
        case "int_type":
            return "must be a whole number"
        case "tuple_type":
            return f"must be a list, not {_name(given)}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"must be keys with values, not {_name(given)}"
        case "too_short" if context["min_length"] == 1:
            return _FILL_IN
        case "too_short" | "too_long":
            wanted = context.get("min_length") or context.get("max_length")
            return f"must have {wanted} items, not {context['actual_length']}"
        case "union_tag_not_found" | "union_tag_invalid" if not _has_word(given, "kind"):
            return f"needs a kind: {', '.join(SECTIONS)}"
        case "union_tag_invalid":
            return f'there is no kind "{context["tag"]}"; the kinds are {", ".join(SECTIONS)}'
        case "literal_error":
            return f"must be {context['expected'].replace(chr(39), chr(34))}"
        case "bool_type":
            return "must be true or false"
        case "greater_than_equal":
            return f"must be {context['ge']} or more"
        case "less_than_equal":
            return f"must be {context['le']} or less"
    return error["msg"]


def _has_word(given: Any, key: str) -> bool:
    return isinstance(given, dict) and isinstance(given.get(key), str)


def _suggestion(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == "union_tag_invalid":
        return nearest(context["tag"], SECTIONS)
    if context.get("pattern") == SLUG:
        return slug_of(error["input"])
    return str(context.get("suggestion", ""))


def _name(given: Any) -> str:
    if isinstance(given, dict):
        return "keys with values"
    if isinstance(given, tuple):
        return "a list"
    return "text" if isinstance(given, str) else "a single word"


def _keys(shape: Any, loc: Loc, data: Any) -> Iterator[str]:
    """The keys that the item at `loc` may have."""
    models = list(models_in(shape))
    for step in loc:
        data = _inside(data, step)
        inner = [
            found
            for model in models
            for key, field in fields_of(model).items()
            if step == key
            for found in models_in(field)
        ]
        models = inner or models
        section = section_of(data)
        if section in models:
            models = [section]
    for model in models:
        yield from fields_of(model)


def _takes_id_of_file(shape: Any) -> bool:
    fields = (field for model in models_in(shape) for field in model.model_fields.values())
    return any(field.alias == ID_OF_FILE for field in fields)


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)
