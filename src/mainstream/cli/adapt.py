"""`mainstream new` and `diff`: an adapted version begun, and kept up to date."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from mainstream.cli.common import CONTENT, Commands, add_root, count, guide_of, version
from mainstream.guide import (
    SECTIONS,
    Account,
    CannotStart,
    Guide,
    TextChange,
    add_adaptation,
    add_case_study,
    add_enabler,
    add_tool,
    changes_since,
    write_toolkit_texts,
)


def add_commands(commands: Commands) -> None:
    """Add the commands with their arguments."""
    new = commands.add_parser("new", help="write a valid start of something new")
    kinds = new.add_subparsers(title="what", metavar="WHAT", required=True)

    command = kinds.add_parser("adaptation", help="the settings of a version of your own")
    command.add_argument("organisation", metavar="ORGANISATION", help="who publishes it")
    command.add_argument(
        "--email", default="contact@example.org", help="where its readers can write to"
    )
    add_root(command)
    command.set_defaults(run=new_adaptation)

    command = kinds.add_parser("enabler", help="an enabler in a file of its own")
    command.add_argument("id", metavar="ID", help="lower-case words joined by hyphens")
    add_root(command)
    command.set_defaults(run=new_enabler)

    command = kinds.add_parser("case-study", help="a case study in a file of its own")
    command.add_argument("id", metavar="ID", help="lower-case words joined by hyphens")
    add_root(command)
    command.set_defaults(run=new_case_study)

    command = kinds.add_parser(
        "tool",
        help="a tool, at the end of a case study's file",
        description="Kinds of tool: " + ", ".join(SECTIONS) + ".",
    )
    command.add_argument("kind", metavar="KIND", help="such as rules or checklist")
    command.add_argument("case_study", metavar="CASE_STUDY", help="the id: the file's name")
    add_root(command)
    command.set_defaults(run=new_tool)

    command = commands.add_parser(
        "diff", help="what this version changes, and what the toolkit changed since"
    )
    add_root(command)
    command.add_argument(
        "--accept",
        action="store_true",
        help="keep the toolkit's present texts as those you have looked through",
    )
    command.set_defaults(run=diff)


def new_adaptation(arguments: argparse.Namespace) -> int:
    """Write the settings of an adapted version."""
    written = add_adaptation(
        arguments.root,
        arguments.adaptation,
        arguments.organisation,
        email=arguments.email,
        version=version(),
    )
    guide_of(arguments)  # what was written is as valid as what was there
    print(f"Wrote {' and '.join(map(str, written))}. Edit the first; leave the second alone.")
    return 0


def new_enabler(arguments: argparse.Namespace) -> int:
    """Start an enabler, in the adaptation where there is one."""
    guide = guide_of(arguments)
    path = add_enabler(arguments.root, _folder(arguments, guide), guide, arguments.id)
    return _said(path, arguments)


def new_case_study(arguments: argparse.Namespace) -> int:
    """Start a case study, in the adaptation where there is one."""
    guide = guide_of(arguments)
    path = add_case_study(arguments.root, _folder(arguments, guide), guide, arguments.id)
    return _said(path, arguments)


def new_tool(arguments: argparse.Namespace) -> int:
    """Start a tool in a case study's file."""
    path = add_tool(arguments.root, guide_of(arguments), arguments.case_study, arguments.kind)
    guide_of(arguments)  # what was written is as valid as what was there
    print(f"Wrote a tool of the kind {arguments.kind} at the end of {path}. Put your texts in it.")
    return 0


def diff(arguments: argparse.Namespace) -> int:
    """Print what this version changes, and what the toolkit changed since it was brought up."""
    guide = guide_of(arguments)
    if guide.settings is None:
        raise CannotStart(
            f"there is no adapted version in {arguments.adaptation}/; begin one with "
            "mainstream new adaptation"
        )
    print(*_account(guide.account), sep="\n")
    for notice in guide.notices:
        print(f"  {notice}")
    try:
        since = changes_since(arguments.root, arguments.adaptation)
    except ValueError as error:
        if not arguments.accept:
            raise CannotStart(str(error)) from None
        since = None
    print()
    if since is None:
        print("The toolkit's earlier texts are not kept here; --accept keeps the present ones.")
    else:
        print(*_since(*since, guide.account), sep="\n")
    if arguments.accept:
        path = write_toolkit_texts(arguments.root, arguments.adaptation, version())
        print(f'\nWrote {path}. Set based_on to {{version: "{version()}"}} in adaptation.yml.')
    return 0


def _folder(arguments: argparse.Namespace, guide: Guide) -> str:
    return str(arguments.adaptation) if guide.settings else CONTENT


def _said(path: Path, arguments: argparse.Namespace) -> int:
    print(f"Wrote {path}. Put your texts in it.")
    guide_of(arguments)  # it is valid in itself; a problem now is one of the whole framework
    return 0


def _account(account: Account) -> Iterator[str]:
    yield "What this version changes:"
    if account.own_framework:
        yield "  the framework is its own"
    for name in ("removed", "left_out", "added", "replaced"):
        for each in getattr(account, name):
            why = f": {each.why}" if each.why else ""
            yield f"  {name.replace('_', ' ')}: {each.kind.replace('_', ' ')} {each.id}{why}"
    for each in account.reworded:
        yield f"  reworded: {each.kind.replace('_', ' ')} {each.id}, {each.field}"
    for move in account.moved:
        yield f"  moved: enabler {move.id}, from {move.was.id} to {move.now.id}"
    if account.scale:
        yield "  the scale is different"


def _since(version: str, changes: Iterable[TextChange], account: Account) -> Iterator[str]:
    changes = list(changes)
    if not changes:
        yield f"The toolkit's texts are as they were in version {version}."
        return
    files = dict.fromkeys(change.file for change in changes)
    said = count(len(changes), "text")
    yield f"What the toolkit changed since version {version}: {said} in {count(len(files), 'file')}"
    own = {each.id for each in (*account.replaced, *account.removed)}
    for file in files:
        in_file = [change for change in changes if change.file == file]
        note = " (this version has its own, or leaves it out)" if Path(file).stem in own else ""
        if all(not change.was for change in in_file):
            yield f"  new: {file}{note}"
        elif all(not change.now for change in in_file):
            yield f"  gone: {file}{note}"
        else:
            yield f"  {file}{note}"
            for change in in_file:
                yield f"    {change.key}: “{change.was}” is now “{change.now}”"
