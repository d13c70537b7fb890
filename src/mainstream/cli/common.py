"""What the commands share: their arguments, the guide they are about, and how numbers are said."""

import argparse
import importlib.metadata
from pathlib import Path
from typing import TypeAlias

from mainstream.guide import ADAPTATION, CannotStart, Guide, load_guide

CONTENT = "content"  # the folder of the toolkit's own texts
_DISTRIBUTION = "mainstream-toolkit"

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_root(command: argparse.ArgumentParser, *, option: bool = False) -> None:
    """Let a command be told where the repository and its adaptation are."""
    help_text = "the folder that holds content/ (default: this one)"
    if option:
        command.add_argument("--root", type=Path, default=Path(), metavar="ROOT", help=help_text)
    else:
        command.add_argument(
            "root", nargs="?", type=Path, default=Path(), metavar="ROOT", help=help_text
        )
    command.add_argument(
        "--adaptation",
        default=ADAPTATION,
        metavar="FOLDER",
        help=f"the adapted version's folder, from ROOT (default: {ADAPTATION})",
    )


def guide_of(arguments: argparse.Namespace) -> Guide:
    """The guide that a command is about.

    Errors: `ContentProblems`, and `CannotStart` where it is asked for somewhere else.
    """
    if not (arguments.root / CONTENT).is_dir():
        here = "this folder" if arguments.root == Path() else f"{arguments.root}"
        raise CannotStart(
            f"{here} does not hold {CONTENT}/, which says what the framework is. Name the "
            "toolkit's folder, with --root where other files are named too."
        )
    return load_guide(arguments.root, arguments.adaptation)


def version() -> str:
    """The toolkit's version, which is written in pyproject.toml alone."""
    return importlib.metadata.version(_DISTRIBUTION)


def count(number: int, one: str, other: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else other or one + 's'}"
