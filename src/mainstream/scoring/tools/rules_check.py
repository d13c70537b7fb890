"""Rules check: one action, a yes, no or not sure for each rule, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools.blocks import points, table, verdict
from mainstream.scoring.tools.declaration import Rule, RulesCheck
from mainstream.scoring.tools.sheet import Entries
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    "none",
    "answer_yes",
    "answer_no",
    "answer_not_sure",
    "answered",
    "no_reason",
    "reason_missing",
    "still_open",
    "column_rule",
    "column_answer",
    "column_reason",
    "rules_pause",
    "rules_pause_text",
    "rules_unsure",
    "rules_unsure_text",
    "rules_within",
    "rules_within_text",
    "rules_why",
    "rules_ask",
    "rules_write_down",
    "rules_table",
)

YES, NO, NOT_SURE = "yes", "no", "not-sure"


def answer_title(answer: str, words: Words) -> str:
    """An answer in words, or a dash where there is none."""
    keys = {YES: "answer_yes", NO: "answer_no", NOT_SURE: "answer_not_sure"}
    return phrase(words, keys[answer]) if answer in keys else phrase(words, "none")


def result(section: RulesCheck, entries: Entries, words: Words) -> list[Part]:
    """Any “no” pauses; else any “not sure” asks; else, once all are answered, all is within them.

    It never says that something is approved.
    """
    rules = section.rules
    answers = {rule.id: entries.text(rule.id, "answer") for rule in rules}
    reasons = {rule.id: entries.text(rule.id, "reason") for rule in rules}

    def having(*wanted: str) -> list[Rule]:
        return [rule for rule in rules if answers[rule.id] in wanted]

    no, unsure, yes = having(NO), having(NOT_SURE), having(YES)
    within = len(yes) == len(rules)
    answered = len(no) + len(unsure) + len(yes)
    left = [rule for rule in rules if rule not in no + unsure + yes]
    return [
        _verdict(no, unsure, answered, len(rules), words),
        *points(
            phrase(words, "rules_why"),
            ((_with_reason(rule.title, reasons[rule.id], words), rule.if_no) for rule in no),
        ),
        *points(
            phrase(words, "rules_ask"),
            ((f"{rule.title}: {rule.ask}", reasons[rule.id] or rule.question) for rule in unsure),
        ),
        *points(phrase(words, "still_open"), (rule.title for rule in left)),
        *points(
            phrase(words, "rules_write_down"),
            ((rule.title, rule.write_down) for rule in (yes if within else ())),
        ),
        *points(
            phrase(words, "reason_missing"),
            (rule.title for rule in yes if not reasons[rule.id]),
        ),
        *table(
            phrase(words, "rules_table"),
            [phrase(words, key) for key in ("column_rule", "column_answer", "column_reason")],
            (
                (rule.title, answer_title(answers[rule.id], words), reasons[rule.id])
                for rule in rules
            ),
        ),
    ]


def _verdict(
    no: list[Rule], unsure: list[Rule], answered: int, count: int, words: Words
) -> VerdictPart:
    if no:
        return verdict("pause", phrase(words, "rules_pause"), phrase(words, "rules_pause_text"))
    if unsure:
        return verdict("ask", phrase(words, "rules_unsure"), phrase(words, "rules_unsure_text"))
    if answered < count:
        return verdict("open", phrase(words, "answered", count=answered, total=count))
    return verdict("ready", phrase(words, "rules_within"), phrase(words, "rules_within_text"))


def _with_reason(title: str, reason: str, words: Words) -> str:
    return ": ".join((title, reason or phrase(words, "no_reason")))
