"""Holds that a door answers whatever a page, a file or a person puts into a request."""

import base64
import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mainstream.qr import service as qr
from mainstream.scoring.contract.actions import ACTIONS
from mainstream.scoring.doors import person, tools, workshop
from mainstream.scoring.doors.door import Door
from mainstream.scoring.workshop.model import workshop_data
from mainstream.spreadsheet import read_workbook
from mainstream.spreadsheet import service as spreadsheet
from mainstream.spreadsheet import workshop as workbooks
from tests.scoring.examples import (
    IMPORT_WORDS,
    WORDS,
    WORKSHOP_WORDS,
    framework_data,
    response_json,
)
from tests.scoring.tools.examples import SECTIONS
from tests.scoring.tools.examples import WORDS as TOOL_WORDS
from tests.scoring.workshop.test_model import WHOLE
from tests.spreadsheet.workbooks import workbook

HOSTILE = "a\ud800\x00\x1b<b>&\ufffe\x85z"
SHEET = {
    "id": "s1",
    "tool": "example",
    "title": "Title",
    "date": "2026-11-23",
    "fields": {f"{kind}.legal.answer": "yes" for kind in SECTIONS},
    "rows": {kind: [{"what": "Forms", "count": "2", "title": "x"}] * 2 for kind in SECTIONS},
}
TOOL = {"id": "example", "title": "Try", "is_not": "No.", "sections": list(SECTIONS.values())}
CODE_LINE = "#r=AAAA-AAAA-AAAA"
RESPONSE = response_json(
    group="Team",
    mood="good",
    answers={"e1": {"mark": 3, "note": "why"}, "later": {"mark": 9, "note": "so"}},
)
SETTLED = {"here": RESPONSE, "came": {**RESPONSE, "tag": 3}, "choice": "both"}
WORKSHOP: dict[str, Any] = {**workshop_data(WHOLE)}
COUNTED = {"people": 3, "counts": {"e1": {"marks": [3, 0, 0, 0, 0]}}}
SHOWN = {
    "id": WORKSHOP["id"],
    "apart": [{"inside": True, "people": {"b": 5}}, {"inside": False, "people": {"+c.3.d": 9}}],
    "content": ["b"],
    "picture": {**COUNTED, "groups": {"group": {"Team": COUNTED}}},
}
# Without what no workbook has: writing one is slow.
ON_SHEETS = {**WORKSHOP, "consent": True, "tool_records": [], "earlier": None}
FILE = json.dumps({**WORKSHOP, "tool_records": [SHEET]})
# A workbook writes half of a surrogate pair as `_xD800_`.
ROWS: list[list[Any]] = [["Danger", "Why", "Team"], [4, "_xD800__x0000_<b>&=1+1", "A"]]
WORKBOOK = base64.b64encode(workbook({"Answers": ROWS})).decode()

OPENING: dict[str, dict[str, Any]] = {
    "person": {"framework": framework_data(3), "words": WORDS},
    "workshop": {
        "framework": framework_data(3),
        "words": {**WORKSHOP_WORDS, **IMPORT_WORDS, **{name: name for name in workbooks.WORDS}},
    },
    "tools": {"tool": TOOL, "words": TOOL_WORDS},
}

