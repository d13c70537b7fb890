"""Proposes what the columns of a form's table hold, for a person to confirm or mend.

What is not matched to the framework is dropped: names, e-mail addresses and times never reach a
result, in whatever language their headings are. Cells are shown from columns of answers only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables import cells, headings, person, read_as
from mainstream.scoring.tables.cells import cell_at, plain
from mainstream.scoring.tables.coded import has_answers
from mainstream.scoring.tables.columns import (
    CODES,
    DAMAGED,
    DOUBLED,
    IGNORE,
    ONE_PERSON,
    PEOPLE,
    PERSONAL,
    TURNED,
    Column,
    ColumnMapping,
)
from mainstream.scoring.tables.headings import (
    DATE,
    GROUP,
    MARK,
    NOTE,
    POINT_OF_VIEW,
    STATEMENT,
    Headings,
    Target,
)
from mainstream.scoring.tables.person import person_heading_row
from mainstream.scoring.tables.read_as import Readings
from mainstream.scoring.tables.shapes import shape_of, turned
from mainstream.scoring.words import Words

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

WORDS: Final = (
    *cells.WORDS,
    *headings.WORDS,
    *person.WORDS,
    *read_as.WORDS,
)

_NUMBERED = re.compile(r"\s*[^\W\d]{0,3}(\d{1,3})[.):\s]+[^\W\d]")
# Columns in which LimeSurvey and Qualtrics say how far somebody came, not what they answered.
_BOOKKEEPING = frozenset(
    {"id", "lastpage", "seed", "progress", "finished", "status", "duration (in seconds)"}
)
_HEADING_ROWS = 15  # headings are looked for in the first rows only
_MOST_CELLS = 500  # of a column are looked at to tell what it holds
_MOST_ROWS = 2_000  # that are looked at
_MOST_CODED = 200  # rows that are searched for codes
_MOST_OPTIONS = 12  # of a question
_MOST_GROUPS = 30
_LONGEST_LABEL = 40  # characters
_SAMPLES = 3
_LONGEST_NAME = 60  # characters; longer text that names a time is a note


@dataclass(frozen=True)
class Proposal:
    """A mapping, and its columns with the framework's enablers or statements in order.

    `in_order` is none where there are not as many columns that may hold answers, or where each
    has its heading.
    """

    mapping: ColumnMapping
    in_order: tuple[Column, ...] | None = None


class Proposer:
    """Proposes how tables of a framework are read; what it knows of headings serves for all."""

    def __init__(self, framework: Framework, words: Words, groups: Collection[str] = ()) -> None:
        self._framework = framework
        self._words = words
        self._groups = {plain(group) for group in groups}
        self.headings = Headings(framework, words)
        self.readings = Readings(framework, words)

    def propose(self, rows: Sequence[Sequence[str]]) -> Proposal:
        """What the columns of the rows seem to hold, for a person to confirm or mend.

        Our own table of one person's answers needs no columns: its `layout` says what it is.

        Errors: `ScoringProblem("table-no-match")` where nothing looks like an answer.
        """
        person = person_heading_row(rows[:_HEADING_ROWS], self._words)
        if person:
            return Proposal(ColumnMapping(ONE_PERSON, person))
        proposed = self._people(rows)
        if proposed.mapping.answer_columns < 2:
            other = shape_of(rows, self._framework, self.headings, self.readings)
            if other and other.layout == TURNED:
                return self._turned(rows)
            if other:
                return Proposal(other)
        coded = self._coded(rows, proposed.mapping)
        if coded:
            return Proposal(coded)
        mapping = proposed.mapping
        if not mapping.answer_columns and len(mapping.likely_answers) < 2:
            raise ScoringProblem("table-no-match")
        return proposed

    def _people(self, rows: Sequence[Sequence[str]]) -> Proposal:
        header_row = self._heading_row(rows)
        columns = _Columns(
            self._framework, self.headings, self.readings, self._groups, rows, header_row
        )
        proposed = columns.proposed()
        return Proposal(ColumnMapping(PEOPLE, header_row, proposed), columns.in_order(proposed))

    def _turned(self, rows: Sequence[Sequence[str]]) -> Proposal:
        found = self._people(turned(rows))
        mapping = replace(found.mapping, layout=TURNED)
        return Proposal(mapping, found.in_order)

    def _coded(self, rows: Sequence[Sequence[str]], mapping: ColumnMapping) -> ColumnMapping | None:
        """The mapping with the layout `codes`, where at least half of the rows hold a code."""
        below = [row for row in rows[mapping.header_row :] if any(map(str.strip, row))]
        some = below[:_MOST_CODED]
        coded = sum(has_answers(row, self._framework) for row in some)
        if not coded or 2 * coded < len(some):
            return None
        first = rows[mapping.header_row - 1] if mapping.header_row else ()
        header_row = 0 if has_answers(first, self._framework) else mapping.header_row
        return replace(mapping, layout=CODES, header_row=header_row)

    def _heading_row(self, rows: Sequence[Sequence[str]]) -> int:
        """The number of the row with most headings that we know; else of the first with any text.

        0 where that row holds answers already.
        """
        best, most = 0, 0
        for number, row in enumerate(rows[:_HEADING_ROWS], 1):
            known = sum(1 for text in row if text.strip() and self.headings.exact(text))
            if known > most or (not best and any(map(str.strip, row))):
                best, most = number, known
        if best and not most and self._holds_answers(rows[best - 1], rows[best:_MOST_ROWS]):
            return 0
        return best

    def _holds_answers(self, row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
        """Whether a row without a heading that we know has answers, or a person's own data."""
        filled = [cell for cell in row if cell.strip()]
        if any("@" in cell for cell in filled):
            return True
        if _are_numbered(filled) or _are_words_of_their_own(filled, below):
            return False
        answers = sum(self.readings.may_be_answer(cell) for cell in filled)
        return 3 * answers >= len(filled)


