"""A workshop's file holds all of it; two files of one workshop merge, and nobody counts twice."""

import json
from dataclasses import replace
from typing import Any

import pytest

from mainstream.scoring.answers.tally import tally_data, tally_of
from mainstream.scoring.answers.tally_file import TallyFile, read_tally_file, tally_file_data
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tools.sheet import Sheet
from mainstream.scoring.workshop.merge import merge
from mainstream.scoring.workshop.model import (
    Counted,
    Earlier,
    Priority,
    Shift,
    Workshop,
    read_workshop,
    tallies_of_groups,
    tally_of_workshop,
    workshop_data,
)
from tests.scoring.examples import framework, response

FRAMEWORK = framework()
FIRST = replace(response([1, 2, 3], "service", 1), group="Team A")
SECOND = response([4, "not-sure", None, 5], "service", 2)
THIRD = response([2, 2, 2], "service", 3)
HANDS = tally_of(FRAMEWORK, [THIRD, THIRD])
WHOLE = Workshop(
    "m2m",
    "1.0",
    points=5,
    id="w1",
    title="What next?",
    date="2026-11-30",
    purpose="To choose\nwhat to do",
    point_of_view="service",
    groups=("Team A", "Team B"),
    people=(FIRST, SECOND),
    counted=(Counted("c1", HANDS, "Hands", "2026-11-30", "Team B"),),
    own=THIRD,
    consent=True,
    votes={"e1": 3},
    priorities=(Priority("e2", (Shift("mindset", "slow", "quick", stop="Forms"),)),),
    earlier=Earlier(HANDS, "Last year", "2025-11-30"),
    tool_records=(
        Sheet("s1", "four-rules", "A visit", "2026-11-23", {"rules.legal.answer": "yes"}),
    ),
    unknown_fields={"weather": [{"a": 1}]},
)


def test_a_file_brings_back_the_same_workshop() -> None:
    """Through JSON text, with what this version does not know."""
    data = json.loads(json.dumps(workshop_data(WHOLE)))
    assert read_workshop(data, FRAMEWORK) == (WHOLE, ())


def test_what_is_not_known_is_kept_wherever_it_stands() -> None:
    """In a person, counts, a priority, a shift and the earlier date."""
    data = json.loads(json.dumps(workshop_data(WHOLE)))
    data["people"][0]["colour"] = "blue"
    data["counted"][0]["room"] = 4
    data["priorities"][0]["mood"] = "good"
    data["priorities"][0]["shifts"][0]["cost"] = 10
    data["earlier"]["place"] = "here"
    workshop, _ = read_workshop(data, FRAMEWORK)
    assert workshop_data(workshop) == data


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"format": "mainstream.response"}, "other-format"),
        ({"format_version": 2}, "newer-format"),
        ({"framework": {"id": "other", "version": "1"}}, "other-framework"),
        ({"people": {}}, "field-broken"),
        ({"people": [3]}, "field-broken"),
        ({"date": "../../x"}, "field-broken"),
        ({"votes": {"e1": -1}}, "field-broken"),
        ({"counted": [{"people": 1, "counts": {"e1": {"marks": [1]}}}]}, "tally-broken"),
        (
            {"counted": [{"people": 2, "counts": {"e1": {"marks": [1, 0, 0, 0, 0]}}}]},
            "tally-broken",
        ),
        ({"priorities": [{"enabler": "e1", "shifts": [{"from": 1}]}]}, "field-broken"),
    ],
)
def test_a_file_that_is_not_right_is_refused(change: dict[str, Any], key: str) -> None:
    """Each with its reason."""
    with pytest.raises(ScoringProblem) as caught:
        read_workshop({**workshop_data(WHOLE), **change}, FRAMEWORK)
    assert caught.value.key == key


def test_another_version_of_the_framework_is_told() -> None:
    """Of the workshop and of the people in it, once."""
    data = workshop_data(WHOLE)
    data["framework"] = {"id": "m2m", "version": "0.9"}
    _, notices = read_workshop(data, FRAMEWORK)
    assert [notice.key for notice in notices] == ["other-framework-version"]


def test_counts_and_people_are_one_tally() -> None:
    """Everyone together, and each group by the workshop's order."""
    assert tally_of_workshop(WHOLE, FRAMEWORK).people == 4
    groups = tallies_of_groups(WHOLE, FRAMEWORK)
    assert {name: tally.people for name, tally in groups.items()} == {"Team A": 1, "Team B": 2}


def test_two_facilitators_files_merge_either_way() -> None:
    """The same people, counts and shifts, whoever opens the other's file."""
    shift = Shift("mindset", "alone", "together")
    other = replace(
        WHOLE,
        people=(SECOND, THIRD),
        counted=(Counted("c2", HANDS), WHOLE.counted[0]),
        priorities=(Priority("e2", (shift,)), Priority("e3")),
        title="",
        consent=False,
    )
    one = merge(WHOLE, other, FRAMEWORK).workshop
    two = merge(other, WHOLE, FRAMEWORK).workshop
    for merged in (one, two):
        assert set(map(repr, merged.people)) == set(map(repr, (FIRST, SECOND, THIRD)))
        assert {counted.id for counted in merged.counted} == {"c1", "c2"}
        assert {priority.enabler for priority in merged.priorities} == {"e2", "e3"}
        assert merged.title == "What next?"
        assert not merged.consent
    assert tally_of_workshop(one, FRAMEWORK) == tally_of_workshop(two, FRAMEWORK)


def test_merging_the_same_file_changes_nothing() -> None:
    """However often it is opened."""
    joined = merge(WHOLE, WHOLE, FRAMEWORK)
    assert (joined.workshop, joined.notices) == (WHOLE, ())
    assert joined.counts == {"here": 4}


def test_where_two_files_differ_ours_stays_and_is_named() -> None:
    """The person is told which fields."""
    joined = merge(WHOLE, replace(WHOLE, title="Else", votes={"e1": 1}), FRAMEWORK)
    assert joined.workshop.title == "What next?"
    assert [dict(notice.values) for notice in joined.notices] == [{"fields": "title, votes"}]


def test_a_tally_file_holds_counts_alone() -> None:
    """And is read as it was written; an enabler that is not ours is named."""
    file = TallyFile(
        "w1", tally_of_workshop(WHOLE, FRAMEWORK), "What next?", "2026-11-30", "service"
    )
    data = tally_file_data(FRAMEWORK, file)
    assert set(data) == {
        *("format", "format_version", "framework", "id", "title", "date"),
        *("point_of_view", "people", "counts"),
    }
    assert read_tally_file(json.loads(json.dumps(data)), FRAMEWORK) == (file, ())
    data["counts"]["of-another"] = data["counts"]["e1"]
    read, notices = read_tally_file(data, FRAMEWORK)
    assert read == file
    assert [notice.key for notice in notices] == ["tally-unknown-enablers"]


def test_counts_without_an_id_get_one_from_what_they_are() -> None:
    """Two different ones both stay; the same one twice is one."""
    data = workshop_data(replace(WHOLE, counted=()))
    one, two = tally_data(HANDS), tally_data(tally_of(FRAMEWORK, [THIRD]))
    first, _ = read_workshop({**data, "counted": [one, two]}, FRAMEWORK)
    second, _ = read_workshop({**data, "counted": [one]}, FRAMEWORK)
    assert len(merge(first, second, FRAMEWORK).workshop.counted) == 2
