"""The people of a workshop: who is already here, and adding more without counting anyone twice.

A person's code, link, file and row of our own tables are one person: point of view, answers and
tag are equal. Answers without a tag are taken for those of somebody whose answers are equal. The
same tag with answers that are much alike may be a newer version of somebody's: that is for a
person to say, and until then the older ones count.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import TAGS, UNANSWERED, Answer, Response

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import OfferChoice, VerdictName

ADDED: Final = "added"
HERE: Final = "here"
COMPLETED: Final = "completed"
UPDATE: Final = "update"
EMPTY: Final = "empty"

REPLACE: Final = "replace"
BOTH: Final = "both"

# With more people, equal tags among them are chance: of 128 people, 63 pairs have one.
_FEW, _MANY = 32, TAGS

Said = tuple[object, ...]
Identity = tuple[object, ...]


def said_of(framework: Framework, response: Response) -> Said:
    """What was said of each enabler, in order, without notes."""
    return tuple(
        (answer.state, answer.mark)
        for answer in (response.answer(enabler.id) for enabler in framework.enablers)
    )


def identity(framework: Framework, response: Response) -> Identity:
    """What tells one person's answers from another's: all that a response code holds.

    A code, its link and the same answers' file have the same identity; notes, group and date are
    no part of it.
    """
    return (response.point_of_view, said_of(framework, response), response.tag)


def may_be_newer(one: Said, other: Said, people: int) -> bool:
    """Whether answers with an equal tag may be two versions of one person's, among so many people.

    Half of the answers may differ, of more than 32 people a quarter. Of more than 128 people no
    two are taken for one: chance alone would hold back many of them.
    """
    if people > _MANY:
        return False
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    return differing <= len(one) // (2 if people <= _FEW else 4)


def is_empty(framework: Framework, response: Response) -> bool:
    """Whether nothing was said of any enabler of the framework."""
    return all(response.answer(enabler.id).state == UNANSWERED for enabler in framework.enablers)


def tagged_by_row(response: Response, row: Sequence[str]) -> Response:
    """A tag from the row's own cells, so that the same table read again adds nobody.

    Seven bits say nothing of what stood in the cells.
    """
    text = "\x1f".join(row).encode("utf-8", "surrogatepass")
    return response.with_tag(hashlib.sha256(text).digest()[0] % TAGS)


@dataclass(frozen=True)
class Offer:
    """What came that may be somebody's who is here; `number` is theirs among all, from 1."""

    number: int
    here: Response
    came: Response
    choices: tuple[OfferChoice, ...]


@dataclass(frozen=True)
class Arrival:
    """What became of one person's answers: `ADDED`, `HERE`, `COMPLETED`, `UPDATE` or `EMPTY`.

    `COMPLETED` means that the person was here, and that what came now also holds notes or a
    group. An `UPDATE` has not been added. An offer says what a person may decide otherwise.
    """

    verdict: VerdictName
    offer: Offer | None = None


