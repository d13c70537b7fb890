"""What a form's own labels may mean on a framework's scale: proposed, with whether that is sure.

Families of labels stand in the words, a line for each, from the least to the most: the steps are
separated by `|`, and what is the same step by semicolons. Lines of agreement have the same seven
steps in every language; every other line is a family of its own. A family tells a mark for sure
only where the framework's own labels are of that family.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import MARKED, Answer
from mainstream.scoring.tables.cells import AnswerReader, plain
from mainstream.scoring.words import Words

WORDS: Final = ("agreement_labels", "other_labels")

_STARS = re.compile("[★⭐🌟]+[☆✩]*")
_CODE = re.compile("(?:a|ao|sq)0{0,2}([0-9]{1,2})")  # as survey programs export an option
_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]0+)? ?%")
_OF = re.compile(r"([0-9]{1,2}) ?(?:/|out of|of|von|sur) ?([0-9]{1,3})")
_BRACKETS = re.compile(r" *[\[(][^\[\]()]{0,60}[\])] *")
_NUMBER = re.compile(r"([+-]?[0-9]{1,3})(?:[.,]0{0,2})?")
_UNSEEN = re.compile("[\ufe0e\ufe0f\u20e3\u200b-\u200f]")  # of emoji, such as keycaps
_LONGEST = 80  # characters of a label


@dataclass(frozen=True)
class Proposal:
    """What a text may say; a person should look twice unless it is `sure`."""

    answer: Answer
    sure: bool


@dataclass(frozen=True)
class _Family:
    steps: Mapping[str, int]  # by the label
    anchors: Mapping[int, int]  # the mark of each step that is one of the framework's labels
    last: int


def number_in(text: str) -> int | None:
    """The whole number that a cell is, with keycaps and signs as people write them."""
    bare = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).strip().replace("\u2212", "-")
    found = _NUMBER.fullmatch(bare)
    return int(found[1]) if found else None


class Labels:
    """Proposes answers for texts that `AnswerReader` leaves open."""

    def __init__(self, framework: Framework, words: Words, reader: AnswerReader) -> None:
        self._points = framework.scale.points
        self._reader = reader
        labels = [plain(label) for label in framework.scale.labels]
        self._marks = {label: mark for mark, label in enumerate(labels, 1)}
        agreement: dict[str, int] = {}
        families = []
        for line in words["agreement_labels"].splitlines():
            agreement |= _steps(line)
        for steps in [agreement, *map(_steps, words["other_labels"].splitlines())]:
            if steps:
                families.append(_Family(steps, _anchors(steps, labels), max(steps.values())))
        self._families = families

    def proposal(self, text: str, vocabulary: Collection[str]) -> Proposal | None:
        """What the text may say, among all the texts of its table; none where nothing tells."""
        if len(text) > _LONGEST:
            return None
        bare = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).strip()
        return (
            self._drawn(text, bare)
            or self._numbered(bare)
            or self._labelled(bare, vocabulary)
            or self._coded(bare)
        )

    def mark_of(self, words: str, vocabulary: Collection[str] = ()) -> Proposal | None:
        """The mark that a label alone says; `vocabulary` are the labels next to it."""
        said = plain(words)
        if said in self._marks:
            return self._marked(self._marks[said], sure=True)
        for family in self._families:
            if said in family.steps:
                return self._in_family(family, family.steps[said], vocabulary)
        return None

    def _in_family(
        self, family: _Family, step: int, vocabulary: Collection[str]
    ) -> Proposal | None:
        if not family.anchors:
            share = step / family.last
            return self._marked(_rounded(1 + share * (self._points - 1)), sure=False)
        if step in family.anchors:
            return self._marked(family.anchors[step], sure=True)
        # Between two of the framework's labels: the one that is further out, which is meant
        # unless the table has that one as well.
        outward = range(step, family.last + 1) if 2 * step > family.last else range(step, -1, -1)
        nearest = next((each for each in outward if each in family.anchors), None)
        if nearest is None:
            return None
        there = {family.steps.get(plain(text)) for text in vocabulary}
        return self._marked(family.anchors[nearest], sure=nearest not in there)

    def _drawn(self, text: str, bare: str) -> Proposal | None:
        """Stars, and numbers on keys."""
        stars = bare.replace(" ", "")
        if _STARS.fullmatch(stars):
            full = sum(letter in "★⭐🌟" for letter in stars)
            return self._marked(full, sure=len(stars) == self._points)
        number = number_in(text)
        if number is not None and bare != text.strip():
            return self._marked(number, sure=True)
        return None

    def _numbered(self, bare: str) -> Proposal | None:
        if found := _PERCENT.fullmatch(bare):
            share = int(found[1]) / 100
            return self._marked(_rounded(1 + share * (self._points - 1)), sure=False)
        if (found := _OF.fullmatch(bare)) and int(found[2]) == self._points:
            return self._marked(int(found[1]), sure=True)
        return None

    def _labelled(self, bare: str, vocabulary: Collection[str]) -> Proposal | None:
        """A label, perhaps with a number or a code before or behind it."""
        alone = self.mark_of(bare, vocabulary)
        if alone:
            return alone
        number, words = number_and_words(bare)
        said = self.mark_of(words, [number_and_words(text)[1] for text in vocabulary])
        if said is None or number is None:
            return said
        agrees = said.answer.mark == number or self._is_shifted(vocabulary)
        return Proposal(said.answer, said.sure and agrees)

    def _is_shifted(self, vocabulary: Collection[str]) -> bool:
        """Whether every label that has a number is the same number of steps away from it."""
        away: set[int] = set()
        seen: set[str] = set()
        for text in vocabulary:
            number, words = number_and_words(text)
            said = self.mark_of(words) if number is not None else None
            if said and said.answer.mark is not None and number is not None:
                away.add(said.answer.mark - number)
                seen.add(plain(words))
        return len(away) == 1 and len(seen) > 1

    def _coded(self, bare: str) -> Proposal | None:
        """An option's code, such as `A4`: in most surveys, options are numbered in order."""
        found = _CODE.fullmatch(bare.casefold())
        return self._marked(int(found[1]), sure=False) if found else None

    def _marked(self, mark: int, *, sure: bool) -> Proposal | None:
        return Proposal(Answer(MARKED, mark), sure) if 1 <= mark <= self._points else None


