"""Translations: a layer in another language, item by item; what it lacks stays as it was written.

A translated item is a copy of the whole item with its texts in the other language; its ids stay.
An adapted version's rewordings are not covered by the toolkit's translations, only by its own.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mainstream.guide.layers.gone import GONE, Ids, field_still_there, still_there
from mainstream.guide.layers.read_layer import Reading, read_layer
from mainstream.guide.model.fields import is_same_in_every_language, types_of
from mainstream.guide.model.items import ItemKey, Items
from mainstream.guide.model.kinds import KINDS
from mainstream.guide.model.layer import FRAMEWORK, LANGUAGES, language_layer
from mainstream.guide.model.model import Framework, Item

WRITTEN_IN: Final = "en-GB"  # the language of content/


@dataclass(frozen=True)
class Progress:
    """How much of one part is translated: `part` is `words`, `framework` or a folder or list."""

    part: str
    done: int
    total: int


def languages_in(root: Path, folder: str = "") -> tuple[str, ...]:
    """The languages that have a folder of translations in the toolkit or an adaptation."""
    top = root / folder / LANGUAGES
    return (
        tuple(sorted(path.name for path in top.iterdir() if path.is_dir())) if top.is_dir() else ()
    )


def read_translation(root: Path, folder: str, language: str) -> Reading | None:
    """The translation in the toolkit (`""`) or in an adaptation, if there is one."""
    path = f"{folder}/{LANGUAGES}/{language}".removeprefix("/")
    return read_layer(root, language_layer(path)) if (root / path).is_dir() else None


def translated(
    items: Items, translation: Items, originals: Items
) -> tuple[Items, frozenset[ItemKey]]:
    """The items with those of a translation in their places, and which of them were translated.

    An item whose words differ from the translated original's keeps its own.
    """
    done: set[ItemKey] = set()
    there = {kind.name: items.of(kind).keys() for kind in KINDS if kind.is_removable}
    for kind in KINDS:
        ours = dict(items.of(kind))
        for id_, theirs in translation.of(kind).items():
            original = originals.of(kind).get(id_)
            if id_ in ours and original and _words_of(ours[id_]) == _words_of(original):
                ours[id_] = _in_the_place_of(ours[id_], theirs, there)
                done.add((kind.name, id_))
        items = items.with_kind(kind, ours)
    if FRAMEWORK in translation.single:
        framework = _translated_framework(
            items.framework, translation.framework, originals.framework
        )
        items = items.with_framework(framework)
        done.add((FRAMEWORK, framework.id))
    return items, frozenset(done)


def progress(
    items: Items, done: frozenset[ItemKey], words: tuple[int, int]
) -> tuple[Progress, ...]:
    """How much of each part is translated; `words` are the interface's texts, done and in all."""
    parts = [Progress("words", *words)]
    parts.append(Progress("framework", int(any(name == FRAMEWORK for name, _ in done)), 1))
    for kind in KINDS:
        total = len(items.of(kind))
        if total:
            here = sum((kind.name, id_) in done for id_ in items.of(kind))
            parts.append(Progress(kind.part, here, total))
    return tuple(parts)


_NONE_LEFT: Final[Ids] = {kind.name: () for kind in KINDS if kind.is_removable}


def _words_of(item: Item) -> dict[str, Any]:
    """What an item says, whatever its number and whichever other items are left to refer to."""
    found = {}
    for name, shape in types_of(type(item)).items():
        if name != "path" and not is_same_in_every_language(shape):
            said = field_still_there(item, name, _NONE_LEFT)
            found[name] = None if said is GONE else said
    return found


def _in_the_place_of(item: Item, theirs: Item, there: Ids) -> Any:
    """The translated item with the number, the level and the references of the one it replaces."""
    update = {
        name: getattr(item, name)
        for name, shape in types_of(type(item)).items()
        if is_same_in_every_language(shape)
    }
    return still_there(theirs.model_copy(update=update), type(item), there)


def _translated_framework(ours: Framework, theirs: Framework, original: Framework) -> Framework:
    levels = {level.id: level for level in theirs.levels}
    originals = {level.id: _words_of(level) for level in original.levels}
    views = {view.id: view for view in theirs.points_of_view}
    original_views = {view.id: view for view in original.points_of_view}
    return ours.model_copy(
        update={
            "title": theirs.title if ours.title == original.title else ours.title,
            "scale": theirs.scale if ours.scale == original.scale else ours.scale,
            "levels": tuple(
                levels.get(level.id, level)
                if _words_of(level) == originals.get(level.id)
                else level
                for level in ours.levels
            ),
            "points_of_view": tuple(
                views.get(view.id, view) if view == original_views.get(view.id) else view
                for view in ours.points_of_view
            ),
        }
    )
