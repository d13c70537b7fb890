"""`mainstream combine`: many people's answers brought together."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from mainstream.cli.common import Commands, add_root, count, guide_of
from mainstream.combine import Combiner, LeftOut, TableRead, as_json, as_rows, as_text, hidden_lines
from mainstream.guide import CannotStart
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Answer
from mainstream.scoring.answers.small_groups import ALL, showing
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.contract.workshop import Groups
from mainstream.scoring.figures.comparison import comparison
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.json_text import read_json, write_json
from mainstream.scoring.tables.columns import COUNTS, DROPPED, PEOPLE, Column
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.tables.read_as import Value
from mainstream.scoring.tables.reading_file import decisions_in, reading_file
from mainstream.scoring.tables.waiting import Decision
from mainstream.scoring.words import Words, phrase
from mainstream.scoring.workshop.report import groups_side_by_side


def add_commands(commands: Commands) -> None:
    """Add the command with its arguments."""
    command = commands.add_parser(
        "combine",
        help="bring many people's answers together",
        description="Reads response codes and links, JSON, CSV, XLSX and ODS files from this site "
        "or a form's export, a zip with one of them, and folders of them. Prints where views "
        "agree and differ.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input"
    )
    split = command.add_mutually_exclusive_group()
    split.add_argument("--groups", action="store_true", help="show the groups side by side")
    split.add_argument(
        "--points-of-view", action="store_true", help="show the points of view side by side"
    )
    command.add_argument(
        "--format", choices=("table", "json", "csv", "xlsx"), default="table", help="default: table"
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    command.add_argument(
        "--consent", action="store_true", help="everyone in a small group agrees to be shown"
    )
    command.add_argument(
        "--both",
        action="store_true",
        help="count answers that may be a newer version of somebody's as another person's",
    )
    command.add_argument(
        "--read-as",
        type=Path,
        metavar="FILE",
        help="how tables are read: their columns, and values that are not on the scale",
    )
    command.add_argument(
        "--read-as-start",
        type=Path,
        metavar="FILE",
        help="write a start of that file, with what is proposed for the tables that were found",
    )
    add_root(command, option=True)
    command.set_defaults(run=combine)


_EPILOG = """\
examples:
  mainstream combine answers/ codes.txt --groups
  mainstream combine export.xlsx --format xlsx --output comparison.xlsx
  cat codes.txt | mainstream combine - --format json
  mainstream combine answers/ --root ../toolkit     from another folder

exit status:
  0  everything was counted
  1  something was left out or could not be read, or too few people answered
  2  the command was asked for what it cannot do; nothing was counted
