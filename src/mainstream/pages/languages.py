"""The languages of a site: which there are, their own names, and how their pages are linked."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale

from mainstream.guide import KINDS, WRITTEN_IN, Guide, is_right_to_left, locale_of


@dataclass(frozen=True)
class LanguageLink:
    """A page in another language: the language's code and own name, and the way there."""

    code: str
    name: str
    href: str


def languages(guide: Guide, given: str) -> tuple[str, ...]:
    """The languages that a site is built in, its own first.

    They are those of the settings; without an adaptation, those `given`, separated by spaces. What
    is named twice is built once.
    """
    if guide.settings:
        named = (guide.settings.language, *guide.settings.languages)
    else:
        named = (WRITTEN_IN, *given.split())
    return tuple(dict.fromkeys(named))


def language_links(codes: tuple[str, ...], here: str, page_url: str) -> list[LanguageLink]:
    """The page at `page_url` in the site's other languages; the first one is at the site's root."""

    def root(code: str) -> str:
        return "/" if code == codes[0] else f"/{code}/"

    return [
        LanguageLink(
            code,
            _own_name(code),
            posixpath.relpath(root(code) + page_url, root(here) + page_url) + "/",
        )
        for code in codes
        if code != here
    ]


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if is_right_to_left(language) else "ltr"


def is_untranslated(guide: Guide, meta: Mapping[str, object]) -> bool:
    """Whether the item that a generated page is about stands in another language."""
    about = ((kind, meta.get(kind.word)) for kind in KINDS if not kind.is_list)
    return any(guide.is_untranslated(kind, str(id_)) for kind, id_ in about)


def is_partly_untranslated(guide: Guide, meta: Mapping[str, object]) -> bool:
    """Whether a generated page that lists items holds texts in another language."""
    of_one = any(kind.word in meta for kind in KINDS if not kind.is_list)
    texts = {kind.name for kind in KINDS if kind.is_text}
    return not of_one and any(name in texts for name, _ in guide.untranslated)


def _own_name(code: str) -> str:
    locale: Locale = locale_of(code)
    name = locale.get_language_name(locale.language) or code
    return name[:1].upper() + name[1:]
