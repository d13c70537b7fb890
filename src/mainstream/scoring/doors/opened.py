"""What the page of a person or of a workshop has opened: a framework, and the words for it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import TAGS
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.words import Words, check_words

if TYPE_CHECKING:
    from mainstream.scoring.contract.actions import OpenedFramework


def tag_at_random() -> int:
    """A tag from the system's own source of chance."""
    return secrets.randbelow(TAGS)


class Opened:
    """A framework with its words, from the `open` request on.

    `random_tag` gives a number from 0 to 127, for a response that brings no `tag` of its own.
    """

    def __init__(
        self, needed: Iterable[str], random_tag: Callable[[], int] = tag_at_random
    ) -> None:
        self._needed = tuple(needed)
        self._framework: Framework | None = None
        self.words: Words = {}
        self.random_tag = random_tag

    @property
    def framework(self) -> Framework:
        """The framework that was opened. Errors: `ScoringProblem("not-open")`."""
        if self._framework is None:
            raise ScoringProblem("not-open")
        return self._framework

    def open(self, request: Fields) -> OpenedFramework:
        """Take the framework and the words of a request; what is refused changes nothing."""
        framework = Framework.from_json(request.data.get("framework"))
        self.words = check_words(request.data.get("words"), self._needed)
        self._framework = framework
        return {"id": framework.id, "version": framework.version}
