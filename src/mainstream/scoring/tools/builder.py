"""Builder: named fields assembled into a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools.blocks import passages, points, verdict
from mainstream.scoring.tools.declaration import Builder, TextField
from mainstream.scoring.tools.sheet import Entries
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part

WORDS: Final = (
    "builder_none",
    "builder_open",
    "builder_whole",
    "still_to_write",
)

TICKED = "yes"


def written(field: TextField, text: Callable[..., str]) -> str:
    """What a field holds: what was ticked, a line each, then what was written.

    `text` gives the text at the field's own place.
    """
    ticked = [choice.title for choice in field.choices if text(choice.id) == TICKED]
    lines = [f"• {title}" for title in ticked]
    return "\n".join([*lines, *filter(None, [text()])])


def fields_of(
    fields: Iterable[TextField], entries: Entries, *before: str
) -> list[tuple[TextField, str]]:
    """Each field with what it holds; `before` is the place that the fields stand at."""

    def text_of(field: TextField) -> Callable[..., str]:
        return lambda *place: entries.text(*before, field.id, *place)

    return [(field, written(field, text_of(field))) for field in fields]


def result(section: Builder, entries: Entries, words: Words) -> list[Part]:
    """The page, and what it still lacks."""
    found = fields_of(section.fields, entries)
    missing = [field for field, text in found if not text and not field.optional]
    if not any(text for _, text in found):
        return [verdict("open", phrase(words, "builder_none"))]
    whole = verdict("ready", phrase(words, "builder_whole"))
    return [
        # On paper a whole page speaks for itself.
        verdict("open", phrase(words, "builder_open", count=len(missing)))
        if missing
        else {**whole, "on_paper": False},
        *passages("", ((field.lead or field.label, text) for field, text in found)),
        *missing_points(missing, words),
    ]


def missing_points(missing: Iterable[TextField], words: Words) -> list[Part]:
    """The fields that are still to be written."""
    return points(
        phrase(words, "still_to_write"),
        ((field.label, field.hint) for field in missing),
    )
