"""Plain signs for those that word processors, chats and keyboards put in their place.

A hyphen has a dozen look-alikes, a space two dozen, and some signs cannot be seen at all. Digits
and Latin letters exist in full width, and digits in the forms of many scripts. Everything that
reads a code or a link reads it through `plain_signs`, so that none of these matters.
"""

import re
from encodings import cp1252  # imported by name, so that the browser's Python has it too

# Hyphens, dashes and minus signs; 30 is the hyphen that Word never breaks a line at.
_DASHES = frozenset("\x1e\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a")
_DASHES_TOO = frozenset("\u2e3b\ufe58\ufe63\uff0d")
# What stands between letters and is not seen: 31 is Word's optional hyphen; then ranges.
_UNSEEN = (
    (0x00, 0x00),
    (0x1F, 0x1F),
    (0xAD, 0xAD),  # soft hyphen
    (0x300, 0x36F),  # accents and strokes set over or through a letter
    (0x61C, 0x61C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero width, marks of direction
    (0x202A, 0x202E),
    (0x2060, 0x206F),  # word joiner, isolates
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),
    (0xE0000, 0xE01EF),
)
_SPACES_TOO = frozenset("\u2800\u3164\uffa0")
_LINE_END = re.compile("\r[\n\x85]|[\n\r\v\f\x85\u2028\u2029]")
# What of UTF-8 was read as Windows' or as Latin letters: `â€‘` is a hyphen, `Â\xa0` a space.
_MISREAD = re.compile("[\u00c2\u00e2\u00ef][^\\x00-\\x7f]{1,2}")
_FULL_WIDTH = (0xFF01, 0xFF5E)
_TO_ASCII = 0xFEE0


def lines_of(text: str) -> list[str]:
    """The text's lines, whichever system or word processor ended them. A find counts these."""
    return _LINE_END.split(text)


def plain_signs(text: str) -> str:
    """The text with plain hyphens, spaces, digits and letters, and nothing unseen.

    A line end stays one, as a line feed, so that lines keep their numbers.
    """
    text = _LINE_END.sub("\n", _MISREAD.sub(_reread, text))
    odd = {sign for sign in set(text) if not " " <= sign <= "~" and sign != "\n"}
    return text.translate({ord(sign): _plain(sign) for sign in odd}) if odd else text


def plain_line(text: str) -> str:
    """The same on one line, for what was encoded: its line ends were within a message's text."""
    return plain_signs(text).replace("\n", " ")


def _reread(match: re.Match[str]) -> str:
    """The sign that some others are, where they are its bytes."""
    try:
        return b"".join(map(_byte, match.group())).decode("utf-8")
    except UnicodeError:
        return match.group()


def _byte(sign: str) -> bytes:
    try:
        return cp1252.Codec().encode(sign)[0]
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _plain(sign: str) -> str:
    number = ord(sign)
    if sign in _DASHES or sign in _DASHES_TOO:
        return "-"
    if any(first <= number <= last for first, last in _UNSEEN):
        return ""
    if sign.isspace() or sign in _SPACES_TOO or number < 0x20:
        return " "
    if sign.isdecimal():
        return str(int(sign))
    if _FULL_WIDTH[0] <= number <= _FULL_WIDTH[1]:
        return chr(number - _TO_ASCII)
    return sign
