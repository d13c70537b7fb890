"""The rule that an id appears once in its list."""

from collections.abc import Iterable, Iterator
from typing import Any

from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.problems import Problem


def repeated(document: Document, found: Iterable[tuple[Loc, Any]]) -> Iterator[Problem]:
    """A problem at each text that has already appeared in the list."""
    seen = set()
    for loc, value in found:
        if isinstance(value, str):
            if value in seen:
                yield document.at(loc, f'"{value}" is here twice')
            seen.add(value)
