"""Small tools of each kind, and sheets to fill in, for the tests of what the kinds make of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from mainstream.scoring.contract.tools import Part
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tools.declaration import Log, Register, Section, read_section
from mainstream.scoring.tools.finished import WORDS as WORDS_NEEDED
from mainstream.scoring.tools.finished import section_result
from mainstream.scoring.tools.sheet import Entries, Sheet

# Each phrase is its own key, with the values that it must show.
_VALUES = {
    "row_unnamed": "{number}",
    "not_a_number": "{row} {column} {text}",
    "not_a_number_in": "{field} {text}",
    "answered": "{count}/{total}",
    "lens_has_gaps": "{count}",
    "stages_next": "{stage}",
    "stages_chosen": "{option}",
    "stages_decided": "{option}",
    "checklist_left": "{count}/{total}",
    "builder_open": "{count}",
    "ladder_start": "{rung}",
    "ladder_at": "{rung}",
    "ladder_settles": "{rung}",
    "ladder_skips": "{later} {earlier}",
    "ladder_unshown": "{evidence}",
    "views_count": "{agreed} {differing} {open}",
    "log_counted": "{rows} {total}",
    "log_few": "{few}/{rows} {share}",
    "log_for": "{decider}",
    "pareto_desc": "{total}: {each}",
    "pareto_each": "{name} {count}",
    "register_none": "{row}",
    "register_count": "{row} {count}",
    "register_used": "{used}",
    "register_used_of": "{used}/{there}",
    "register_over": "{over}",
    "register_group": "{group} {used}",
}
WORDS = {key: f"{key} {_VALUES.get(key, '')}".strip() for key in WORDS_NEEDED}


def choices(*ids: str) -> list[dict[str, str]]:
    """Choices with titles like their ids."""
    return [{"id": id_, "title": id_.title()} for id_ in ids]


def field(id_: str, **more: Any) -> dict[str, Any]:
    """Something to write."""
    plain: dict[str, Any] = {"hint": None, "lead": None, "optional": False, "choices": []}
    return {"id": id_, "label": f"The {id_}", **plain, **more}


def column(id_: str, **more: Any) -> dict[str, Any]:
    """A column of a register."""
    return {"id": id_, "label": id_.title(), "hint": None, "choices": [], "number": False, **more}


def _questions(*ids: str, **texts: str) -> list[dict[str, str]]:
    return [
        {
            "id": id_,
            "title": id_.title(),
            "question": f"Is it {id_}?",
            **{name: f"{text} {id_}" for name, text in texts.items()},
        }
        for id_ in ids
    ]


def _section(kind: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "id": kind, "title": None, "hint": None, **more}


SECTIONS: Mapping[str, dict[str, Any]] = {
    "rules": _section(
        "rules",
        rules=_questions("legal", "fair", if_no="mend", ask="ask about", write_down="note"),
    ),
    "lens": _section("lens", elements=_questions("people", "place")),
    "stages": _section(
        "stages",
        always="Do nothing",
        stages=[
            {"id": "know", "title": "Know", "prompt": "What?", "part": "notes"},
            {"id": "options", "title": "Options", "prompt": "Which?", "part": "options"},
            {"id": "decide", "title": "Decide", "prompt": "Why?", "part": "decision"},
        ],
    ),
    "log": _section(
        "log",
        row="Block",
        labels={
            "what": "What",
            "count": "Count",
            "effect": "Effect",
            "leads_to": "Leads to",
            "decider": "Decider",
        },
        effects=choices("slight", "grave"),
        deciders=choices("team", "board"),
    ),
    "checklist": _section(
        "checklist",
        states=[
            {"id": "there", "title": "There", "done": True},
            {"id": "missing", "title": "Missing", "done": False},
        ],
        note="Note",
        some_left=None,
        none_left=None,
        items=_questions("one", "two", next="do"),
    ),
    "builder": _section(
        "builder",
        fields=[
            field("why", lead="Because"),
            field("how", choices=choices("slowly", "kindly")),
            field("also", optional=True),
        ],
    ),
    "ladder": _section(
        "ladder",
        climb="when-yes",
        fields=[field("evidence"), field("more")],
        rungs=_questions("first", "second", "third", next="reach"),
        top="You are there.",
    ),
    "two-views": _section(
        "two-views",
        sides=choices("us", "them"),
        answers=choices("never", "sometimes", "always"),
        questions=_questions("honest", "quick"),
        together=[field("step")],
    ),
    "register": _section(
        "register",
        row="Item",
        columns=[
            column("what"),
            column("kind", choices=choices("work", "talk")),
            column("minutes", number=True),
            column("lead"),
        ],
        starts_with=[],
        group_by="kind",
        none_in_group="No {group}",
        checks=[{"when": {"kind": ["talk"]}, "empty": ["lead"], "say": "Who leads {row}?"}],
        limit={"column": "minutes", "label": "Minutes there are", "over": "Too many"},
        difference=None,
    ),
}


def declared(kind: str, **changes: Any) -> Section:
    """The section of a kind as the kinds read it; `changes` are its fields."""
    return read_section(Fields({**SECTIONS[kind], **changes}))


def log_section() -> Log:
    """The log."""
    section = declared("log")
    assert isinstance(section, Log)
    return section


def register_section() -> Register:
    """The register."""
    section = declared("register")
    assert isinstance(section, Register)
    return section


def sheet(
    fields: Mapping[str, str] | None = None, rows: Mapping[str, Any] | None = None, **more: Any
) -> Sheet:
    """A sheet with these entries."""
    lists = {name: tuple(given) for name, given in (rows or {}).items()}
    return Sheet(id="s1", tool="example", fields=dict(fields or {}), rows=lists, **more)


def result(
    kind: str,
    fields: Mapping[str, str] | None = None,
    rows: Iterable[Mapping[str, str]] = (),
    *,
    lists: Mapping[str, Any] | None = None,
    **changes: Any,
) -> list[Part]:
    """What a kind makes of entries by their place within the section; `changes` are its keys."""
    named = {f"{kind}.{place}": text for place, text in (fields or {}).items()}
    own = {kind: tuple(rows)} if rows else {}
    given = {f"{kind}.{name}": tuple(each) for name, each in (lists or {}).items()}
    entries = Entries(sheet(named, {**own, **given}), kind)
    return section_result(declared(kind, **changes), entries, WORDS)


def verdict_of(blocks: list[Part]) -> tuple[str, str, str]:
    """The first verdict: tone, title, text."""
    found = next(block for block in blocks if block["type"] == "verdict")
    return found["tone"], found["title"], found["text"]


def points_of(blocks: list[Part], title: str) -> list[tuple[str, str]] | None:
    """The points of the list whose title begins so, or none where there is no such list."""
    for block in blocks:
        if block["type"] == "points" and block["title"].startswith(title):
            return [(item["text"], item["more"]) for item in block["items"]]
    return None


def table_of(blocks: list[Part], title: str) -> list[list[str]] | None:
    """The rows of the table with this title, or none where there is no such table."""
    return next((b["rows"] for b in blocks if b["type"] == "table" and b["title"] == title), None)
