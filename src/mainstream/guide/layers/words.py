"""Interface texts of several layers: a later layer's text takes the place of an earlier one's."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mainstream.guide.reading.problems import Problem

Area = dict[str, Any]


def merged_words(words: Any, own: Any) -> Any:
    """The texts of both, by area and key; `own` may be none."""
    if own is None:
        return words
    areas = {area: dict(texts) for area, texts in words.root.items()}
    for area, texts in own.root.items():
        areas[area].update(texts)
    return words.model_copy(update={"root": areas})


def untranslated_words(words: Mapping[str, Area], layers: Iterable[Any]) -> dict[str, list[str]]:
    """The keys of the texts, by area, that none of the layers gives."""
    given = {
        (area, key)
        for layer in layers
        if layer is not None
        for area, texts in layer.root.items()
        for key in texts
    }
    return {
        area: [key for key in texts if (area, key) not in given] for area, texts in words.items()
    }


def lacking_words(
    path: str, words: Mapping[str, Area], lacking: Mapping[str, list[str]]
) -> Iterator[Problem]:
    """A notice for each area that a translation, the file at `path`, does not cover."""
    for area, keys in lacking.items():
        if keys:
            count = f"{len(keys)} of {len(words[area])}"
            message = f"{count} texts are not translated: {', '.join(keys)}"
            yield Problem(path, 1, 1, area, message, notice=True)
