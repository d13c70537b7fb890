"""The response code: one person's answers in a few characters, to type, read aloud or paste.

A string of bits, the most significant first: version (3 bits), point of view (2), a group for each
enabler in the framework's order, a random tag (7), and zeros to fill the last five. Each five bits
are a symbol; three check symbols follow (`reed_solomon`), each XORed with five bits of the
framework's fingerprint, so that another framework's code does not read as ours. Written in
Crockford's base 32, in groups of four joined by hyphens.
"""

import hashlib

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    TAGS,
    UNANSWERED,
    Answer,
    Response,
)
from mainstream.scoring.codes.reed_solomon import (
    CHECK_SYMBOLS,
    MOST_SYMBOLS,
    check_symbols,
)
from mainstream.scoring.codes.signs import plain_signs
from mainstream.scoring.problem import ScoringProblem

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
VERSION = 1
# What a code of our version begins with: a symbol of its version and its point of view.
FIRST_CHARACTERS = ALPHABET[VERSION << 2 : (VERSION + 1) << 2]

_VERSION_BITS, _VIEW_BITS, _TAG_BITS, _SYMBOL_BITS = 3, 2, 7, 5
_GROUP_OF_CHARACTERS = 4


def has_code(framework: Framework) -> bool:
    """Whether the framework's answers fit a codeword of at most 31 symbols."""
    return code_length(framework) <= MOST_SYMBOLS


