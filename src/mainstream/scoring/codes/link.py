"""What stands behind the `#` of a link: codes after `#r=`, or a whole response after `#d=`.

Browsers keep that part to themselves; no server sees it.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_text import read_json

CODES, DATA = "#r=", "#d="

MOST_BYTES = 500_000  # of a response, once inflated: far beyond eleven long notes

# Signs of base64url that mail and chat take for the end of a sentence when a link ends in them.
_DROPPED = "-_"
_MOST_TRIES = 20
_LOST = ("", *_DROPPED, *(one + other for one in _DROPPED for other in _DROPPED))
# Of zlib's first byte, and its second at each level of compression (RFC 1950, section 2.2).
_BEGINNINGS = ("eA", "eF", "eJ", "eN")
# What a line break in a link may have become when it was pasted into one line.
_PACKED = re.compile(r"[\w-]+(?:[ >]{1,3}[\w-]+){0,200}", re.ASCII)
_WITHIN = re.compile(r"[ >]+")


def fragment_of_codes(codes: Iterable[str]) -> str:
    """`#r=` and the codes, joined by dots."""
    return CODES + ".".join(codes)


def fragment_of_data(data: Mapping[str, object]) -> str:
    """`#d=` and the JSON data, deflated (zlib's format, with its checksum), as base64url.

    It ends in a letter or digit, so that no mail program takes its end for punctuation; spaces
    behind the JSON, which mean nothing, make another end of it.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for spaces in range(_MOST_TRIES):
        packed = base64.urlsafe_b64encode(zlib.compress((text + " " * spaces).encode(), 9))
        letters = packed.decode("ascii").rstrip("=")
        if letters[-1] not in _DROPPED:
            break
    return DATA + letters


def data_at(text: str, start: int) -> tuple[Any, int]:
    """The JSON data that start at a place in a text, and the place where they end.

    The checksum says where, so that what follows them is ignored. Data that lost a hyphen or an
    underscore at their end are read, and those with spaces where their lines were broken.

    Errors: `ScoringProblem` with the key `link-damaged` or `link-too-large`, or one of
    `json_text`'s.
    """
    match = _PACKED.match(text, start)
    run = match.group() if match and text.startswith(_BEGINNINGS, start) else ""
    for letters in _forms(run):
        inflated, length = _inflated(letters)
        if inflated is not None:
            try:
                data = read_json(inflated.decode("utf-8"))
            except UnicodeDecodeError:
                break
            # Spaces within are not counted: the place is where the data end at the earliest.
            return data, start + min(length, len(run))
    raise ScoringProblem("link-damaged")


def _forms(run: str) -> Iterator[str]:
    """The letters that a run of them may have been."""
    first = _WITHIN.split(run, maxsplit=1)[0]
    yield first
    whole = _WITHIN.sub("", run)
    if whole != first:
        yield whole
    for lost in _LOST[1:]:
        yield first + lost


def _inflated(letters: str) -> tuple[bytes | None, int]:
    """What the letters hold, and how many of them that takes; None where it is nothing whole."""
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    try:
        packed = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        inflater = zlib.decompressobj()
        # One byte more than we take, so that a bomb is never inflated further.
        inflated = inflater.decompress(packed, MOST_BYTES + 1)
    except (binascii.Error, zlib.error):
        return None, 0
    if len(inflated) > MOST_BYTES:
        raise ScoringProblem("link-too-large")
    taken = len(packed) - len(inflater.unused_data)
    return (inflated, -(-taken * 8 // 6)) if inflater.eof else (None, 0)
