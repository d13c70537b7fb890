"""Brings answers from many files together, with the same figures as the workshop page.

Tables are read row by row and codes line by line, so that a million answers need little memory.
What tells one person from another is kept as a number for each code or file of answers; equal
rows of a table are different people.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from mainstream.scoring.delimited import delimited_rows
from mainstream.scoring.form_table import read_people
from mainstream.scoring.framework import Framework
from mainstream.scoring.gather import find_responses
from mainstream.scoring.json_text import looks_like_json, read_json
from mainstream.scoring.people import identity
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.response import FORMAT as RESPONSE
from mainstream.scoring.response import Response, read_response
from mainstream.scoring.table_mapping import Mapping as ColumnMapping
from mainstream.scoring.table_proposal import propose
from mainstream.scoring.tally import Tally, TallyCounter, empty_tally
from mainstream.scoring.tally_file import FORMAT as TALLY
from mainstream.scoring.tally_file import read_tally_file
from mainstream.scoring.words import Words
from mainstream.scoring.workshop import FORMAT as WORKSHOP
from mainstream.scoring.workshop import read_workshop
from mainstream.scoring.workshop_exports import Rows, comparison_rows

SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".xlsx")
MOST_CHARACTERS = 1_000_000_000  # of a JSON file, which is read whole
_FIRST_ROWS = 500  # enough to tell what the columns hold
_CHUNK = 2_000  # rows


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
        self._known: set[int] = set()
        self._known_tallies: set[str] = set()
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
                if inner.suffix.lower() in SUFFIXES and inner.is_file():
                    self.add_path(inner)
            return
        try:
            if path.suffix.lower() == ".xlsx":
                self._add_workbook(str(path), path.read_bytes())
            else:
                with path.open(encoding=_encoding(path), newline="") as file:
                    self.add_stream(str(path), file)
        except ScoringProblem as problem:
            self._leave_out(str(path), "", problem)

    def add_stream(self, source: str, file: IO[str]) -> None:
        """Count what a text holds: JSON, a table, or codes and links among other words."""
        try:
            first = list(islice(file, 20))
            beginning = "".join(first).lstrip()
            if looks_like_json(beginning):
                self._add_json(source, "".join([*first, *file]))
            elif find_responses(beginning, self._framework):
                self._add_lines(source, chain(first, file))
            else:
                self._add_rows(source, delimited_rows(chain(first, file)))
        except ScoringProblem as problem:
            self._leave_out(source, "", problem)

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
        format_ = data.get("format") if isinstance(data, dict) else RESPONSE
        if format_ == TALLY:
            file, _ = read_tally_file(data, self._framework)
            self._add_tally(file.id or source, file.tally, "")
        elif format_ == WORKSHOP:
            workshop, _ = read_workshop(data, self._framework)
            for response in workshop.people:
                self._add_once(response)
            for counted in workshop.counted:
                self._add_tally(counted.id, counted.tally, counted.group)
        else:
            self._add_once(read_response(data, self._framework)[0])

    def _add_lines(self, source: str, lines: Iterable[str]) -> None:
        for number, line in enumerate(lines, 1):
            for find in find_responses(line, self._framework):
                if find.response:
                    self._add_once(find.response)
                elif find.problem:
                    self._leave_out(source, f"{number}", find.problem)

    def _add_workbook(self, source: str, data: bytes) -> None:
        # Only who has a workbook waits for the library that reads it.
        from mainstream.spreadsheet import pick_table, read_workbook

        sheet, _ = pick_table(read_workbook(data), self._framework, self._words)
        self._add_rows(source, iter(sheet.rows))

    def _add_rows(self, source: str, rows: Iterator[list[str]]) -> None:
        """Count a table by pieces; its columns are told from its first rows, the surest ones."""
        first = list(islice(rows, _FIRST_ROWS))
        mapping = propose(self._framework, first, self._words)
        heading = first[: mapping.header_row]
        done = len(heading)
        piece: Sequence[list[str]] = first[mapping.header_row :]
        while piece:
            self._add_piece(source, [*heading, *piece], mapping, done - len(heading))
            done += len(piece)
            piece = list(islice(rows, _CHUNK))

    def _add_piece(
        self, source: str, rows: Sequence[list[str]], mapping: ColumnMapping, before: int
    ) -> None:
        for result in read_people(self._framework, rows, mapping, self._words):
            if result.problem:
                self._leave_out(source, str(result.row + before), result.problem)
            elif result.response:
                self._count(result.response)

    def _add_once(self, response: Response) -> None:
        who = hash(identity(self._framework, response))
        if who in self._known:
            self.repeated += 1
            return
        self._known.add(who)
        self._count(response)

    def _count(self, response: Response) -> None:
        self._everyone.add(response)
        if response.group:
            group = self._groups.setdefault(response.group, TallyCounter(self._framework))
            group.add(response)

    def _add_tally(self, id_: str, tally: Tally, group: str) -> None:
        if id_ in self._known_tallies:
            self.repeated += 1
            return
        self._known_tallies.add(id_)
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
            for _ in text:
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def as_text(compared: Mapping[str, Any], groups: Mapping[str, Any] | None, words: Words) -> str:
    """The comparison as a table for a terminal, the groups' middle marks in further columns."""
    names = (
        [f"{n} ({p})" for n, p in zip(groups["names"], groups["people"], strict=True)]
        if groups
        else []
    )
    rows = [["", "Enabler", "Middle", "Range", "Views", "Marks", "Not sure", "N/A", *names]]
    for row in compared["rows"]:
        counts = row["counts"]
        span = f"{row['lowest']}–{row['highest']}" if row["marked"] else ""
        cells = [row["number"], row["title"], row["median_text"], span, row["word"] or ""]
        cells += [row["marked"], counts["not_sure"], counts["does_not_apply"]]
        if groups:
            cells += [brief["median_text"] for brief in groups["rows"][row["enabler"]]]
        rows.append([str(cell) for cell in cells])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([f"{compared['people']} people", "", *lines]) + "\n"


def as_rows(
    framework: Framework, tally: Tally, groups: Mapping[str, Any] | None, words: Words
) -> Rows:
    """The comparison as rows for a spreadsheet, with a column of middle marks for each group."""
    rows = comparison_rows(framework, tally, words)
    if not groups:
        return rows
    middles = [groups["rows"][enabler.id] for enabler in framework.enablers]
    rows[0] += groups["names"]
    for row, briefs in zip(rows[1:], middles, strict=True):
        row += [brief["median_text"] for brief in briefs]
    return rows


def as_json(compared: Mapping[str, Any], groups: Mapping[str, Any] | None) -> str:
    """The comparison, and the groups where they are wanted, as JSON text."""
    return json.dumps({**compared, "groups": groups}, ensure_ascii=False, indent=2) + "\n"
