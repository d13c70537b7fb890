"""Holds how answers are read and written: states, versions, and what we do not know."""

from typing import Any

import pytest

from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    UNANSWERED,
    Answer,
    read_response,
    response_data,
)
from mainstream.scoring.contract.answers import Problem
from mainstream.scoring.problem import ScoringProblem
from tests.scoring.examples import framework, response_json


def _problem(data: Any) -> Problem:
    with pytest.raises(ScoringProblem) as caught:
        read_response(data, framework())
    return caught.value.as_json()


def test_the_four_states_are_read() -> None:
    """A mark, not sure, does not apply, and no answer at all."""
    answers = {"e1": {"mark": 5}, "e2": {"state": NOT_SURE}, "e3": {"state": DOES_NOT_APPLY}}
    response, notices = read_response(response_json(answers=answers), framework())
    assert response.answer("e1") == Answer(MARKED, 5)
    assert response.answer("e2") == Answer(NOT_SURE)
    assert response.answer("e3") == Answer(DOES_NOT_APPLY)
    assert response.answer("e4") == Answer(UNANSWERED)
    assert notices == ()


def test_what_is_written_is_what_was_read() -> None:
    """Nothing of a whole response is lost or changed on the way."""
    data = response_json(group="Finance", tag=97)
    assert response_data(read_response(data, framework())[0]) == data


def test_answers_are_written_in_the_order_of_the_framework() -> None:
    """The same answers make the same file, whatever order they were given in."""
    answers = {"e3": {"mark": 1}, "e1": {"mark": 2}}
    written = response_data(read_response(response_json(answers=answers), framework())[0])
    assert list(written["answers"]) == ["e1", "e3"]


def test_a_note_without_an_answer_is_kept() -> None:
    """Unanswered stands in the file only where it has a note."""
    answers = {"e1": {"state": "unanswered", "note": "Ask"}, "e2": {"state": "unanswered"}}
    response, _ = read_response(response_json(answers=answers), framework())
    assert response_data(response)["answers"] == {"e1": {"state": "unanswered", "note": "Ask"}}


def test_unknown_ids_are_kept_and_named() -> None:
    """An enabler that we do not know stays as it was, and the person is told."""
    strange = {"mark": 9, "because": ["of", "this"]}
    data = response_json(answers={"e1": {"mark": 3}, "later": strange}, mood="good")
    response, notices = read_response(data, framework())
    assert response_data(response)["answers"]["later"] == strange
    assert dict(response_data(response))["mood"] == "good"
    assert [(notice.key, dict(notice.values)) for notice in notices] == [
        ("unknown-enablers", {"ids": "later"}),
        ("unknown-fields", {"fields": "mood"}),
    ]


def test_a_retired_id_is_reported_with_its_successor() -> None:
    """The old answer is kept; it does not become an answer to something else."""
    data = response_json(answers={"e0": {"mark": 3}})
    response, notices = read_response(data, framework())
    assert [(n.key, dict(n.values)) for n in notices] == [
        ("retired-enabler", {"id": "e0", "new": "e1"})
    ]
    assert response.answer("e1") == Answer()
    assert response_data(response)["answers"] == {"e0": {"mark": 3}}


def test_another_version_of_the_framework_is_read_with_a_notice() -> None:
    """Answers outlive a new wording; the person is told to look."""
    data = response_json(framework={"id": "m2m", "version": "0.9"})
    _, notices = read_response(data, framework())
    assert [n.key for n in notices] == ["other-framework-version"]


def test_an_unknown_point_of_view_is_kept_with_a_notice() -> None:
    """A fork's own point of view is not thrown away."""
    response, notices = read_response(response_json(point_of_view="nation"), framework())
    assert response.point_of_view == "nation"
    assert [n.key for n in notices] == ["unknown-point-of-view"]


def test_a_newer_format_is_refused() -> None:
    """What we cannot know we do not guess; the message has both versions."""
    data = response_json(format_version=2)
    assert _problem(data) == {"key": "newer-format", "values": {"version": 2, "ours": 1}}


def test_another_framework_is_refused_by_name() -> None:
    """A file says whose it is, so we can say so too."""
    data = response_json(framework={"id": "other", "version": "1.0"})
    assert _problem(data) == {"key": "other-framework", "values": {"id": "other", "ours": "m2m"}}


@pytest.mark.parametrize("data", [None, [], "text", 3, {}, {"format": 1}])
def test_what_is_no_response_is_refused(data: Any) -> None:
    """JSON of another kind gets its own message."""
    assert _problem(data) == {"key": "not-a-response", "values": {}}


def test_another_format_is_refused_by_name() -> None:
    """A workshop's file is not one person's."""
    problem = _problem(response_json(format="mainstream.workshop"))
    assert problem == {"key": "other-format", "values": {"format": "mainstream.workshop"}}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format_version", 0),
        ("format_version", True),
        ("format_version", "1"),
        ("framework", "m2m"),
        ("answers", []),
        ("point_of_view", 2),
        ("group", ["Finance"]),
        ("date", "23/11/2026"),
        ("date", "2026-02-30"),
        ("date", "20261123"),
        ("tag", 128),
        ("tag", -1),
        ("tag", True),
    ],
)
def test_a_broken_field_is_named(field: str, value: Any) -> None:
    """The message says which part of the file is not as it should be."""
    problem = _problem(response_json(**{field: value}))
    assert problem == {"key": "field-broken", "values": {"field": field}}


@pytest.mark.parametrize("name", ["id", "version"])
def test_a_framework_without_id_or_version_is_named(name: str) -> None:
    """Both are needed to know what the answers are to."""
    named = {"id": "m2m", "version": "1.0"}
    del named[name]
    problem = _problem(response_json(framework=named))
    assert problem == {"key": "field-broken", "values": {"field": f"framework.{name}"}}


@pytest.mark.parametrize(
    "answer",
    [
        3,
        {},
        {"state": "maybe"},
        {"mark": "3"},
        {"mark": True},
        {"mark": 3, "state": NOT_SURE},
        {"mark": 3, "note": 1},
    ],
)
def test_a_broken_answer_is_named(answer: Any) -> None:
    """The message has the enabler's id."""
    problem = _problem(response_json(answers={"e7": answer}))
    assert problem == {"key": "answer-broken", "values": {"id": "e7"}}


@pytest.mark.parametrize("mark", [0, 6, -1, 2.5])
def test_a_mark_off_the_scale_is_refused(mark: float) -> None:
    """The message has the mark and how far the scale goes."""
    problem = _problem(response_json(answers={"e7": {"mark": mark}}))
    assert problem == {"key": "mark-off-scale", "values": {"id": "e7", "mark": mark, "points": 5}}


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    """Control characters and halves of characters would break the SVG and the link."""
    answers = {"e1": {"mark": 3, "note": "a\x00b\ud800c\nd"}}
    response, _ = read_response(response_json(answers=answers, group=" A\n B\x07 "), framework())
    assert response.answer("e1").note == "abc\nd"
    assert response.group == "A B"
