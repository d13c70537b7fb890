"""How cells that are not on the scale are read: proposed for a whole table, decided by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import MARKED, UNANSWERED, Answer
from mainstream.scoring.contract.limits import STATES_WITHOUT_MARK
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.text import one_line
from mainstream.scoring.tables import labels
from mainstream.scoring.tables.cells import AnswerReader
from mainstream.scoring.tables.labels import Labels, number_and_words, number_in
from mainstream.scoring.words import Words

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

WORDS: Final = labels.WORDS

# What each text is read as; None for one that must not be read before a person has decided.
ReadAs = Mapping[str, Answer | None]

MOST_VALUES = 200  # that are listed; beyond, they are not labels
_LONGEST_SHOWN = 120  # characters of a value; longer text is not a label
_FEW = 0.02  # of a table's numbers: so many off the scale may be slips
_ENDS = (6, 7, 9, 10, 100)  # where other scales end
# A heading's own words for the ends of its numbers: `1 = strongly agree`.
_END = re.compile(r"(?<![0-9])1 ?(?:=|:|\u2013|-|\() ?([^\W\d_][^=,;:()0-9/\u2013]{2,60})")


@dataclass(frozen=True)
class Value:
    """A text that is not on the scale, in how many cells it stands, and what it may say."""

    text: str
    count: int
    answer: Answer | None = None
    sure: bool = False

    def as_json(self) -> contract.CellValue:
        """The fields by name, the answer as `proposal`."""
        proposal = reading_data(self.answer) if self.answer else None
        return {"text": self.text, "count": self.count, "proposal": proposal, "sure": self.sure}


@dataclass(frozen=True)
class NumbersOfAnotherScale:
    """The lowest and the highest number, the ways to read them, and which of these is likely."""

    found: tuple[int, int]
    proposal: contract.ScaleWay | None
    choices: Mapping[contract.ScaleWay, Mapping[str, Answer]]

    def as_json(self) -> contract.OtherScale:
        """The fields by name."""
        return {
            "found": list(self.found),
            "proposal": self.proposal,
            "choices": [
                {"way": way, "read_as": read_as_data(read_as)}
                for way, read_as in self.choices.items()
            ],
        }


@dataclass(frozen=True)
class Proposed:
    """The values of a table that are not on the scale, the most frequent first."""

    values: tuple[Value, ...] = ()
    scale: NumbersOfAnotherScale | None = None

    def read_as(self) -> dict[str, Answer | None]:
        """What holds without a person's word: proposals that are sure; the others stay unread."""
        return {each.text: each.answer if each.sure else None for each in self.values}


def key_of(cell: str) -> str:
    """A cell's text as readings name it: on one line."""
    return cell if cell.isalnum() else one_line(cell)


def read_as_from_json(data: Any, framework: Framework) -> dict[str, Answer | None]:
    """Check readings by text, as `{"mark": 4}` or `{"state": "not-sure"}`.

    Errors: `ScoringProblem("read-as-broken", where=...)`, with the text or its field.
    """
    top = Fields({} if data is None else data, "", _broken)
    return {key_of(text): _reading(top.inner(text), framework) for text in top.data}


def read_as_data(read_as: Mapping[str, Answer]) -> contract.ReadAs:
    """Readings as JSON data."""
    return {text: reading_data(answer) for text, answer in read_as.items()}


def reading_data(answer: Answer) -> contract.CellReading:
    """One reading as JSON data."""
    if answer.mark is not None:
        return {"mark": answer.mark}
    return {"state": cast("contract.StateWithoutMark", answer.state)}


def reading_from_json(fields: Fields, framework: Framework) -> Answer:
    """One reading; the fields know what they are part of."""
    return _reading(fields, framework)


def _reading(fields: Fields, framework: Framework) -> Answer:
    mark = fields.whole_number_or_none("mark", least=1, most=framework.scale.points)
    if mark is not None:
        return Answer(MARKED, mark)
    state = fields.choice("state", STATES_WITHOUT_MARK)
    return Answer(cast("contract.StateWithoutMark", state))


def _broken(where: str) -> ScoringProblem:
    return ScoringProblem("read-as-broken", where=where)


