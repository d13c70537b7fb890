"""`mainstream combine`: many people's answers brought together."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from mainstream.cli.common import Commands, add_root, count, guide_of
from mainstream.combine import Combiner, LeftOut, as_json, as_rows, as_text
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.small_groups import ALL, showing
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.contract.workshop import Groups
from mainstream.scoring.figures.comparison import comparison
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.words import Words
from mainstream.scoring.workshop.report import groups_side_by_side


def add_commands(commands: Commands) -> None:
    """Add the command with its arguments."""
    command = commands.add_parser(
        "combine",
        help="bring many people's answers together",
        description="Reads response codes and links, JSON, CSV and XLSX files from this site or "
        "a form's export, and folders of them. Prints where views agree and differ.",
    )
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input"
    )
    command.add_argument("--groups", action="store_true", help="show the groups side by side")
    command.add_argument(
        "--format", choices=("table", "json", "csv", "xlsx"), default="table", help="default: table"
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    command.add_argument(
        "--consent", action="store_true", help="everyone in a small group agrees to be shown"
    )
    add_root(command, option=True)
    command.set_defaults(run=combine)


def combine(arguments: argparse.Namespace) -> int:
    """Bring the answers of many files together; the status is 1 where something was left out."""
    guide = guide_of(arguments)
    framework = Framework.from_json(framework_data(guide))
    words = {**guide.words["result"], **guide.words["import"], **guide.words["workshop"]}
    combiner = Combiner(framework, words)
    for name in arguments.files:
        if name == "-":
            combiner.add_stream("standard input", sys.stdin)
        elif Path(name).exists():
            combiner.add_path(Path(name))
        else:
            print(f"{name}: there is no such file or folder", file=sys.stderr)
            return 2
    for left_out in combiner.left_out:
        print(_sentence(left_out, guide.words["problem"]), file=sys.stderr)
    tally = combiner.tally
    _say_counts(tally.people, combiner)
    if showing(tally.people, arguments.consent, framework.small_groups) != ALL:
        least = framework.small_groups.least
        print(
            f"Too few people to show their marks. From {least} on, ask whether everyone is "
            "content, then add --consent.",
            file=sys.stderr,
        )
        return 1
    groups = None
    if arguments.groups:
        groups = groups_side_by_side(framework, combiner.groups, tally, words)
    _write(arguments, _combined(arguments.format, framework, tally, groups, words))
    return 1 if combiner.left_out else 0


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
        arguments.output.write_bytes(data)
        print(f"Wrote {arguments.output}.", file=sys.stderr)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _sentence(left_out: LeftOut, words: Mapping[str, str]) -> str:
    place = f"{left_out.source}:{left_out.where}" if left_out.where else left_out.source
    values = {name: str(value) for name, value in left_out.problem.values.items()}
    return f"{place}: {words[left_out.problem.key].format_map(values)}"


def _say_counts(people: int, combiner: Combiner) -> None:
    said = [count(people, "person", "people")]
    if combiner.repeated:
        said.append(f"{combiner.repeated} already counted")
    if combiner.forgets:
        said.append("more people than are told apart, so repeated answers may count twice")
    if combiner.left_out:
        said.append(f"{len(combiner.left_out)} left out")
    print(", ".join(said) + ".", file=sys.stderr)
