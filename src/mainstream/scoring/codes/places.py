"""Where the pieces of a text stand: its lines, and the stretches that pieces take."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from mainstream.scoring.answers.response import Response
from mainstream.scoring.problem import ScoringProblem

CODE, LINK = "code", "link"  # the forms of a piece

_BROKEN_AT = range(60, 81)  # columns


@dataclass(frozen=True)
class Piece:
    """A piece of a text. Of `response`, `data` and `problem` at most one is given.

    `start` and `end` are places in the tidied text. Without any of the three, `shown` is what was
    meant as a code and is to be read for its problem.
    """

    start: int
    end: int
    form: str
    shown: str
    response: Response | None = None
    data: Any = None
    problem: ScoringProblem | None = None
    line: int = 0
    last_line: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it holds answers."""
        return self.response is not None or self.data is not None


class Lines:
    """The lines of a text; they are numbered from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def of(self, piece: Piece) -> range:
        """The numbers of the lines that a piece stands on."""
        first = bisect_left(self._ends, piece.start)
        last = bisect_left(self._ends, max(piece.start, piece.end - 1))
        return range(first + 1, last + 2)

    def are_one_word(self, one: Piece, other: Piece) -> bool:
        """Whether no space stands between two pieces."""
        start, end = min(one.end, other.end), max(one.start, other.start)
        return self._text.find(" ", start, end) < 0

    def numbered(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with their lines; a link's are all those that mail has broken it into."""
        taken = {line for piece in pieces for line in self.of(piece)}
        return [self._numbered(piece, taken) for piece in pieces]

    def _numbered(self, piece: Piece, taken: set[int]) -> Piece:
        first, last = self.of(piece)[0], self.of(piece)[-1]
        if piece.form == LINK:
            before = self._text[self._start(first) : piece.start]
            while " " not in before and first - 1 not in taken and self._is_broken(first - 1):
                if self._line(first).startswith("http"):
                    break
                first -= 1
                before = self._line(first)
            behind = self._text[piece.end : self._end(last)]
            while " " not in behind and last + 1 not in taken and self._is_broken(last):
                if " " in self._line(last + 1):
                    break
                last += 1
                behind = self._line(last)
        return replace(piece, line=first, last_line=last)

    def _is_broken(self, number: int) -> bool:
        """Whether a line is as long as mail makes one that it breaks."""
        return 0 < number <= len(self._ends) and len(self._line(number)) in _BROKEN_AT

    def _start(self, number: int) -> int:
        return self._ends[number - 2] + 1 if number > 1 else 0

    def _end(self, number: int) -> int:
        return self._ends[number - 1] if number <= len(self._ends) else len(self._text)

    def _line(self, number: int) -> str:
        return self._text[self._start(number) : self._end(number)]


class Stretches:
    """The stretches of a text that some pieces take."""

    def __init__(self, pieces: list[Piece]) -> None:
        """`pieces` come in the order of their starts."""
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._ends = list(accumulate((piece.end for piece in pieces), max))

    def meet(self, piece: Piece) -> bool:
        """Whether any of them takes a part of what the piece takes."""
        number = bisect_left(self._starts, max(piece.end, piece.start + 1)) - 1
        return number >= 0 and self._ends[number] > piece.start

    def next_to(self, piece: Piece) -> list[Piece]:
        """The last of them that starts before a piece, and the first that does not."""
        number = bisect_left(self._starts, piece.start)
        return self._pieces[max(0, number - 1) : number + 1]
