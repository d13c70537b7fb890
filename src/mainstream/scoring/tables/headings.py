"""Tells from a column's heading what the column holds: whose mark, which statement, a note."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.tables.cells import plain
from mainstream.scoring.words import Words, phrases

WORDS: Final = (
    "table_group",
    "table_point_of_view",
    "table_date",
    "table_note",
    "people_tag",
    "note_texts",
    "group_headings",
    "point_of_view_headings",
    "date_headings",
)

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

MARK: Final = "mark"
STATEMENT: Final = "statement"
NOTE: Final = "note"
GROUP: Final = "group"
POINT_OF_VIEW: Final = "point-of-view"
DATE: Final = "date"
TAG: Final = "tag"

_NUMBERING = re.compile("q?[0-9]+[a-z]?")
_SEPARATOR = re.compile(r" [-\u2013\u2014|>\u2192]+ |: ")
_NOTE_ID = "note: "  # in our own headings, before the id; never translated
_LONGEST = 2_000  # characters of a heading that are compared with others
_LEAST_CLOSENESS, _CLOSER_BY = 0.6, 0.05
_MOST_WORDS_FOR_EACH = 10  # a title in a heading must be a tenth of it


@dataclass(frozen=True)
class Target:
    """What a column can hold: a role, and the enabler and the statement that it is about."""

    role: contract.ColumnRole
    enabler: str | None = None
    statement: str | None = None


def mark_heading(enabler: Enabler) -> str:
    """The heading of our own column of marks; it can be read back by the id in brackets."""
    return f"{enabler.number} {enabler.title} [{enabler.id}]"


def note_heading(enabler: Enabler, note: str) -> str:
    """The heading of our own column of notes; `note` is the word for it."""
    return f"{note}: {enabler.number} {enabler.title} [{_NOTE_ID}{enabler.id}]"


def normalised(text: str) -> str:
    """A heading as we compare it: `plain`, without the numbering before it (`1.`, `Q2b`)."""
    words = plain(text).split()
    last = len(words) - 1
    first = next((n for n, word in enumerate(words) if not _NUMBERING.fullmatch(word)), last)
    return " ".join(words[min(first, last) :]) if words else ""


def _in_brackets(heading: str) -> tuple[str, str] | None:
    """What stands before the brackets at a heading's end, and in them; none without any."""
    text = heading.rstrip()
    start = text.rfind("[")
    if start < 0 or text.find("]", start) != len(text) - 1:
        return None
    return text[:start], text[start + 1 : -1]


def without_suffix(text: str) -> str:
    """A normalised heading without the number that Microsoft Forms puts behind a name's copies."""
    return re.sub(r"(?<=\D)[0-9]{1,2}$", "", text).rstrip()


