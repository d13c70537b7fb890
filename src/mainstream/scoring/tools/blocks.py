"""The few kinds of part that a section gives to the finished page, as JSON data.

Titles and texts are plain; a text may hold line breaks, which the page keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mainstream.scoring.contract import tools as contract
    from mainstream.scoring.contract.tools import Part, Tone


def verdict(tone: Tone, title: str, text: str = "") -> contract.VerdictPart:
    """Where things stand, in one line, and what that means.

    `ready`: nothing stands in the way; `ask`: somebody has to be asked, or something talked about;
    `pause`: something stands in the way; `open`: there is more to enter.

    `on_paper` may be set to false where that is of no use to whoever gets the printed page.
    """
    return {"type": "verdict", "tone": tone, "title": title, "text": text, "on_paper": True}


def points(title: str, items: Iterable[str | tuple[str, str]]) -> list[Part]:
    """A list under a title, each point with a further text or none; no part without points."""
    made: list[contract.Point]
    made = [{"text": text, "more": more} for text, more in map(_pair, items)]
    return [{"type": "points", "title": title, "items": made}] if made else []


def table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Iterable[int] = (),
) -> list[Part]:
    """A table; the first cell of a row names it. `numbers` are the places of columns of numbers.

    No part without rows.
    """
    made: contract.TablePart = {
        "type": "table",
        "title": title,
        "columns": list(columns),
        "rows": [list(row) for row in rows],
        "numbers": list(numbers),
    }
    return [made] if made["rows"] else []


def passages(title: str, texts: Iterable[tuple[str, str]]) -> list[Part]:
    """Texts under their headings, the empty ones left out; no part without texts."""
    made: list[contract.Passage]
    made = [{"title": heading, "text": text} for heading, text in texts if text]
    return [{"type": "passages", "title": title, "items": made}] if made else []


def drawing(svg: str) -> Part:
    """A picture, as SVG markup."""
    return {"type": "drawing", "svg": svg}


def same_rows(
    title: str, text: str, button: str, groups: Iterable[tuple[str, list[int]]]
) -> list[Part]:
    """Rows that seem to say the same, each group with its places, to be made one."""
    made: contract.SamePart = {
        "type": "same",
        "title": title,
        "text": text,
        "button": button,
        "groups": [{"text": label, "rows": places} for label, places in groups],
    }
    return [made] if made["groups"] else []


def _pair(item: str | tuple[str, str]) -> tuple[str, str]:
    return (item, "") if isinstance(item, str) else item
