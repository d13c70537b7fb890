"""Rules between a translation and what it translates."""

from collections.abc import Iterator
from typing import Any

from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import KINDS
from mainstream.guide.model.layer import FRAMEWORK
from mainstream.guide.reading.problems import Problem, nearest, of_file


def translation_checks(translation: Items, originals: Items) -> Iterator[Problem]:
    """Items that translate nothing, or whose ids are not those of what they translate."""
    for kind in KINDS:
        known = originals.of(kind)
        for id_, item in translation.of(kind).items():
            if id_ in known:
                yield from _other_ids(item, known[id_])
            else:
                yield of_file(item.path, f'there is no "{id_}" to translate', nearest(id_, known))
    if FRAMEWORK in translation.single:
        yield from _other_ids(translation.framework, originals.framework)


def _other_ids(item: Any, original: Any) -> Iterator[Problem]:
    mine, theirs = list(_ids(item.model_dump())), list(_ids(original.model_dump()))
    if mine != theirs:
        differing = sorted(set(mine) ^ set(theirs)) or ["their order"]
        message = (
            f"its ids are not those of {original.path}: {', '.join(differing)}; copy that file "
            "and translate its texts alone"
        )
        yield of_file(item.path, message)


def _ids(data: Any) -> Iterator[str]:
    """The ids of an item's parts, in order; a reference to a source is not a part."""
    if isinstance(data, dict):
        if "id" in data and "section" not in data:
            yield str(data["id"])
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, tuple | list):
        for value in data:
            yield from _ids(value)
