"""Tells fast which of many pieces of text may be codes of a framework, or codes with a slip."""

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.codes.code import FIRST_CHARACTERS, VALUES, code_length, fingerprint
from mainstream.scoring.codes.reed_solomon import CHECK_SYMBOLS, check_symbols, wrong_place

_FIRST_SYMBOLS = frozenset(VALUES[character] for character in FIRST_CHARACTERS)


class Checker:
    """Says of many pieces of text, fast, which may be codes of a framework that has codes."""

    def __init__(self, framework: Framework) -> None:
        self._length = code_length(framework)
        self._fingerprint = fingerprint(framework)
        signs = {ord(letter): chr(value) for letter, value in VALUES.items()}
        self._values = {**signs, **dict.fromkeys(map(ord, " -\n"))}

    def is_right(self, piece: str) -> bool:
        """Whether the check fits letters and digits, with or without plain gaps between them."""
        return self._holds(self._symbols(piece))

    def has_one_slip(self, piece: str) -> bool:
        """Whether a single slip makes a code into this piece, which is not one.

        That is: one character wrong, left out or typed twice over, or two neighbours exchanged.
        One random text in about a hundred of the right length is like that.
        """
        symbols = self._symbols(piece)
        if max(symbols, default=32) > 31:
            return False
        places = range(len(symbols))
        if len(symbols) == self._length + 1:
            return any(self._holds(symbols[:at] + symbols[at + 1 :]) for at in places)
        if len(symbols) == self._length - 1:
            filled = [[*symbols[:at], 0, *symbols[at:]] for at in range(self._length)]
            return any(
                self._holds(each) or wrong_place(self._unsealed(each)) == at
                for at, each in enumerate(filled)
            )
        if len(symbols) != self._length or self._holds(symbols):
            return False
        if wrong_place(self._unsealed(symbols)) is not None:
            return True
        swapped = [
            [*symbols[:at], symbols[at + 1], symbols[at], *symbols[at + 2 :]] for at in places[:-1]
        ]
        return any(map(self._holds, swapped))

    def _symbols(self, piece: str) -> list[int]:
        """The values of the characters; what no code has is above 31."""
        return list(piece.translate(self._values).encode("latin-1", "replace"))

    def _holds(self, symbols: list[int]) -> bool:
        """Whether the first symbol says the version that we know, and the check fits the others."""
        if len(symbols) != self._length or symbols[0] not in _FIRST_SYMBOLS or max(symbols) > 31:
            return False
        return check_symbols(self._unsealed(symbols)) == [0] * CHECK_SYMBOLS

    def _unsealed(self, symbols: list[int]) -> list[int]:
        """The codeword, without the framework's fingerprint in its check symbols."""
        a, b, c = self._fingerprint
        return [*symbols[:-3], symbols[-3] ^ a, symbols[-2] ^ b, symbols[-1] ^ c]