def propose(
    framework: Framework,
    rows: Sequence[Sequence[str]],
    words: Words,
    groups: Collection[str] = (),
) -> ColumnMapping:
    """The mapping that `Proposer` proposes. `words` are the areas `result` and `import` in one.

    Errors: `ScoringProblem("table-no-match")` where nothing looks like an answer.
    """
    return Proposer(framework, words, groups).propose(rows).mapping


class _Columns:
    """Gives the columns of one table their roles, the surest first."""

    def __init__(
        self,
        framework: Framework,
        headings: Headings,
        readings: Readings,
        groups: Collection[str],
        rows: Sequence[Sequence[str]],
        header_row: int,
    ) -> None:
        self._framework = framework
        self._headings = headings
        self._readings = readings
        self._groups = groups
        self._views = {plain(v.title) for v in framework.points_of_view}
        self._views |= {plain(v.id) for v in framework.points_of_view}
        self._rows = rows[header_row : header_row + _MOST_ROWS]
        header = rows[header_row - 1] if header_row else []
        width = max(len(header), max(map(len, self._rows), default=0))
        self._texts = {n: header[n - 1] if n <= len(header) else "" for n in range(1, width + 1)}
        self._cells = {n: _cells(self._rows, n) for n in self._texts}
        self._found: dict[int, tuple[Target, bool]] = {}
        self._taken: dict[Target, int] = {}
        self._remarks: dict[int, contract.ColumnRemark] = {}
        self._common = self._common_labels()
        self._likely: dict[int, bool] = {}

    def proposed(self) -> tuple[Column, ...]:
        """Every column, in order."""
        for step in (self._exact, self._copy, self._by_cells, self._close):
            for number, text in self._texts.items():
                if number not in self._found and not _is_personal_heading(text):
                    step(number, text, self._cells[number])
        self._other_branch()
        self._group()
        return tuple(self._column(n, text, self._cells[n]) for n, text in self._texts.items())

    def in_order(self, columns: Sequence[Column]) -> tuple[Column, ...] | None:
        """The columns that may hold answers as the enablers or the statements in order."""
        free = (MARK, STATEMENT, IGNORE)
        likely = [
            c for c in columns if c.role in free and c.remark is None and self._may_hold(c.number)
        ]
        known = sum(c.role in (MARK, STATEMENT) for c in likely)
        enablers = self._framework.enablers
        targets = [Target(MARK, enabler.id) for enabler in enablers]
        statements = [Target(STATEMENT, e.id, s.id) for e in enablers for s in e.statements]
        if len(likely) == len(statements) != len(targets):
            targets = statements
        if len(likely) != len(targets) or known == len(targets):
            return None
        ordered = {c.number: t for c, t in zip(likely, targets, strict=True)}
        return tuple(
            replace(
                c,
                role=ordered[c.number].role,
                enabler=ordered[c.number].enabler,
                statement=ordered[c.number].statement,
                sure=False,
                samples=self._samples(c.number),
            )
            if c.number in ordered
            else c
            for c in columns
        )

    def _exact(self, number: int, text: str, cells: list[str]) -> None:
        for target in self._headings.exact(text) if text.strip() else []:
            if target not in self._taken:
                self._take_exact(number, target, cells)
                return

    def _take_exact(self, number: int, target: Target, cells: list[str]) -> None:
        if target.role not in (MARK, STATEMENT):
            if target.role == DATE or not _mostly(_is_personal_text, cells):
                self._take(number, target, sure=target.role != GROUP or _may_be_groups(cells))
        elif _mostly(_is_date, cells):
            self._remarks[number] = DAMAGED
        elif not _mostly(_is_personal_text, cells):
            if target.role == MARK and self._are_remarks(cells):
                self._propose_note(number, Target(NOTE, target.enabler), cells)
            else:
                sure = not cells or any(self._readings.label(cell) is not None for cell in cells)
                self._take(number, target, sure=sure)

    def _copy(self, number: int, text: str, cells: list[str]) -> None:
        """A second column of an enabler: answers of another branch of the form, or its note."""
        for target in self._headings.exact(text) if text.strip() else []:
            note = Target(NOTE, target.enabler)
            if target.role not in (MARK, STATEMENT) or target not in self._taken:
                continue
            if self._may_hold(number):
                first = self._taken[target]
                if self._are_branches([(first, number)]):
                    self._double(first, number, target, sure=True)
                    return
            elif target.role == MARK and note not in self._taken:
                self._propose_note(number, note, cells)
                return

    def _by_cells(self, number: int, text: str, cells: list[str]) -> None:
        view = Target(POINT_OF_VIEW)
        if cells and view not in self._taken and all(plain(cell) in self._views for cell in cells):
            self._take(number, view, sure=True)
        elif self._headings.is_note(text):
            before = (self._found[n][0] for n in range(number - 1, 0, -1) if n in self._found)
            about = next((target.enabler for target in before if target.enabler), None)
            if about and Target(NOTE, about) not in self._taken:
                self._propose_note(number, Target(NOTE, about), cells)

    def _close(self, number: int, text: str, cells: list[str]) -> None:
        if number in self._remarks or not text.strip():
            return
        if not (self._may_hold(number) or self._headings.names_note(text)):
            return
        target = self._headings.close(text, self._taken)
        if target and target.role == NOTE:
            self._propose_note(number, target, cells)
        elif target and self._may_hold(number):
            self._take(number, target, sure=False)

    def _other_branch(self) -> None:
        """As many more columns of answers as are known, filled where those are not: in order."""
        known = [n for n, (target, _) in sorted(self._found.items()) if target.role == MARK]
        known = [n for n in known if n not in self._remarks]
        more = [
            n
            for n, text in self._texts.items()
            if n not in self._found and not _is_personal_heading(text) and self._may_hold(n)
        ]
        pairs = list(zip(known, more, strict=False))
        if len(known) < 2 or len(more) != len(known) or not self._are_branches(pairs):
            return
        for first, number in pairs:
            self._double(first, number, self._found[first][0], sure=False)

    def _are_branches(self, pairs: Sequence[tuple[int, int]]) -> bool:
        """Whether no more than a tenth of the rows say two things in the columns of a pair."""
        either = both = 0
        for row in self._rows:
            for first, second in pairs:
                one, other = cell_at(row, first).strip(), cell_at(row, second).strip()
                either += bool(one or other)
                both += bool(one and other and one != other)
        return 10 * both <= either

    def _double(self, first: int, number: int, target: Target, *, sure: bool) -> None:
        self._found[number] = (target, sure)
        self._remarks[first] = self._remarks[number] = DOUBLED

    def _group(self) -> None:
        """A column of few short texts that come again, or of the groups that are planned."""
        group = Target(GROUP)
        if group in self._taken:
            return
        free = [
            n
            for n, text in self._texts.items()
            if n not in self._found and n not in self._remarks and not _is_personal_heading(text)
        ]
        for number in free:
            cells = self._cells[number]
            if cells and self._groups and all(plain(cell) in self._groups for cell in cells):
                self._take(number, group, sure=True)
                return
        for number in free:
            if not self._may_hold(number) and _are_groups(self._cells[number]):
                self._take(number, group, sure=False)
                return

    def _propose_note(self, number: int, note: Target, cells: list[str]) -> None:
        if note not in self._taken and not _mostly(_is_personal_text, cells):
            self._take(number, note, sure=False)

    def _take(self, number: int, target: Target, *, sure: bool) -> None:
        self._found[number] = (target, sure)
        self._taken[target] = number

    def _common_labels(self) -> set[str]:
        """Texts that stand in several columns: in a form, those are the options of its scale."""
        columns: Counter[str] = Counter()
        for given in self._cells.values():
            distinct = set(given)
            if len(distinct) <= _MOST_OPTIONS:
                columns.update(text for text in distinct if len(text) <= _LONGEST_NAME)
        return {
            text for text, times in columns.items() if times > 1 and not _PERSONAL_TEXT.search(text)
        }

    def _answered(self, cells: list[str]) -> int:
        return sum(self._readings.may_be_answer(cell) for cell in cells)

    def _may_hold(self, number: int) -> bool:
        """Whether half of a column's cells look like answers, or like options of one scale."""
        if plain(self._texts[number]) in _BOOKKEEPING:
            return False
        if number not in self._likely:
            cells = self._cells[number]
            half = 2 * self._answered(cells) >= len(cells)
            options = 2 * sum(cell in self._common for cell in cells) > len(cells)
            points = self._framework.scale.points
            serial = _is_serial(cells) and (number == 1 or int(cells[-1]) > points)
            self._likely[number] = bool(cells) and not serial and (half or options)
        return self._likely[number]

    def _are_remarks(self, cells: list[str]) -> bool:
        """Whether cells under an enabler's heading are what people wrote, and not labels."""
        written = [cell for cell in cells if len(cell) > _LONGEST_LABEL]
        return 2 * len(written) > len(cells) and 2 * len(set(written)) > len(written) > 0

    def _samples(self, number: int) -> tuple[str, ...]:
        # What does not read as an answer may be about somebody.
        shown = (
            cell
            for cell in self._cells[number]
            if cell in self._common or self._readings.may_be_answer(cell)
        )
        return tuple(islice(dict.fromkeys(shown), _SAMPLES))

    def _column(self, number: int, text: str, cells: list[str]) -> Column:
        heading = "" if _is_personal_heading(text) else " ".join(text.split())
        remark = self._remarks.get(number)
        if number not in self._found:
            if remark == DAMAGED:
                return Column(number, heading, IGNORE, sure=False, remark=remark)
            if self._may_hold(number):
                return Column(number, heading, IGNORE, sure=False, samples=self._samples(number))
            return Column(number, heading, PERSONAL if _is_personal(cells) else IGNORE)
        target, sure = self._found[number]
        samples = self._samples(number) if target.role in (MARK, STATEMENT) else ()
        return Column(
            number,
            heading,
            target.role,
            target.enabler,
            target.statement,
            sure,
            samples,
            remark=remark,
        )


