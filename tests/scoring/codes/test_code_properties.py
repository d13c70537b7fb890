"""Holds, for any framework and any answers, that a code reads back and slips are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    NOT_SURE,
    Response,
    read_response,
    response_data,
)
from mainstream.scoring.codes.code import ALPHABET, has_code, read_code, write_code
from mainstream.scoring.codes.link import DATA, data_at, fragment_of_data
from mainstream.scoring.problem import ScoringProblem
from tests.scoring.examples import VIEWS, framework, response


@st.composite
def answered(draw: st.DrawFn) -> tuple[Framework, Response]:
    """A framework that has a code, and answers to it."""
    enablers, points = draw(st.integers(1, 42)), draw(st.integers(3, 10))
    marks = st.one_of(st.integers(1, points), st.sampled_from([None, NOT_SURE, DOES_NOT_APPLY]))
    given = draw(st.lists(marks, min_size=enablers, max_size=enablers))
    view, tag = draw(st.sampled_from([None, *VIEWS])), draw(st.integers(0, 127))
    return framework(enablers, points), response(given, view, tag)


@given(answered())
def test_a_code_reads_back_as_it_was_written(case: tuple[Framework, Response]) -> None:
    """Answers, point of view and tag all survive, also in small letters."""
    ours, answers = case
    code = write_code(ours, answers, answers.tag or 0)
    assert (code is not None) == has_code(ours)
    if code is not None:
        assert read_code(ours, code) == answers
        assert read_code(ours, code.lower()) == answers


@given(answered(), st.data())
def test_up_to_three_wrong_characters_are_found(
    case: tuple[Framework, Response], data: st.DataObject
) -> None:
    """Whatever the framework and wherever the slips are."""
    ours, answers = case
    code = write_code(ours, answers, answers.tag or 0)
    if code is None:
        return
    letters = list(code.replace("-", ""))
    places = data.draw(
        st.lists(st.integers(0, len(letters) - 1), min_size=1, max_size=3, unique=True)
    )
    for place in places:
        letters[place] = data.draw(st.sampled_from(ALPHABET.replace(letters[place], "")))
    with pytest.raises(ScoringProblem, match="code-check"):
        read_code(ours, "".join(letters))


@given(st.text(max_size=40))
def test_any_text_gives_answers_or_a_problem(text: str) -> None:
    """Nothing that is typed makes it stumble."""
    try:
        assert read_code(framework(), text).framework_id == "m2m"
    except ScoringProblem as problem:
        assert problem.key.startswith("code-")


@given(answered(), st.text(max_size=60), st.text(max_size=20))
def test_a_link_carries_a_whole_response(
    case: tuple[Framework, Response], note: str, group: str
) -> None:
    """What is read from a link is what was put in, to the letter."""
    ours, answers = case
    data = response_data(answers)
    data["answers"]["e1"] = {"mark": 1, "note": note} if note else {"mark": 1}
    data |= {"group": group}
    cleaned = response_data(read_response(data, ours)[0])
    assert data_at(fragment_of_data(cleaned), len(DATA))[0] == cleaned
    assert response_data(read_response(cleaned, ours)[0]) == cleaned
