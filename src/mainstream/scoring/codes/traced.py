"""A text that was changed, and the way back from it to where each part stood before."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Edits:
    """What one change replaced, in order; each list has an entry for each replacement."""

    starts: list[int]  # in the new text
    ends: list[int]
    old_starts: list[int]
    old_ends: list[int]


@dataclass(frozen=True)
class Traced:
    """A text with the change that made it; the text that was first traced has none."""

    text: str
    before: "Traced | None" = None
    edits: Edits | None = None

    def replaced(
        self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str | None]
    ) -> "Traced":
        """The text with each match replaced; None leaves one as it is."""
        edits = Edits([], [], [], [])
        pieces: list[str] = []
        done = length = 0
        for match in pattern.finditer(self.text):
            new = by(match)
            if new is None:
                continue
            start, end = match.span()
            pieces += self.text[done:start], new
            length += start - done
            edits.starts.append(length)
            length += len(new)
            edits.ends.append(length)
            edits.old_starts.append(start)
            edits.old_ends.append(end)
            done = end
        if not pieces:
            return self
        return Traced("".join([*pieces, self.text[done:]]), self, edits)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the part from `start` to `end` stood in the text that was first traced."""
        at: Traced = self
        while at.before and at.edits:
            start = _before(at.edits, start)[0]
            end = _before(at.edits, max(end - 1, 0))[1]
            at = at.before
        return start, max(start, end)


def _before(edits: Edits, place: int) -> tuple[int, int]:
    """Where one character's origin starts and ends; within a replacement, that of the whole."""
    number = bisect_right(edits.starts, place) - 1
    # Of several replacements at one place all but the last are empty; the last holds it.
    if number < 0:
        return place, place + 1
    if place < edits.ends[number]:
        return edits.old_starts[number], edits.old_ends[number]
    old = edits.old_ends[number] + place - edits.ends[number]
    return old, old + 1
