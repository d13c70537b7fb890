"""The people of a workshop: who is already here, and adding more without counting anyone twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mainstream.scoring.framework import Framework
from mainstream.scoring.response import UNANSWERED, Response

ADDED, HERE, COMPLETED, EMPTY = "added", "here", "completed", "empty"

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


class People:
    """Responses in the order in which they came, each person once."""

    def __init__(self, framework: Framework, responses: Iterable[Response] = ()) -> None:
        self._framework = framework
        self._responses: list[Response] = list(responses)
        self._places: dict[Identity, int] = {
            identity(framework, response): place for place, response in enumerate(self._responses)
        }

    @property
    def responses(self) -> tuple[Response, ...]:
        """Everyone, in order."""
        return tuple(self._responses)

    def add(self, response: Response, group: str = "") -> str:
        """Add one person; the answer is `ADDED`, `HERE`, `COMPLETED` or `EMPTY`.

        `group` is for a response that names none. `COMPLETED` means that the person was here, and
        that what came now also holds notes or a group.
        """
        if is_empty(self._framework, response):
            return EMPTY
        if group and not response.group:
            response = replace(response, group=group)
        who = identity(self._framework, response)
        place = self._places.get(who)
        if place is None:
            self._places[who] = len(self._responses)
            self._responses.append(response)
            return ADDED
        known = self._responses[place]
        fuller = _together(known, response)
        if fuller == known:
            return HERE
        self._responses[place] = fuller
        return COMPLETED

    def add_table(self, responses: Sequence[Response], group: str = "") -> list[str]:
        """Add the people of one table, a row each; the answers are those of `add`, in order.

        In a table, equal rows are different people: as many are here afterwards as the table
        holds, also when the same table comes again.
        """
        here = Counter(identity(self._framework, known) for known in self._responses)
        verdicts = []
        for response in responses:
            who = identity(self._framework, response)
            if here[who] > 0:
                here[who] -= 1
                verdicts.append(self.add(response, group))
            elif who in self._places and not is_empty(self._framework, response):
                named = response if response.group else replace(response, group=group)
                self._responses.append(named)
                verdicts.append(ADDED)
            else:
                verdicts.append(self.add(response, group))
        return verdicts


def _together(known: Response, other: Response) -> Response:
    """What is known of a person, with the notes, the group and the date that it lacks."""
    answers = {
        id_: answer if answer.note else replace(answer, note=other.answer(id_).note)
        for id_, answer in known.answers.items()
    }
    return replace(
        known,
        answers=answers,
        group=known.group or other.group,
        date=known.date or other.date,
    )
