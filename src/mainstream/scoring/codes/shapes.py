"""What a framework's codes look like in a text, and what looks like a code with a slip in it.

A text is full of identifiers. Whatever has a code's length and a right check is a code, however it
is grouped. Something else is reported as damaged only where it has the shape of *ours*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.codes.checker import Checker
from mainstream.scoring.codes.code import FIRST_CHARACTERS, group_sizes, has_code, read_code
from mainstream.scoring.problem import ScoringProblem

_CHARACTER = "[0-9A-TV-Za-tv-z]"  # Crockford's letters and their look-alikes: all but U
# A code of the version that we know begins so, with its version and point of view. Where nothing
# like a word may stand before it, the pattern looks back from behind the first character: a search
# is fast only for a pattern that begins with a character.
_FIRST = f"[{FIRST_CHARACTERS}]"
_BEGINS = rf"{_FIRST}(?<![^\W_].)(?<![^\W_]-.)"
_ENDS = r"(?![^\W_])(?!-[^\W_])"
_DASH = " ?-{1,3} ?"
_WITHIN_GROUPS = rf"(?:{_DASH}\n?|\n-?)?"
_BETWEEN_GROUPS = rf"(?:{_DASH}\n?|\n(?:- ?)?| )?"
_MOST_LINE_ENDS = 1

_LETTER = "[0-9A-Za-z]"
_WORD = re.compile(f"{_LETTER}+")
_HYPHENATED = re.compile(
    rf"{_LETTER}(?<![^\W_].)(?<!-.){_LETTER}{{0,8}}(?:-{{1,2}}{_LETTER}{{1,8}}){{1,8}}(?![^\W_]|-)"
)
_ALONE = re.compile(rf"^[^\w\n]{{0,3}}({_LETTER}[0-9A-Za-z-]{{4,40}})[^\w\n]{{0,3}}$", re.MULTILINE)
_OF_AN_ADDRESS = "@+/=&%\\"  # next to these stands a piece of an address or of a number
_WINDOW = 2_000  # characters before a piece, in which an address that holds it begins
_AROUND = 8  # characters before and behind a piece that is all of its line
_SHORT = 8  # characters: shorter codes look like much else
_FARTHEST = 3  # characters too many or too few in what may still be meant as a code
_MOST_ASSESSED = 500  # pieces; a text with more of them is not a message but a file of something


@dataclass
class Shapes:
    """Finds codes of one framework in texts, and remembers what it has read there."""

    framework: Framework
    _read: dict[str, Response | None] = field(default_factory=dict)
    _assessed: int = 0

    def __post_init__(self) -> None:
        self._checker = Checker(self.framework)
        self._has_code = has_code(self.framework)
        self.sizes = group_sizes(self.framework)
        self.length = sum(self.sizes)
        self._anywhere = re.compile(
            _BEGINS + _one_line_end(self.length) + _body(self.sizes) + _ENDS
        )
        self._at_once = re.compile(rf"[ \n]?({_FIRST}{_body(self.sizes)})")
        self._spaced = re.compile(_own_groups(self.sizes, " "))
        self._dashed = re.compile(_own_groups(self.sizes, " -{1,2} "))

    def response(self, piece: str) -> Response | None:
        """The answers in a code; None where it is not one."""
        if piece not in self._read:
            self._read[piece] = self._response(piece) if self._checker.is_right(piece) else None
        return self._read[piece]

    def _response(self, piece: str) -> Response | None:
        try:
            return read_code(self.framework, piece)
        except ScoringProblem:
            return None

    def codes_in(self, text: str) -> Iterator[tuple[int, int, Response]]:
        """Where codes start and end in a text, and their answers."""
        if not self._has_code:
            return
        place = 0
        found: set[int] = set()
        while match := self._anywhere.search(text, place):
            place = match.start() + 1
            piece = match.group()
            response = self.response(piece) if _may_be_broken_so(piece) else None
            if response:
                yield match.start(), match.end(), response
                place = match.end()
                found.add(match.start())
        yield from self._lines_of_single_characters(text, found)

    def code_at(self, text: str, place: int) -> tuple[int, Response] | None:
        """Where a code that starts at a place ends, and its answers, whatever follows it."""
        match = self._at_once.match(text, place) if self._has_code else None
        response = self.response(match[1]) if match else None
        return (match.end(), response) if match and response else None

    def slips_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where something starts and ends that was meant as a code and is not one."""
        if not self._has_code:
            return
        for pattern, is_meant in (
            (_HYPHENATED, self._is_meant_hyphenated),
            (self._dashed, self._is_meant_dashed),
            (self._spaced, self._is_meant_spaced),
            (_ALONE, self._is_meant_alone),
        ):
            for match in pattern.finditer(text):
                group = pattern.groups
                piece = match[group]
                if not _is_mixed(piece) or _is_in_an_address(text, *match.span(group)):
                    continue
                self._assessed += 1
                if self._assessed > _MOST_ASSESSED:
                    return
                if self.response(piece) is None and is_meant(piece, text, match.start()):
                    yield match.span(group)

    def _is_meant_hyphenated(self, piece: str, text: str, start: int) -> bool:
        """Whether words joined by hyphens are a code with a slip."""
        groups = _WORD.findall(piece)
        sizes = [len(group) for group in groups]
        if sizes == self.sizes:
            return self._is_like_ours(piece)
        wrong = sum(a != b for a, b in zip(sizes, self.sizes, strict=False))
        if len(sizes) != len(self.sizes) or wrong > 1 or sum(sizes) < _SHORT:
            return False
        near = abs(sum(sizes) - self.length) <= _FARTHEST
        mixed = 2 * sum(map(_is_mixed, groups)) >= len(groups)
        return near and mixed and piece[0] in FIRST_CHARACTERS

    def _is_meant_alone(self, piece: str, text: str, start: int) -> bool:
        """Whether what is all of a line is a code with a slip, in no more groups than ours."""
        return len(_WORD.findall(piece)) <= len(self.sizes) and self._checker.has_one_slip(piece)

    def _is_meant_dashed(self, piece: str, text: str, start: int) -> bool:
        return self._is_like_ours(piece)

    def _is_meant_spaced(self, piece: str, text: str, start: int) -> bool:
        """Words of four letters stand in sentences, and numbers in account numbers."""
        groups = piece.split()
        if sum(map(_is_mixed, groups)) < min(2, len(groups)):
            return False
        return _is_alone(piece, text, start) or self._checker.has_one_slip(piece)

    def _is_like_ours(self, piece: str) -> bool:
        """Whether what is grouped as our codes are is meant as one, and not as a password."""
        begins_like_ours = piece[0] in FIRST_CHARACTERS and piece in (piece.upper(), piece.lower())
        written_like_ours = self.length > _SHORT and piece == piece.upper()
        return begins_like_ours or written_like_ours or self._checker.has_one_slip(piece)

    def _lines_of_single_characters(
        self, text: str, found: set[int]
    ) -> Iterator[tuple[int, int, Response]]:
        """Codes that stand alone on a line, spaced as nobody else does: `6 D 8 V 6 4 …`."""
        start = 0
        for line in text.split("\n"):
            ours = self.length < len(line) <= 4 * self.length and line[0] in FIRST_CHARACTERS
            if ours and start not in found:
                response = self.response(line)
                if response:
                    yield start, start + len(line), response
            start += len(line) + 1