NEW: dict[str, Callable[[], Door[Any]]] = {
    "person": lambda: person.new_door(lambda: 5),
    "workshop": lambda: workshop.new_door(lambda: 5),
    "tools": tools.new_door,
    # A pack's door works on what its page's door has open.
    "spreadsheet": lambda: spreadsheet.new_door(opened("workshop")),
    "qr": qr.new_door,
}
REQUESTS: list[tuple[str, dict[str, Any]]] = [
    *(("person", {"action": "open", **OPENING["person"]}),),
    ("person", {"action": "result", "response": RESPONSE}),
    ("person", {"action": "share", "response": RESPONSE}),
    *(
        ("person", {"action": "export", "response": RESPONSE, "kind": kind})
        for kind in ("json", "csv", "svg")
    ),
    ("person", {"action": "read", "text": json.dumps(RESPONSE)}),
    *(("workshop", {"action": "open", **OPENING["workshop"]}),),
    ("workshop", {"action": "read", "text": CODE_LINE}),
    ("workshop", {"action": "gather", "workshop": WORKSHOP, "text": CODE_LINE, "group": "Team"}),
    ("workshop", {"action": "gather", "workshop": WORKSHOP, "text": FILE, "group": "Team"}),
    (
        "workshop",
        {"action": "gather", "workshop": WORKSHOP, "text": "Danger,Team\n4,A\n", "name": "a.csv"},
    ),
    (
        "workshop",
        {
            "action": "gather-table",
            "workshop": WORKSHOP,
            "mapping": {
                "layout": "people",
                "header_row": 1,
                "columns": [{"number": 1, "role": "mark", "enabler": "e1", "heading": "x"}],
            },
        },
    ),
    (
        "workshop",
        {
            "action": "count-hands",
            "hands": {"e1": {"marks": [1, 0, 2, 0, 0], "not_sure": 1, "does_not_apply": 0}},
        },
    ),
    ("workshop", {"action": "compare", "workshop": {**WORKSHOP, "consent": True}, "own": True}),
    (
        "workshop",
        {
            "action": "compare",
            "workshop": {**WORKSHOP, "consent": True},
            "by": "point-of-view",
            "notes": True,
            "shown": SHOWN,
        },
    ),
    *(
        (
            "workshop",
            {"action": "export", "workshop": {**WORKSHOP, "consent": True}, "kind": kind},
        )
        for kind in ("json", "csv", "people", "text", "tally", "svg", "groups")
    ),
    ("workshop", {"action": "export", "workshop": WORKSHOP, "kind": "plot", "enabler": "e1"}),
    ("workshop", {"action": "open-workshop", "workshop": WORKSHOP, "text": FILE}),
    ("workshop", {"action": "merge", "workshop": WORKSHOP, "text": FILE}),
    ("workshop", {"action": "settle", "workshop": WORKSHOP, "settled": [SETTLED]}),
    ("workshop", {"action": "read-earlier", "text": FILE}),
    *(("tools", {"action": "open", **OPENING["tools"]}),),
    ("tools", {"action": "result", "sheet": SHEET}),
    ("tools", {"action": "merge-rows", "sheet": SHEET, "section": "log", "rows": [0, 1]}),
    ("tools", {"action": "sort-rows", "sheet": SHEET, "section": "log", "by": "count"}),
    ("tools", {"action": "export-rows", "sheet": SHEET, "section": "register"}),
    ("tools", {"action": "import-rows", "sheet": SHEET, "section": "log", "text": "what\nx\n"}),
    ("tools", {"action": "read", "text": FILE, "sheets": [SHEET], "tools": ["example"]}),
    (
        "spreadsheet",
        {
            "action": "gather",
            "workshop": WORKSHOP,
            "base64": WORKBOOK,
            "name": "a.xlsx",
            "group": "Team",
        },
    ),
    *(
        (
            "spreadsheet",
            {"action": "export", "workshop": ON_SHEETS, "kind": kind},
        )
        for kind in ("xlsx", "people-xlsx")
    ),
    ("qr", {"action": "qr", "text": "https://example.org/#r=A", "title": "A link"}),
]


def places(data: Any, *before: str | int) -> list[tuple[str | int, ...]]:
    """The place of every value in JSON data, and of every name of a field."""
    found: list[tuple[str | int, ...]] = [before] if before else []
    if isinstance(data, dict | list):
        for name, value in data.items() if isinstance(data, dict) else enumerate(data):
            found += places(value, *before, name)
    return found


def put(data: Any, place: tuple[str | int, ...], value: Any, *, as_name: bool) -> Any:
    """A copy of the data with another value at a place, or another name for the field there."""
    first, *rest = place
    copied: Any = dict(data) if isinstance(data, dict) else list(data)
    if rest:
        copied[first] = put(data[first], tuple(rest), value, as_name=as_name)
    elif as_name and isinstance(copied, dict):
        copied[str(value)] = copied.pop(str(first))
    else:
        copied[first] = value
    return copied


def opened(name: str) -> Door[Any]:
    """A door with its example open, where it opens anything."""
    door = NEW[name]()
    if name not in OPENING:
        return door
    answer = json.loads(door.handle(json.dumps({"action": "open", **OPENING[name]})))
    assert answer["ok"], answer
    return door


