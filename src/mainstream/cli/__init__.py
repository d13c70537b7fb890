"""The command line: the functions that make the site, for a terminal."""

import argparse
import sys
from collections.abc import Sequence

from mainstream.cli import adapt, check, combine
from mainstream.cli.common import count, version
from mainstream.guide import CannotStart, ContentProblems


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0; 1 where the content has problems or something was left out; 2 where a command was asked for
    what it cannot do.
    """
    arguments = parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except ContentProblems as error:
        print(error)
        print(count(len(error.problems), "problem"))
        return 1
    except CannotStart as problem:
        print(f"mainstream: {problem}", file=sys.stderr)
        return 2
    return status


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments; `run` is the function that does it."""
    top = argparse.ArgumentParser(prog="mainstream", description=__doc__)
    top.add_argument("--version", action="version", version=f"mainstream {version()}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (check, adapt, combine):
        room.add_commands(commands)
    return top
