"""What an adapted version puts on every page: its colours, and whose it is."""

from collections.abc import Mapping
from typing import Any

from mainstream.guide import Settings
from mainstream.scoring.words import filled

_SOFT = 12  # per cent of a level's colour in the areas behind it


def own_styles(settings: Settings) -> str:
    """CSS that sets the colours an adaptation chose; empty where it chose none."""
    light, dark = _rules(settings, "light"), _rules(settings, "dark")
    if not light:
        return ""
    return (
        f':root, [data-md-color-scheme="default"] {{\n{light}}}\n'
        f'@media screen {{\n[data-md-color-scheme="slate"] {{\n{dark}}}\n}}\n'
    )


def small_print(settings: Settings, words: Mapping[str, Mapping[str, Any]]) -> str:
    """The sentence at the foot of every page."""
    own = settings.based_on.start_from == "nothing"
    sentence = str(words["based"]["small_print_own" if own else "small_print"])
    return filled(sentence, name=settings.name, organisation=settings.organisation)


def _rules(settings: Settings, scheme: str) -> str:
    colours = settings.colours
    lines = []
    if colours.accent:
        lines.append(f"--m2m-accent: {getattr(colours.accent, scheme)};")
    for number, level in enumerate(colours.levels, 1):
        soft = f"color-mix(in srgb, var(--level-{number}) {_SOFT}%, var(--m2m-page))"
        lines.append(f"--level-{number}: {getattr(level, scheme)};")
        lines.append(f"--level-{number}-soft: {soft};")
    return "".join(f"  {line}\n" for line in lines)