def check(door: Door[Any], request: Any) -> Any:
    """The door answers, and what it gives to save or to draw can be saved, read and drawn."""
    answer = json.loads(door.handle(json.dumps(request)))
    assert set(answer) in ({"ok", "value"}, {"ok", "problem"}), answer
    if answer["ok"]:
        for text in drawings_in(answer["value"]):
            ElementTree.fromstring(text)
        value = answer["value"]
        for name in ("text", "fragment", "filename"):
            if isinstance(value.get(name), str):
                value[name].encode("utf-8")
        if "base64" in value:
            assert read_workbook(base64.b64decode(value["base64"]))
    return answer


def drawings_in(value: Any) -> list[str]:
    """Every SVG text in some JSON data."""
    if isinstance(value, str):
        return [value] if value.startswith("<svg") else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [svg for each in inner for svg in drawings_in(each)]


def test_the_requests_try_every_action() -> None:
    """An action added to any door must be added here; the contract names them all."""
    tried = {(door, request["action"]) for door, request in REQUESTS}
    assert tried == {(door, action) for door in ACTIONS for action in ACTIONS[door]}
    for name, new in NEW.items():
        assert set(new().actions) == set(ACTIONS[name])


@pytest.mark.parametrize("name,request_", REQUESTS, ids=[f"{d} {r['action']}" for d, r in REQUESTS])
def test_a_text_that_no_file_can_hold_stands_in_the_way_of_nothing(
    name: str, request_: dict[str, Any]
) -> None:
    """At each place in turn, as a value and as the name of a field."""
    door = opened(name)
    for place in places(request_):
        for as_name in (False, True):
            check(door, put(request_, place, HOSTILE, as_name=as_name))


ANY_JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(st.characters(codec=None), max_size=6),
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=300)
@given(data=st.data(), asked=st.sampled_from(REQUESTS), value=ANY_JSON)
def test_any_json_in_any_place_is_answered(
    data: st.DataObject, asked: tuple[str, dict[str, Any]], value: Any
) -> None:
    """With a value or with a problem; never with an error of ours."""
    name, request = asked
    place = data.draw(st.sampled_from(places(request)))
    check(opened(name), put(request, place, value, as_name=data.draw(st.booleans())))


@pytest.mark.parametrize("text", ["[" * 100_000, "9" * 5_000, '{"action": NaN}', "\ud800"])
def test_what_is_no_request_is_refused(text: str) -> None:
    """Also what would exhaust the reader of JSON."""
    answer = json.loads(person.new_door().handle(text))
    assert answer["problem"]["key"] == "request-broken"


ANY_CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
    | st.sampled_from(["Danger", "_xD800_", "_xFFFE_", "=1+1", "2026-02-30"]),
)


@settings(max_examples=60)
@given(rows=st.lists(st.lists(ANY_CELL, max_size=4), max_size=4))
def test_any_cells_of_a_workbook_are_answered(rows: list[list[Any]]) -> None:
    """Whatever a form's export, or mischief, has put into them."""
    data = base64.b64encode(workbook({"Answers": [["Danger", "Why"], *rows]})).decode()
    request = {"action": "gather", "workshop": WORKSHOP, "base64": data}
    check(opened("spreadsheet"), request)


@settings(max_examples=100)
@given(data=st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: b"PK\3\4" + tail))
def test_any_bytes_in_place_of_a_workbook_are_answered(data: bytes) -> None:
    """With why they are not workbooks."""
    request = {"action": "gather", "workshop": WORKSHOP, "base64": base64.b64encode(data).decode()}
    assert not check(opened("spreadsheet"), request)["ok"]


@settings(max_examples=40)
@example(text="\U00010000" * 739, title="")
@given(
    text=st.text(st.characters(codec=None), min_size=1, max_size=20),
    title=st.text(st.characters(codec=None), max_size=20),
)
def test_any_text_becomes_a_qr_code_or_is_refused(text: str, title: str) -> None:
    """Also one whose letters take several bytes each, so that fewer of them fit."""
    check(opened("qr"), {"action": "qr", "text": text, "title": title})
