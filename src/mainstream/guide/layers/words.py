"""Interface texts of several layers: a later layer's text takes the place of an earlier one's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mainstream.guide.model.facts import FACTS
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.plurals import CATEGORIES, categories
from mainstream.guide.reading.problems import Problem, nearest

Area = dict[str, Any]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


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


def words_checks(
    document: Document, toolkit: Mapping[str, Area], language: str
) -> Iterator[Problem]:
    """Texts that no page shows, that lack a plural form, or that name a gap which nothing fills.

    One text may stand for all of a plural's forms: a fork's own stays right when one becomes many.
    `toolkit` holds the toolkit's texts, by area and key; `language` is that of the document.
    """
    if not isinstance(document.data, dict):
        return
    for area, texts in document.data.items():
        if area not in toolkit:
            yield document.at_key((area,), "there is no such area", nearest(area, toolkit))
            continue
        if not isinstance(texts, dict):
            continue
        for key, entry in texts.items():
            if key not in toolkit[area]:
                meant = nearest(key, toolkit[area])
                yield document.at_key((area, key), "there is no such text", meant)
                continue
            usual = toolkit[area][key]
            if isinstance(entry, dict) and not isinstance(usual, dict):
                yield document.at_key((area, key), "must be one text, without plural forms")
                continue
            yield from _plural(document, (area, key), entry, language)
            gaps = _gaps(usual)
            for name in sorted(_gaps(entry) - gaps - FACTS):
                message = f'nothing fills "{{{name}}}" here'
                yield document.at_key((area, key), message, nearest(name, gaps))


def _plural(document: Document, loc: Loc, entry: Any, language: str) -> Iterator[Problem]:
    if not isinstance(entry, dict) or not set(entry).issubset(CATEGORIES):
        return  # the shape tells of what is unknown
    wanted = categories(language)
    lacking = [name for name in wanted if name not in entry and name != "other"]
    if lacking:
        forms = ", ".join(f'"{name}"' for name in lacking)
        yield document.at_key(loc, f"lacks what {language} has: {forms}")
    for name in entry:
        if name in CATEGORIES and name not in wanted:
            yield document.at_key((*loc, name), f'{language} has no form "{name}"; delete it')


def _gaps(entry: Any) -> set[str]:
    if isinstance(entry, dict):
        return set().union(*(_gaps(text) for text in entry.values()))
    return set(_PLACEHOLDER.findall(entry)) if isinstance(entry, str) else set()
