"""What the fields of a model hold: further models, lists, and references to other items.

The models say these things once; whatever has to know where references, ids or lists are
asks here, so that a new field is known everywhere.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from mainstream.guide.model.model import ID_OF_FILE, PATH_OF_FILE
from mainstream.guide.model.tools import SECTIONS
from mainstream.guide.reading.basics import SAME_IN_EVERY_LANGUAGE
from mainstream.guide.reading.document import Loc
from mainstream.guide.reading.references import RefersTo

_OF_FILE = (ID_OF_FILE, PATH_OF_FILE)


@cache
def models_in(shape: Any) -> tuple[type[BaseModel], ...]:
    """The models that a type is made of, outermost alone."""
    if isinstance(shape, type) and issubclass(shape, RootModel):
        root: Any = shape.model_fields["root"].annotation
        return models_in(root)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return (shape,)
    return tuple(model for part in get_args(shape) for model in models_in(part))


@cache
def types_of(model: Any) -> Mapping[str, Any]:
    """The types of a model's fields, by name, with everything that marks them."""
    return {
        name: Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for name, field in model.model_fields.items()
    }


@cache
def fields_of(model: Any) -> Mapping[str, Any]:
    """The types of a model's fields, by the key that a file gives them under."""
    return {
        field.alias or name: types_of(model)[name]
        for name, field in model.model_fields.items()
        if field.alias not in _OF_FILE
    }


@cache
def item_type(shape: Any) -> Any:
    """The type of a list's items; none where the type is not a list."""
    if get_origin(shape) is tuple:
        return get_args(shape)[0]
    return item_type(get_args(shape)[0]) if get_origin(shape) is Annotated else None


@cache
def kind_referred_to(shape: Any) -> str | None:
    """The kind of item that a text of this type names; none where it names none."""
    if get_origin(shape) is Annotated:
        for mark in get_args(shape)[1:]:
            if isinstance(mark, RefersTo):
                return mark.kind
        return kind_referred_to(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        return next(filter(None, map(kind_referred_to, get_args(shape))), None)
    return None


@cache
def kinds_in(shape: Any) -> frozenset[str]:
    """Every kind of item that something of this type refers to, at any depth."""
    direct = (kind_referred_to(shape), kind_referred_to(item_type(shape)))
    found = frozenset(kind for kind in direct if kind)
    inner = (kinds_in(type_) for model in models_in(shape) for type_ in types_of(model).values())
    return found.union(*inner)


@cache
def is_same_in_every_language(shape: Any) -> bool:
    """Whether a translation takes a field of this type from the item that it translates."""
    marked = get_origin(shape) is Annotated and SAME_IN_EVERY_LANGUAGE in get_args(shape)
    return marked or bool(kind_referred_to(shape) or kind_referred_to(item_type(shape)))


@cache
def has_own_id(shape: Any) -> bool:
    """Whether things of this type have an id in their text, which is not another item's."""
    models = models_in(shape)
    ids = [fields_of(model)["id"] for model in models if "id" in fields_of(model)]
    return bool(ids) and len(ids) == len(models) and not any(map(kind_referred_to, ids))


def walk(shape: Any, data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any, Any]]:
    """Every value of a document with its place and the type that it should have.

    What does not fit its type is passed over: the shape check reports it.
    """
    yield loc, data, shape
    if isinstance(data, tuple) and item_type(shape) is not None:
        for place, item in enumerate(data):
            yield from walk(item_type(shape), item, (*loc, place))
    elif isinstance(data, dict):
        model = _model_of(shape, data)
        for key, inner in fields_of(model).items() if model else ():
            if key in data:
                yield from walk(inner, data[key], (*loc, key))


def section_of(data: Any) -> type[BaseModel] | None:
    """The model that a section of a tool asks for by its kind, where there is such a kind."""
    kind = data.get("kind") if isinstance(data, dict) else None
    return SECTIONS.get(kind) if isinstance(kind, str) else None


def _model_of(shape: Any, data: dict[str, Any]) -> type[BaseModel] | None:
    """The model that a YAML object should have; of several, the one that its kind asks for."""
    models = models_in(shape)
    if len(models) == 1:
        return models[0]
    section = section_of(data)
    return section if section in models else None