class Headings:
    """What the headings of a framework's tables can say.

    Texts that stand for several targets, such as a statement that two enablers share, give all of
    them in the framework's order.
    """

    def __init__(self, framework: Framework, words: Words) -> None:
        self._by_id = {enabler.id: Target(MARK, enabler.id) for enabler in framework.enablers}
        self._by_id |= {
            _NOTE_ID + enabler.id: Target(NOTE, enabler.id) for enabler in framework.enablers
        }
        self._notes = {normalised(text) for text in phrases(words, "note_texts")}
        self._notes.add(normalised(str(words["table_note"])))
        self._titles = [
            (normalised(title), enabler.id)
            for enabler in framework.enablers
            for title in (enabler.title, enabler.short_title)
        ]
        self._statements = [
            (normalised(statement.text), Target(STATEMENT, enabler.id, statement.id))
            for enabler in framework.enablers
            for statement in enabler.statements
        ]
        self._words_of = {text: set(text.split()) for text, _ in [*self._titles, *self._statements]}
        self._index: dict[str, list[Target]] = {}
        for text, target in [*self._of_enablers(framework), *_about_a_person(words)]:
            targets = self._index.setdefault(text, [])
            if text and target not in targets:
                targets.append(target)

    def exact(self, heading: str) -> list[Target]:
        """What the heading says beyond doubt, in the order of preference; often nothing.

        `Question [Row]`, as Google Forms writes a grid, is the row's; where several enablers have
        such a row, the one that the question names comes alone.
        """
        heading = heading[:_LONGEST]
        brackets = _in_brackets(heading)
        if brackets and brackets[1].strip() in self._by_id:
            return [self._by_id[brackets[1].strip()]]
        whole = normalised(heading)
        found = self._index.get(whole, [])
        if brackets and not found:
            found = self._index.get(normalised(brackets[1]), [])
            named = {target.enabler for target in self._index.get(normalised(brackets[0]), [])}
            found = [target for target in found if target.enabler in named] or found
        if not found and not brackets and not self.names_note(heading):
            # `Question - Row`, as other programs write a grid.
            found = self._index.get(normalised(_SEPARATOR.split(heading)[-1]), [])
        return found or self._index.get(without_suffix(whole), [])

    def is_note(self, heading: str) -> bool:
        """Whether the heading says that this is a note, and not of what."""
        whole = normalised(heading)
        return whole in self._notes or without_suffix(whole) in self._notes

    def names_note(self, heading: str) -> bool:
        """Whether the heading has the word for a note somewhere."""
        text = f" {normalised(heading[:_LONGEST])} "
        return any(f" {note} " in text for note in self._notes)

    def close(self, heading: str, taken: Collection[Target]) -> Target | None:
        """What the heading is probably about, by the words it shares; nothing of what is taken.

        Closeness is Dice's: twice the words in both, of the words in each. A title that stands
        whole in the heading is close too.
        """
        heading = heading[:_LONGEST]
        brackets = _in_brackets(heading)
        texts = [normalised(heading)] + ([normalised(brackets[1])] if brackets else [])
        best: dict[str, tuple[float, Target]] = {}  # by enabler
        for text in texts:
            for closeness, target in self._close(text):
                enabler = str(target.enabler)
                if target not in taken and closeness > best.get(enabler, (0.0, target))[0]:
                    best[enabler] = (closeness, target)
        ranked = sorted(best.values(), key=lambda each: -each[0])
        if not ranked or ranked[0][0] < _LEAST_CLOSENESS:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLOSER_BY:
            return None
        return ranked[0][1]

    def _close(self, text: str) -> Iterator[tuple[float, Target]]:
        words = set(text.split())
        about_note = any(f" {note} " in f" {text} " for note in self._notes)
        for title, id_ in self._titles:
            closeness = _dice(words, self._words_of[title])
            length = len(title.split())
            if f" {title} " in f" {text} " and len(words) <= _MOST_WORDS_FOR_EACH * length:
                closeness = max(closeness, _LEAST_CLOSENESS + _CLOSER_BY * length)
            yield closeness, Target(NOTE if about_note else MARK, id_)
        for statement, target in self._statements:
            yield _dice(words, self._words_of[statement]), target

    def _of_enablers(self, framework: Framework) -> Iterator[tuple[str, Target]]:
        titles = [*self._titles, *((normalised(e.id), e.id) for e in framework.enablers)]
        for title, id_ in titles:
            yield title, Target(MARK, id_)
            for note in self._notes:
                yield f"{title} {note}", Target(NOTE, id_)
                yield f"{note} {title}", Target(NOTE, id_)
            for statement, target in self._statements:
                if target.enabler == id_:
                    yield f"{title} {statement}", target
        yield from self._statements


def _about_a_person(words: Words) -> Iterable[tuple[str, Target]]:
    columns: tuple[tuple[contract.ColumnRole, str, str], ...] = (
        (GROUP, "group_headings", "table_group"),
        (POINT_OF_VIEW, "point_of_view_headings", "table_point_of_view"),
        (DATE, "date_headings", "table_date"),
    )
    for role, key, ours in columns:
        for text in [*phrases(words, key), str(words[ours])]:
            yield normalised(text), Target(role)
    yield normalised(str(words["people_tag"])), Target(TAG)


def _dice(some: set[str], others: set[str]) -> float:
    return 2 * len(some & others) / (len(some) + len(others) or 1)
