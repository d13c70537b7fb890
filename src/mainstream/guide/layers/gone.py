"""References to items that are gone, taken out; and what is about nothing else, gone with them."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from mainstream.guide.model.fields import item_type, kind_referred_to, type_of
from mainstream.guide.reading.basics import Model

Ids = Mapping[str, Collection[str]]  # what is there, by the name of its kind

GONE: Final = object()  # stands for what is about nothing that is there


def still_there(value: Any, shape: Any, there: Ids) -> Any:
    """The value without references to what is gone, or `GONE` where nothing is left of it.

    `shape` is the value's type. Kinds that `there` does not name are left alone. A list that must
    hold something is gone with its last reference; so is an item whose required field is gone.
    """
    kind = kind_referred_to(shape)
    if kind and kind in there and isinstance(value, str):
        return value if value in there[kind] else GONE
    if isinstance(value, tuple):
        return tuple(
            kept
            for each in value
            if (kept := still_there(each, item_type(shape), there)) is not GONE
        )
    if isinstance(value, Model):
        return _item_still_there(value, there)
    return value


def _item_still_there(item: Model, there: Ids) -> Any:
    update: dict[str, Any] = {}
    for name, field in type(item).model_fields.items():
        was = getattr(item, name)
        now = field_still_there(was, field, there)
        if now is GONE and field.is_required():
            return GONE
        if now is GONE:
            update[name] = field.default
        elif now != was:
            update[name] = now
    return item.model_copy(update=update) if update else item


def field_still_there(value: Any, field: FieldInfo, there: Ids) -> Any:
    """The value of a model's field without references to what is gone, or `GONE`."""
    now = still_there(value, type_of(field), there)
    needs_one = any(isinstance(mark, MinLen) for mark in field.metadata)
    return GONE if needs_one and value and now == () else now
