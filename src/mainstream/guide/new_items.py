"""Starts something new: files that are valid as they are, for their texts to be put in."""

from importlib import resources
from pathlib import Path
from textwrap import indent
from typing import Any

from mainstream.guide.layers.guide import Guide
from mainstream.guide.layers.toolkit_texts import write_toolkit_texts
from mainstream.guide.model.kinds import CASE_STUDY, ENABLER, THEME, Kind
from mainstream.guide.model.layer import SETTINGS
from mainstream.guide.model.model import CaseStudy
from mainstream.guide.model.shape import is_slug, slug_of
from mainstream.guide.model.tools import SECTIONS
from mainstream.guide.reading.problems import nearest


class CannotStart(Exception):
    """Something new cannot be started; the message says why, for the person who asked for it."""


def add_adaptation(
    root: Path, folder: str, organisation: str, *, email: str, version: str
) -> list[Path]:
    """Write the settings of an adapted version, and the toolkit's texts that it starts from.

    `version` is the toolkit's. Errors: `CannotStart` where there are settings.
    """
    path = root / folder / SETTINGS
    if path.exists():
        raise CannotStart(f"{folder}/{SETTINGS} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _filled(
        "adaptation",
        name=_quoted(f"{organisation}: from the margins to the mainstream"),
        organisation=_quoted(organisation),
        email=_quoted(email),
        version=version,
    )
    path.write_text(text, encoding="utf-8")
    return [path, write_toolkit_texts(root, folder, version)]


def add_enabler(root: Path, folder: str, guide: Guide, enabler_id: str) -> Path:
    """Write an enabler into a layer's folder; returns the file.

    `guide` is the one below `root`. Errors: `CannotStart` where the id is not one or is taken.
    """
    path = _free(root, folder, ENABLER, enabler_id)
    title = _title_of(enabler_id)
    text = _filled(
        "enabler",
        id=enabler_id,
        title=title,
        short=title,
        level=guide.levels[-1].id,
        related=guide.enablers[0].id,
    )
    return _written(path, text)


def add_case_study(root: Path, folder: str, guide: Guide, case_study_id: str) -> Path:
    """Write a case study into a layer's folder; returns the file.

    `guide` is the one below `root`. Errors: `CannotStart` where the id is not one or is taken,
    or where there is no theme for it.
    """
    path = _free(root, folder, CASE_STUDY, case_study_id)
    if not guide.themes:
        raise CannotStart(f"a case study needs a theme; write {folder}/{THEME.kept_in} first")
    text = _filled(
        "case-study",
        title=_title_of(case_study_id),
        enabler=guide.enablers[0].id,
        theme=guide.themes[0].id,
    )
    return _written(path, text)


def add_tool(root: Path, guide: Guide, case_study_id: str, kind: str) -> Path:
    """Write a tool with a section of `kind` into a case study's file; returns the file.

    `guide` is the one below `root`.

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
    if not guide.purposes:
        raise CannotStart("a tool needs a purpose; write purposes.yml first")
    text = tool_start(kind, purpose=guide.purposes[0].id, origin=_origin(case))
    path = root / case.path
    before = path.read_text(encoding="utf-8")
    return _written(path, before.rstrip("\n") + "\n" + text)


def tool_start(kind: str, *, purpose: str, origin: str) -> str:
    """The YAML of a tool with one section of a kind; `origin` is its `source` or `ours` line."""
    section = indent(_starter(kind), "    ").rstrip("\n")
    return _filled("tool", purpose=purpose, origin=origin, section=section)


def _free(root: Path, layer: str, kind: Kind[Any], id_: str) -> Path:
    if not is_slug(id_):
        meant = slug_of(id_)
        suggestion = f' Did you mean "{meant}"?' if meant else ""
        raise CannotStart(
            f'"{id_}" cannot be an id: an id is lower-case words joined by hyphens.{suggestion}'
        )
    name = f"{layer}/{kind.kept_in}/{id_}.yml"
    if (root / name).exists():
        raise CannotStart(f"{name} is there already")
    return root / name


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _title_of(id_: str) -> str:
    return id_.replace("-", " ").capitalize()


def _filled(starter: str, /, **values: str) -> str:
    text = _starter(starter)
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return text


def _starter(name: str) -> str:
    file = resources.files("mainstream.guide") / "starters" / f"{name}.yml"
    return file.read_text(encoding="utf-8")


def _origin(case: CaseStudy) -> str:
    if not case.source:
        return "ours: true"
    source = case.source[0]
    return f"source: [{{id: {source.id}, section: {_quoted(source.section)}}}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _no_such(what: str, given: str, known: list[str]) -> str:
    meant = nearest(given, known)
    suggestion = f' Did you mean "{meant}"?' if meant else f" There are: {', '.join(known)}."
    return f'there is no {what} "{given}".{suggestion}'