def code_length(framework: Framework) -> int:
    """How many characters a code of this framework has, without hyphens."""
    bits = _VERSION_BITS + _VIEW_BITS + _TAG_BITS
    bits += len(framework.enablers) * _group_bits(framework)
    return -(-bits // _SYMBOL_BITS) + CHECK_SYMBOLS


def group_sizes(framework: Framework) -> list[int]:
    """How many characters each group of a written code has."""
    length = code_length(framework)
    return [
        min(_GROUP_OF_CHARACTERS, length - start)
        for start in range(0, length, _GROUP_OF_CHARACTERS)
    ]


def write_code(framework: Framework, response: Response, tag: int) -> str | None:
    """The code of a response, like `6D8V-64K4-0ES3`; None where the framework has none.

    Notes, group and date are not in it. It is also None for a point of view that two bits cannot
    say. `tag` is 0–127; else `ValueError`.
    """
    if not 0 <= tag < TAGS:
        raise ValueError(f"tag {tag} is not in 0–{TAGS - 1}")
    view = _view_number(framework, response.point_of_view)
    if not has_code(framework) or view is None:
        return None
    bits = _Bits()
    bits.put(VERSION, _VERSION_BITS)
    bits.put(view, _VIEW_BITS)
    for enabler in framework.enablers:
        value = _group_value(response.answer(enabler.id), framework.scale.points)
        bits.put(value, _group_bits(framework))
    bits.put(tag, _TAG_BITS)
    data = bits.symbols()
    text = "".join(ALPHABET[symbol] for symbol in [*data, *_sealed(framework, data)])
    groups = range(0, len(text), _GROUP_OF_CHARACTERS)
    return "-".join(text[start : start + _GROUP_OF_CHARACTERS] for start in groups)


def read_code(framework: Framework, text: str) -> Response:
    """The answers in a code, in any case, with or without spaces and hyphens; I, L are 1, O is 0.

    Any one, two or three wrong characters are detected. Positions count the code's characters
    from 1, without spaces and hyphens.

    Errors: `ScoringProblem` with one of the keys `code-none`, `code-bad-character`,
    `code-wrong-length`, `code-check`, `code-version`, `code-impossible`.
    """
    if not has_code(framework):
        raise ScoringProblem("code-none")
    symbols = _symbols(text)
    expected = code_length(framework)
    if len(symbols) != expected:
        raise ScoringProblem("code-wrong-length", length=len(symbols), expected=expected)
    data, check = symbols[:-CHECK_SYMBOLS], symbols[-CHECK_SYMBOLS:]
    if _sealed(framework, data) != check:
        raise ScoringProblem("code-check")
    bits = _Bits(data)
    version = bits.take(_VERSION_BITS)
    if version != VERSION:
        raise ScoringProblem("code-version", version=version, ours=VERSION)
    view = bits.take(_VIEW_BITS)
    groups = [bits.take(_group_bits(framework)) for _ in framework.enablers]
    tag = bits.take(_TAG_BITS)
    answers = [_answer(value, framework.scale.points) for value in groups]
    if bits.rest() or view > len(framework.points_of_view):
        raise ScoringProblem("code-impossible")
    return Response(
        framework_id=framework.id,
        framework_version=framework.version,
        points=framework.scale.points,
        point_of_view=framework.points_of_view[view - 1].id if view else None,
        tag=tag,
        answers={
            enabler.id: answer
            for enabler, answer in zip(framework.enablers, answers, strict=True)
            if answer.state != UNANSWERED
        },
    )


def _symbols(text: str) -> list[int]:
    symbols: list[int] = []
    for character in plain_signs(text):
        if character.isspace() or character == "-":
            continue
        if character not in VALUES:
            raise ScoringProblem(
                "code-bad-character", character=character, position=len(symbols) + 1
            )
        symbols.append(VALUES[character])
    return symbols


def _values_of_characters() -> dict[str, int]:
    values = {character: value for value, character in enumerate(ALPHABET)}
    values |= {"I": 1, "L": 1, "O": 0}
    return values | {character.lower(): value for character, value in values.items()}


VALUES = _values_of_characters()


def _sealed(framework: Framework, data: list[int]) -> list[int]:
    """The check symbols with the framework's fingerprint in them."""
    ours = fingerprint(framework)
    return [a ^ b for a, b in zip(check_symbols(data), ours, strict=True)]


def fingerprint(framework: Framework) -> list[int]:
    """The first 15 bits of SHA-256 over id, `@` and the enablers' ids in order, by fives."""
    ids = ",".join(enabler.id for enabler in framework.enablers)
    digest = hashlib.sha256(f"{framework.id}@{ids}".encode()).digest()
    bits = int.from_bytes(digest[:2], "big") >> 1
    return [bits >> 10, bits >> 5 & 31, bits & 31]


def _group_bits(framework: Framework) -> int:
    """Bits for one enabler: unanswered, each mark, not sure, does not apply."""
    return (framework.scale.points + 2).bit_length()


def _group_value(answer: Answer, points: int) -> int:
    if answer.mark is not None:
        return answer.mark
    return {UNANSWERED: 0, NOT_SURE: points + 1, DOES_NOT_APPLY: points + 2}[answer.state]


def _answer(value: int, points: int) -> Answer:
    if value > points + 2:
        raise ScoringProblem("code-impossible")
    if 1 <= value <= points:
        return Answer(MARKED, value)
    if value == points + 1:
        return Answer(NOT_SURE)
    return Answer(DOES_NOT_APPLY) if value == points + 2 else Answer(UNANSWERED)


def _view_number(framework: Framework, view: str | None) -> int | None:
    """0 for none, else the place of the point of view, from 1; None where two bits cannot say."""
    if view is None:
        return 0
    numbers = {known.id: number for number, known in enumerate(framework.points_of_view, 1)}
    number = numbers.get(view)
    return number if number is not None and number < 1 << _VIEW_BITS else None


class _Bits:
    """Bits to put numbers into or take them from, the most significant first."""

    def __init__(self, symbols: list[int] | None = None) -> None:
        self._value = 0
        self._count = 0
        for symbol in symbols or []:
            self.put(symbol, _SYMBOL_BITS)

    def put(self, number: int, bits: int) -> None:
        self._value = self._value << bits | number
        self._count += bits

    def take(self, bits: int) -> int:
        self._count -= bits
        number = self._value >> self._count
        self._value &= (1 << self._count) - 1
        return number

    def rest(self) -> int:
        return self._value

    def symbols(self) -> list[int]:
        """All bits by fives, the last filled with zeros."""
        filled = -(-self._count // _SYMBOL_BITS) * _SYMBOL_BITS
        value = self._value << (filled - self._count)
        return [value >> place & 31 for place in range(filled - _SYMBOL_BITS, -1, -_SYMBOL_BITS)]
