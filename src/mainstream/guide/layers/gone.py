"""References to items that are gone, taken out; and what is about nothing else, gone with them."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from mainstream.guide.model.fields import item_type, kind_referred_to, kinds_in, types_of
from mainstream.guide.reading.basics import Model

Ids = Mapping[str, Collection[str]]  # what is there, by the name of its kind

GONE: Final = object()  # stands for what has nothing left to be about


def still_there(value: Any, shape: Any, there: Ids) -> Any:
    """The value without references to what is gone, or `GONE` where nothing is left of it.

    `shape` is the value's type. Kinds that `there` does not name are left alone. A list that must
    hold something is gone with its last reference; so is an item whose required field is gone.
    """
    if kinds_in(shape).isdisjoint(there):
        return value
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


def field_still_there(item: Model, name: str, there: Ids) -> Any:
    """The value of an item's field without references to what is gone, or `GONE`."""
    value, model = getattr(item, name), type(item)
    now = still_there(value, types_of(model)[name], there)
    needs_one = any(getattr(mark, "min_length", 0) for mark in model.model_fields[name].metadata)
    return GONE if needs_one and value and now == () else now


def _item_still_there(item: Model, there: Ids) -> Any:
    update: dict[str, Any] = {}
    for name, field in type(item).model_fields.items():
        now = field_still_there(item, name, there)
        if now is GONE and field.is_required():
            return GONE
        if now is GONE:
            update[name] = field.default
        elif now != getattr(item, name):
            update[name] = now
    return item.model_copy(update=update) if update else item
