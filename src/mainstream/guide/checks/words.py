"""Rules for the texts of the interface, in any layer and language."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mainstream.guide.model.facts import FACTS
from mainstream.guide.model.layer import WORDS
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.plurals import CATEGORIES, categories
from mainstream.guide.reading.problems import Problem, nearest

Area = dict[str, Any]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def words_checks(
    documents: Mapping[str, Document], toolkit: Mapping[str, Document], language: str
) -> Iterator[Problem]:
    """What is wrong with a layer's texts of the interface, compared with the toolkit's.

    Both are documents by name; `language` is that of the layer. One text may stand for all of a
    plural's forms: a fork's own stays right when one becomes many.
    """
    if WORDS not in documents or WORDS not in toolkit:
        return
    usual = toolkit[WORDS].data
    if isinstance(usual, dict) and all(isinstance(texts, dict) for texts in usual.values()):
        try:
            yield from _texts(documents[WORDS], usual, language)
        except ValueError:
            return  # the language is unknown, which the checks of the settings report


def _texts(document: Document, toolkit: Mapping[str, Area], language: str) -> Iterator[Problem]:
    """Texts that no page shows, that lack a plural form, or that name a gap which nothing fills."""
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
        return  # the shape check reports what is unknown
    wanted = categories(language)
    lacking = [name for name in wanted if name not in entry and name != "other"]
    if lacking:
        forms = ", ".join(f'"{name}"' for name in lacking)
        yield document.at_key(loc, f"lacks plural forms that {language} has: {forms}")
    for name in entry:
        if name in CATEGORIES and name not in wanted:
            yield document.at_key((*loc, name), f'{language} has no form "{name}"; delete it')


def _gaps(entry: Any) -> set[str]:
    if isinstance(entry, dict):
        return set().union(*(_gaps(text) for text in entry.values()))
    return set(_PLACEHOLDER.findall(entry)) if isinstance(entry, str) else set()
