"""The command line: the functions that make the site, for a terminal."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from mainstream.guide import KINDS, ContentProblems, Guide, json_schema, load_guide


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit status: 0, or 1 where the content has problems."""
    arguments = _parser().parse_args(argv)
    status: int = arguments.run(arguments)
    return status


def check(arguments: argparse.Namespace) -> int:
    """Print every problem of the content, a line each, or what was read."""
    try:
        guide = load_guide(arguments.root)
    except ContentProblems as error:
        print(error)
        print(_count(len(error.problems), "problem"))
        return 1
    print(f"No problems in {_contents(guide)}.")
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of one kind of content file."""
    print(json.dumps(json_schema(arguments.kind), indent=2, ensure_ascii=False))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mainstream", description=__doc__)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    command = commands.add_parser("check", help="find every problem of the content")
    _add_root(command)
    command.set_defaults(run=check)

    command = commands.add_parser("schema", help="print a JSON Schema for an editor")
    command.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    command.set_defaults(run=schema)
    return parser


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
            _count(len(guide.places), "place"),
            _count(len(guide.themes), "theme"),
            _count(len(guide.situations), "situation"),
            _count(len(guide.glossary), "term"),
            _count(len(guide.sources), "source"),
        )
    )


def _count(number: int, one: str, other: str = "") -> str:
    return f"{number} {one if number == 1 else other or one + 's'}"
