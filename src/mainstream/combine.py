"""Brings answers from many files together, with the same figures as the workshop page.

Tables are read row by row and codes line by line, in memory that does not grow with them. To count
nobody twice, what tells people apart is kept as a number each, for the first 200,000 of them;
beyond that, repeated answers are no longer noticed, and `forgets` says so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.formats import format_of
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables.columns import CODES, COUNTS, PEOPLE, TURNED, ColumnMapping
from mainstream.scoring.tables.delimited import delimited_rows, is_even
from mainstream.scoring.tables.people import RowResult
from mainstream.scoring.tables.waiting import CellNotes, Decision, Sheet, WaitingTables
from mainstream.scoring.words import Words, phrase
from mainstream.scoring.workshop import exports
from mainstream.scoring.workshop.exports import Rows, comparison_rows
from mainstream.scoring.workshop.model import id_of_counts, read_workshop

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import ComparisonFigures, Groups

WORDS: Final = (*exports.WORDS, "report_hidden")

SUFFIXES = (".json", ".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".zip")
OTHER_TABLES = (".xls", ".xlsb", ".numbers", ".gsheet")  # known, but not read here
MOST_KNOWN = 200_000  # people who are told apart
MOST_CHARACTERS = 1_000_000_000  # of a JSON file, which is read whole
_FIRST_LINES = 500  # enough to tell JSON from other text
_MOST_NAMED = 20  # rows that one line names
_FIRST_CELLS = 400_000  # of a table, which tell how it is read
_OF_A_PROGRAM = ("~$", ".")  # how names of files begin that programs keep for themselves


@dataclass(frozen=True)
class LeftOut:
    """Something that was not counted: the file, where in it (a row, a line or empty), and why."""

    source: str
    where: str
    problem: ScoringProblem


@dataclass(frozen=True)
class TableRead:
    """A table that was met: what was proposed, what a person decided, and what there is to say.

    `people` were read from it; None where it waits for a person to say what its columns hold.
    """

    source: str
    tables: WaitingTables
    decision: Decision | None
    people: int | None
    notices: tuple[Notice, ...] = ()


class Combiner:
    """Counts everything that it is given; `left_out` says what it could not.

    `decisions` say how tables are read, by their shape. `tables` are those that were met and are
    not our own. `set_aside` are files that programs keep for themselves, such as `~$answers.xlsx`.
    """

    def __init__(
        self,
        framework: Framework,
        words: Words,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
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
        self.tables: list[TableRead] = []
        self.set_aside: list[str] = []
        self._decisions = decisions or {}

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
                if inner.suffix.lower() in (*SUFFIXES, *WORKBOOKS, *OTHER_TABLES):
                    if inner.name.startswith(_OF_A_PROGRAM):
                        self.set_aside.append(str(inner))
                    elif inner.is_file():
                        self.add_path(inner)
            return
        try:
            if path.suffix.lower() in (*WORKBOOKS, *OTHER_TABLES):
                self._add_workbook(path)
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
            lines = _Lines(chain(first, file))
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
            self._add_tables(source, tables, rows)
        except ScoringProblem as problem:
            self._leave_out(source, "", problem)

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

    def _add_workbook(self, path: Path) -> None:
        # Only who has a workbook waits for the library that reads it.
        from mainstream.spreadsheet import read_workbook

        sheets = read_workbook(path.read_bytes())
        tables = WaitingTables(self._framework, self._words, sheets, name=path.name)
        self._add_tables(str(path), tables, iter(()))

    def _add_tables(self, source: str, tables: WaitingTables, rest: Iterator[list[str]]) -> None:
        """Count the people of a file's tables. In a table, equal rows are different people."""
        decision = None if tables.needs_nobody else self._decisions.get(tables.shape)
        mapping = decision.mapping if decision and decision.mapping else tables.first.mapping
        if mapping.layout == COUNTS:
            self._add_counts(source, tables, mapping, decision)
            return
        if mapping.layout in (PEOPLE, TURNED) and not mapping.answer_columns:
            self.tables.append(TableRead(source, tables, decision, None))
            self._leave_out(source, "", ScoringProblem("table-columns-open"))
            return
        people = 0
        notices: list[Notice] = []
        for survey, results in tables.read(decision or Decision()):
            more: Iterable[RowResult] = ()
            if survey is tables.first:
                more = tables.read_rest(decision or Decision(), rest)
            notes = CellNotes()
            name = survey.sheet.name if len(tables.surveys) > 1 else ""
            people += self._add_results(source, name, chain(results, more), notes)
            notices += notes.notices(mapping, name)
        if notices or not tables.needs_nobody:
            self.tables.append(TableRead(source, tables, decision, people, tuple(notices)))

    def _add_results(
        self, source: str, sheet: str, results: Iterable[RowResult], notes: CellNotes
    ) -> int:
        """Count the people of one sheet; returns how many rows could be read."""
        here: Counter[int] = Counter()
        people = unread = 0
        first_unread: list[str] = []
        for result in results:
            notes.add(result)
            if result.problem and result.problem.key == "row-unread":
                unread += 1
                first_unread += [str(result.row)] if len(first_unread) < _MOST_NAMED else []
            elif result.problem:
                place = f"{sheet}:{result.row}" if sheet else str(result.row)
                self._leave_out(source, place, result.problem)
            elif result.response:
                people += 1
                self._add(tagged_by_row(result.response, result.cells), here)
        if unread:
            rows = ", ".join(first_unread) + (" …" if unread > len(first_unread) else "")
            self._leave_out(source, sheet, ScoringProblem("rows-unread", count=unread, rows=rows))
        return people

    def _add_counts(
        self,
        source: str,
        tables: WaitingTables,
        mapping: ColumnMapping,
        decision: Decision | None,
    ) -> None:
        tally = tables.tally(mapping)
        self._add_tally(id_of_counts(tally, tables.name, ""), tally, "")
        self.tables.append(TableRead(source, tables, decision, tally.people))

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


class _Lines:
    """Lines that can be read again from the first, until they are no longer kept."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._kept: list[str] | None = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if self._kept is not None:
                self._kept.append(line)
            yield line

    def again(self) -> Iterator[str]:
        """Every line, those that were read already before the others."""
        kept, self._kept = self._kept or [], None
        return chain(kept, self._lines)

    def forget(self) -> None:
        """Keep no more of them."""
        self._kept = None


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
