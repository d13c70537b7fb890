"""Starts a tool: a declaration of some kind, valid as it is, at the end of a case study's file."""

from importlib import resources
from pathlib import Path
from textwrap import indent

from mainstream.guide.guide import Guide
from mainstream.guide.model import CaseStudy
from mainstream.guide.problems import nearest
from mainstream.guide.tools import SECTIONS


class CannotStart(Exception):
    """There is no place for the new item; the message says why, for whoever asked for it."""


def add_tool(root: Path, guide: Guide, case_study_id: str, kind: str) -> Path:
    """Write a tool with a section of `kind` into a case study's file; the answer is the file.

    `guide` is what stands below `root`.

    Errors: `CannotStart` where there is no such case study or kind, or where it has a tool.
    """
    known = {case.id: case for case in guide.case_studies}
    if kind not in SECTIONS:
        raise CannotStart(_no_such("kind of tool", kind, list(SECTIONS)))
    if case_study_id not in known:
        raise CannotStart(_no_such("case study", case_study_id, list(known)))
    case = known[case_study_id]
    if case.tool:
        message = "has a tool already; add a section to it, or choose another case study"
        raise CannotStart(f"{case.path} {message}")
    text = tool_start(kind, purpose=guide.purposes[0].id, origin=_origin(case))
    path = root / case.path
    before = path.read_text(encoding="utf-8")
    path.write_text(before.rstrip("\n") + "\n" + text, encoding="utf-8")
    return path


def tool_start(kind: str, *, purpose: str, origin: str) -> str:
    """The YAML of a tool with one section of a kind; `origin` is its `source` or `ours` line."""
    section = indent(_starter(kind), "    ").rstrip("\n")
    whole = _starter("tool").replace("{purpose}", purpose).replace("{origin}", origin)
    return whole.replace("{section}", section)


def _starter(name: str) -> str:
    file = resources.files("mainstream.guide") / "starters" / f"{name}.yml"
    return file.read_text(encoding="utf-8")


def _origin(case: CaseStudy) -> str:
    if not case.source:
        return "ours: true"
    source = case.source[0]
    return f'source: [{{id: {source.id}, section: "{_quoted(source.section)}"}}]'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _no_such(what: str, given: str, known: list[str]) -> str:
    meant = nearest(given, known)
    suggestion = f' Did you mean "{meant}"?' if meant else f" There are: {', '.join(known)}."
    return f'there is no {what} "{given}".{suggestion}'
