"""Two views: the same questions from two sides, what they share and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.tools import builder
from mainstream.scoring.tools.blocks import passages, points, table, verdict
from mainstream.scoring.tools.builder import fields_of, missing_points
from mainstream.scoring.tools.declaration import Question, TwoViews
from mainstream.scoring.tools.rules_check import NO, YES
from mainstream.scoring.tools.sheet import Entries
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    *builder.WORDS,
    "column_question",
    "views_none",
    "views_count",
    "views_all_agreed",
    "views_agreed",
    "views_differ",
    "views_open",
    "views_table",
    "views_together",
)

AGREED, DIFFERING, OPEN = "agreed", "differing", "open"


def result(section: TwoViews, entries: Entries, words: Words) -> list[Part]:
    """Side by side, what is agreed, what differs (the furthest apart first), and what is open."""
    questions, sides = section.questions, section.sides
    stands = {q.id: _stand(section, entries, q.id) for q in questions}

    def having(stand: str) -> list[Question]:
        found = [q for q in questions if stands[q.id][0] == stand]
        return sorted(found, key=lambda q: -stands[q.id][1])

    together = fields_of(section.together, entries, "together")
    missing = [field for field, text in together if not text and not field.optional]
    agreed, differing, left = having(AGREED), having(DIFFERING), having(OPEN)
    return [
        _verdict(len(agreed), len(differing), len(left), words),
        *points(phrase(words, "views_agreed"), (q.title for q in agreed)),
        *points(phrase(words, "views_differ"), ((q.title, q.question) for q in differing)),
        *points(phrase(words, "views_open"), (q.title for q in left)),
        *table(
            phrase(words, "views_table"),
            [phrase(words, "column_question"), *(side.title for side in sides)],
            (
                (q.title, *(_view(section, entries, q.id, side.id) for side in sides))
                for q in questions
            ),
        ),
        *passages(
            phrase(words, "views_together"),
            ((field.lead or field.label, text) for field, text in together),
        ),
        *(missing_points(missing, words) if not left else ()),
    ]


def _stand(section: TwoViews, entries: Entries, question: str) -> tuple[str, int]:
    """Whether two views agree, and how far apart they are, in steps of the answers."""
    if not section.answers:
        agree = entries.text(question, "agree")
        told = all(entries.text(question, side.id, "note") for side in section.sides)
        if agree == YES and not told:
            return OPEN, 0  # one side has said nothing yet that the other could agree with
        return {YES: AGREED, NO: DIFFERING}.get(agree, OPEN), 0
    order = [answer.id for answer in section.answers]
    given = [entries.text(question, side.id, "answer") for side in section.sides]
    if any(answer not in order for answer in given):
        return OPEN, 0
    apart = abs(order.index(given[0]) - order.index(given[1]))
    return (DIFFERING if apart else AGREED), apart


def _view(section: TwoViews, entries: Entries, question: str, side: str) -> str:
    titles = {answer.id: answer.title for answer in section.answers}
    answer = titles.get(entries.text(question, side, "answer"), "")
    return "\n".join(filter(None, [answer, entries.text(question, side, "note")]))


def _verdict(agreed: int, differing: int, left: int, words: Words) -> VerdictPart:
    total = agreed + differing + left
    if left == total:
        return verdict("open", phrase(words, "views_none"))
    title = phrase(words, "views_count", agreed=agreed, differing=differing, open=left)
    if not differing and not left:
        return verdict("ready", title, phrase(words, "views_all_agreed"))
    return verdict("ask" if differing else "open", title)
