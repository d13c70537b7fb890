"""Finds people's answers in pasted text: codes and links, one or many to a line, among other words.

Each find has a verdict of its own, so that one bad line never stops the rest. A finding never
carries the words around it: a chat or an e-mail names people.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response, read_response
from mainstream.scoring.codes.code import code_length, has_code, read_code
from mainstream.scoring.codes.link import CODES, DATA, codes_in, data_in
from mainstream.scoring.problem import Notice, ScoringProblem

_DASHES = "\\-\u2010-\u2015\u2212"
_CODE_LETTER = "[0-9A-Za-z]"
# A code as it is written, in groups; or as someone types it, in one piece.
_GROUPED = re.compile(
    rf"(?<![\w{_DASHES}]){_CODE_LETTER}{{1,6}}(?:[{_DASHES}]{_CODE_LETTER}{{1,6}}){{1,9}}(?![\w{_DASHES}])"
)
_LONG_WORD = re.compile(rf"(?<!\w){_CODE_LETTER}{{8,}}(?!\w)")
_OF_AN_ADDRESS = "@+._/&="  # what touches these is part of an address or a phone number
_LEAST_LIKE_A_CODE = 8  # characters; shorter words with hyphens are words


@dataclass(frozen=True)
class Find:
    """Something in a text that is, or looks like, one person's answers.

    `line` counts from 1. `shown` is the code or the beginning of the link; it is empty for a piece
    that may be something else. Exactly one of `response` and `problem` is given.
    """

    line: int
    shown: str
    response: Response | None = None
    problem: ScoringProblem | None = None
    notices: tuple[Notice, ...] = ()


def find_responses(text: str, framework: Framework) -> list[Find]:
    """Every code and link in the text, read, in order. Lines without any give no find."""
    return [
        find
        for number, line in enumerate(text.splitlines(), 1)
        for find in _finds(number, line, framework)
    ]


def _finds(number: int, line: str, framework: Framework) -> Iterator[Find]:
    rest = line
    for link in line.split():
        if CODES not in link and DATA not in link:
            continue
        yield from _link_finds(number, link, framework)
        rest = rest.replace(link, " ")
    whole = _whole_code(rest, framework)
    if whole:
        yield Find(number, rest.strip(), response=whole)
        return
    for shown in _codes_like(rest, framework):
        yield _code_find(number, shown, framework)


def _link_finds(number: int, link: str, framework: Framework) -> Iterator[Find]:
    if CODES in link:
        codes = codes_in(link)
        for code in codes:
            yield _code_find(number, code, framework)
        if not codes:
            yield Find(number, "#r=", problem=ScoringProblem("link-without-answers"))
        return
    shown = DATA + link.partition(DATA)[2][:12] + "…"
    try:
        response, notices = read_response(data_in(link), framework)
        yield Find(number, shown, response=response, notices=notices)
    except ScoringProblem as problem:
        yield Find(number, shown, problem=problem)


def _code_find(number: int, piece: str, framework: Framework) -> Find:
    try:
        return Find(number, piece, response=read_code(framework, piece))
    except ScoringProblem as problem:
        in_groups = any(character in " -\u2010\u2011\u2013" for character in piece)
        return Find(number, piece if in_groups else "", problem=problem)


def _whole_code(line: str, framework: Framework) -> Response | None:
    """The answers where a line is a code and nothing else, however it is spaced."""
    try:
        return read_code(framework, line)
    except ScoringProblem:
        return None


def _codes_like(line: str, framework: Framework) -> list[str]:
    """The pieces of a line that are codes, or that a person meant as codes."""
    if not has_code(framework):
        return []
    length = code_length(framework)
    spaced = _spaced(length)
    found: list[tuple[int, str]] = []
    for pattern in (spaced, _GROUPED, _LONG_WORD):
        for match in pattern.finditer(line):
            piece = match.group()
            if pattern is spaced:
                meant = _whole_code(piece, framework) or _is_meant_in_fours(piece, line)
            else:
                valid = _whole_code(piece, framework) is not None
                meant = valid or (_is_meant(piece, length) and not _is_in_an_address(line, match))
            if meant:
                found.append((match.start(), piece))
                line = line[: match.start()] + " " * len(piece) + line[match.end() :]
    return [piece for _, piece in sorted(found)]


def _spaced(length: int) -> re.Pattern[str]:
    """A code of that many characters in groups of four, with spaces or dashes between or none."""
    gap = rf"[\s{_DASHES}]?"
    groups = [min(4, length - start) for start in range(0, length, 4)]
    body = gap.join(f"{_CODE_LETTER}{{{size}}}" for size in groups)
    return re.compile(rf"(?<!\w){body}(?!\w)")


def _is_in_an_address(line: str, match: re.Match[str]) -> bool:
    """Whether a piece touches what stands in addresses; a sentence's full stop does not count."""
    before, after = line[: match.start()][-1:], line[match.end() :][:2]
    return before in set(_OF_AN_ADDRESS) or (
        after[:1] in set(_OF_AN_ADDRESS) and (after[0] != "." or after[1:2].isalnum())
    )


def _is_meant_in_fours(piece: str, line: str) -> bool:
    """Whether groups that do not add up are a code with a slip: words can stand in fours too."""
    groups = piece.split()
    with_digit = sum(any(character.isdigit() for character in group) for group in groups)
    return with_digit >= (1 if piece == line.strip() else min(2, len(groups)))


def _is_meant(piece: str, length: int) -> bool:
    """Whether it looks like a code with a slip in it, and not like a word, a date or a number."""
    letters = [character for character in piece if character.isalnum()]
    has_digit = any(character.isdigit() for character in letters)
    has_letter = any(character.isalpha() for character in letters)
    return has_digit and has_letter and max(_LEAST_LIKE_A_CODE, length - 3) <= len(letters)
