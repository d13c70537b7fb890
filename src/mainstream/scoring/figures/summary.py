"""What one person's answers show: rows, levels, counts, what stands out, and where to start.

The rules, on purpose few enough to say aloud. Only marks enter them.

- Stands out: the enablers with the highest mark given, where it is above the scale's middle. Less
  present: those with the lowest, where it is not. Where every mark is the same, or there are fewer
  than two, neither is said.
- Each list names three enablers at most. Where more share the mark, levels take turns, each giving
  its first enabler in the framework's order; the totals say how many there are in all.
- Where to start: three at most of the marks that are not above the middle, lowest first; and two
  at most without a mark, first what was "not sure", then what was left open. Levels take turns
  among equals. What "does not apply" is never a place to start.
- A suggestion asks one of the enabler's questions and shows one of its shifts: the first for the
  lowest mark, the next for the next mark, and so on round, so that a mark that moves asks again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    UNANSWERED,
    Response,
)
from mainstream.scoring.words import STATE_WORDS, Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract import answers as contract

WORDS: Final = tuple(STATE_WORDS.values())

FEWEST_MARKS = 2  # of which one can stand out
MOST_NAMED = 3
MOST_LOW_MARKS = 3
MOST_WITHOUT_MARK = 2
MOST_CASE_STUDIES = 3
MOST_TOOLS = 2

_T = TypeVar("_T")


def summary(framework: Framework, response: Response, words: Words) -> contract.Summary:
    """Everything the result page says of a response, as JSON data.

    `rows` (one an enabler), `levels`, `counts`, `stands_out` and `less_present` (ids) with
    `stands_out_total` and `less_present_total`, `all_equal` (two marks or more, all the same),
    `too_few` (marks to compare), `not_scored`, `suggestions`.
    """
    enablers = framework.enablers
    highest, lowest = _extremes(framework, response)
    all_equal = highest is not None and highest == lowest
    stands_out: list[Enabler] = []
    less_present: list[Enabler] = []
    middle = _middle(framework)
    if highest is not None and highest > middle and not all_equal:
        stands_out = [e for e in enablers if response.answer(e.id).mark == highest]
    if lowest is not None and lowest <= middle and not all_equal:
        less_present = [e for e in enablers if response.answer(e.id).mark == lowest]
    states = [response.answer(enabler.id).state for enabler in enablers]
    too_few = states.count(MARKED) < FEWEST_MARKS
    return {
        "rows": [_row(framework, enabler, response, words) for enabler in enablers],
        "levels": [
            _level(framework, level.id, level.title, response) for level in framework.levels
        ],
        "counts": _counts(states),
        "stands_out": _ids(_named(framework, stands_out)),
        "stands_out_total": len(stands_out),
        "less_present": _ids(_named(framework, less_present)),
        "less_present_total": len(less_present),
        "all_equal": all_equal and not too_few,
        "too_few": too_few,
        "not_scored": [
            {"enabler": enabler.id, "state": state}
            for enabler, state in zip(enablers, states, strict=True)
            if state != MARKED
        ],
        "suggestions": [
            _suggestion(enabler, response) for enabler in _where_to_start(framework, response)
        ],
    }


def _middle(framework: Framework) -> float:
    """The scale's middle: 3 on five points, 2.5 on four."""
    return (framework.scale.points + 1) / 2


def _extremes(framework: Framework, response: Response) -> tuple[int | None, int | None]:
    """The highest and the lowest mark given; None where there is no mark."""
    answers = [response.answer(enabler.id) for enabler in framework.enablers]
    marks = [answer.mark for answer in answers if answer.mark is not None]
    return (max(marks), min(marks)) if marks else (None, None)


def _named(framework: Framework, enablers: list[Enabler]) -> list[Enabler]:
    """At most three of them, in the framework's order."""
    chosen = _in_turns(framework, enablers)[:MOST_NAMED]
    return [enabler for enabler in enablers if enabler in chosen]


def _in_turns(framework: Framework, enablers: Iterable[Enabler]) -> list[Enabler]:
    """The enablers with the levels taking turns: each level's first, and so on."""
    given = list(enablers)
    by_level = [[e for e in given if e.level == level.id] for level in framework.levels]
    longest = max((len(group) for group in by_level), default=0)
    return [group[turn] for turn in range(longest) for group in by_level if turn < len(group)]


def _where_to_start(framework: Framework, response: Response) -> list[Enabler]:
    low: list[Enabler] = []
    for mark in range(1, int(_middle(framework)) + 1):
        low += _answered(framework, response, MARKED, mark)
    open_ = _answered(framework, response, NOT_SURE, None)
    open_ += _answered(framework, response, UNANSWERED, None)
    return low[:MOST_LOW_MARKS] + open_[:MOST_WITHOUT_MARK]


def _answered(
    framework: Framework, response: Response, state: str, mark: int | None
) -> list[Enabler]:
    alike = [
        enabler
        for enabler in framework.enablers
        if response.answer(enabler.id).state == state and response.answer(enabler.id).mark == mark
    ]
    return _in_turns(framework, alike)


def _suggestion(enabler: Enabler, response: Response) -> contract.Suggestion:
    answer = response.answer(enabler.id)
    turn = (answer.mark or 1) - 1
    shift = _turn(enabler.shifts, turn)
    return {
        "enabler": enabler.id,
        "title": enabler.title,
        "url": enabler.url,
        "state": answer.state,
        "mark": answer.mark,
        "question": _turn(enabler.questions, turn),
        "shift": {"from": shift.from_, "to": shift.to} if shift else None,
        "case_studies": [
            {"id": case.id, "title": case.title, "place": case.place, "url": case.url}
            for case in enabler.case_studies[:MOST_CASE_STUDIES]
        ],
        "tools": [
            {"id": tool.id, "title": tool.title, "url": tool.url}
            for tool in enabler.tools[:MOST_TOOLS]
        ],
    }


def _turn(items: Sequence[_T], turn: int) -> _T | None:
    return items[turn % len(items)] if items else None


def _row(
    framework: Framework, enabler: Enabler, response: Response, words: Words
) -> contract.ResultRow:
    answer = response.answer(enabler.id)
    return {
        "enabler": enabler.id,
        "number": enabler.number,
        "title": enabler.title,
        "url": enabler.url,
        "level": enabler.level,
        "state": answer.state,
        "mark": answer.mark,
        "label": _label(framework, enabler, response, words),
        "note": answer.note,
    }


def _label(framework: Framework, enabler: Enabler, response: Response, words: Words) -> str:
    """What was said, in words: the mark's label or the name of the state."""
    answer = response.answer(enabler.id)
    if answer.mark is not None:
        return framework.scale.labels[answer.mark - 1]
    return phrase(words, STATE_WORDS[answer.state])


def _level(framework: Framework, id_: str, title: str, response: Response) -> contract.ResultLevel:
    ids = _ids(framework.enablers_of(id_))
    counts = _counts([response.answer(enabler).state for enabler in ids])
    return {"id": id_, "title": title, "rows": ids, "counts": counts}


def _counts(states: Sequence[str]) -> contract.StateCounts:
    return {
        "marked": states.count(MARKED),
        "not_sure": states.count(NOT_SURE),
        "does_not_apply": states.count(DOES_NOT_APPLY),
        "unanswered": states.count(UNANSWERED),
        "total": len(states),
    }


def _ids(enablers: Iterable[Enabler]) -> list[str]:
    return [enabler.id for enabler in enablers]
