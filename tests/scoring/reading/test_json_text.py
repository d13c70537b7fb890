"""Holds that JSON from outside is read within bounds, and told where it is broken."""

import pytest

from mainstream.scoring.contract.answers import Problem
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_text import MOST_CHARACTERS, MOST_DEPTH, read_json


def _problem(text: str) -> Problem:
    with pytest.raises(ScoringProblem) as caught:
        read_json(text)
    return caught.value.as_json()


def test_broken_json_is_told_by_line_and_column() -> None:
    """Where a person can look."""
    problem = _problem('{\n  "a": 1,\n  b\n}')
    assert problem == {"key": "json-broken", "values": {"line": 3, "column": 3}}


def test_a_byte_order_mark_is_no_harm() -> None:
    """Some editors put one in front."""
    assert read_json('\ufeff{"a": 1}') == {"a": 1}


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_json_that_nests_too_deep_is_refused(opening: str) -> None:
    """A hundred thousand brackets would exhaust the reader."""
    assert _problem(opening * 100_000)["key"] == "json-too-deep"
    assert read_json("[" * MOST_DEPTH + "]" * MOST_DEPTH)


def test_brackets_in_text_do_not_nest() -> None:
    """A note may be full of them, with quotes and backslashes among them."""
    text = '["' + '[{\\"' * 1000 + '"]'
    assert read_json(text) == ['[{"' * 1000]


def test_an_open_string_is_looked_through_once() -> None:
    """Half a million quotes, none of which closes anything."""
    assert _problem('["' + '\\"' * 400_000)["key"] == "json-broken"


def test_a_file_that_is_too_large_is_refused() -> None:
    """Before anything in it is read."""
    problem = _problem(" " * (MOST_CHARACTERS + 1))
    assert problem == {"key": "file-too-large", "values": {"most": MOST_CHARACTERS}}


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    """Python would read what JSON does not have, or stumble over its length."""
    problem = _problem(f'{{"a": {number}}}')
    assert problem == {"key": "json-number", "values": {"number": number[:20]}}


def test_a_name_given_twice_is_refused() -> None:
    """Which of two answers is meant cannot be known."""
    problem = _problem('{"a": {"e1": 1, "e2": 1, "e1": 2}}')
    assert problem == {"key": "json-twice", "values": {"name": "e1"}}
