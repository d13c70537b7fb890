"""Lens: proposals side by side, each seen through the same elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools.blocks import points, table, verdict
from mainstream.scoring.tools.declaration import Lens, Question
from mainstream.scoring.tools.sheet import Entries, Row
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    "none",
    "answered",
    "still_open",
    "reason_missing",
    "row_unnamed",
    "column_element",
    "lens_helps",
    "lens_leaves",
    "lens_harms",
    "lens_none",
    "lens_helps_all",
    "lens_only_together",
    "lens_has_gaps",
    "lens_harms_some",
    "lens_gaps",
    "lens_harm",
    "lens_table",
)

HELPS, LEAVES, HARMS = "helps", "leaves", "harms"
_EFFECTS = {HELPS: "lens_helps", LEAVES: "lens_leaves", HARMS: "lens_harms"}


def elements_of(section: Lens, entries: Entries) -> list[Row]:
    """The elements as this sheet has them: edited, or else as they are declared."""
    edited = [row for row in entries.rows("elements") if row.get("title", "").strip()]
    return edited or [_row(element) for element in section.elements]


def result(section: Lens, entries: Entries, words: Words) -> list[Part]:
    """What each proposal does, which elements none helps, and where one does harm.

    A proposal is not ranked: one that harms a single element may still be the better one.
    """
    elements = elements_of(section, entries)
    rows = [row for _, row in entries.filled_rows()]
    names = [
        row.get("title", "").strip() or phrase(words, "row_unnamed", number=number)
        for number, row in enumerate(rows, 1)
    ]
    proposals = list(zip(names, rows, strict=True))
    if not proposals:
        return [verdict("open", phrase(words, "lens_none"))]

    def cell(row: Row, element: Row) -> str:
        effect = phrase(words, _EFFECTS.get(_effect(row, element), "none"))
        why = _why(row, element)
        return f"{effect}: {why}" if why else effect

    seen = [_effect(row, element) for row in rows for element in elements]
    gaps = [e for e in elements if HELPS not in {_effect(row, e) for row in rows}]
    whole = any(all(_effect(row, e) == HELPS for e in elements) for row in rows)
    return [
        _verdict(seen, gaps, whole, words),
        *points(
            phrase(words, "lens_gaps"),
            ((element["title"], element.get("question", "")) for element in gaps),
        ),
        *points(
            phrase(words, "lens_harm"),
            (
                (f"{name}: {element['title']}", _why(row, element))
                for name, row in proposals
                for element in elements
                if _effect(row, element) == HARMS
            ),
        ),
        *points(
            phrase(words, "still_open"),
            (
                f"{name}: {element['title']}"
                for name, row in proposals
                for element in elements
                if not _effect(row, element)
            ),
        ),
        *points(
            phrase(words, "reason_missing"),
            (
                f"{name}: {element['title']}"
                for name, row in proposals
                for element in elements
                if _effect(row, element) and not _why(row, element)
            ),
        ),
        *table(
            phrase(words, "lens_table"),
            [phrase(words, "column_element"), *names],
            ([e["title"], *(cell(row, e) for row in rows)] for e in elements),
        ),
    ]


def _verdict(seen: list[str], gaps: list[Row], whole: bool, words: Words) -> VerdictPart:
    """`whole` says that a single proposal helps every element."""
    if HARMS in seen:
        return verdict("pause", phrase(words, "lens_harms_some"))
    if "" in seen:
        done = len(seen) - seen.count("")
        return verdict("open", phrase(words, "answered", count=done, total=len(seen)))
    if gaps:
        return verdict("ask", phrase(words, "lens_has_gaps", count=len(gaps)))
    if not whole:
        return verdict("ask", phrase(words, "lens_only_together"))
    return verdict("ready", phrase(words, "lens_helps_all"))


def _row(element: Question) -> Row:
    return {"id": element.id, "title": element.title, "question": element.question}


def _effect(row: Row, element: Row) -> str:
    effect = row.get(f"{element.get('id', '')}.effect", "")
    return effect if effect in _EFFECTS else ""


def _why(row: Row, element: Row) -> str:
    return row.get(f"{element.get('id', '')}.why", "").strip()