def number_and_words(text: str) -> tuple[int | None, str]:
    """A number or an option's code before or behind some words, and the words without it."""
    outside, inside = _BRACKETS.sub(" ", text).strip(), _BRACKETS.search(text)
    tokens = plain(outside).split()
    if inside:
        found = _numeral(plain(inside.group()))
        if tokens and found is not None:
            return found, " ".join(tokens)
    if len(tokens) > 1:
        for place, rest in ((0, tokens[1:]), (-1, tokens[:-1])):
            found = _numeral(tokens[place])
            if found is not None:
                negative = place == 0 and re.match(r"[-\u2212]\d", outside)
                return -found if negative else found, " ".join(rest)
    return None, " ".join(tokens)


def _numeral(text: str) -> int | None:
    coded = _CODE.fullmatch(text)
    if coded:
        return int(coded[1])
    return int(text) if re.fullmatch("[0-9]{1,3}", text) else None


def _steps(line: str) -> dict[str, int]:
    """The step of each label in a line of a family."""
    return {
        plain(text): step
        for step, texts in enumerate(line.split("|"))
        for text in texts.split(";")
        if text.strip()
    }


def _anchors(steps: Mapping[str, int], labels: Iterable[str]) -> dict[int, int]:
    """The mark of each step, where all of the framework's labels are of the family, in order."""
    found = [steps.get(label) for label in labels]
    known = [step for step in found if step is not None]
    if len(known) < len(found) or known != sorted(set(known)):
        return {}
    return {step: mark for mark, step in enumerate(known, 1)}


def _rounded(value: float) -> int:
    return int(value + 0.5)
