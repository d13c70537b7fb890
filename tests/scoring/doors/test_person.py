"""Holds the actions of the service, word for word, as the browser's worker asks for them."""

import json
from typing import Any

import pytest

from mainstream.scoring.doors.door import Door
from mainstream.scoring.doors.opened import Opened
from mainstream.scoring.doors.person import ACTIONS, new_door
from mainstream.scoring.figures import summary
from tests.scoring.examples import WORDS, framework_data, response_json
from tests.scoring.rewrite_golden import GOLDEN, TAG, answered, drawings_taken_out, steps

STEPS = steps()


def _open(service: Door[Opened]) -> None:
    request = {"action": "open", "framework": framework_data(), "words": WORDS}
    answer = json.loads(service.handle(json.dumps(request)))
    assert answer == {"ok": True, "value": {"id": "m2m", "version": "1.0"}}


def _ask(service: Door[Opened], action: str, **fields: Any) -> Any:
    return json.loads(service.handle(json.dumps({"action": action, **fields})))


@pytest.fixture
def service() -> Door[Opened]:
    """A service with the example framework open."""
    opened = new_door(lambda: TAG)
    _open(opened)
    return opened


@pytest.mark.parametrize("step", STEPS, ids=[step["says"] for step in STEPS])
def test_the_answer_is_the_golden_one(step: dict[str, Any]) -> None:
    """Every action, with good input and bad."""
    (answer,) = answered([step["request"]])
    for name, svg in drawings_taken_out(answer).items():
        assert svg.replace("><", ">\n<") + "\n" == (GOLDEN / name).read_text("utf-8"), name
    assert answer == step["answer"]


def test_every_action_has_a_golden_answer() -> None:
    """Also `open`, which the tests here begin with."""
    tried = {step["request"]["action"] for step in STEPS} | {"open"}
    assert set(ACTIONS) <= tried


@pytest.mark.parametrize("text", ["", "{", "[]", '"open"', "NaN"])
def test_a_request_that_is_none_is_answered(text: str) -> None:
    """The worker hears of it as of any problem."""
    answer = json.loads(new_door().handle(text))
    assert answer == {"ok": False, "problem": {"key": "request-broken", "values": {}}}


@pytest.mark.parametrize("action", ["result", "share", "export", "read"])
def test_nothing_works_before_a_framework_is_open(action: str) -> None:
    """The page is told what it forgot."""
    answer = _ask(new_door(lambda: TAG), action, response=response_json(), text="x", kind="csv")
    assert answer["problem"]["key"] == "not-open"


def test_a_framework_that_is_refused_leaves_the_open_one(service: Door[Opened]) -> None:
    """A failed `open` changes nothing."""
    assert _ask(service, "open", framework={}, words=WORDS)["problem"]["key"] == "framework-broken"
    missing = _ask(service, "open", framework=framework_data(), words={"radar_title": "x"})
    assert missing["problem"]["key"] == "words-missing"
    assert "state_not_sure" in missing["problem"]["values"]["keys"]
    assert _ask(service, "result", response=response_json())["ok"]


def test_answers_that_keep_their_tag_keep_their_code() -> None:
    """A response that brings the tag it was given has the code that it had."""
    tags = iter(range(10, 128))
    service = new_door(lambda: next(tags))
    _open(service)
    first = _ask(service, "share", response=response_json())["value"]
    assert first["tag"] == 10
    again = _ask(service, "share", response=response_json(tag=first["tag"]))["value"]
    assert again == first


def test_equal_answers_of_two_people_differ_by_their_tag() -> None:
    """Also one after the other on one device; a pasted code is told from an equal answer."""
    tags = iter(range(128))
    service = new_door(lambda: next(tags))
    _open(service)
    answers = (_ask(service, "share", response=response_json()) for _ in range(128))
    assert len({answer["value"]["code"] for answer in answers}) == 128


def test_the_page_draws_its_tag_at_random(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the system's own source, below 128."""
    asked = []

    def randbelow(end: int) -> int:
        asked.append(end)
        return 5

    monkeypatch.setattr("secrets.randbelow", randbelow)
    door = new_door()
    opening = {"action": "open", "framework": framework_data(), "words": WORDS}
    door.handle(json.dumps(opening))
    share = json.loads(door.handle(json.dumps({"action": "share", "response": response_json()})))
    assert (asked, share["value"]["tag"]) == ([128], 5)


@pytest.mark.parametrize("fields", [{}, {"group": "Finance"}, {"later": [1, 2]}])
def test_what_is_shared_reads_back(service: Door[Opened], fields: dict[str, Any]) -> None:
    """The link brings everything; so does the file."""
    response = response_json(tag=9, **fields)
    shared = _ask(service, "share", response=response)["value"]
    assert shared["fragment"].startswith("#d=")
    assert _ask(service, "read", text=shared["fragment"])["value"]["response"] == response
    file = _ask(service, "export", response=response, kind="json")["value"]
    assert _ask(service, "read", text=file["text"])["value"]["response"] == response


def test_a_code_says_everything_but_notes_group_and_date(service: Door[Opened]) -> None:
    """Where there are none of them, the link is as short as the code."""
    response = response_json(answers={"e1": {"mark": 3}, "e3": {"state": "not-sure"}})
    shared = _ask(service, "share", response=response)["value"]
    assert shared["fragment"] == f"#r={shared['code']}"
    assert not shared["notes_left_out"]
    for text in (shared["code"], shared["fragment"], f"https://x.org/{shared['fragment']}"):
        read = _ask(service, "read", text=text)["value"]["response"]
        assert read == {**response, "tag": TAG, "date": None}


def test_a_framework_without_a_code_shares_by_link() -> None:
    """The code is null; the link brings the answers."""
    service = new_door(lambda: TAG)
    request = {"action": "open", "framework": framework_data(43), "words": WORDS}
    service.handle(json.dumps(request))
    shared = _ask(service, "share", response=response_json())["value"]
    assert shared["code"] is None
    assert not shared["notes_left_out"]
    read = _ask(service, "read", text=shared["fragment"])["value"]["response"]
    assert read == response_json(tag=TAG)


def test_an_error_of_our_own_is_raised(
    service: Door[Opened], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not dressed up as a problem of the person's."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(summary, "summary", broken)
    with pytest.raises(ZeroDivisionError):
        _ask(service, "result", response=response_json())
