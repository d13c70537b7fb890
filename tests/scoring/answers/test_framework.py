"""Holds what a framework's JSON must have, and that a broken one is told by its place."""

from collections.abc import Callable
from typing import Any

import pytest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem
from tests.scoring.examples import framework, framework_data


def test_a_framework_is_read_in_its_order() -> None:
    """Enablers, levels and the scale come as the JSON has them."""
    read = framework()
    assert [enabler.id for enabler in read.enablers] == [f"e{n}" for n in range(1, 12)]
    assert [enabler.id for enabler in read.enablers_of("mindset")] == ["e1", "e2"]
    assert read.scale.points == len(read.scale.labels) == 5
    assert read.level_number(read.enablers[10]) == 3
    assert read.enablers[0].shifts[1].from_ == "from 2 of e1"


def test_lists_that_only_the_result_needs_may_be_left_out() -> None:
    """A small framework needs no addresses, statements, questions, shifts or case studies."""
    data = framework_data()
    for enabler in data["enablers"]:
        for name in ("url", "statements", "questions", "shifts", "case_studies"):
            del enabler[name]
    first = Framework.from_json(data).enablers[0]
    assert (first.url, first.questions, first.case_studies) == ("", (), ())


_BREAKS: dict[str, Callable[[dict[str, Any]], object]] = {
    "id": lambda data: data.pop("id"),
    "version": lambda data: data.update(version=1),
    "levels": lambda data: data.update(levels=[]),
    "levels[1].id": lambda data: data["levels"][1].update(id="mindset"),
    "enablers": lambda data: data.update(enablers={}),
    "enablers[2]": lambda data: data["enablers"].insert(2, "e3"),
    "enablers[2].title": lambda data: data["enablers"][2].update(title=""),
    "enablers[3].number": lambda data: data["enablers"][3].update(number=True),
    "enablers[3].id": lambda data: data["enablers"][3].update(id="e1"),
    "enablers[3].level": lambda data: data["enablers"][3].update(level="elsewhere"),
    "enablers[3].questions[0]": lambda data: data["enablers"][3].update(questions=[3]),
    "enablers[3].shifts[1].to": lambda data: data["enablers"][3]["shifts"][1].pop("to"),
    "points_of_view[2].id": lambda data: data["points_of_view"][2].update(id="service"),
    "retired.e0": lambda data: data.update(retired={"e0": 1}),
    "colours": lambda data: data.update(colours={"levels": ['red"/><script']}),
    "scale": lambda data: data.pop("scale"),
    "scale.points": lambda data: data.update(scale={"points": 11, "labels": ["x"] * 11}),
    "scale.labels": lambda data: data.update(scale={"points": 5, "labels": ["x"] * 4}),
}


@pytest.mark.parametrize("where", _BREAKS)
def test_a_broken_framework_is_told_by_its_place(where: str) -> None:
    """The problem names the first thing that is not as it should be."""
    data = framework_data()
    _BREAKS[where](data)
    with pytest.raises(ScoringProblem) as caught:
        Framework.from_json(data)
    assert caught.value.as_json() == {"key": "framework-broken", "values": {"where": where}}


def test_what_is_no_framework_at_all_is_told() -> None:
    """Data that is not an object has no place to name but itself."""
    with pytest.raises(ScoringProblem, match="framework-broken"):
        Framework.from_json(None)