"""


def combine(arguments: argparse.Namespace) -> int:
    """Bring the answers of many files together; the status is 1 where something was left out."""
    for output in (arguments.output, arguments.read_as_start):
        _check_place(output)
    guide = guide_of(arguments)
    framework = Framework.from_json(framework_data(guide))
    words = {**guide.words["result"], **guide.words["import"], **guide.words["workshop"]}
    try:
        decisions = _decisions(arguments.read_as, framework)
    except ScoringProblem as problem:
        said = _said(problem, guide.words["problem"])
        print(f"{arguments.read_as}: {said}", file=sys.stderr)
        return 2
    except OSError:
        print(f"{arguments.read_as}: the file cannot be read", file=sys.stderr)
        return 2
    combiner = Combiner(framework, words, decisions, both=arguments.both)
    for name in arguments.files:
        if name != "-" and not Path(name).exists():
            raise CannotStart(f"{name}: there is no such file or folder")
    for name in arguments.files:
        if name == "-":
            combiner.add_stream("standard input", sys.stdin)
        else:
            combiner.add_path(Path(name))
    open_values = False
    for table in combiner.tables:
        open_values = _say_table(table, framework, guide.words["problem"]) or open_values
    for name in combiner.set_aside:
        print(f"{name}: set aside, a program keeps it for itself", file=sys.stderr)
    for left_out in combiner.left_out:
        print(_sentence(left_out, guide.words["problem"]), file=sys.stderr)
    if arguments.read_as_start:
        start = write_json(reading_file([table.tables for table in combiner.tables]))
        arguments.read_as_start.write_text(start, encoding="utf-8")
        print(f"Wrote {arguments.read_as_start}. Mend it, then add --read-as.", file=sys.stderr)
    elif open_values or any(table.people is None for table in combiner.tables):
        print(
            "To say how a table is read: --read-as-start FILE, mend the file, --read-as FILE.",
            file=sys.stderr,
        )
    tally = combiner.tally
    for source, notice in combiner.remarks:
        print(f"{source}: {_said(notice, guide.words['problem'])}", file=sys.stderr)
    if any(each.problem.key == "answers-newer" for each in combiner.left_out):
        print("To count answers that may be newer as other people's: --both.", file=sys.stderr)
    views = combiner.views
    if len(views) > 1:
        named = ", ".join(f"{title} ({each.people})" for title, each in views.items())
        notice = Notice("mixed-points-of-view", {"views": named})
        print(_said(notice, guide.words["problem"]), file=sys.stderr)
    _say_counts(tally.people, combiner)
    if not tally.people:
        print("Nobody's answers were found.", file=sys.stderr)
        return 1
    if showing(tally.people, arguments.consent, framework.small_groups) != ALL:
        least = framework.small_groups.least
        print(
            f"Too few people to show their marks. From {least} on, ask whether everyone is "
            "content, then add --consent.",
            file=sys.stderr,
        )
        return 1
    groups = None
    if arguments.groups or arguments.points_of_view:
        tallies = combiner.groups if arguments.groups else views
        groups = groups_side_by_side(framework, tallies, tally, words)
        for line in hidden_lines(groups, words):
            print(line, file=sys.stderr)
    _write(arguments, _combined(arguments.format, framework, tally, groups, words))
    return 1 if combiner.left_out or open_values else 0


def _combined(
    kind: str, framework: Framework, tally: Tally, groups: Groups | None, words: Words
) -> bytes:
    if kind == "xlsx":
        # Only who wants a workbook waits for the library that writes it.
        from mainstream.spreadsheet import Table, write_workbook
        from mainstream.spreadsheet.workshop import comparison_table

        table = comparison_table(framework, tally, words)
        rows = as_rows(framework, tally, groups, words)
        return write_workbook([Table(table.name, rows, table.radar)])
    if kind == "csv":
        return write_delimited(as_rows(framework, tally, groups, words)).encode()
    if kind == "json":
        return as_json(comparison(framework, tally, words), groups).encode()
    return as_text(framework, tally, groups, words).encode()


def _write(arguments: argparse.Namespace, data: bytes) -> None:
    if arguments.output:
        try:
            arguments.output.write_bytes(data)
        except OSError as error:
            raise CannotStart(
                f"{arguments.output}: cannot be written ({error.strerror})"
            ) from error
        print(f"Wrote {arguments.output}.", file=sys.stderr)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _check_place(output: Path | None) -> None:
    """See that a file can be written where it is wanted, before anything is read.

    Errors: `CannotStart`.
    """
    if output is None:
        return
    if output.is_dir():
        raise CannotStart(f"{output} is a folder: name a file in it")
    if not output.parent.is_dir():
        raise CannotStart(f"{output}: there is no folder {output.parent}")


def _sentence(left_out: LeftOut, words: Mapping[str, str]) -> str:
    place = f"{left_out.source}:{left_out.where}" if left_out.where else left_out.source
    return f"{place}: {_said(left_out.problem, words)}"


def _said(problem: ScoringProblem | Notice, words: Mapping[str, str]) -> str:
    return phrase(words, problem.key, **problem.values)


def _decisions(path: Path | None, framework: Framework) -> Mapping[str, Decision]:
    if path is None:
        return {}
    return decisions_in(read_json(path.read_text(encoding="utf-8-sig")), framework)


def _say_table(table: TableRead, framework: Framework, words: Mapping[str, str]) -> bool:
    """Say how a table was read; returns whether anything in it could not be read."""
    tables = table.tables
    mapping = (table.decision and table.decision.mapping) or tables.first.mapping
    lines = []
    if mapping.layout != PEOPLE:
        lines.append(_LAYOUTS[mapping.layout].format(people=count(table.people or 0, *_PEOPLE)))
    if mapping.layout == COUNTS:
        lines += [f"fewer people answered “{title}”" for title in tables.fewer(mapping)]
    if len(tables.surveys) > 1:
        chosen = tables.chosen
        if table.decision and table.decision.sheets is not None:
            chosen = list(table.decision.sheets)
        for survey in tables.surveys:
            name, people = survey.sheet.name, count(survey.people, *_PEOPLE)
            lines.append(f"sheet “{name}”, {people}: {_READ[name in chosen]}")
    if not (table.decision and table.decision.mapping):
        lines += [
            f"column {column.as_json(mapping.layout)['letter']} “{column.heading}” "
            f"is taken for {_meant(column, framework)}"
            for column in mapping.columns
            if not column.sure and column.role not in DROPPED
        ]
    kept = table.decision.kept if table.decision else ()
    for survey in tables.surveys:
        for row, reason in sorted(survey.left_out.items()):
            if (survey.sheet.name, row) not in kept:
                place = f"{survey.sheet.name}:{row}" if survey.sheet.name else f"row {row}"
                lines.append(f"{place} is left out: {_REASONS[reason]}")
    scale = tables.values.scale
    if scale:
        low, high = scale.found
        likely = f", likely {_WAYS[scale.proposal]}" if scale.proposal else ""
        lines.append(f"the numbers run from {low} to {high}{likely}")
    decided = table.decision.read_as if table.decision else {}
    waiting = False
    for value in tables.values.values:
        answer = decided.get(value.text, value.answer if value.sure else None)
        is_open = answer is None and (
            value.answer is not None or scale is not None or decided.get(value.text, 0) is None
        )
        waiting = waiting or is_open
        cells = count(value.count, "cell")
        lines.append(f"“{value.text}” in {cells}: {_read_as(answer, value, framework)}")
    for line in (*lines, *(_said(notice, words) for notice in table.notices)):
        print(f"{table.source}: {line}", file=sys.stderr)
    return waiting or bool(table.notices)


def _read_as(answer: Answer | None, value: Value, framework: Framework) -> str:
    if answer is not None:
        return f"read as {_answer_in_words(answer, framework)}"
    if value.answer is not None:
        return f"not read; {_answer_in_words(value.answer, framework)} is proposed"
    return "not read"


def _answer_in_words(answer: Answer, framework: Framework) -> str:
    if answer.mark is None:
        return answer.state
    return f"{answer.mark} {framework.scale.labels[answer.mark - 1]}"


def _meant(column: Column, framework: Framework) -> str:
    titles = {enabler.id: enabler.title for enabler in framework.enablers}
    about = titles.get(column.enabler or "", "")
    return f"{column.role} of “{about}”" if about else column.role


_PEOPLE = ("person", "people")
_READ = {True: "read", False: "not read; name it under “sheets” in a --read-as file"}
_REASONS = {"heading": "further headings", "total": "totals or averages", "hidden": "it is hidden"}
_WAYS: Mapping[str, str] = {
    "as-it-is": "this scale",
    "shift": "shifted by a step",
    "reverse": "with 1 for the highest",
    "stretch": "of a longer scale",
}
_LAYOUTS: Mapping[str, str] = {
    "one-person": "read as one person’s table",
    "turned": "read with a column for each person, {people}",
    "long": "read with a row for each person and question, {people}",
    "counts": "read as counts of {people}",
    "codes": "read by the codes in its rows, {people}",
}


def _say_counts(people: int, combiner: Combiner) -> None:
    said = [count(people, "person", "people")]
    if combiner.repeated:
        said.append(f"{combiner.repeated} already counted")
    if combiner.forgets:
        said.append("more people than are told apart, so repeated answers may count twice")
    if combiner.left_out:
        said.append(f"{len(combiner.left_out)} left out")
    print(", ".join(said) + ".", file=sys.stderr)
