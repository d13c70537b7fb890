"""Reads files of every kind that may hold answers, and has what they hold counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from mainstream.combine.counting import Counting, LeftOut
from mainstream.combine.files import (
    OF_A_PROGRAM,
    OTHER_TABLES,
    SUFFIXES,
    WORKBOOKS,
    RereadableLines,
    encoding_of,
    is_no_text,
)
from mainstream.combine.tables import TableCounting, TableRead
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import read_response
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.codes.find import Find, find_in_lines, finds_in_another_programs
from mainstream.scoring.contract.limits import TALLY_FORMAT, WORKSHOP_FORMAT
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.formats import format_of
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables.columns import CODES
from mainstream.scoring.tables.delimited import delimited_rows, is_even
from mainstream.scoring.tables.waiting import Decision, Sheet, WaitingTables
from mainstream.scoring.words import Words
from mainstream.scoring.workshop.merge import counted_of
from mainstream.scoring.workshop.model import read_workshop

MOST_CHARACTERS = 1_000_000_000  # of a JSON file, which is read whole
_FIRST_LINES = 500  # enough to tell JSON from other text
_FIRST_CELLS = 400_000  # of a table, which tell how it is read


class Combiner:
    """Counts everything that it is given; `left_out` says what it could not.

    `decisions` say how tables are read, by their shape. `tables` are those that were met and are
    not our own. `set_aside` are files that programs keep for themselves, such as `~$answers.xlsx`.
    `repeated` are how many people were counted already, `remarks` what else there is to say.

    Answers that may be a newer version of somebody's are left out, or with `both` counted too.
    """

    def __init__(
        self,
        framework: Framework,
        words: Words,
        decisions: Mapping[str, Decision] | None = None,
        *,
        both: bool = False,
    ) -> None:
        self._framework = framework
        self._words = words
        self._counting = Counting(framework, both=both)
        self._tables = TableCounting(framework, self._counting, decisions or {})
        self.set_aside: list[str] = []

    @property
    def forgets(self) -> bool:
        """Whether there are more people than can be told apart."""
        return self._counting.forgets

    @property
    def repeated(self) -> int:
        """How many people were counted already."""
        return self._counting.repeated

    @property
    def remarks(self) -> list[tuple[str, Notice]]:
        """What else there is to say of files."""
        return self._counting.remarks

    @property
    def left_out(self) -> list[LeftOut]:
        """What could not be counted."""
        return self._counting.left_out

    @property
    def tables(self) -> list[TableRead]:
        """The tables that were met and are not our own."""
        return self._tables.read

    @property
    def tally(self) -> Tally:
        """Everyone's answers together."""
        return self._counting.tally

    @property
    def groups(self) -> dict[str, Tally]:
        """The counts of each group that answers name."""
        return self._counting.groups

    @property
    def views(self) -> dict[str, Tally]:
        """The counts of each point of view that answers name, by its title."""
        return self._counting.views

    def add_path(self, path: Path) -> None:
        """Count a file, or each file below a folder in the order of their names."""
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if not inner.is_file():
                    continue
                if inner.name.startswith(OF_A_PROGRAM):
                    self.set_aside.append(str(inner))
                elif inner.suffix.lower() in (*SUFFIXES, *WORKBOOKS, *OTHER_TABLES):
                    self.add_path(inner)
                else:
                    self._counting.leave_out(str(inner), "", ScoringProblem("file-other-kind"))
            return
        try:
            if path.suffix.lower() in (*WORKBOOKS, *OTHER_TABLES):
                self._add_workbook(path)
            elif is_no_text(path):
                self._counting.leave_out(str(path), "", ScoringProblem("file-other-kind"))
            else:
                with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
                    self.add_stream(str(path), file)
        except ScoringProblem as problem:
            self._counting.leave_out(str(path), "", problem)
        except OSError:
            self._counting.leave_out(str(path), "", ScoringProblem("file-unreadable"))

    def add_stream(self, source: str, file: IO[str]) -> None:
        """Count what a text holds: JSON, a table, or codes and links among other words."""
        try:
            first = list(islice(file, _FIRST_LINES))
            beginning = "".join(first).removeprefix("\ufeff")
            if not beginning.strip():
                first += file
                if not "".join(first).strip():
                    raise ScoringProblem("file-empty")
            if looks_like_json(beginning):
                self._add_whole(source, beginning + "".join(file))
                return
            lines = RereadableLines(chain(first, file))
            rows = delimited_rows(lines)
            try:
                tables = self._waiting(source, rows)
            except ScoringProblem as problem:
                # No table of answers: codes, perhaps, among words that have commas too.
                if not self._add_lines(source, lines.again()):
                    raise problem from None
                return
            if tables.first.mapping.layout == CODES and not is_even(tables.first.sheet.rows):
                self._add_lines(source, lines.again())
                return
            lines.forget()
            self._tables.add(source, tables, rows)
        except ScoringProblem as problem:
            self._counting.leave_out(source, "", problem)

    def _waiting(self, source: str, rows: Iterator[list[str]]) -> WaitingTables:
        """How a table is read, told from its first rows."""
        head: list[list[str]] = []
        cells = 0
        for row in rows:
            head.append(row)
            cells += len(row)
            if cells >= _FIRST_CELLS:
                break
        sheet = Sheet("", head)
        return WaitingTables(self._framework, self._words, [sheet], name=Path(source).name)

    def _add_whole(self, source: str, text: str) -> None:
        """Count what looks like JSON."""
        if finds := finds_in_another_programs(text, self._framework):
            self._add_finds(source, finds)
        else:
            self._add_json(source, text)

    def _add_json(self, source: str, text: str) -> None:
        data = read_json(text, most_characters=MOST_CHARACTERS)
        if isinstance(data, list):
            for number, item in enumerate(data, 1):
                try:
                    self._add_data(source, item)
                except ScoringProblem as problem:
                    self._counting.leave_out(source, str(number), problem)
            return
        self._add_data(source, data)

    def _add_data(self, source: str, data: Any) -> None:
        format_ = format_of(data)
        if format_ == TALLY_FORMAT:
            file, _ = read_tally_file(data, self._framework)
            self._counting.add_counts(source, counted_of(file))
        elif format_ == WORKSHOP_FORMAT:
            self._counting.add_workshop(source, read_workshop(data, self._framework)[0])
        else:
            self._counting.add_person(source, "", read_response(data, self._framework)[0])

    def _add_lines(self, source: str, lines: Iterable[str]) -> bool:
        """Count the codes and links of some lines; returns whether there were any."""
        return self._add_finds(source, find_in_lines(lines, self._framework))

    def _add_finds(self, source: str, finds: Iterable[Find]) -> bool:
        found = False
        for find in finds:
            found = True
            if find.response:
                self._counting.add_person(source, f"{find.line}", find.response)
            elif find.problem:
                self._counting.leave_out(source, f"{find.line}", find.problem)
        return found

    def _add_workbook(self, path: Path) -> None:
        # Only who has a workbook waits for the library that reads it.
        from mainstream.spreadsheet import read_workbook

        sheets = read_workbook(path.read_bytes())
        tables = WaitingTables(self._framework, self._words, sheets, name=path.name)
        self._tables.add(str(path), tables, iter(()))
