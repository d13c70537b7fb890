"""The languages of a site: which there are, how they are called, and how their pages are linked."""

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale

from mainstream.guide import CASE_STUDIES, ENABLERS, Guide, is_right_to_left, locale_of


@dataclass(frozen=True)
class LanguageLink:
    """One language of the site: its code, its own name, and where it stands from this build."""

    code: str
    name: str
    prefix: str  # of an address of this build, such as `../cy/`; empty for this language
    here: bool


def languages(guide: Guide, given: str) -> tuple[str, ...]:
    """The languages that a site is built in, its own first.

    They are those of the settings; without an adaptation, those `given`, parted by spaces.
    """
    if guide.settings:
        return (guide.settings.language, *guide.settings.languages)
    return ("en-GB", *given.split())


def language_links(codes: tuple[str, ...], here: str) -> list[LanguageLink]:
    """The languages for a reader to choose from; the first one stands at the site's root."""
    first = codes[0]
    up = "" if here == first else "../"
    return [
        LanguageLink(
            code,
            _own_name(code),
            "" if code == here else (up if code == first else f"{up}{code}/"),
            code == here,
        )
        for code in codes
    ]


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if is_right_to_left(language) else "ltr"


def is_untranslated(guide: Guide, meta: Mapping[str, object]) -> bool:
    """Whether the item that a generated page is about stands in another language."""
    items = ((ENABLERS, meta.get("enabler")), (CASE_STUDIES, meta.get("case_study")))
    return any(item in guide.untranslated for item in items)


def _own_name(code: str) -> str:
    locale: Locale = locale_of(code)
    name = locale.get_language_name(locale.language) or code
    return name[:1].upper() + name[1:]
