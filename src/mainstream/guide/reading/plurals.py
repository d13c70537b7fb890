"""The plural categories of a language, from the Unicode CLDR through babel."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError

CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language code such as `en-GB`; a private region falls back to its language.

    Errors: `ValueError` where the language itself is unknown.
    """
    for code in (language, language.split("-")[0]):
        try:
            return Locale.parse(code, sep="-")
        except UnknownLocaleError:
            continue
    raise ValueError(f'there is no language "{language}"')


@cache
def categories(language: str) -> tuple[str, ...]:
    """The plural forms that a language tells apart for whole numbers, in the CLDR's order."""
    form = locale_of(language).plural_form
    # "many" of some languages is for fractions or millions alone; counts here are whole and small.
    used = {form(number) for number in range(1001)}
    return tuple(name for name in CATEGORIES if name in used)


def text_for(entry: str | Mapping[str, str], number: int, language: str) -> str:
    """The text of a plural for this many; an entry that is one text stands for every number."""
    if isinstance(entry, str):
        return entry
    return entry.get(locale_of(language).plural_form(number)) or entry["other"]


def is_same_language(one: str, other: str) -> bool:
    """Whether two codes name one language, wherever it is written: `en-GB` and `en-IE` do."""
    return bool(locale_of(one).language == locale_of(other).language)


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return locale_of(language).text_direction == "rtl"
