"""Undoes what mail, chat and word processors do to codes and links, as far as it can be undone.

Nothing says by which ways a text has come, so it is read in a few versions at once: with its lines
as they are and run together, as it stands and decoded from quoted-printable. In each, what is
escaped is decoded, and addresses that others carry are bared (`wrapped`), over and over up to a
limit. Each function gives a `Traced` text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mainstream.scoring.codes.signs import plain_line, plain_signs
from mainstream.scoring.codes.traced import Traced
from mainstream.scoring.codes.wrapped import unwrapped

MOST_ROUNDS = 6  # of decoding: a link may be wrapped, encoded and wrapped again

# Quoting, and the lines of a table drawn with signs, before a line.
_BEFORE_A_LINE = re.compile(r"^[ >|]+", re.MULTILINE)
_AFTER_A_LINE = re.compile(r" $", re.MULTILINE)
_SPACES = re.compile(r"  +")
_LINE_END = re.compile(r"\n")
_MAY_HOLD_A_LINK = re.compile(r"[#*]|%(?:25)*23|-23|&num;|aHR0c|eyJ|eJ")

# Quoted-printable (RFC 2045, section 6.7): `=3D`, and `=` where a line was broken.
_IS_QUOTED_PRINTABLE = re.compile(r"=(?:\n|3D|2D|23|20|1[EF]|[C-F][0-9A-F]=)")
_QUOTED_PRINTABLE = re.compile(r"(?:=\n|=[0-9A-F]{2})+")
_PERCENT_ENCODED = re.compile(r"(?:%(?:25)*[0-9A-Fa-f]{2})+")
_HEX_PAIR = re.compile(r"[0-9A-Fa-f]{2}")
_PERCENT_AGAIN = re.compile(r"%(?:25)+(?=[0-9A-Fa-f]{2})")

# HTML's and XML's entities, JSON's and Office Open XML's escapes (ECMA-376, ST_Xstring:
# `_x000D_`), a backslash before a sign as Markdown has it, and tags that only change the look.
_MARKUP = re.compile(
    r"&(?:#(?P<decimal>\d{1,7})|#[xX](?P<hex>[0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z]{2,14}));"
    r"|\\u(?P<json>[0-9A-Fa-f]{4})|_x(?P<xml>[0-9A-Fa-f]{4})_|\\(?P<sign>[-_#=*.&?/~])"
    r"|\\(?P<gap>[nrt])"
    r"|</?(?:b|i|u|em|strong|span|font|wbr|code|mark|tt|kbd|samp)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_ENTITIES = {
    **{"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "num": "#", "equals": "="},
    **{"nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "percnt": "%", "period": "."},
    **dict.fromkeys(("hyphen", "dash", "ndash", "mdash", "minus", "horbar"), "-"),
    **dict.fromkeys(("shy", "zwj", "zwnj", "lrm", "rlm", "nobreak", "zerowidthspace"), ""),
    **{"colon": ":", "sol": "/", "quest": "?", "lowbar": "_", "ast": "*"},
}


@dataclass(frozen=True)
class Way:
    """A way to read a text: as it is, and decoded; `in_lines` unless its lines run together."""

    as_it_is: Traced
    decoded: Traced
    in_lines: bool


def ways_to_read(plain: Traced) -> Iterator[Way]:
    """The ways in which a tidied text may have to be read; the first is as it stands."""
    for traced in _transferred(plain):
        yield Way(traced, decoded(traced), in_lines=True)
        if "\n" in traced.text and _MAY_HOLD_A_LINK.search(traced.text.replace("\n", "")):
            together = traced.replaced(_LINE_END, lambda _: "")
            yield Way(together, decoded(together), in_lines=False)


def tidied(text: str) -> Traced:
    """The text with plain signs, its lines without quoting and what stands around them."""
    plain = _SPACES.sub(" ", plain_signs(text))
    return Traced(_AFTER_A_LINE.sub("", _BEFORE_A_LINE.sub("", plain)))


def unmarked(traced: Traced) -> Traced:
    """The text without the escapes and tags of HTML, XML, JSON and Markdown."""
    if not any(sign in traced.text for sign in "&\\<") and "_x" not in traced.text:
        return traced
    return traced.replaced(_MARKUP, _bare)


def decoded(traced: Traced) -> Traced:
    """The text with each address bared that another one carries."""
    for _ in range(MOST_ROUNDS):
        before = traced
        traced = unmarked(traced)
        traced = unwrapped(traced)
        if "%" in traced.text:
            traced = traced.replaced(_PERCENT_ENCODED, _of_percent)
        if traced is before:
            break
    return traced


def _transferred(plain: Traced) -> Iterator[Traced]:
    """The text as it is, and where it may be quoted-printable, decoded once and twice."""
    yield plain
    for _ in range(2):
        if not _IS_QUOTED_PRINTABLE.search(plain.text):
            return
        plain = plain.replaced(_QUOTED_PRINTABLE, lambda match: _of_hex(match.group()))
        yield plain


def _of_percent(match: re.Match[str]) -> str:
    """Decoded, however often it was encoded: `%252523` is `#`."""
    return _of_hex(_PERCENT_AGAIN.sub("%", match.group()))


def _of_hex(escaped: str) -> str:
    data = bytes.fromhex("".join(_HEX_PAIR.findall(escaped)))
    return plain_line(data.decode("utf-8", "replace"))


def _bare(match: re.Match[str]) -> str | None:
    kind, what = match.lastgroup, match[match.lastgroup] if match.lastgroup else ""
    if kind == "sign":
        return what
    if kind == "gap":
        return " "
    if kind == "name":
        return _ENTITIES.get(what.lower())
    if kind is None:
        return ""
    number = int(what, 10 if kind == "decimal" else 16)
    if number in (10, 13):
        return ""
    return plain_signs(chr(number)) if number < 0x110000 else None
