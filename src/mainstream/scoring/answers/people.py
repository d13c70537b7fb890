"""The people of a workshop: who is already here, and adding more without counting anyone twice."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import TAGS, UNANSWERED, Answer, Response

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import VerdictName

ADDED: Final = "added"
HERE: Final = "here"
COMPLETED: Final = "completed"
EMPTY: Final = "empty"

Identity = tuple[object, ...]


def identity(framework: Framework, response: Response) -> Identity:
    """What tells one person's answers from another's: all that a response code holds.

    A code, its link and the same answers' file have the same identity; notes, group and date are
    no part of it.
    """
    answers = tuple(
        (answer.state, answer.mark)
        for answer in (response.answer(enabler.id) for enabler in framework.enablers)
    )
    return (response.point_of_view, answers, response.tag)


def is_empty(framework: Framework, response: Response) -> bool:
    """Whether nothing was said of any enabler of the framework."""
    return all(response.answer(enabler.id).state == UNANSWERED for enabler in framework.enablers)


def tagged_by_row(response: Response, row: Sequence[str]) -> Response:
    """A tag from the row's own cells, so that the same table read again adds nobody.

    Seven bits say nothing of what stood in the cells.
    """
    text = "\x1f".join(row).encode("utf-8", "surrogatepass")
    return response.with_tag(hashlib.sha256(text).digest()[0] % TAGS)


class People:
    """Responses in the order in which they came, each person once."""

    def __init__(self, framework: Framework, responses: Iterable[Response] = ()) -> None:
        self._framework = framework
        self._responses: list[Response] = []
        self._places: dict[Identity, list[int]] = {}
        for response in responses:
            self._append(response)

    @property
    def responses(self) -> tuple[Response, ...]:
        """Everyone, in order."""
        return tuple(self._responses)

    def add(self, response: Response, group: str = "") -> VerdictName:
        """Add one person; returns `ADDED`, `HERE`, `COMPLETED` or `EMPTY`.

        `group` is for a response that names none. `COMPLETED` means that the person was here, and
        that what came now also holds notes or a group.
        """
        return self._add(response, group, 0)

    def add_table(self, responses: Sequence[Response], group: str = "") -> list[VerdictName]:
        """Add the people of one table, a row each; returns those of `add`, in order.

        In a table, equal rows are different people: as many are here afterwards as the table
        holds, also when the same table comes again.
        """
        before: Counter[Identity] = Counter()
        verdicts: list[VerdictName] = []
        for response in responses:
            who = identity(self._framework, response)
            verdicts.append(self._add(response, group, before[who]))
            before[who] += 1
        return verdicts

    def _add(self, response: Response, group: str, which: int) -> VerdictName:
        """Add a person, or complete the one that is number `which` of those who are alike."""
        if is_empty(self._framework, response):
            return EMPTY
        if group and not response.group:
            response = replace(response, group=group)
        places = self._places.get(identity(self._framework, response), [])
        if which >= len(places):
            self._append(response)
            return ADDED
        known = self._responses[places[which]]
        fuller = _together(known, response)
        if fuller == known:
            return HERE
        self._responses[places[which]] = fuller
        return COMPLETED

    def _append(self, response: Response) -> None:
        who = identity(self._framework, response)
        self._places.setdefault(who, []).append(len(self._responses))
        self._responses.append(response)


def _together(known: Response, other: Response) -> Response:
    """What is known of a person, with the notes, the group and the rest that it lacks."""
    answers = {**known.answers}
    for id_, answer in other.answers.items():
        here = answers.get(id_, Answer())
        if answer.note and not here.note:
            answers[id_] = replace(here, note=answer.note)
    return replace(
        known,
        answers=answers,
        group=known.group or other.group,
        date=known.date or other.date,
        unknown_answers={**other.unknown_answers, **known.unknown_answers},
        unknown_fields={**other.unknown_fields, **known.unknown_fields},
    )