class Readings:
    """Proposes how the texts of one table are read, by all of them together."""

    def __init__(self, framework: Framework, words: Words) -> None:
        self._points = framework.scale.points
        self._reader = AnswerReader(framework, words)
        self._labels = Labels(framework, words, self._reader)
        self._may_be: dict[str, bool] = {}

    def may_be_answer(self, cell: str) -> bool:
        """Whether a cell alone looks like an answer, on this scale or on another."""
        if cell not in self._may_be:
            self._may_be[cell] = self._looks_like_answer(cell)
        return self._may_be[cell]

    def _looks_like_answer(self, cell: str) -> bool:
        if self._reader.read(cell) is not None:
            return True
        number = number_in(cell)
        if number is not None:
            return -5 <= number <= 10
        return self._labels.proposal(key_of(cell), ()) is not None

    def is_on_scale(self, cell: str) -> bool:
        """Whether a cell is a mark or a state of this scale as it stands."""
        return self._reader.read(cell) is not None

    def label(self, text: str) -> Answer | None:
        """The mark or state that a text says for sure."""
        answer = self._reader.read(text)
        if answer is not None:
            return answer
        said = self._labels.proposal(key_of(text), ())
        return said.answer if said and said.sure else None

    def proposed(self, counts: Mapping[str, int], headings: Sequence[str] = ()) -> Proposed:
        """The values of a table, from how many cells of answers hold each text.

        `headings` are those of the columns of answers: they may say which end of the scale is 1.
        """
        return self._proposed(counts, self._other_scale(counts, headings))

    def proposed_on_this_scale(self, counts: Mapping[str, int]) -> Proposed:
        """As `proposed`, of a table whose numbers are known to be of this scale."""
        return self._proposed(counts, None)

    def _proposed(self, counts: Mapping[str, int], scale: NumbersOfAnotherScale | None) -> Proposed:
        texts = sorted(counts, key=lambda text: (-counts[text], text))
        vocabulary = texts[:MOST_VALUES]
        values: list[Value] = []
        likely = scale.choices[scale.proposal] if scale and scale.proposal else {}
        for text in texts:
            known = self._reader.read(text)
            if len(values) == MOST_VALUES or len(text) > _LONGEST_SHOWN or not text.strip():
                continue
            if scale and number_in(text) is not None:
                values.append(Value(text, counts[text], likely.get(text)))
            elif known is None or self._says_otherwise(text, known):
                said = self._labels.proposal(text, vocabulary)
                sure = said is not None and said.sure and known is None
                values.append(Value(text, counts[text], said.answer if said else None, sure))
        return Proposed(tuple(values), scale)

    def _says_otherwise(self, text: str, known: Answer) -> bool:
        """Whether a number was read before words that are another mark's label."""
        if known.mark is None or text.isdecimal():
            return False
        number, words = number_and_words(text)
        said = self._labels.mark_of(words) if number is not None else None
        return said is not None and said.answer.mark != known.mark

    def _other_scale(
        self, counts: Mapping[str, int], headings: Sequence[str]
    ) -> NumbersOfAnotherScale | None:
        numbers = {text: n for text in counts if (n := number_in(text)) is not None}
        near = {text: n for text, n in numbers.items() if -self._points <= n <= max(_ENDS)}
        if not near:
            return None
        points = self._points
        low, high = min(near.values()), max(near.values())
        total = sum(counts[text] for text in near)
        beyond = [n for n in near.values() if not 1 <= n <= points]
        off = sum(counts[text] for text, n in near.items() if n in beyond)
        proposal: contract.ScaleWay | None
        if not off:
            if not self._is_reversed(counts, headings):
                return None
            proposal = "reverse"
        elif low < 0:
            proposal = "shift" if -low <= points // 2 and high <= points // 2 else None
        elif low == 0 and high < points:
            proposal = "shift"
        elif off < _FEW * total or off == 1 or (high > points + 1 and len(set(beyond)) == 1):
            return None  # slips, or a code for no answer such as 9; they are listed like any text
        else:
            proposal = None if high <= points else "stretch"
        choices = self._ways(near, low, high)
        return NumbersOfAnotherScale(
            (low, high), proposal if proposal in choices else None, choices
        )

    def _ways(
        self, numbers: Mapping[str, int], low: int, high: int
    ) -> dict[contract.ScaleWay, Mapping[str, Answer]]:
        """What each number is by each way that gives a mark to all of them; `as-it-is` for all."""
        points = self._points
        shift = points // 2 + 1 if low < 0 else 1
        first = min(low, 1) if low >= 0 else -max(-low, high)
        last = next((end for end in _ENDS if end >= high), high) if high > points else high
        last = -first if low < 0 else max(last, points - 1 if low == 0 else points)

        def stretched(number: int) -> int:
            return int(1 + (number - first) * (points - 1) / (last - first) + 0.5)

        ways: dict[contract.ScaleWay, Mapping[str, Answer]] = {
            "as-it-is": {
                text: Answer(MARKED, n) if 1 <= n <= points else Answer(UNANSWERED)
                for text, n in numbers.items()
            }
        }
        others: tuple[tuple[contract.ScaleWay, dict[str, int]], ...] = (
            ("shift", {text: n + shift for text, n in numbers.items()} if low < 1 else {}),
            ("reverse", {text: points + 1 - n for text, n in numbers.items()}),
            ("stretch", {text: stretched(n) for text, n in numbers.items()}),
        )
        for way, marks in others:
            if marks and all(1 <= mark <= points for mark in marks.values()):
                ways[way] = {text: Answer(MARKED, mark) for text, mark in marks.items()}
        return ways

    def _is_reversed(self, counts: Mapping[str, int], headings: Iterable[str]) -> bool:
        """Whether headings or labels with numbers say that 1 is the most."""
        for heading in headings:
            for end in _END.findall(heading[:500]):
                said = self._labels.mark_of(end)
                if said and said.answer.mark is not None:
                    return 2 * said.answer.mark > self._points + 1
        sums, numbers = set(), set()
        for text in counts:
            number, words = number_and_words(text) if len(text) <= _LONGEST_SHOWN else (None, "")
            said = self._labels.mark_of(words) if number is not None else None
            if said and said.answer.mark is not None and number is not None:
                sums.add(number + said.answer.mark)
                numbers.add(number)
        return sums == {self._points + 1} and len(numbers) > 1
