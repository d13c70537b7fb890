"""Translations: a layer in another language, item by item; what it lacks stays as it was written.

A translated item is a copy of the whole item with its texts in the other language; its ids stay.
An adapted version's rewordings are not covered by the toolkit's translations, only by its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mainstream.guide.layers.layers import Items, Reading, read_layer
from mainstream.guide.model.kinds import (
    CASE_STUDIES,
    ENABLERS,
    FRAMEWORK,
    ITEM_LISTS,
    WORDS,
    Layer,
)
from mainstream.guide.model.model import Enabler, Framework
from mainstream.guide.reading.basics import Model
from mainstream.guide.reading.problems import Problem, nearest
from mainstream.guide.reading.references import KnownIds

LANGUAGES: Final = "languages"  # the folder of translations, in the toolkit and in an adaptation
WRITTEN_IN: Final = "en-GB"  # the language of content/
_NAMES: Final = (ENABLERS, CASE_STUDIES, *ITEM_LISTS)

Item = tuple[str, str]  # the name of its folder or list, and its id


@dataclass(frozen=True)
class Progress:
    """How much of one part is translated: `part` is `words`, `framework` or a folder or list."""

    part: str
    done: int
    total: int


def language_layer(folder: str) -> Layer:
    """The layer of one language, which holds what is translated so far."""
    return Layer(
        folder,
        {name: name for name in (FRAMEWORK, *ITEM_LISTS, WORDS)},
        required=frozenset(),
        apart=frozenset({"docs"}),
    )


def languages_in(root: Path, folder: str = "") -> tuple[str, ...]:
    """The languages that have a folder of translations in the toolkit or an adaptation."""
    top = root / folder / LANGUAGES
    return (
        tuple(sorted(path.name for path in top.iterdir() if path.is_dir())) if top.is_dir() else ()
    )


def read_translation(root: Path, folder: str, language: str) -> Reading | None:
    """The translation that stands in the toolkit (`""`) or in an adaptation, if there is one."""
    path = f"{folder}/{LANGUAGES}/{language}".removeprefix("/")
    return read_layer(root, language_layer(path)) if (root / path).is_dir() else None


def translation_of(
    reading: Reading, known: KnownIds, originals: Items
) -> tuple[Items, list[Problem]]:
    """A translation's items, and what is wrong with them beside what they translate."""
    items, problems = reading.items(known)
    problems += _strangers(reading, items, originals)
    return items, problems


def translated(items: Items, translation: Items, originals: Items, done: set[Item]) -> Items:
    """The items with those of a translation in their places; `done` gets what was translated.

    An item that is no longer as the translated original was keeps its own words.
    """
    result = Items(dict(items.single), {name: dict(items.of(name)) for name in _NAMES})
    for name in _NAMES:
        for id_, theirs in translation.of(name).items():
            there = result.of(name).get(id_)
            if there is None or not _same_words(there, originals.of(name).get(id_)):
                continue
            result.of(name)[id_] = _in_the_place_of(there, theirs)
            done.add((name, id_))
    framework = translation.single.get(FRAMEWORK)
    if framework is not None:
        ours: Framework = result.single[FRAMEWORK]
        result.single[FRAMEWORK] = _translated_framework(
            ours, framework, originals.single[FRAMEWORK]
        )
        done.add((FRAMEWORK, ours.id))
    return result


def progress(items: Items, done: set[Item], words: tuple[int, int]) -> tuple[Progress, ...]:
    """How much of each part is translated; `words` are the interface's texts, done and in all."""
    parts = [Progress("words", *words)]
    parts.append(Progress("framework", int(any(name == FRAMEWORK for name, _ in done)), 1))
    for name in _NAMES:
        total = len(items.of(name))
        if total:
            here = sum(each == name and id_ in items.of(name) for each, id_ in done)
            parts.append(Progress(name.removesuffix(".yml"), here, total))
    return tuple(parts)


def untranslated(items: Items, done: set[Item]) -> frozenset[Item]:
    """The items that stand in the language they were written in."""
    return frozenset(
        (name, id_) for name in _NAMES for id_ in items.of(name) if (name, id_) not in done
    )


def _same_words(one: Any, other: Any) -> bool:
    """Whether two items say the same; removals may have changed references and numbers."""
    return other is not None and _words_of(one) == _words_of(other)


def _words_of(item: Any) -> Any:
    apart = {"path", "number", "level", "related", "enablers", "case_studies", "places"}
    data = item.model_dump(exclude=apart) if isinstance(item, Model) else item
    for practice in data.get("practices", ()):
        practice.pop("case_study", None)
    return data


def _in_the_place_of(there: Any, theirs: Any) -> Any:
    """The translated item with the number, the level and the references of the one it replaces."""
    update = {
        name: getattr(there, name)
        for name in ("number", "level", "enablers", "case_studies", "places")
        if hasattr(there, name)
    }
    if isinstance(there, Enabler):
        kept = {each.enabler for each in there.related}
        update["related"] = tuple(each for each in theirs.related if each.enabler in kept)
        cases = {each.case_study for each in there.practices}
        update["practices"] = tuple(
            each if each.case_study in cases else each.model_copy(update={"case_study": None})
            for each in theirs.practices
        )
    return theirs.model_copy(update=update)


def _translated_framework(ours: Framework, theirs: Framework, original: Framework) -> Framework:
    levels = {level.id: level for level in theirs.levels}
    originals = {level.id: level for level in original.levels}
    views = {view.id: view for view in theirs.points_of_view}
    original_views = {view.id: view for view in original.points_of_view}
    return ours.model_copy(
        update={
            "title": theirs.title if ours.title == original.title else ours.title,
            "scale": theirs.scale if ours.scale == original.scale else ours.scale,
            "levels": tuple(
                levels.get(level.id, level)
                if _same_words(level, originals.get(level.id))
                else level
                for level in ours.levels
            ),
            "points_of_view": tuple(
                views.get(view.id, view) if view == original_views.get(view.id) else view
                for view in ours.points_of_view
            ),
        }
    )


def _strangers(reading: Reading, items: Items, originals: Items) -> Iterator[Problem]:
    """Items that translate nothing, or whose ids are not those of what they translate."""
    for name in _NAMES:
        known: Mapping[str, Any] = originals.of(name)
        for id_, item in items.of(name).items():
            if id_ not in known:
                message = f'there is no "{id_}" to translate'
                yield Problem(item.path, 1, 1, "", message, nearest(id_, known))
            else:
                yield from _other_ids(item, known[id_])
    framework = items.single.get(FRAMEWORK)
    if framework is not None:
        yield from _other_ids(framework, originals.single[FRAMEWORK])


def _other_ids(item: Any, original: Any) -> Iterator[Problem]:
    mine, theirs = list(_ids(item.model_dump())), list(_ids(original.model_dump()))
    if mine != theirs:
        differing = sorted(set(mine) ^ set(theirs)) or ["their order"]
        message = (
            f"its ids are not those of {original.path}: {', '.join(differing)}; copy that file "
            "and translate its texts alone"
        )
        yield Problem(item.path, 1, 1, "", message)


def _ids(data: Any) -> Iterator[str]:
    """The ids of an item's parts, in order; a reference to a source is no part."""
    if isinstance(data, dict):
        if "id" in data and "section" not in data:
            yield str(data["id"])
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, tuple | list):
        for value in data:
            yield from _ids(value)