def _body(sizes: list[int]) -> str:
    """A code, except for its first character, in groups of these sizes or broken over two lines."""
    groups = [_WITHIN_GROUPS.join([_CHARACTER] * size) for size in sizes]
    return _BETWEEN_GROUPS.join(groups).removeprefix(_CHARACTER)


def _one_line_end(length: int) -> str:
    """Looks ahead for as much as a code of one line or two has; a column of numbers has less."""
    half = max(2, length // 2)
    return rf"(?=[^\n]{{{half}}}|[^\n]{{0,{half - 1}}}\n[^\n]{{{length - half}}})"


def _own_groups(sizes: list[int], gap: str) -> str:
    """Exactly our groups with that between them, and nothing like them before or behind."""
    groups = gap.join(f"{_LETTER}{{{size}}}" for size in [sizes[0] - 1, *sizes[1:]])
    return rf"{_BEGINS}(?<!{_LETTER}{{4}} .){groups}(?![^\W_]|-)(?! [0-9A-Z]{{1,4}}\b)"


def _may_be_broken_so(piece: str) -> bool:
    """Whether mail may have broken a code like that: never one without gaps, nor twice."""
    breaks = piece.count("\n")
    return breaks == 0 or (breaks <= _MOST_LINE_ENDS and any(gap in piece for gap in " -"))


def _is_mixed(piece: str) -> bool:
    """Whether it has both digits and letters, as all but a few codes have."""
    return any(sign.isdigit() for sign in piece) and any(sign.isalpha() for sign in piece)


def _is_alone(piece: str, text: str, start: int) -> bool:
    """Whether nothing else stands on its line, full stops and the like aside."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[start + len(piece) : start + len(piece) + _AROUND].partition("\n")[0]
    return len(before) < _AROUND > len(behind) and not _WORD.search(before + " " + behind)


def _is_in_an_address(text: str, start: int, end: int) -> bool:
    """Whether a piece is part of an address; a sentence's full stop does not make it one."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    if before and before in _OF_AN_ADDRESS + ".":
        return True
    if behind and (behind[0] in _OF_AN_ADDRESS or (behind[0] == "." and behind[1:].isalnum())):
        return True
    if (before == "_") != (behind[:1] == "_"):
        return True
    word = re.split(r"\s", text[max(0, start - _WINDOW) : start])[-1]
    return "://" in word or word.startswith("www.")
