"""Figures and names that texts mention, so that "nine enablers" is true of a version with nine."""

import re
from collections.abc import Mapping
from typing import Any, Final

from mainstream.guide.model.model import Framework
from mainstream.guide.model.settings import SmallGroups
from mainstream.guide.reading.plurals import text_for

FACTS: Final = frozenset(
    {
        *("enablers_word", "Enablers_word", "levels_word", "Levels_word"),
        *("enablers_counted", "Enablers_counted", "levels_counted", "Levels_counted"),
        *("scale_points", "scale_lowest", "scale_highest", "framework_title"),
        *("least_shown_word", "least_without_consent_word", "least_in_group_word"),
    }
)
_FACT = re.compile(r"\{(" + "|".join(sorted(FACTS)) + r")\}")


def facts(
    framework: Framework,
    enablers: int,
    small_groups: SmallGroups,
    numbers: Mapping[str, Any],
    language: str,
) -> dict[str, str]:
    """The value of each fact.

    `numbers` are the texts of that area: `spelled` lists the numbers from zero in words,
    separated by semicolons; `enablers` and `levels` have a text for each plural form, with a gap
    for `{count}`.
    """
    words = [word.strip() for word in numbers.get("spelled", "").split(";")]

    def word(number: int) -> str:
        return words[number] if number < len(words) else str(number)

    def counted(number: int, key: str) -> str:
        text = text_for(numbers.get(key, "{count}"), number, language)
        return text.replace("{count}", word(number))

    def capital(text: str) -> str:
        return text[:1].upper() + text[1:]

    scale = framework.scale
    levels = len(framework.levels)
    enablers_counted = counted(enablers, "enablers")
    levels_counted = counted(levels, "levels")
    return {
        "enablers_counted": enablers_counted,
        "Enablers_counted": capital(enablers_counted),
        "levels_counted": levels_counted,
        "Levels_counted": capital(levels_counted),
        "enablers_word": word(enablers),
        "Enablers_word": capital(word(enablers)),
        "levels_word": word(levels),
        "Levels_word": capital(word(levels)),
        "scale_points": str(scale.points),
        "scale_lowest": scale.labels[0],
        "scale_highest": scale.labels[-1],
        "framework_title": framework.title,
        "least_shown_word": word(small_groups.least_shown),
        "least_without_consent_word": word(small_groups.least_without_consent),
        "least_in_group_word": word(small_groups.least_in_group),
    }


def stated(text: str, values: Mapping[str, str]) -> str:
    """The text with its facts in their places; other gaps stay."""
    return _FACT.sub(lambda gap: values[gap[1]], text)


def all_stated(words: Any, values: Mapping[str, str]) -> Any:
    """Interface texts by area and key, with the facts in their places."""
    if isinstance(words, dict):
        return {key: all_stated(entry, values) for key, entry in words.items()}
    return stated(words, values)
