"""Where the people of counts or of a workshop came from, so that none of them counts again.

A workshop has one id, in its file and in its tally. Whoever takes another workshop's people in
remembers its id, and a tally carries the ids of all that is in it. A table has no id: its counts
tell it from others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mainstream.scoring.answers.tally import Tally, tally_data
from mainstream.scoring.reading.json_fields import Fields

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

_FEWEST = 3  # people, of whom equal counts are the same people's


@dataclass(frozen=True)
class Source:
    """A workshop, a tally or a table whose people are counted here.

    `people` are those that it held, `new` those of them that nobody knew by then. `counts` are
    equal for equal counts; it is empty where the counts are too few to tell.
    """

    id: str
    people: int
    new: int
    counts: str = ""

    def is_same(self, other: Source) -> bool:
        """Whether both are one source, or its counts at two times."""
        by_id = bool(self.id) and self.id == other.id
        return by_id or (bool(self.counts) and self.counts == other.counts)


def source_of(id_: str, tally: Tally, new: int | None = None) -> Source:
    """The source whose counts these are; all its people are new unless it is said how many."""
    return Source(id_, tally.people, tally.people if new is None else new, key_of_counts(tally))


def key_of_counts(tally: Tally) -> str:
    """The same for equal counts, and empty for those of too few people."""
    if tally.people < _FEWEST:
        return ""
    return hashlib.sha256(json.dumps(tally_data(tally)).encode()).hexdigest()[:16]


def joined_sources(*sources: Iterable[Source]) -> tuple[Source, ...]:
    """All of them, each once; a source whose counts have changed stands there with both."""
    found: dict[tuple[str, str], Source] = {}
    for source in (each for some in sources for each in some):
        key = (source.id, source.counts)
        known = found.get(key)
        if known is None or source.people > known.people:
            found[key] = source
    return tuple(found.values())


def read_source(fields: Fields) -> Source:
    """A source of its JSON data. Errors: as of `Fields`."""
    people = fields.whole_number("people")
    new = fields.whole_number_or_none("new")
    return Source(fields.line("id"), people, people if new is None else new, fields.line("counts"))


def source_data(source: Source) -> contract.Source:
    """The source as JSON data."""
    return {
        "id": source.id,
        "people": source.people,
        "new": source.new,
        "counts": source.counts,
    }
