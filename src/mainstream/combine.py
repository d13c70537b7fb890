"""Brings answers from many files together, with the same figures as the workshop page.

Tables are read row by row and codes line by line, in memory that does not grow with them. To count
nobody twice, what tells people apart is kept as a number each, for the first 200,000 of them;
beyond that, repeated answers are no longer noticed, and `forgets` says so.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import identity, is_empty, tagged_by_row
from mainstream.scoring.answers.response import Response, read_response
from mainstream.scoring.answers.tally import Tally, TallyCounter, empty_tally
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.codes.find import find_in_lines, is_another_programs
from mainstream.scoring.codes.signs import lines_of
from mainstream.scoring.contract.limits import TALLY_FORMAT, WORKSHOP_FORMAT
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.formats import format_of
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables.columns import ColumnMapping
from mainstream.scoring.tables.delimited import delimited_rows
from mainstream.scoring.tables.people import read_people
from mainstream.scoring.tables.proposal import propose
from mainstream.scoring.words import Words, phrase
from mainstream.scoring.workshop import exports
from mainstream.scoring.workshop.exports import Rows, comparison_rows
from mainstream.scoring.workshop.model import id_of_counts, read_workshop

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import ComparisonFigures, Groups

WORDS: Final = (*exports.WORDS, "report_hidden")

SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".xlsx")
OTHER_TABLES = (".xls", ".xlsb", ".xlsm", ".ods")  # known, but not read here
MOST_KNOWN = 200_000  # people who are told apart
MOST_CHARACTERS = 1_000_000_000  # of a JSON file, which is read whole
_FIRST_LINES = 500  # enough to tell what a file holds
_PIECE = 2_000  # rows


@dataclass(frozen=True)
class LeftOut:
    """Something that was not counted: the file, where in it (a row, a line or empty), and why."""

    source: str
    where: str
    problem: ScoringProblem


class Combiner:
    """Counts everything that it is given; `left_out` says what it could not."""

    def __init__(self, framework: Framework, words: Words) -> None:
        self._framework = framework
        self._words = words
        self._everyone = TallyCounter(framework)
        self._groups: dict[str, TallyCounter] = {}
        self._added = empty_tally(framework)
        self._added_groups: dict[str, Tally] = {}
        self._known: Counter[int] = Counter()
        self._known_sources: set[str] = set()
        self.forgets = False
        self.repeated = 0
        self.left_out: list[LeftOut] = []

    @property
    def tally(self) -> Tally:
        """Everyone's answers together."""
        return self._everyone.tally() + self._added

    @property
    def groups(self) -> dict[str, Tally]:
        """The counts of each group that answers name."""
        names = sorted({*self._groups, *self._added_groups})
        nobody = empty_tally(self._framework)
        return {
            name: (self._groups[name].tally() if name in self._groups else nobody)
            + self._added_groups.get(name, nobody)
            for name in names
        }

    def add_path(self, path: Path) -> None:
        """Count a file, or each file below a folder in the order of their names."""
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.suffix.lower() in (*SUFFIXES, *OTHER_TABLES) and inner.is_file():
                    self.add_path(inner)
            return
        try:
            if path.suffix.lower() in (".xlsx", *OTHER_TABLES):
                self._add_workbook(str(path), path.read_bytes())
            else:
                with path.open(encoding=_encoding(path), errors="replace", newline="") as file:
                    self.add_stream(str(path), file)
        except ScoringProblem as problem:
            self._leave_out(str(path), "", problem)
        except OSError:
            self._leave_out(str(path), "", ScoringProblem("file-unreadable"))

    def add_stream(self, source: str, file: IO[str]) -> None:
        """Count what a text holds: JSON, a table, or codes and links among other words."""
        try:
            first = list(islice(file, _FIRST_LINES))
            beginning = "".join(first).removeprefix("\ufeff")
            if looks_like_json(beginning):
                self._add_whole(source, beginning + "".join(file))
                return
            try:
                mapping = self._mapping_of(beginning)
            except ScoringProblem as problem:
                # No table of answers: codes, perhaps, among words that have commas too.
                if not self._add_lines(source, chain(first, file)):
                    raise problem from None
                return
            self._add_rows(source, delimited_rows(chain(first, file)), mapping)
        except ScoringProblem as problem:
            self._leave_out(source, "", problem)

    def _mapping_of(self, beginning: str) -> ColumnMapping:
        """What a table's columns hold, told from its first lines."""
        rows: list[list[str]] = []
        try:
            rows += delimited_rows(io.StringIO(beginning, newline=""))
        except ScoringProblem:
            if not rows:
                raise  # else only the last of these lines is cut within a cell
        return propose(self._framework, rows, self._words)

    def _add_whole(self, source: str, text: str) -> None:
        """Count what looks like JSON."""
        if is_another_programs(text, self._framework):
            self._add_lines(source, lines_of(text))
        else:
            self._add_json(source, text)

    def _add_json(self, source: str, text: str) -> None:
        data = read_json(text, most_characters=MOST_CHARACTERS)
        if isinstance(data, list):
            for number, item in enumerate(data, 1):
                try:
                    self._add_data(source, item)
                except ScoringProblem as problem:
                    self._leave_out(source, str(number), problem)
            return
        self._add_data(source, data)

    def _add_data(self, source: str, data: Any) -> None:
        format_ = format_of(data)
        if format_ == TALLY_FORMAT:
            file, _ = read_tally_file(data, self._framework)
            id_ = file.id or id_of_counts(file.tally, file.title, file.date)
            self._add_tally(id_, file.tally, "")
        elif format_ == WORKSHOP_FORMAT:
            workshop, _ = read_workshop(data, self._framework)
            if self._is_new_source(workshop.id):
                self._add_each(workshop.people)
                for counted in workshop.counted:
                    self._add_tally(counted.id, counted.tally, counted.group)
        else:
            self._add_once(read_response(data, self._framework)[0])

    def _add_lines(self, source: str, lines: Iterable[str]) -> bool:
        """Count the codes and links of some lines; returns whether there were any."""
        found = False
        for find in find_in_lines(lines, self._framework):
            found = True
            if find.response:
                self._add_once(find.response)
            elif find.problem:
                self._leave_out(source, f"{find.line}", find.problem)
        return found

    def _add_workbook(self, source: str, data: bytes) -> None:
        # Only who has a workbook waits for the library that reads it.
        from mainstream.spreadsheet import pick_table, read_workbook

        sheet, mapping = pick_table(read_workbook(data), self._framework, self._words)
        self._add_rows(source, iter(sheet.rows), mapping)

    def _add_rows(self, source: str, rows: Iterator[list[str]], mapping: ColumnMapping) -> None:
        """Count a table by pieces. In it, equal rows are different people."""
        heading = list(islice(rows, mapping.header_row))
        done = 0
        here: Counter[int] = Counter()
        while piece := list(islice(rows, _PIECE)):
            table = [*heading, *piece]
            for result in read_people(self._framework, table, mapping, self._words):
                if result.problem:
                    self._leave_out(source, str(result.row + done), result.problem)
                elif result.response:
                    row = table[result.row - 1]
                    self._add(tagged_by_row(result.response, row), here)
            done += len(piece)

    def _add_each(self, people: Iterable[Response]) -> None:
        here: Counter[int] = Counter()
        for response in people:
            self._add(response, here)

    def _add_once(self, response: Response) -> None:
        self._add(response, Counter())

    def _add(self, response: Response, here: Counter[int]) -> None:
        """Count a person, unless as many like them are counted as `here`, in one source, by now."""
        if is_empty(self._framework, response):
            return
        who = hash(identity(self._framework, response))
        here[who] += 1
        if here[who] <= self._known[who]:
            self.repeated += 1
            return
        if len(self._known) < MOST_KNOWN or who in self._known:
            self._known[who] += 1
        else:
            self.forgets = True
        if len(here) > MOST_KNOWN:
            here.clear()
        self._everyone.add(response)
        if response.group:
            group = self._groups.setdefault(response.group, TallyCounter(self._framework))
            group.add(response)

    def _is_new_source(self, id_: str) -> bool:
        """Whether a workshop or a tally of that id is not counted yet; one without an id is new."""
        if id_ and id_ in self._known_sources:
            self.repeated += 1
            return False
        self._known_sources.add(id_)
        return True

    def _add_tally(self, id_: str, tally: Tally, group: str) -> None:
        if not self._is_new_source(id_):
            return
        self._added += tally
        if group:
            nobody = empty_tally(self._framework)
            self._added_groups[group] = self._added_groups.get(group, nobody) + tally

    def _leave_out(self, source: str, where: str, problem: ScoringProblem) -> None:
        self.left_out.append(LeftOut(source, where, problem))