class People:
    """Responses in the order in which they came, each person once."""

    def __init__(self, framework: Framework, responses: Iterable[Response] = ()) -> None:
        self._framework = framework
        self._responses: list[Response] = []
        self._places: dict[Identity, list[int]] = {}
        self._places_by_answers: dict[Identity, list[int]] = {}
        self._places_by_tag: dict[Identity, list[int]] = {}
        for response in responses:
            self._append(response)

    @property
    def responses(self) -> tuple[Response, ...]:
        """Everyone, in order."""
        return tuple(self._responses)

    def add(self, response: Response, group: str = "") -> Arrival:
        """Add one person; `group` is for a response that names none."""
        if is_empty(self._framework, response):
            return Arrival(EMPTY)
        response = _in_group(response, group)
        place = next(iter(self._places.get(identity(self._framework, response), ())), None)
        if place is not None:
            return self._complete(place, response)
        place = self._equal_without_tag(response)
        if place is not None:
            found = self._complete(place, response)
            return replace(found, offer=self._offer(place, response, (BOTH,)))
        place = self._older(response, len(self._responses), set())
        if place is not None:
            return Arrival(UPDATE, self._offer(place, response, (REPLACE, BOTH)))
        self._append(response)
        return Arrival(ADDED)

    def add_all(self, responses: Sequence[Response], group: str = "") -> list[Arrival]:
        """Add people who are known to be different ones; returns as `add`, in order.

        As many with equal answers are here afterwards as there are, also when they come again.
        """
        return self._add_all([(response, True) for response in responses], group)

    def add_rows(
        self, rows: Sequence[tuple[Response, Sequence[str]]], group: str = ""
    ) -> list[Arrival]:
        """As `add_all`, of the people of a table, with the cells of their rows.

        Whoever brings no tag gets one from the cells, which says nothing of other versions.
        """
        return self._add_all(
            [(tagged_by_row(each, cells), each.tag is not None) for each, cells in rows], group
        )

    def settle(self, here: Response, came: Response, choice: OfferChoice) -> Arrival:
        """Do what a person decided about an offer: `came` takes the place of `here`, or is added.

        Where somebody has the very answers that came, or nobody those that were here, there is
        nothing to replace: nobody counts twice, and nobody is lost.
        """
        if self._places.get(identity(self._framework, came)):
            return Arrival(HERE)
        places = self._places.get(identity(self._framework, here), ())
        if choice == BOTH or not places:
            self._append(came)
            return Arrival(ADDED)
        self._put(places[0], _together(came, self._responses[places[0]]))
        return Arrival("replaced")

    def _add_all(self, given: Sequence[tuple[Response, bool]], group: str) -> list[Arrival]:
        """Each response, and whether its tag is the person's own."""
        before: Counter[Identity] = Counter()
        already = len(self._responses)
        coming = {identity(self._framework, response) for response, _ in given}
        arrivals = []
        for bare, own_tag in given:
            if is_empty(self._framework, bare):
                arrivals.append(Arrival(EMPTY))
                continue
            response = _in_group(bare, group)
            who = identity(self._framework, response)
            places = self._places.get(who, ())
            which = before[who]
            before[who] += 1
            if which < len(places):
                arrivals.append(self._complete(places[which], response))
                continue
            older = self._older(response, already, coming) if own_tag and not which else None
            if older is None:
                self._append(response)
                arrivals.append(Arrival(ADDED))
            else:
                arrivals.append(Arrival(UPDATE, self._offer(older, response, (REPLACE, BOTH))))
        return arrivals

    def _complete(self, place: int, response: Response) -> Arrival:
        known = self._responses[place]
        fuller = _together(known, response)
        if fuller == known:
            return Arrival(HERE)
        self._responses[place] = fuller
        return Arrival(COMPLETED)

    def _equal_without_tag(self, response: Response) -> int | None:
        """The place of somebody with equal answers, where they or these have no tag."""
        key = (response.point_of_view, said_of(self._framework, response))
        for place in self._places_by_answers.get(key, ()):
            if response.tag is None or self._responses[place].tag is None:
                return place
        return None

    def _older(self, response: Response, before: int, coming: set[Identity]) -> int | None:
        """The place of somebody whose answers these may be in a newer version.

        Of those before a place, and of none who is coming too.
        """
        if response.tag is None or not 0 < before <= _MANY:
            return None
        said = said_of(self._framework, response)
        places = self._places_by_tag.get((response.point_of_view, response.tag), ())
        for place in reversed([place for place in places if place < before]):
            known = self._responses[place]
            older = said_of(self._framework, known)
            alike = may_be_newer(older, said, before)
            if alike and identity(self._framework, known) not in coming:
                return place
        return None

    def _offer(self, place: int, came: Response, choices: tuple[OfferChoice, ...]) -> Offer:
        return Offer(place + 1, self._responses[place], came, choices)

    def _append(self, response: Response) -> None:
        self._responses.append(response)
        self._index(len(self._responses) - 1)

    def _put(self, place: int, response: Response) -> None:
        for places, key in self._keys(self._responses[place]):
            places[key].remove(place)
        self._responses[place] = response
        self._index(place)

    def _index(self, place: int) -> None:
        for places, key in self._keys(self._responses[place]):
            places.setdefault(key, []).append(place)

    def _keys(self, response: Response) -> list[tuple[dict[Identity, list[int]], Identity]]:
        view, said = response.point_of_view, said_of(self._framework, response)
        keys: list[tuple[dict[Identity, list[int]], Identity]] = [
            (self._places, (view, said, response.tag)),
            (self._places_by_answers, (view, said)),
        ]
        if response.tag is not None:
            keys.append((self._places_by_tag, (view, response.tag)))
        return keys


def _in_group(response: Response, group: str) -> Response:
    return replace(response, group=group) if group and not response.group else response


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
