"""Tells people apart as `People` does, of any number and in little memory: a number for each.

Of so many people that the memory is full, those who come later cannot be told from one another any
longer: all of them are counted, and `forgets` says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import (
    ADDED,
    EMPTY,
    HERE,
    UPDATE,
    Identity,
    Said,
    identity,
    is_empty,
    may_be_newer,
    said_of,
)
from mainstream.scoring.answers.response import TAGS, Response

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import VerdictName


class Seen:
    """Whoever has been counted by now; `most` people are told apart."""

    def __init__(self, framework: Framework, most: int) -> None:
        self._framework = framework
        self._most = most
        self._people = 0
        self._known: Counter[int] = Counter()
        self._answers: set[int] = set()
        self._untagged: set[int] = set()
        self._by_tag: dict[Identity, list[tuple[int, Said]]] = {}
        self.forgets = False

    def single(self, response: Response, *, may_be_newer: bool) -> VerdictName:
        """What becomes of one person's answers: `ADDED`, `HERE`, `UPDATE` or `EMPTY`.

        Whether they may be a newer version of somebody's is asked where `may_be_newer` is true.
        """
        if is_empty(self._framework, response):
            return EMPTY
        if self._known[hash(identity(self._framework, response))]:
            return HERE
        answers = hash((response.point_of_view, said_of(self._framework, response)))
        if answers in (self._answers if response.tag is None else self._untagged):
            return HERE
        if may_be_newer and self._has_older(response, self._people, set()):
            return UPDATE
        self._remember(response)
        return ADDED

    def batch(self) -> Batch:
        """For people of one source who are known to be different ones."""
        return Batch(self, self._people)

    def _remember(self, response: Response) -> None:
        who = hash(identity(self._framework, response))
        said = said_of(self._framework, response)
        self._people += 1
        if len(self._known) >= self._most and who not in self._known:
            self.forgets = True
            return
        self._known[who] += 1
        answers = hash((response.point_of_view, said))
        self._answers.add(answers)
        if response.tag is None:
            self._untagged.add(answers)
        elif self._people <= TAGS:
            key = (response.point_of_view, response.tag)
            self._by_tag.setdefault(key, []).append((self._people, said))
        else:
            self._by_tag.clear()  # among so many, no two are taken for one

    def _has_older(self, response: Response, before: int, coming: Collection[int]) -> bool:
        if response.tag is None:
            return False
        said = said_of(self._framework, response)
        view, tag = response.point_of_view, response.tag
        return any(
            place <= before
            and may_be_newer(known, said, before)
            and hash((view, known, tag)) not in coming
            for place, known in self._by_tag.get((view, tag), ())
        )


class Batch:
    """People of one source: as many with equal answers are counted as it holds."""

    def __init__(self, seen: Seen, before: int) -> None:
        self._seen = seen
        self._before = before
        self._here: Counter[int] = Counter()

    def arrives(self, response: Response, *, may_be_newer: bool) -> VerdictName:
        """As `Seen.single`; only an `UPDATE` is not sure before everyone has arrived."""
        seen = self._seen
        if is_empty(seen._framework, response):
            return EMPTY
        who = hash(identity(seen._framework, response))
        which = 0
        if who in self._here or len(self._here) < seen._most:
            which = self._here[who]
            self._here[who] += 1
            if which < seen._known[who]:
                return HERE
        else:
            seen.forgets = True
        if may_be_newer and not which and seen._has_older(response, self._before, ()):
            return UPDATE
        seen._remember(response)
        return ADDED

    def decide(self, response: Response) -> VerdictName:
        """Whether an `UPDATE` is one, now that everyone has arrived.

        It is not where the older answers are those of somebody else in the same source.
        """
        if self._seen._has_older(response, self._before, self._here):
            return UPDATE
        self._seen._remember(response)
        return ADDED
