"""Which sources are counted already, so that counts and the people in them never count twice.

Counts cannot be taken apart: where they hold some of the people who are here and perhaps others,
they are left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import ADDED, HERE
from mainstream.scoring.answers.sources import Source, joined_sources, source_of
from mainstream.scoring.workshop.model import Counted, Workshop, tally_of_workshop

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import VerdictName

REPLACED: Final = "replaced"  # newer counts took the place of older ones
OVERLAP: Final = "overlap"


@dataclass(frozen=True)
class Ledger:
    """What is counted: `single` people, where those came from, and counts.

    `whole` is the workshop that holds all of them, as a source.
    """

    whole: Source
    single: int = 0
    merged: tuple[Source, ...] = ()
    counted: tuple[Counted, ...] = ()

    @property
    def people(self) -> int:
        """How many there are in all."""
        return self.single + sum(each.tally.people for each in self.counted)

    def of_people(self) -> Iterator[Source]:
        """The sources of the single people, and the whole as one."""
        if self.people:
            yield self.whole
        if self.single:
            yield from self.merged

    def held(self, source: Source) -> int | None:
        """How many people of a source are counted, at least; None where it is not known."""
        known = [*self.of_people(), *(s for each in self.counted for s in sources_of(each))]
        return max((each.people for each in known if each.is_same(source)), default=None)


def ledger_of(workshop: Workshop, framework: Framework) -> Ledger:
    """What a workshop counts."""
    whole = source_of(workshop.id, tally_of_workshop(workshop, framework))
    return Ledger(whole, len(workshop.people), workshop.merged, workshop.counted)


def sources_of(counted: Counted) -> tuple[Source, ...]:
    """Whose people are in counts: the counts as a source, and those that they are made of."""
    return (source_of(counted.id, counted.tally), *counted.merged)


def with_counts(ledger: Ledger, new: Counted) -> tuple[Ledger, VerdictName]:
    """The ledger with these counts: `ADDED`, `HERE`, `REPLACED` or `OVERLAP`."""
    same = next((each for each in ledger.counted if each.id == new.id), None)
    if same:
        others = replace(ledger, counted=_without(ledger.counted, [same]))
        if same.tally == new.tally or new.tally.people < same.tally.people:
            return ledger, HERE
        if with_counts(others, new)[1] != ADDED:
            return ledger, OVERLAP
        return replace(ledger, counted=(*others.counted, new)), REPLACED
    whole, *parts = sources_of(new)
    held = ledger.held(whole)
    if held is not None:
        return ledger, HERE if whole.people <= held else OVERLAP
    known = [part for part in parts if ledger.held(part) is not None]
    if not known:
        return replace(ledger, counted=(*ledger.counted, new)), ADDED
    inside = [each for each in ledger.counted if _is_within(each, parts)]
    others = replace(ledger, counted=_without(ledger.counted, inside))
    if inside and with_counts(others, new)[1] == ADDED:
        return replace(ledger, counted=(*others.counted, new)), REPLACED
    # Nobody of its own: every one of its people came from what is known.
    wholly = _people_of(known) >= whole.people
    return ledger, HERE if wholly and _are_held(ledger, known) else OVERLAP


def room_for(ledger: Ledger, other: Ledger) -> list[Counted] | None:
    """The counts that are those of another workshop's people, to be taken out as those come in.

    None where counts hold some of its people and perhaps others: then it cannot come in.
    """
    theirs = [source for source in other.of_people() if source.people]
    about = [
        each
        for each in ledger.counted
        if any(s.is_same(source) for s in sources_of(each) for source in theirs)
        and not any(each.id == own.id for own in other.counted)
    ]
    return about if all(_is_within(each, theirs) for each in about) else None


def with_workshop(ledger: Ledger, other: Ledger, new: int) -> tuple[Source, ...]:
    """The sources of the people of both, `new` being those that the other brought.

    What was here before is one of them too: its counts may come later.
    """
    if not other.whole.id or other.whole.id == ledger.whole.id:
        return joined_sources(ledger.merged, other.merged)
    named = ledger.whole.id or ledger.whole.counts
    others = sum(each.new for each in ledger.merged if each.id != ledger.whole.id)
    own = replace(ledger.whole, new=max(0, ledger.single - others))
    before = [own] if named and ledger.single else []
    theirs = replace(other.whole, new=new)
    return joined_sources(before, ledger.merged, [theirs], other.merged)


def with_table(merged: tuple[Source, ...], table: Source) -> tuple[Source, ...]:
    """The sources with a table of people, where it brought anyone and its counts tell it."""
    return joined_sources(merged, [table]) if table.new and table.counts else merged


def _is_within(counted: Counted, sources: Iterable[Source]) -> bool:
    """Whether the counts are those of one of the sources, and not newer than that."""
    whole = source_of(counted.id, counted.tally)
    return any(each.is_same(whole) and whole.people <= each.people for each in sources)


def _people_of(parts: Iterable[Source]) -> int:
    """How many people some sources brought, each at the time when it brought most."""
    most: dict[str, int] = {}
    for part in parts:
        key = part.id or f"={part.counts}"
        most[key] = max(part.new, most.get(key, 0))
    return sum(most.values())


def _are_held(ledger: Ledger, parts: Iterable[Source]) -> bool:
    return all((ledger.held(part) or 0) >= part.people for part in parts)


def _without(counted: Iterable[Counted], some: list[Counted]) -> tuple[Counted, ...]:
    return tuple(each for each in counted if each not in some)
