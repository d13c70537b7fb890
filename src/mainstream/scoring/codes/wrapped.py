"""Bares addresses that services which check or count links encode in a way of their own.

Most of them percent-encode the address, which `undone` decodes whatever the service is called:
Outlook's Safe Links and Teams (`?url=`), Google (`/url?q=`), Barracuda (`?a=`), Cisco Secure Web
(in the path), Trend Micro, FireEye and Trellix, Fortinet's FortiMail, Symantec and Broadcom,
Trustwave, Libraesva, Hornetsecurity, Vade, TitanHQ, Proofpoint's isolation, Facebook and Instagram
(`?u=`), LinkedIn, Slack, Check Point's and SonicWall's first form (`?o=`), Mimecast's newer form
(`?url=`), GovDelivery and Amazon (in the path). The others have a rule each here.
"""

import binascii
import re
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Iterator

from mainstream.scoring.codes.signs import plain_line
from mainstream.scoring.codes.traced import Traced

# Proofpoint URL Defense, version 2: the address with `-` for `%` and `_` for `/`. Version 3: the
# address between `__` and `__;`, each `*` for a character that stands, base64url-encoded, behind;
# `**` and a letter for a run of them. (Version 1 is percent-encoded.) As in Proofpoint's help,
# "How do I decode a rewritten URL?".
_PROOFPOINT_2 = re.compile(r"urldefense(?:\.proofpoint)?\.(?:com|us)/v2/url\?u=([^&\s<>\"|]+)")
_OF_PROOFPOINT_2 = str.maketrans("-_", "%/")
_PROOFPOINT_3 = re.compile(
    r"urldefense(?:\.proofpoint)?\.(?:com|us)/v3/__"
    r"((?:(?!__;|urldefense[a-z.]*/v3/)[^\s<>\"])*)__;([\w-]*={0,2})!!"
)
_STARS = re.compile(r"\*(?:\*([\w-]))?")
_RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# Check Point (Avanan), version 2: the address between `___` and `___.`, with `*` for `%`.
_CHECK_POINT_2 = "/v2/", "___"
_STAR_AND_HEX = re.compile(r"(?<=[\w/.:?&=%-])\*(?=[0-9A-Fa-f]{2})")
# Base64: Sophos (`&u=`), Bitdefender (in the path), Bing; "http" begins with `aHR0c`. A JSON object
# begins with `eyJ`: GovDelivery's tokens.
_BASE64 = re.compile(r"(?:aHR0c|(?<![\w+/-])eyJ)[\w+/-]{8,}={0,2}")
# Inky (`t=h.`) and Egress (`Base64Url=`): deflated, then base64url. Ours stand behind `#d=`.
_DEFLATED = re.compile(r"(?<=[=.])(?<!#d=)eJ[\w-]{20,}={0,2}")
_MOST_INFLATED = 6  # times its length: no address packs better
_MOST_ENDS = 6  # tried: a path goes on behind base64, which may itself have slashes


def unwrapped(traced: Traced) -> Traced:
    """The text with each address bared, once, that stands in another one in such a way."""
    text = traced.text
    if "urldefense" in text:
        traced = traced.replaced(_PROOFPOINT_3, _of_proofpoint_3)
        traced = traced.replaced(_PROOFPOINT_2, _of_proofpoint_2)
    if all(sign in text for sign in _CHECK_POINT_2):
        traced = traced.replaced(_STAR_AND_HEX, lambda _: "%")
    if "aHR0c" in text or "eyJ" in text:
        traced = traced.replaced(_BASE64, _of_base64)
    if "=eJ" in text or ".eJ" in text:
        traced = traced.replaced(_DEFLATED, _of_deflated)
    return traced


def _of_proofpoint_2(match: re.Match[str]) -> str:
    return match[1].translate(_OF_PROOFPOINT_2)


def _of_proofpoint_3(match: re.Match[str]) -> str | None:
    address, packed = match.groups()
    replaced = _text_of(packed)
    if replaced is None:
        return None
    left = iter(replaced)

    def back(star: re.Match[str]) -> str:
        count = _RUNS.index(star[1]) + 2 if star[1] else 1
        return "".join(next(left, "*") for _ in range(count))

    return _STARS.sub(back, address) + " "  # what follows is a signature


def _of_base64(match: re.Match[str]) -> str | None:
    for letters in _ends(match.group()):
        text = _text_of(letters)
        if text is not None and text.isprintable():
            return f" {text} " if text.startswith("{") else text
    return None


def _ends(letters: str) -> Iterator[str]:
    """The letters whole, and without what may be a path's next parts."""
    yield letters
    for _ in range(_MOST_ENDS):
        letters, slash, _behind = letters.rpartition("/")
        if not slash:
            return
        yield letters


def _of_deflated(match: re.Match[str]) -> str | None:
    packed = _bytes_of(match.group())
    if packed is None:
        return None
    try:
        most = _MOST_INFLATED * len(packed)
        text = zlib.decompressobj().decompress(packed, most).decode("utf-8", "ignore")
    except zlib.error:
        return None
    return f" {plain_line(text)} " if "://" in text else None


def _text_of(letters: str) -> str | None:
    data = _bytes_of(letters)
    if data is None:
        return None
    try:
        return plain_line(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _bytes_of(letters: str) -> bytes | None:
    """What base64 of either alphabet holds, padded or not."""
    letters = letters.rstrip("=").translate(str.maketrans("+/", "-_"))
    letters = letters[:-1] if len(letters) % 4 == 1 else letters
    try:
        return urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return None
