"""Brings answers from many files together, with the same figures as the workshop page.

Tables are read row by row and codes line by line, in memory that does not grow with them. To count
nobody twice, what tells people apart is kept as a number each, for the first 200,000 of them;
beyond that everyone is counted, whether they were counted before or not, and `forgets` says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import ADDED, HERE, UPDATE, tagged_by_row
from mainstream.scoring.answers.response import Response, read_response
from mainstream.scoring.answers.seen import Seen
from mainstream.scoring.answers.sources import source_of
from mainstream.scoring.answers.tally import Tally, TallyCounter, empty_tally
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.codes.find import find_in_lines, is_another_programs
from mainstream.scoring.codes.signs import lines_of
from mainstream.scoring.contract.limits import TALLY_FORMAT, WORKSHOP_FORMAT
from mainstream.scoring.figures.comparison import comparison
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.formats import format_of
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables.columns import (
    CODES,
    COUNTS,
    ONE_PERSON,
    PEOPLE,
    TURNED,
    ColumnMapping,
)
from mainstream.scoring.tables.delimited import delimited_rows, is_even
from mainstream.scoring.tables.people import RowResult
from mainstream.scoring.tables.waiting import CellNotes, Decision, Sheet, WaitingTables
from mainstream.scoring.words import Words, phrase
from mainstream.scoring.workshop import exports
from mainstream.scoring.workshop.exports import Rows, comparison_rows
from mainstream.scoring.workshop.ledger import (
    OVERLAP,
    Ledger,
    ledger_of,
    room_for,
    with_counts,
    with_table,
    with_workshop,
)
from mainstream.scoring.workshop.merge import counted_of, were_theirs
from mainstream.scoring.workshop.model import Counted, Workshop, id_of_counts, read_workshop

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import (
        ComparisonFigures,
        Groups,
        HiddenWhy,
        VerdictName,
    )

# Nothing was shown before on a command line.
HIDDEN_WORDS: Final[Mapping[HiddenWhy, str]] = {
    "few-in": "hidden_few_in",
    "few-outside": "hidden_few_outside",
    "remainder": "hidden_remainder",
}
WORDS: Final = (*exports.WORDS, *HIDDEN_WORDS.values())

SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".eml", ".html", ".htm", ".md", ".log")
WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".zip")
OTHER_TABLES = (".xls", ".xlsb", ".numbers", ".gsheet")  # known, but not read here
MOST_KNOWN = 200_000  # people who are told apart
MOST_CHARACTERS = 1_000_000_000  # of a JSON file, which is read whole
_FIRST_LINES = 500  # enough to tell JSON from other text
_MOST_NAMED = 20  # rows that one line names
_FIRST_CELLS = 400_000  # of a table, which tell how it is read
_OF_A_PROGRAM = ("~$", ".")  # how names of files begin that programs keep for themselves
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x00")  # what other files have at first
_BEGINNING = 4_096  # bytes, in which they have it


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
        self._people = _ByGroup(framework)
        self._seen = Seen(framework, MOST_KNOWN)
        self._ledger = Ledger(source_of("", empty_tally(framework)))
        self._both = both
        self.repeated = 0
        self.remarks: list[tuple[str, Notice]] = []
        self.left_out: list[LeftOut] = []
        self.tables: list[TableRead] = []
        self.set_aside: list[str] = []
        self._decisions = decisions or {}

    @property
    def forgets(self) -> bool:
        """Whether there are more people than can be told apart."""
        return self._seen.forgets

    @property
    def tally(self) -> Tally:
        """Everyone's answers together."""
        return sum((each.tally for each in self._ledger.counted), self._people.everyone.tally())

    @property
    def groups(self) -> dict[str, Tally]:
        """The counts of each group that answers name."""
        counted = [(each.group, each.tally) for each in self._ledger.counted]
        return dict(sorted(self._with_counts(self._people.groups, counted).items()))

    @property
    def views(self) -> dict[str, Tally]:
        """The counts of each point of view that answers name, by its title."""
        titles = {view.id: view.title for view in self._framework.points_of_view}
        counted = [(each.point_of_view, each.tally) for each in self._ledger.counted]
        tallies = self._with_counts(self._people.views, counted)
        order = [*(view for view in titles if view in tallies), *sorted({*tallies} - {*titles})]
        return {titles.get(view, view): tallies[view] for view in order}

    def _with_counts(
        self, people: Mapping[str, TallyCounter], counted: Iterable[tuple[str, Tally]]
    ) -> dict[str, Tally]:
        tallies = {name: counter.tally() for name, counter in people.items()}
        for name, tally in counted:
            if name:
                tallies[name] = tallies.get(name, empty_tally(self._framework)) + tally
        return tallies

    def add_path(self, path: Path) -> None:
        """Count a file, or each file below a folder in the order of their names."""
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if not inner.is_file():
                    continue
                if inner.name.startswith(_OF_A_PROGRAM):
                    self.set_aside.append(str(inner))
                elif inner.suffix.lower() in (*SUFFIXES, *WORKBOOKS, *OTHER_TABLES):
                    self.add_path(inner)
                else:
                    self._leave_out(str(inner), "", ScoringProblem("file-other-kind"))
            return
        try:
            if path.suffix.lower() in (*WORKBOOKS, *OTHER_TABLES):
                self._add_workbook(path)
            elif _is_no_text(path):
                self._leave_out(str(path), "", ScoringProblem("file-other-kind"))
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
            if not beginning.strip():
                first += file
                if not "".join(first).strip():
                    raise ScoringProblem("file-empty")
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
            self._add_counted(source, counted_of(file))
        elif format_ == WORKSHOP_FORMAT:
            self._add_workshop(source, read_workshop(data, self._framework)[0])
        else:
            self._add_once(source, "", read_response(data, self._framework)[0])

    def _add_workshop(self, source: str, workshop: Workshop) -> None:
        other = ledger_of(workshop, self._framework)
        gone = room_for(self._current(), other)
        if gone is None:
            problem = ScoringProblem("workshop-in-counts", count=other.people)
            self._leave_out(source, "", problem)
            return
        self._take_out(source, gone)
        new = _ByGroup(self._framework)
        arriving = (("", response, True) for response in workshop.people)
        self._count_all(new, source, arriving)
        before = self._current()
        self._people.add(new)
        for counted in workshop.counted:
            self._add_counted(source, counted)
        self._ledger = replace(
            self._ledger, merged=with_workshop(before, other, new.everyone.people)
        )

    def _current(self) -> Ledger:
        whole = source_of("", self.tally)
        return replace(self._ledger, whole=whole, single=self._people.everyone.people)

    def _take_out(self, source: str, gone: Sequence[Counted]) -> None:
        kept = tuple(each for each in self._ledger.counted if each not in gone)
        self._ledger = replace(self._ledger, counted=kept)
        self.remarks += [(source, notice) for notice in were_theirs(gone)]

    def _add_lines(self, source: str, lines: Iterable[str]) -> bool:
        """Count the codes and links of some lines; returns whether there were any."""
        found = False
        for find in find_in_lines(lines, self._framework):
            found = True
            if find.response:
                self._add_once(source, f"{find.line}", find.response)
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
        for survey, read in tables.read(decision or Decision()):
            more: Iterable[RowResult] = ()
            if survey is tables.first:
                more = tables.read_rest(decision or Decision(), rest)
            notes = CellNotes()
            name = survey.sheet.name if len(tables.surveys) > 1 else ""
            results = chain(read, more)
            if mapping.layout == ONE_PERSON:
                people += self._add_person(source, results)
            else:
                people += self._add_results(source, name, results, notes)
            notices += notes.notices(mapping, name)
        if notices or not tables.needs_nobody:
            self.tables.append(TableRead(source, tables, decision, people, tuple(notices)))

    def _add_person(self, source: str, results: Iterable[RowResult]) -> int:
        """Count the one person of a table of ours; returns how many could be read."""
        people = 0
        for result in results:
            if result.problem:
                self._leave_out(source, str(result.row), result.problem)
            elif result.response:
                people += 1
                self._add_once(source, "", result.response)
        return people

    def _add_results(
        self, source: str, sheet: str, results: Iterable[RowResult], notes: CellNotes
    ) -> int:
        """Count the people of one sheet; returns how many rows could be read."""
        table = TallyCounter(self._framework)
        new = _ByGroup(self._framework)
        people = unread = 0
        first_unread: list[str] = []

        def arriving() -> Iterator[tuple[str, Response, bool]]:
            nonlocal people, unread
            for result in results:
                notes.add(result)
                place = f"{sheet}:{result.row}" if sheet else str(result.row)
                if result.problem and result.problem.key == "row-unread":
                    unread += 1
                    first_unread.extend([str(result.row)] if unread <= _MOST_NAMED else [])
                elif result.problem:
                    self._leave_out(source, place, result.problem)
                elif result.response:
                    people += 1
                    response = tagged_by_row(result.response, result.cells)
                    table.add(response)
                    yield place, response, result.response.tag is not None

        self._count_all(new, source, arriving())
        if unread:
            rows = ", ".join(first_unread) + (" …" if unread > len(first_unread) else "")
            self._leave_out(source, sheet, ScoringProblem("rows-unread", count=unread, rows=rows))
        self._add_table(source, table.tally(), new)
        return people

    def _add_table(self, source: str, table: Tally, new: _ByGroup) -> None:
        """Count the new people of a table, unless counts hold them and perhaps others."""
        whole = source_of("", table)
        gone = room_for(self._current(), Ledger(whole, table.people))
        if gone is None:
            problem = ScoringProblem("workshop-in-counts", count=table.people)
            self._leave_out(source, "", problem)
            return
        self._take_out(source, gone)
        self._people.add(new)
        merged = with_table(self._ledger.merged, replace(whole, new=new.everyone.people))
        self._ledger = replace(self._ledger, merged=merged)

    def _add_counts(
        self,
        source: str,
        tables: WaitingTables,
        mapping: ColumnMapping,
        decision: Decision | None,
    ) -> None:
        tally = tables.tally(mapping)
        id_ = id_of_counts(tally, tables.name, "")
        self._add_counted(source, Counted(id_, tally, tables.name))
        self.tables.append(TableRead(source, tables, decision, tally.people))

    def _add_once(self, source: str, where: str, response: Response) -> None:
        verdict = self._seen.single(response, may_be_newer=not self._both)
        self._count(self._people, source, where, response, verdict)

    def _count_all(
        self, people: _ByGroup, source: str, arriving: Iterable[tuple[str, Response, bool]]
    ) -> None:
        """Count those of one source who are new: places, answers, and whether the tag is own."""
        batch = self._seen.batch()
        open_: list[tuple[str, Response]] = []
        for place, response, own_tag in arriving:
            verdict = batch.arrives(response, may_be_newer=own_tag and not self._both)
            if verdict == UPDATE:
                open_.append((place, response))
            else:
                self._count(people, source, place, response, verdict)
        for place, response in open_:
            self._count(people, source, place, response, batch.decide(response))

    def _count(
        self, people: _ByGroup, source: str, where: str, response: Response, verdict: VerdictName
    ) -> None:
        """Count a person among some people, by what was found of them."""
        if verdict == HERE:
            self.repeated += 1
        elif verdict == UPDATE:
            self._leave_out(source, where, ScoringProblem("answers-newer"))
        elif verdict == ADDED:
            people.count(response)

    def _add_counted(self, source: str, counted: Counted) -> None:
        self._ledger, verdict = with_counts(self._current(), counted)
        if verdict == HERE:
            self.repeated += counted.tally.people
        if verdict == OVERLAP:
            title, people = counted.title, counted.tally.people
            problem = ScoringProblem("counts-overlap", title=title, count=people)
            self._leave_out(source, "", problem)

    def _leave_out(self, source: str, where: str, problem: ScoringProblem) -> None:
        self.left_out.append(LeftOut(source, where, problem))