def _encoding(path: Path) -> str:
    """How a file's text is encoded: UTF-8, or what older spreadsheets write."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with path.open(encoding="utf-8") as text:
            while text.read(1_000_000):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def as_text(framework: Framework, tally: Tally, groups: Groups | None, words: Words) -> str:
    """The comparison as a table for a terminal, the groups' middle marks in further columns."""
    whole = [[str(cell) for cell in row] for row in as_rows(framework, tally, groups, words)]
    states = len(whole[0]) - len(groups["names"] if groups else ()) - 3
    shown = [*_IN_A_TERMINAL, *range(states, len(whole[0]))]
    rows = [[row[column] for column in shown] for row in whole]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    if groups and groups["hidden"]:
        lines += ["", phrase(words, "report_hidden", names=", ".join(groups["hidden"]))]
    return "\n".join(lines) + "\n"


# Number, title, middle, lowest, highest, views, marks: a terminal is narrow. The states follow.
_IN_A_TERMINAL = (0, 1, 4, 7, 8, 10, 3)


def as_rows(framework: Framework, tally: Tally, groups: Groups | None, words: Words) -> Rows:
    """The comparison as rows for a spreadsheet, with a column of middle marks for each group."""
    rows = comparison_rows(framework, tally, words)
    if not groups:
        return rows
    middles = [groups["rows"][enabler.id] for enabler in framework.enablers]
    named = zip(groups["names"], groups["people"], strict=True)
    rows[0] += [f"{name} ({people})" for name, people in named]
    for row, briefs in zip(rows[1:], middles, strict=True):
        row += [brief["median_text"] for brief in briefs]
    return rows


def as_json(compared: ComparisonFigures, groups: Groups | None) -> str:
    """The comparison, and the groups where they are wanted, as JSON text."""
    return json.dumps({**compared, "groups": groups}, ensure_ascii=False, indent=2) + "\n"
