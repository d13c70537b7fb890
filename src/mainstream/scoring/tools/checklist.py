"""Checklist: items, each in one of the section's states, and what to do about those left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools.blocks import points, table, verdict
from mainstream.scoring.tools.declaration import Checklist, State
from mainstream.scoring.tools.sheet import Entries
from mainstream.scoring.words import Words, filled, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    "answered",
    "checklist_all",
    "checklist_left",
    "checklist_table",
    "column_item",
    "column_state",
    "none",
    "still_open",
)


def result(section: Checklist, entries: Entries, words: Words) -> list[Part]:
    """The items of each state in its order, with the next step where there is one to take."""
    items, states = section.items, section.states
    notes = {item.id: entries.text(item.id, "note") for item in items}
    known = {state.id: state for state in states}
    stands = {item.id: known.get(entries.text(item.id, "state")) for item in items}
    blocks: list[Part] = [_verdict(section, list(stands.values()), words)]
    for state in states:
        those = [item for item in items if stands[item.id] == state]
        if state.done:
            blocks += points(state.title, ((i.title, notes[i.id]) for i in those))
        else:
            blocks += points(state.title, ((i.title, i.next) for i in those))
    left = (item.title for item in items if stands[item.id] is None)
    blocks += points(phrase(words, "still_open"), left)
    return blocks + table(
        phrase(words, "checklist_table"),
        [phrase(words, "column_item"), phrase(words, "column_state"), section.note],
        (
            (item.title, state.title if state else phrase(words, "none"), notes[item.id])
            for item in items
            for state in [stands[item.id]]
        ),
    )


def _verdict(section: Checklist, stands: list[State | None], words: Words) -> VerdictPart:
    looked_at = [state for state in stands if state]
    if len(looked_at) < len(stands):
        count, total = len(looked_at), len(stands)
        return verdict("open", phrase(words, "answered", count=count, total=total))
    if all(state.done for state in looked_at):
        return verdict("ready", section.none_left or phrase(words, "checklist_all"))
    left = sum(not state.done for state in looked_at)
    told = section.some_left or words["checklist_left"]
    return verdict("ask", filled(told, count=left, total=len(stands)))