class _ByGroup:
    """Counts people, and those of each group and point of view."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self.everyone = TallyCounter(framework)
        self.groups: dict[str, TallyCounter] = {}
        self.views: dict[str, TallyCounter] = {}

    def count(self, response: Response) -> None:
        """Count one person."""
        self.everyone.add(response)
        if response.group:
            self._of(self.groups, response.group).add(response)
        if response.point_of_view:
            self._of(self.views, response.point_of_view).add(response)

    def add(self, others: _ByGroup) -> None:
        """Count others too."""
        self.everyone.add_counts(others.everyone)
        for ours, theirs in ((self.groups, others.groups), (self.views, others.views)):
            for name, counter in theirs.items():
                self._of(ours, name).add_counts(counter)

    def _of(self, counters: dict[str, TallyCounter], name: str) -> TallyCounter:
        return counters.setdefault(name, TallyCounter(self._framework))


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


def _is_no_text(path: Path) -> bool:
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # text of two bytes a letter, with many zeros
    return beginning.startswith(_NO_TEXT) or b"\x00" in beginning


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
    """The comparison as a table for a terminal, the groups' middle marks in further columns.

    The middle is said as on the page: of an even number of marks it may lie between two.
    """
    whole = [[str(cell) for cell in row] for row in as_rows(framework, tally, groups, words)]
    for line, row in zip(whole[1:], comparison(framework, tally, words)["rows"], strict=True):
        line[_MIDDLE] = row["median_text"]
    states = len(whole[0]) - len(groups["names"] if groups else ()) - 3
    shown = [*_IN_A_TERMINAL, *range(states, len(whole[0]))]
    rows = [[row[column] for column in shown] for row in whole]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join(lines) + "\n"


_MIDDLE = 4
# Number, title, middle, lowest, highest, views, marks: a terminal is narrow. The states follow.
_IN_A_TERMINAL = (0, 1, _MIDDLE, 7, 8, 10, 3)


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


def hidden_lines(groups: Groups, words: Words) -> list[str]:
    """Which groups are not shown on their own, and why, a line for each reason."""
    by_reason: dict[str, list[str]] = {}
    for name, why in groups["why"].items():
        by_reason.setdefault(HIDDEN_WORDS[why], []).append(name)
    return [phrase(words, key, names=", ".join(names)) for key, names in by_reason.items()]


def as_json(compared: ComparisonFigures, groups: Groups | None) -> str:
    """The comparison, and the groups where they are wanted, as JSON text."""
    return json.dumps({**compared, "groups": groups}, ensure_ascii=False, indent=2) + "\n"
