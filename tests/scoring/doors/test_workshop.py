"""The workshop page's requests: what they add, say, refuse and leave alone."""

import json
from typing import Any

import pytest

from mainstream.scoring.answers.response import response_data
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.doors.workshop import new_door
from mainstream.scoring.workshop.model import workshop_data
from tests.scoring.examples import (
    IMPORT_WORDS,
    WORKSHOP_WORDS,
    framework,
    framework_data,
    response,
)
from tests.scoring.workshop.test_model import WHOLE

FRAMEWORK = framework()
PEOPLE = [response([1 + (n + m) % 5 for m in range(11)], "service", n) for n in range(12)]
CODES = [write_code(FRAMEWORK, person, person.tag or 0) or "" for person in PEOPLE]
EMPTY = {
    "format": "mainstream.workshop",
    "format_version": 1,
    "framework": {"id": "m2m", "version": "1.0", "points": 5},
    "id": "w9",
}


class Asking:
    """A service that is open, asked with plain data."""

    def __init__(self) -> None:
        self._service = new_door(lambda: 5)
        words = {**WORKSHOP_WORDS, **IMPORT_WORDS}
        self("open", framework=framework_data(), words=words)

    def __call__(self, action: str, **fields: Any) -> Any:
        """The answer's value; a problem is `{"problem": {...}}`."""
        answer = json.loads(self._service.handle(json.dumps({"action": action, **fields})))
        return answer["value"] if answer["ok"] else {"problem": answer["problem"]}


@pytest.fixture
def ask() -> Asking:
    """A service of its own for each test."""
    return Asking()


def gathered(ask: Asking, text: str, workshop: Any = EMPTY, **fields: Any) -> Any:
    """What becomes of some text."""
    return ask("gather", workshop=workshop, text=text, **fields)


def test_a_paste_is_added_line_by_line(ask: Asking) -> None:
    """With a verdict for all that is not simply added, and the group that was chosen."""
    text = f"hello\n{CODES[0]}\n{CODES[0]}\n{CODES[1][:-1]}\n{CODES[2]}"
    answer = gathered(ask, text, group="Team A")
    assert answer["counts"] == {"added": 2, "here": 1, "problem": 1, "nothing": 1}
    assert [(each["number"], each["verdict"]) for each in answer["verdicts"]] == [
        (3, "here"),
        (4, "problem"),
    ]
    assert answer["changed"]
    assert {person["group"] for person in answer["workshop"]["people"]} == {"Team A"}
    assert not gathered(ask, CODES[0], answer["workshop"])["changed"]


def test_a_chat_that_begins_with_a_bracket_is_no_json(ask: Asking) -> None:
    """As messengers copy it."""
    answer = gathered(ask, f"[23/11/2026, 10:32] Someone: {CODES[0]}")
    assert answer["counts"] == {"added": 1}


def test_a_form_whose_addresses_look_like_codes_is_a_table(ask: Asking) -> None:
    """Columns come before codes; a file of codes is still read."""
    heads = ",".join(f'"{enabler.title}"' for enabler in FRAMEWORK.enablers)
    rows = "\n".join(f"given.family{1980 + n}@example.org" + ",3" * 11 for n in range(3))
    asked = gathered(ask, f"Email,{heads}\n{rows}\n", name="form.csv")
    assert asked["table"]["rows"] == 3
    answer = ask("gather-table", workshop=EMPTY, mapping=asked["table"], group="")
    assert answer["counts"] == {"added": 3}
    again = ask("gather-table", workshop=EMPTY, mapping=asked["table"], group="")
    assert again["problem"]["key"] == "table-gone"
    codes = gathered(
        ask, "\n".join(f"person {n}, {code}" for n, code in enumerate(CODES)), name="c.txt"
    )
    assert codes["counts"] == {"added": 12}


def test_files_of_every_format_are_added(ask: Asking) -> None:
    """One person, a list with a bad item, a workshop, a tally; each again adds nobody."""
    one = json.dumps(response_data(PEOPLE[0]))
    many = json.dumps([response_data(PEOPLE[1]), {"format": "else", "format_version": 1}])
    whole = json.dumps(workshop_data(WHOLE))
    tally = ask("export", workshop=workshop_data(WHOLE), kind="tally")["text"]
    workshop: Any = EMPTY
    counts = []
    for text in (one, many, whole, one, whole, tally, tally):
        answer = gathered(ask, text, workshop, name="file.json")
        workshop = answer["workshop"]
        counts.append(answer["counts"])
    assert counts == [
        {"added": 1},
        {"added": 1, "problem": 1},
        {"added": 4},
        {"here": 1},
        {"here": 4},
        {"here": 4},
        {"here": 4},
    ]


def test_a_workshops_own_tally_does_not_count_twice(ask: Asking) -> None:
    """Whoever opens it next to the workshop it came from."""
    workshop = {**workshop_data(WHOLE), "id": "w1"}
    tally = ask("export", workshop=workshop, kind="tally")["text"]
    assert gathered(ask, tally, workshop)["counts"] == {"here": 4}


