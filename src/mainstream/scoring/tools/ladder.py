"""Ladder: rungs in order, of which none may be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools import builder, rules_check
from mainstream.scoring.tools.blocks import points, table, verdict
from mainstream.scoring.tools.builder import fields_of
from mainstream.scoring.tools.declaration import Ladder
from mainstream.scoring.tools.rules_check import NO, NOT_SURE, YES, answer_title
from mainstream.scoring.tools.sheet import Entries
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    *rules_check.WORDS,
    *builder.WORDS,
    "column_rung",
    "column_answer",
    "ladder_start",
    "ladder_at",
    "ladder_settles",
    "ladder_top",
    "ladder_skipped",
    "ladder_skips",
    "ladder_unshown",
    "ladder_table",
)


def result(section: Ladder, entries: Entries, words: Words) -> list[Part]:
    """The rung that things stand at: the first that is not passed; and what was skipped.

    A later rung does not count while an earlier one is open.
    """
    rungs = section.rungs
    passed_by = YES if section.climb == "when-yes" else NO
    answers = [entries.text(rung.id, "answer") for rung in rungs]
    texts = [[text for _, text in fields_of(section.fields, entries, rung.id)] for rung in rungs]
    at = next((n for n, answer in enumerate(answers) if answer != passed_by), len(rungs))
    settled = at < len(rungs) and answers[at] == YES
    skipping = [
        rung for n, rung in enumerate(rungs) if n > at and answers[n] == passed_by and not settled
    ]
    unshown = [
        rung
        for rung, answer, own in zip(rungs, answers, texts, strict=True)
        if answer and not own[0]
    ]
    evidence = section.fields[0].label
    return [
        _verdict(section, answers, at, words),
        *points(
            phrase(words, "ladder_skipped"),
            (
                (
                    phrase(words, "ladder_skips", later=rung.title, earlier=rungs[at].title),
                    rungs[at].next,
                )
                for rung in skipping
            ),
        ),
        *points(
            phrase(words, "ladder_unshown", evidence=evidence), (rung.title for rung in unshown)
        ),
        *table(
            phrase(words, "ladder_table"),
            [
                phrase(words, "column_rung"),
                phrase(words, "column_answer"),
                *(field.label for field in section.fields),
            ],
            (
                (rung.title, answer_title(answer, words), *own)
                for rung, answer, own in zip(rungs, answers, texts, strict=True)
            ),
        ),
    ]


def _verdict(section: Ladder, answers: list[str], at: int, words: Words) -> VerdictPart:
    rungs = section.rungs
    if not any(answers):
        return verdict("open", phrase(words, "ladder_start", rung=rungs[0].title))
    if at == len(rungs):
        return verdict("ready", phrase(words, "ladder_top"), section.top)
    rung, answer = rungs[at], answers[at]
    if answer == YES:  # where a yes does not lead on, it settles the matter
        return verdict("ready", phrase(words, "ladder_settles", rung=rung.title), rung.next)
    title = phrase(words, "ladder_at", rung=rung.title)
    return verdict("ask" if answer in (NO, NOT_SURE) else "open", title, rung.next)
