"""Stages: steps in order with notes, which may list options and decide between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools.blocks import passages, points, table, verdict
from mainstream.scoring.tools.declaration import Stage, Stages
from mainstream.scoring.tools.sheet import Entries
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    "none",
    "column_option",
    "column_for",
    "column_against",
    "stages_next",
    "stages_whole",
    "stages_blank",
    "stages_few_options",
    "stages_think_again",
    "stages_chosen",
    "stages_decided",
    "stages_why",
    "stages_none_chosen",
    "stages_two_chosen",
    "stages_two_chosen_text",
)

CHOSEN = "yes"


def result(section: Stages, entries: Entries, words: Words) -> list[Part]:
    """Where the steps have got to, what was left blank on the way, and the record itself."""
    stages = section.stages
    options = _options(section, entries)
    filled = [_filled(stage, entries, options) for stage in stages]
    reached = max((place for place, done in enumerate(filled) if done), default=-1)
    blank = [stage for place, stage in enumerate(stages) if place < reached and not filled[place]]
    blocks: list[Part] = [_verdict(section, entries, options, filled, words)]
    blocks += points(
        phrase(words, "stages_blank"), ((stage.title, stage.prompt) for stage in blank)
    )
    lists_options = any(stage.part == "options" for stage in stages)
    if lists_options and len(options) - bool(section.always) < 2 and reached >= 0:
        blocks += points(phrase(words, "stages_few_options"), [phrase(words, "stages_think_again")])
    for stage in stages:
        blocks += passages("", [(stage.title, entries.text(stage.id, "notes"))])
        if stage.part == "options":
            blocks += table(
                stage.title,
                [phrase(words, key) for key in ("column_option", "column_for", "column_against")],
                (
                    (_with_mark(option, words), option["for"], option["against"])
                    for option in options
                ),
            )
    return blocks


def _options(section: Stages, entries: Entries) -> list[dict[str, str]]:
    """The ways to go: first the one that is always there, then those that were entered."""
    always = section.always
    given = [row for _, row in entries.filled_rows()]
    rows = [{**row, "title": row.get("title", "").strip()} for row in given]
    if always and any(stage.part == "options" for stage in section.stages):
        own = {name: entries.text("always", name) for name in ("for", "against", "chosen")}
        rows.insert(0, {"title": always, **own})
    blank = {"title": "", "for": "", "against": "", "chosen": ""}
    return [{**blank, **row} for row in rows]


def _filled(stage: Stage, entries: Entries, options: list[dict[str, str]]) -> bool:
    if stage.part == "options":
        own = bool(entries.filled_rows()) or any(o["for"] or o["against"] for o in options)
        return own or bool(entries.text(stage.id, "notes"))
    if stage.part == "decision" and any(option["chosen"] == CHOSEN for option in options):
        return True
    return bool(entries.text(stage.id, "notes"))


def _verdict(
    section: Stages,
    entries: Entries,
    options: list[dict[str, str]],
    filled: list[bool],
    words: Words,
) -> VerdictPart:
    stages = section.stages
    decision = next((stage for stage in stages if stage.part == "decision"), None)
    chosen = [option["title"] for option in options if option["chosen"] == CHOSEN]
    if decision and len(chosen) > 1:
        text = phrase(words, "stages_two_chosen_text")
        return verdict("ask", phrase(words, "stages_two_chosen"), text)
    if decision and chosen:
        title = phrase(words, "stages_decided", option=chosen[0] or phrase(words, "none"))
        if not entries.text(decision.id, "notes"):
            return verdict("ask", title, phrase(words, "stages_why"))
        return verdict("ready", title, entries.text(decision.id, "notes"))
    if all(filled) and decision:
        return verdict("ask", phrase(words, "stages_none_chosen"))
    if all(filled):
        return verdict("ready", phrase(words, "stages_whole"))
    following = stages[filled.index(False)]
    title = phrase(words, "stages_next", stage=following.title)
    return verdict("open", title, following.prompt)


def _with_mark(option: dict[str, str], words: Words) -> str:
    title = option["title"] or phrase(words, "none")
    return phrase(words, "stages_chosen", option=title) if option["chosen"] == CHOSEN else title
