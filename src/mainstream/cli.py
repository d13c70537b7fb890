"""The command line: the functions that make the site, for a terminal."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from mainstream.guide import KINDS, ContentProblems, Guide, json_schema, load_guide
from mainstream.pages import markdown_pages


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


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments; `run` is the function that does it."""
    top = argparse.ArgumentParser(prog="mainstream", description=__doc__)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    command = commands.add_parser("check", help="find every problem of the content")
    _add_root(command)
    command.set_defaults(run=check)

    command = commands.add_parser("schema", help="print a JSON Schema for an editor")
    command.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    command.set_defaults(run=schema)

    command = commands.add_parser("pages", help="write the generated Markdown pages")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder to write below")
    _add_root(command)
    command.set_defaults(run=write_pages)
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
            _count(len(guide.places), "place"),
            _count(len(guide.themes), "theme"),
            _count(len(guide.situations), "situation"),
            _count(len(guide.glossary), "term"),
            _count(len(guide.sources), "source"),
        )
    )


def _count(number: int, one: str, other: str = "") -> str:
    return f"{number} {one if number == 1 else other or one + 's'}"