def test_newer_counts_take_the_place_of_older_ones(ask: Asking) -> None:
    """A tally of the same workshop, sent again later."""
    old = json.loads(ask("export", workshop=workshop_data(WHOLE), kind="tally")["text"])
    new = {**old, "people": 4}
    new["counts"] = {
        id_: {**counts, "not_sure": counts["not_sure"]} for id_, counts in old["counts"].items()
    }
    new["counts"]["e1"] = {"marks": [4, 0, 0, 0, 0]}
    first = gathered(ask, json.dumps(old))["workshop"]
    answer = gathered(ask, json.dumps(new), first)
    assert answer["counts"] == {"replaced": 4}
    assert len(answer["workshop"]["counted"]) == 1


def test_answers_to_another_version_are_told_once(ask: Asking) -> None:
    """However many people gave them."""
    people = [
        {**response_data(person), "framework": {"id": "m2m", "version": "0.1"}} for person in PEOPLE
    ]
    answer = gathered(ask, json.dumps(people))
    assert [notice["key"] for notice in answer["notices"]] == ["other-framework-version"]


def compared(ask: Asking, count: int, **fields: Any) -> Any:
    """The comparison of the first people."""
    people = [response_data(person) for person in PEOPLE[:count]]
    return ask("compare", workshop={**EMPTY, "people": people, **fields})


@pytest.mark.parametrize(
    ("count", "showing"), [(0, "nothing"), (2, "nothing"), (4, "ask"), (5, "all")]
)
def test_nothing_of_few_people_leaves_the_service(ask: Asking, count: int, showing: str) -> None:
    """No row, no drawing, no export."""
    answer = compared(ask, count)
    assert answer["showing"] == showing
    assert ("rows" in answer) == (showing == "all")
    people = [response_data(person) for person in PEOPLE[:count]]
    for kind in ("csv", "svg", "text", "tally", "plot", "groups"):
        export = ask("export", workshop={**EMPTY, "people": people}, kind=kind, enabler="e1")
        if showing != "all":
            assert export["problem"]["key"] == "too-few-to-show"
    assert ask("export", workshop={**EMPTY, "people": people}, kind="groups")["problem"]


def test_an_earlier_date_shows_no_one(ask: Asking) -> None:
    """Too few then: not even kept. Few more or fewer: no counts to subtract."""
    few = json.dumps({**EMPTY, "people": [response_data(person) for person in PEOPLE[:2]]})
    assert ask("read-earlier", text=few)["problem"]["key"] == "earlier-too-few"
    shown = []
    for then, now in ((4, 10), (5, 6), (5, 10), (6, 6)):
        text = json.dumps({**EMPTY, "people": [response_data(p) for p in PEOPLE[:then]]})
        earlier = ask("read-earlier", text=text)["earlier"]
        brief = compared(ask, now, earlier=earlier, consent=True)["earlier"]["rows"].get("e1")
        shown.append("nothing" if brief is None else "counts" in brief)
    assert shown == ["nothing", False, True, True]


def test_groups_are_compared_under_the_rule(ask: Asking) -> None:
    """Five in it and five outside it; a single one has its name in the diagram."""
    people = [
        {**response_data(person), "group": "Team A" if n < 6 else ""}
        for n, person in enumerate(PEOPLE)
    ]
    groups = ask("compare", workshop={**EMPTY, "people": people})["groups"]
    assert (groups["names"], groups["people"], groups["hidden"]) == (["Team A"], [6], [])
    assert "Team A" in groups["radar"]["wide"]
    people[0]["group"] = "Alone"
    groups = ask("compare", workshop={**EMPTY, "people": people})["groups"]
    assert groups["hidden"] == ["Alone"]


def test_the_facilitators_view_is_given_only_when_asked_for(ask: Asking) -> None:
    """In words, and in no count."""
    people = [response_data(person) for person in PEOPLE[:6]]
    workshop = {**EMPTY, "people": people, "own": response_data(PEOPLE[7])}
    assert ask("compare", workshop=workshop)["own"] is None
    answer = ask("compare", workshop=workshop, own=True)
    assert (
        answer["own"]["e1"]
        == f"{PEOPLE[7].answers['e1'].mark} label {PEOPLE[7].answers['e1'].mark}"
    )
    assert answer["people"] == 6


@pytest.mark.parametrize("kind", ["json", "csv", "people", "text", "tally", "svg", "plot"])
def test_every_export_is_a_file_with_a_safe_name(ask: Asking, kind: str) -> None:
    """Whatever the workshop is called."""
    people = [response_data(person) for person in PEOPLE]
    workshop = {**workshop_data(WHOLE), "title": "=1+1 <b>", "people": people}
    export = ask("export", workshop=workshop, kind=kind, enabler="e3")
    assert all(letter.isalnum() or letter in "-_." for letter in export["filename"])
    assert export["text"]
    if kind in ("svg", "plot"):
        assert "&lt;b&gt;" in export["text"]


def test_the_report_says_the_plan(ask: Asking) -> None:
    """The shifts in the group's own words."""
    text = ask("export", workshop={**workshop_data(WHOLE), "consent": True}, kind="text")["text"]
    assert "From slow to quick" in text
    assert "Stop: Forms" in text


def test_only_a_workshop_is_opened(ask: Asking) -> None:
    """One person's answers are added under another step."""
    text = json.dumps(response_data(PEOPLE[0]))
    assert ask("open-workshop", text=text)["problem"]["key"] == "not-a-workshop"
    answer = ask("open-workshop", text=json.dumps(workshop_data(WHOLE)))
    assert answer["workshop"] == json.loads(json.dumps(workshop_data(WHOLE)))
