"""Score and Gather read codes and links as they arrive, by the same rules."""

import json
from typing import Any

import pytest

from mainstream.scoring.doors import person, workshop
from mainstream.scoring.doors.door import Door
from tests.scoring.codes.carriers import SETTINGS, TRANSPORTS, WRAPPERS, broken
from tests.scoring.codes.test_carried import CODE, DATA, LONG, SHORT, SITE
from tests.scoring.examples import IMPORT_WORDS, WORKSHOP_WORDS, framework_data, response_json

HIDDEN = "https://protect-eu.mimecast.com/s/AbC1DEf2GhI?domain=example.org"
INVITATION = SITE + "#invite&t=Ageing+well&d=2026-12-01&g=Managers"
WORKSHOP = {
    "format": "mainstream.workshop",
    "format_version": 1,
    "framework": {"id": "m2m", "version": "1.0", "points": 5},
    "people": [],
}


def _asked(door: Door[Any], action: str, **fields: Any) -> Any:
    words = {**IMPORT_WORDS, **WORKSHOP_WORDS}
    opening = {"action": "open", "framework": framework_data(), "words": words}
    assert json.loads(door.handle(json.dumps(opening)))["ok"]
    return json.loads(door.handle(json.dumps({"action": action, **fields})))


def _read(text: str) -> Any:
    return _asked(person.new_door(lambda: 1), "read", text=text)


def _gathered(text: str) -> Any:
    door = workshop.new_door(lambda: 1)
    return _asked(door, "gather", workshop=WORKSHOP, text=text, group="")["value"]


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_both_read_what_mail_has_wrapped(wrapper: str) -> None:
    """Quoted, and broken over lines."""
    for link in (SHORT, LONG):
        text = TRANSPORTS["quoted"](broken(SETTINGS["HTML"](WRAPPERS[wrapper](link))))
        assert _read(text)["value"]["response"]["tag"] == 97
        gathered = _gathered(text)
        assert gathered["counts"] == {"added": 1}
        assert [person["tag"] for person in gathered["workshop"]["people"]] == [97]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (HIDDEN, "link-hidden"),
        (INVITATION, "link-is-invitation"),
        (SETTINGS["Markdown"](WRAPPERS["Safe Links"](INVITATION)), "link-is-invitation"),
        (SHORT[:-1] + "X", "code-check"),
        (LONG[:-9], "link-damaged"),
        ("https://example.org/agenda", "link-without-answers"),
        ("6D8V-6U", "code-bad-character"),
        ("6D8V-64K4", "code-wrong-length"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, key: str) -> None:
    """What to ask for, or what to look at again."""
    assert _read(text)["problem"]["key"] == key


def test_a_code_that_can_be_read_is_enough_for_score() -> None:
    """Also next to one that cannot."""
    assert _read(f"{CODE[:-1]}X\n{CODE}")["ok"]


def test_gather_says_once_what_to_ask_for() -> None:
    """A thread quotes the invitation below every answer."""
    gathered = _gathered(f"Hello\n{HIDDEN}\n\n{INVITATION}\n> {INVITATION}\n> > {HIDDEN}")
    keys = [verdict["problem"]["key"] for verdict in gathered["verdicts"]]
    assert keys == ["link-hidden", "link-is-invitation"]
    assert [verdict["number"] for verdict in gathered["verdicts"]] == [2, 4]


def test_an_answer_next_to_a_hidden_link_is_enough() -> None:
    """Outlook writes a link's text and behind it where it leads."""
    assert _gathered(f"{SHORT}<{HIDDEN}>")["counts"] == {"added": 1}


def test_a_chat_is_gathered_whole() -> None:
    """Names and times are lines without a code; a code over two lines takes both."""
    text = f"[25/11/2026 10:42] Person, A. (Council)\n{CODE[:6]}\n{CODE[6:]}\nEdited"
    gathered = _gathered(text)
    assert gathered["counts"] == {"added": 1, "nothing": 2}


def test_a_link_and_its_code_are_copied_on_two_lines_and_read_as_one() -> None:
    """Either is enough where mail damages the other."""
    shared = _asked(person.new_door(lambda: 1), "share", response=DATA, address=SITE + "#old")[
        "value"
    ]
    link, code = shared["message"].split("\n")
    assert link == SITE + shared["fragment"]
    assert code == shared["code"]
    for text in (shared["message"], link, code, f"{code}\n{link}"):
        assert _gathered(text)["counts"] == {"added": 1}
    assert _gathered(shared["message"])["workshop"]["people"][0]["group"] == DATA["group"]


def test_a_link_of_another_version_still_tells_how_it_fits() -> None:
    """Wrapped or not, Score shows what fits."""
    other = response_json(framework={"id": "m2m", "version": "0.9", "points": 5})
    shared = _asked(person.new_door(lambda: 1), "share", response=other)["value"]
    assert _read(WRAPPERS["Sophos"](SITE + shared["fragment"]))["ok"]


def test_codes_of_many_are_too_many_for_score() -> None:
    """It says of how many."""
    problem = _read(f"{CODE}, 6D8V-64K4-0ES3")["problem"]
    assert problem == {"key": "link-of-many", "values": {"count": 2}}
