"""The command line: the functions that make the site, for a terminal."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mainstream.combine import Combiner, LeftOut, as_json, as_rows, as_text
from mainstream.guide import (
    KINDS,
    SECTIONS,
    CannotStart,
    ContentProblems,
    Guide,
    add_tool,
    json_schema,
    load_guide,
)
from mainstream.pages import framework_data, markdown_pages
from mainstream.scoring.comparison import comparison
from mainstream.scoring.comparison_report import groups_side_by_side
from mainstream.scoring.delimited import write_delimited
from mainstream.scoring.framework import Framework
from mainstream.scoring.small_groups import ALL, showing
from mainstream.scoring.tally import Tally
from mainstream.scoring.words import Words


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit status: 0, or 1 where the content has problems."""
    arguments = parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except ContentProblems as error:
        print(error)
        print(_count(len(error.problems), "problem"))
        return 1
    return status


def check(arguments: argparse.Namespace) -> int:
    """Print what was read; a problem of the content ends any command with all of them listed."""
    print(f"No problems in {_contents(load_guide(arguments.root))}.")
    return 0


def new_tool(arguments: argparse.Namespace) -> int:
    """Start a tool in a case study's file."""
    guide = load_guide(arguments.root)
    try:
        path = add_tool(arguments.root, guide, arguments.case_study, arguments.kind)
    except CannotStart as problem:
        print(f"mainstream new tool: {problem}", file=sys.stderr)
        return 2
    load_guide(arguments.root)  # what was written is as valid as what was there
    print(f"Wrote a tool of the kind {arguments.kind} at the end of {path}. Put your texts in it.")
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of one kind of content file."""
    print(json.dumps(json_schema(arguments.kind), indent=2, ensure_ascii=False))
    return 0


def write_pages(arguments: argparse.Namespace) -> int:
    """Write the generated Markdown pages below a folder, for another generator or to look at."""
    pages = markdown_pages(load_guide(arguments.root))
    for path, text in pages.items():
        target = arguments.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    print(f"Wrote {_count(len(pages), 'page')} below {arguments.folder}.")
    return 0


def combine(arguments: argparse.Namespace) -> int:
    """Bring the answers of many files together; the status is 1 where something was left out."""
    guide = load_guide(arguments.root)
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
        print(
            "Too few people to show their marks. With three or four, ask whether everyone is "
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
    kind: str, framework: Framework, tally: Tally, groups: Mapping[str, Any] | None, words: Words
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
    said = [_count(people, "person", "people")]
    if combiner.repeated:
        said.append(f"{combiner.repeated} already counted")
    if combiner.forgets:
        said.append("more people than are told apart, so repeated answers may count twice")
    if combiner.left_out:
        said.append(f"{len(combiner.left_out)} left out")
    print(", ".join(said) + ".", file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments; `run` is the function that does it."""
    top = argparse.ArgumentParser(prog="mainstream", description=__doc__)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    command = commands.add_parser("check", help="find every problem of the content")
    _add_root(command)
    command.set_defaults(run=check)

    new = commands.add_parser("new", help="write a valid start of something new")
    kinds = new.add_subparsers(title="what", metavar="WHAT", required=True)
    command = kinds.add_parser(
        "tool",
        help="a tool, at the end of a case study's file",
        description="Kinds of tool: " + ", ".join(SECTIONS) + ".",
    )
    command.add_argument("kind", metavar="KIND", help="such as rules or checklist")
    command.add_argument("case_study", metavar="CASE_STUDY", help="the id: the file's name")
    _add_root(command)
    command.set_defaults(run=new_tool)

    command = commands.add_parser("schema", help="print a JSON Schema for an editor")
    command.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    command.set_defaults(run=schema)

    command = commands.add_parser("pages", help="write the generated Markdown pages")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder to write below")
    _add_root(command)
    command.set_defaults(run=write_pages)

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
        "--consent", action="store_true", help="a group of three or four agrees to be shown"
    )
    command.add_argument(
        "--root", type=Path, default=Path(), metavar="ROOT", help="the folder that holds content/"
    )
    command.set_defaults(run=combine)
    return top


def _add_root(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "root",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="ROOT",
        help="the folder that holds content/ (default: this one)",
    )


def _contents(guide: Guide) -> str:
    return ", ".join(
        (
            _count(len(guide.levels), "level"),
            _count(len(guide.enablers), "enabler"),
            _count(len(guide.case_studies), "case study", "case studies"),
            _count(sum(case.tool is not None for case in guide.case_studies), "tool"),
            _count(len(guide.places), "place"),
            _count(len(guide.themes), "theme"),
            _count(len(guide.situations), "situation"),
            _count(len(guide.glossary), "term"),
            _count(len(guide.sources), "source"),
        )
    )


def _count(number: int, one: str, other: str = "") -> str:
    return f"{number} {one if number == 1 else other or one + 's'}"
