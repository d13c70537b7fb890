"""Answers to another framework or version: what fits, and what is named."""

from dataclasses import replace
from typing import Any

import pytest

from mainstream.scoring.answers.foreign import matched, matched_workshop
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import read_response, response_data
from mainstream.scoring.answers.tally import tally_of
from mainstream.scoring.answers.tally_file import TallyFile, read_tally_file, tally_file_data
from mainstream.scoring.workshop.model import (
    Workshop,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from tests.scoring.examples import framework_data, response

OURS = Framework.from_json(framework_data())
THEIRS = Framework.from_json({**framework_data(9), "id": "theirs", "version": "4"})
PEOPLE = [
    replace(
        response([1 + (n + m) % 5 for m in range(11)], "service", n),
        framework_id="theirs",
        framework_version="4",
    )
    for n in range(6)
]


def test_our_own_answers_are_left_as_they_are() -> None:
    """There is nothing to tell."""
    data = response_data(response([3] * 11))
    assert matched(data, OURS) == (data, None)


def test_what_fits_is_ours_and_the_rest_is_named() -> None:
    """By ids alone; the answers keep their marks."""
    data = response_data(PEOPLE[0])
    data["answers"]["elsewhere"] = {"mark": 2}
    del data["answers"]["e11"]
    fitting, match = matched(data, OURS)
    assert match is not None
    assert (match.id, match.version, match.points) == ("theirs", "4", None)
    assert match.comparable == tuple(f"e{n}" for n in range(1, 11))
    assert (match.only_there, match.only_here) == (("elsewhere",), ("e11",))
    read, notices = read_response(fitting, OURS)
    assert notices == ()
    assert read.answer("e3") == PEOPLE[0].answer("e3")


@pytest.mark.parametrize("points", [3, 7])
def test_marks_on_another_scale_do_not_compare(points: int) -> None:
    """A three of seven is not a three of five."""
    data = response_data(replace(PEOPLE[0], points=points))
    fitting, match = matched(data, OURS)
    assert match is not None
    assert (match.comparable, match.points) == ((), points)
    assert fitting["answers"] == {}


def test_a_tally_shows_its_scale_by_its_counts() -> None:
    """Also one that does not name it."""
    seven = Framework.from_json({**framework_data(points=7), "id": "theirs"})
    data = tally_file_data(seven, TallyFile("t1", tally_of(seven, [])))
    del data["framework"]["points"]
    match = matched(data, OURS)[1]
    assert match is not None
    assert match.points == 7


def test_a_tally_that_fits_is_read() -> None:
    """Its counts stand for the enablers that both have."""
    tally = tally_of(THEIRS, PEOPLE)
    fitting, match = matched(tally_file_data(THEIRS, TallyFile("t1", tally)), OURS)
    read = read_tally_file(fitting, OURS)[0].tally
    assert match is not None
    assert match.only_here == ("e10", "e11")
    assert read.counts["e1"] == tally.counts["e1"]
    assert sum(read.counts["e11"].marks) == 0


def test_a_workshop_brings_the_answers_that_fit() -> None:
    """People and counts, and nothing of what the group decided."""
    counted = [{"id": "c1", "title": "Hands", "date": "", "group": ""}]
    data: Any = workshop_data(Workshop("theirs", "4", points=5, id="w1", people=tuple(PEOPLE)))
    data["counted"] = [{**counted[0], **_counts()}]
    data["priorities"] = [{"enabler": "e1", "shifts": []}]
    fitting, match = matched_workshop(data, OURS)
    workshop, _ = read_workshop(fitting, OURS)
    assert match is not None
    assert match.only_here == ()
    assert tally_of_workshop(workshop, OURS).people == 8
    assert workshop.priorities == ()


@pytest.mark.parametrize("data", [None, [], "text", {}, {"framework": 3}, {"framework": {}}])
def test_what_is_no_file_of_ours_is_left_to_the_reader(data: Any) -> None:
    """Which says what is wrong with it."""
    assert matched(data, OURS) == (data, None)
    assert matched_workshop(data, OURS) == (data, None)


def _counts() -> dict[str, Any]:
    marks = {"marks": [0, 1, 0, 1, 0], "not_sure": 0, "does_not_apply": 0, "unanswered": 0}
    return {"people": 2, "counts": {f"e{n}": marks for n in range(1, 10)}}
