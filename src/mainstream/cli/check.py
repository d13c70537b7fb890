"""`mainstream check`, `schema` and `pages`: what the content holds and what is wrong with it."""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from mainstream.cli.common import Commands, add_root, count, guide_of
from mainstream.guide import (
    KINDS,
    SCHEMAS,
    ContentProblems,
    Guide,
    Problem,
    json_schema,
    languages_in,
    load_guide,
)
from mainstream.pages import markdown_pages

_PAUSE = 0.5  # seconds between two looks at the files


def add_commands(commands: Commands) -> None:
    """Add the commands with their arguments."""
    command = commands.add_parser("check", help="find every problem of the content")
    add_root(command)
    command.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="how to say it: text, JSON, or annotations of a GitHub workflow (default: text)",
    )
    command.add_argument(
        "--watch", action="store_true", help="look again at each change, until Ctrl+C"
    )
    command.set_defaults(run=check)

    command = commands.add_parser("schema", help="print a JSON Schema for an editor")
    command.add_argument("kind", choices=SCHEMAS, metavar="KIND", help=", ".join(SCHEMAS))
    command.set_defaults(run=schema)

    command = commands.add_parser("schemas", help="write every JSON Schema into a folder")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder to write into")
    command.set_defaults(run=schemas)

    command = commands.add_parser("pages", help="write the generated Markdown pages")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder to write below")
    add_root(command)
    command.set_defaults(run=write_pages)


def check(arguments: argparse.Namespace) -> int:
    """Print every problem and notice; the status is 1 where there is a problem."""
    if not arguments.watch:
        return _check_once(arguments)
    status = 0
    try:
        for _ in changes(arguments.root, pause=lambda: time.sleep(_PAUSE)):
            status = _check_once(arguments)
            print(flush=True)
    except KeyboardInterrupt:
        return status
    return status


def changes(root: Path, pause: Callable[[], object]) -> Iterator[None]:
    """Once at the start, then at each change of a YAML file below `root`, looked for after a pause.

    Folders of programs and builds are left alone.
    """
    before: dict[Path, int] | None = None
    while True:
        now = {path: path.stat().st_mtime_ns for path in _watched(root) if path.is_file()}
        if now != before:
            before = now
            yield
        pause()


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of one kind of content file."""
    print(json.dumps(json_schema(arguments.kind), indent=2, ensure_ascii=False))
    return 0


def schemas(arguments: argparse.Namespace) -> int:
    """Write the JSON Schema of each kind of content file, named by the kind."""
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for kind in SCHEMAS:
        text = json.dumps(json_schema(kind), indent=2, ensure_ascii=False)
        (arguments.folder / f"{kind}.json").write_text(text + "\n", encoding="utf-8")
    print(f"Wrote {count(len(SCHEMAS), 'schema')} into {arguments.folder}.")
    return 0


def write_pages(arguments: argparse.Namespace) -> int:
    """Write the generated Markdown pages below a folder, for another generator or to look at."""
    pages = markdown_pages(guide_of(arguments))
    for path, text in pages.items():
        target = arguments.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    print(f"Wrote {count(len(pages), 'page')} below {arguments.folder}.")
    return 0


def _watched(root: Path) -> Iterator[Path]:
    for folder in (root / "content", root / "adaptation", root / "languages", root / "examples"):
        yield from folder.rglob("*.yml")


def _check_once(arguments: argparse.Namespace) -> int:
    try:
        guide = guide_of(arguments)
    except ContentProblems as error:
        _say(error.problems, arguments.format, count(len(error.problems), "problem"))
        return 1
    translations = []
    try:
        for language in _languages(arguments, guide):
            translations.append(load_guide(arguments.root, arguments.adaptation, language))
    except ContentProblems as error:
        _say(error.problems, arguments.format, count(len(error.problems), "problem"))
        return 1
    summary = [f"No problems in {_contents(guide)}."]
    summary += [_progress(translation) for translation in translations]
    notices = {notice for each in (guide, *translations) for notice in each.notices}
    _say(sorted(notices), arguments.format, "\n".join(summary))
    return 0


def _languages(arguments: argparse.Namespace, guide: Guide) -> list[str]:
    """Every language but the site's own that is wanted, or that has translations."""
    if guide.settings is None:
        wanted = languages_in(arguments.root)
    else:
        own = languages_in(arguments.root, arguments.adaptation)
        wanted = (*guide.settings.languages, *own)
    return [code for code in dict.fromkeys(wanted) if code != guide.language]


def _progress(guide: Guide) -> str:
    """How much of a translation is done, part by part."""
    parts = (f"{each.part} {each.done} of {each.total}" for each in guide.progress)
    return f"{guide.language}: {', '.join(parts)}."


def _say(problems: Sequence[Problem], kind: str, summary: str) -> None:
    if kind == "json":
        print(json.dumps([asdict(each) for each in problems], indent=2, ensure_ascii=False))
        return
    for problem in problems:
        print(_annotation(problem) if kind == "github" else _line(problem))
    print(summary)


def _line(problem: Problem) -> str:
    return f"{problem} (a notice)" if problem.notice else str(problem)


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; it is shown next to the line of the file."""
    level = "warning" if problem.notice else "error"
    place = f"file={problem.path},line={problem.line},col={problem.column}"
    where = f"{problem.path}:{problem.line}:{problem.column}: "
    text = str(problem).removeprefix(where).replace("%", "%25").replace("\n", "%0A")
    return f"::{level} {place}::{text}"


def _contents(guide: Guide) -> str:
    tools = sum(case.tool is not None for case in guide.case_studies)
    of_kinds = (count(len(guide.of(kind)), kind.name, kind.plural) for kind in KINDS)
    return ", ".join((count(len(guide.levels), "level"), *of_kinds, count(tools, "tool")))
