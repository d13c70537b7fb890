"""The few kinds of block that a finished page is made of, as JSON data.

Titles and texts are plain; a text may hold line breaks, which the page keeps.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

Block = Mapping[str, Any]

# `ready`: nothing stands in the way; `ask`: somebody has to be asked, or something talked about;
# `pause`: something stands in the way; `open`: there is more to enter.
Tone = Literal["ready", "ask", "pause", "open"]


def verdict(tone: Tone, title: str, text: str = "") -> Block:
    """Where things stand, in one line, and what that means.

    `on_paper` may be set to false where that is of no use to whoever gets the printed page.
    """
    return {"type": "verdict", "tone": tone, "title": title, "text": text, "on_paper": True}


def points(title: str, items: Iterable[str | tuple[str, str]]) -> list[Block]:
    """A list under a title, each point with a further text or none; no block without points."""
    made = [{"text": text, "more": more} for text, more in map(_pair, items)]
    return [{"type": "points", "title": title, "items": made}] if made else []


def table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Iterable[int] = (),
) -> list[Block]:
    """A table; the first cell of a row names it. `numbers` are the places of columns of numbers.

    No block without rows.
    """
    made = [list(row) for row in rows]
    block = {"type": "table", "title": title, "columns": list(columns), "rows": made}
    return [{**block, "numbers": list(numbers)}] if made else []


def passages(title: str, texts: Iterable[tuple[str, str]]) -> list[Block]:
    """Texts under their headings, the empty ones left out; no block without texts."""
    made = [{"title": heading, "text": text} for heading, text in texts if text]
    return [{"type": "passages", "title": title, "items": made}] if made else []


def drawing(svg: str) -> Block:
    """A picture, as SVG markup."""
    return {"type": "drawing", "svg": svg}


def same_rows(
    title: str, text: str, button: str, groups: Iterable[tuple[str, list[int]]]
) -> list[Block]:
    """Rows that seem to say the same, each group with its places, to be made one."""
    made = [{"text": label, "rows": places} for label, places in groups]
    block = {"type": "same", "title": title, "text": text, "button": button, "groups": made}
    return [block] if made else []


def _pair(item: str | tuple[str, str]) -> tuple[str, str]:
    return (item, "") if isinstance(item, str) else item