def _cells(rows: Sequence[Sequence[str]], number: int) -> list[str]:
    """The first cells of a column that are not blank, each on one line."""
    found: list[str] = []
    for row in rows:
        text = " ".join(row[number - 1].split()) if number <= len(row) else ""
        if text:
            found.append(text)
            if len(found) == _MOST_CELLS:
                break
    return found


_MANY = 6  # people, of whom some share a group
_DATE_TEXT = re.compile(r"^[0-9]{1,4}[./-](?:[0-9]{1,2}|[A-Za-z]{3})(?:[./-][0-9]{1,4})?(?: .*)?$")
_PERSONAL_TEXT = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+"  # an e-mail address
    r"|\b[0-9]{1,2}:[0-9]{2}\b"  # a time
    r"|\b[0-9]{1,4}\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?[0-9]{1,4}\b"  # a day
    r"|^[0-9]{5}\.[0-9]+$"  # a time as a spreadsheet counts it
)


def _are_numbered(texts: Sequence[str]) -> bool:
    """Whether several texts are numbered one after another, as questions are: `1. …`, `2. …`."""
    found = [_NUMBERED.match(text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _are_words_of_their_own(texts: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether none of a row's words is given again below, as answers to a scale are.

    That says something only where several rows follow, and nothing of numbers.
    """
    words = {plain(text) for text in texts if any(map(str.isalpha, text))}
    given = {plain(text) for row in below for text in row}
    return len(below) > 2 and 2 * len(words) > len(texts) and words.isdisjoint(given)


def _is_personal_text(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _PERSONAL_TEXT.search(text) is not None


def _is_personal_heading(text: str) -> bool:
    """Whether a person's data stands where a heading should; a heading may well name a day."""
    return "@" in text or (_is_personal_text(text) and not re.search(r"[^\W\d_]{4}", text))


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _DATE_TEXT.search(text) is not None


def _is_serial(cells: list[str]) -> bool:
    """Whether cells are three numbers or more, each greater than the one before it."""
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= 18]
    return len(numbers) > 2 and len(numbers) == len(cells) and numbers == sorted(set(numbers))


def _may_be_groups(cells: list[str]) -> bool:
    """Whether anyone shares a group; of few people each may well be from another one."""
    return len(cells) < _MANY or len(set(cells)) < len(cells)


def _are_groups(cells: list[str]) -> bool:
    """Whether a few short texts that are not numbers come again and again."""
    distinct = set(cells)
    short = all(len(text) <= _LONGEST_LABEL and not text.isdecimal() for text in distinct)
    few = 2 <= len(distinct) <= min(_MOST_GROUPS, len(cells) // 3)
    return few and short and not _mostly(_is_personal_text, cells)


def _is_personal(cells: list[str]) -> bool:
    """Whether a column holds addresses, times, serial numbers or names, by its cells alone."""
    if _mostly(_is_personal_text, cells) or _is_serial(cells):
        return True
    return _mostly(_is_like_a_name, cells) and 5 * len(set(cells)) >= 4 * len(cells)


def _is_like_a_name(text: str) -> bool:
    words = re.findall(r"[\w’'.-]+", text)
    return (
        1 <= len(words) <= 5 and not any(c.isdigit() for c in text) and len(text) <= _LONGEST_NAME
    )


def _mostly(holds: Callable[[str], bool], cells: list[str]) -> bool:
    return bool(cells) and 2 * sum(map(holds, cells)) > len(cells)
