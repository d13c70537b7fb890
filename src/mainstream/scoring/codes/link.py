"""What stands behind the `#` of a link: codes after `#r=`, or a whole response after `#d=`.

Browsers keep that part to themselves; no server sees it.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_text import read_json

CODES, DATA = "#r=", "#d="

MOST_BYTES = 500_000  # of a response, once inflated: far beyond eleven long notes

_AFTER_A_LINK = " \t\r\n.,;:!?)>]}\"'’”"  # what a message may set right behind a pasted link


def fragment_of_codes(codes: Iterable[str]) -> str:
    """`#r=` and the codes, joined by dots."""
    return CODES + ".".join(codes)


def codes_in(text: str) -> list[str]:
    """The codes behind the `#r=` in a link or fragment."""
    behind = text.partition(CODES)[2].strip(_AFTER_A_LINK)
    return [code for code in behind.split(".") if code]


def fragment_of_data(data: Mapping[str, object]) -> str:
    """`#d=` and the JSON data, deflated (zlib's format, with its checksum), as base64url."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packed = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9))
    return DATA + packed.decode("ascii").rstrip("=")


def data_in(text: str) -> Any:
    """The JSON data behind the `#d=` in a link or fragment.

    Errors: `ScoringProblem` with the key `link-damaged` or `link-too-large`, or one of
    `json_text`'s.
    """
    behind = text.partition(DATA)[2].strip(_AFTER_A_LINK).rstrip("=")
    try:
        packed = base64.b64decode(behind + "=" * (-len(behind) % 4), altchars=b"-_", validate=True)
        inflater = zlib.decompressobj()
        # One byte more than we take, so that a bomb is never inflated further.
        inflated = inflater.decompress(packed, MOST_BYTES + 1)
        if len(inflated) > MOST_BYTES:
            raise ScoringProblem("link-too-large")
        if not inflater.eof or inflater.unused_data:
            raise ScoringProblem("link-damaged")
        return read_json(inflated.decode("utf-8"))
    except (binascii.Error, zlib.error, ValueError) as error:
        raise ScoringProblem("link-damaged") from error
