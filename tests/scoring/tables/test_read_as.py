"""Holds what texts that are not on the scale are proposed to be read as, and how sure that is."""

from typing import Any

import pytest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, MARKED, Answer
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.read_as import (
    Proposed,
    Readings,
    key_of,
    read_as_from_json,
)
from tests.scoring.examples import IMPORT_WORDS, framework_data

LABELS = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]


def a_framework(labels: list[str] = LABELS) -> Framework:
    """Eleven enablers on a scale of these labels."""
    data: dict[str, Any] = framework_data(points=len(labels))
    data["scale"]["labels"] = labels
    return Framework.from_json(data)


def proposed(*texts: str, times: int = 3, headings: tuple[str, ...] = ()) -> Proposed:
    """What is proposed for a table of these texts."""
    readings = Readings(a_framework(), IMPORT_WORDS)
    return readings.proposed(dict.fromkeys(texts, times), headings)


def said(found: Proposed) -> dict[str, tuple[int | None, bool]]:
    """The mark of each value, and whether it is sure."""
    return {v.text: (v.answer.mark if v.answer else None, v.sure) for v in found.values}


@pytest.mark.parametrize(
    ("text", "mark", "sure"),
    [
        ("Neutral", 3, True),
        ("tend to agree", 4, True),
        ("Completely disagree", 1, True),
        ("Stimme zu", 4, True),
        ("Tend to agree (4)", 4, True),
        ("Agree [A4]", 4, True),
        ("A4 Agree", 4, True),
        ("★★★★☆", 4, True),
        ("⭐⭐⭐", 3, False),
        ("4\ufe0f\u20e3", 4, True),
        ("4/5", 4, True),
        ("4 out of 5", 4, True),
        ("4/7", None, False),
        ("A4", 4, False),
        ("AO04", 4, False),
        ("A9", None, False),
        ("75%", 4, False),
        ("often", 4, False),
        ("1 – Strongly agree", 5, False),
        ("4 Stimme nicht zu", 2, False),
        ("It depends", None, False),
        ("Agree;Strongly agree;", None, False),
        ("3-4", None, False),
        ("#REF!", None, False),
    ],
)
def test_a_text_is_proposed_alone(text: str, mark: int | None, sure: bool) -> None:
    """Labels of the family for sure; what could be otherwise is asked."""
    assert said(proposed(text)) == {text: (mark, sure)}


@pytest.mark.parametrize("text", ["4", "4 – Agree", "Agree (4)", "N/A", "", "-", "Agree;"])
def test_what_is_on_the_scale_is_no_value(text: str) -> None:
    """It is read as it is."""
    assert said(proposed(text)) == {}


def test_a_label_between_two_is_asked_where_both_are_there() -> None:
    """With `Agree` in the table, `Tend to agree` may be less than it."""
    assert said(proposed("Tend to agree", "Strongly agree")) == {"Tend to agree": (4, True)}
    assert said(proposed("Tend to agree", "Agree")) == {"Tend to agree": (4, False)}


def test_labels_whose_numbers_are_one_less_are_sure() -> None:
    """`0 = Strongly disagree` to `4 = Strongly agree`; a single one could be a slip."""
    found = proposed(*(f"{n} = {label}" for n, label in enumerate(LABELS)))
    assert said(found) == {f"{n} = {label}": (n + 1, True) for n, label in enumerate(LABELS)}
    assert said(proposed("0 = Strongly disagree")) == {"0 = Strongly disagree": (1, False)}


def test_labels_of_another_family_are_never_sure() -> None:
    """A framework of other labels has other steps."""
    framework = a_framework(["Not there", "Hardly there", "Partly there", "There"])
    values = Readings(framework, IMPORT_WORDS).proposed({"strongly agree": 1, "neutral": 1}).values
    assert [(v.answer and v.answer.mark, v.sure) for v in values] == [(3, False), (4, False)]


@pytest.mark.parametrize(
    ("numbers", "found", "proposal", "marks"),
    [
        ("01234", (0, 4), "shift", [1, 2, 3, 4, 5]),
        (["-2", "-1", "0", "1", "2"], (-2, 2), "shift", [1, 2, 3, 4, 5]),
        (["\u22122", "0", "1"], (-2, 1), "shift", [1, 3, 4]),
        ("1234567", (1, 7), "stretch", [1, 2, 2, 3, 4, 4, 5]),
        (["0", "2", "5", "8", "10"], (0, 10), "stretch", [1, 2, 3, 4, 5]),
        ("012345", (0, 5), None, [None] * 6),
    ],
)
def test_numbers_of_another_scale_are_a_question(
    numbers: list[str], found: tuple[int, int], proposal: str, marks: list[int | None]
) -> None:
    """Every number is asked, also those that are on this scale: their mark may change."""
    table = proposed(*numbers)
    assert table.scale is not None
    assert (table.scale.found, table.scale.proposal) == (found, proposal)
    assert said(table) == {n: (m, False) for n, m in zip(numbers, marks, strict=True)}
    assert "as-it-is" in table.scale.choices


def test_headings_can_say_that_1_is_the_most() -> None:
    """Then the numbers are asked; otherwise they are as they are."""
    assert proposed(*"12345").scale is None
    for heading in ("Trust (1 = strongly agree, 5 = strongly disagree)", "Trust 1: Strongly agree"):
        scale = proposed(*"12345", headings=(heading,)).scale
        assert scale is not None
        assert scale.proposal == "reverse"
        assert scale.choices["reverse"]["1"] == Answer(MARKED, 5)
    assert proposed(*"12345", headings=("Trust (1 = strongly disagree)",)).scale is None


def test_a_slip_or_a_code_for_nothing_is_no_other_scale() -> None:
    """One number that is off, or a 9 for no answer: it is listed, and the others are read."""
    counts = {**dict.fromkeys("12345", 20), "9": 6}
    found = Readings(a_framework(), IMPORT_WORDS).proposed(counts)
    assert (found.scale, said(found)) == (None, {"9": (None, False)})
    counts = {**dict.fromkeys("12345", 20), "6": 1}
    assert Readings(a_framework(), IMPORT_WORDS).proposed(counts).scale is None


def test_the_most_frequent_value_comes_first() -> None:
    """And long texts, which are not labels, do not come at all."""
    readings = Readings(a_framework(), IMPORT_WORDS)
    found = readings.proposed({"maybe": 1, "Neutral": 7, "x" * 500: 9})
    assert [(v.text, v.count) for v in found.values] == [("Neutral", 7), ("maybe", 1)]
    assert found.read_as() == {"Neutral": Answer(MARKED, 3), "maybe": None}


def test_readings_are_checked() -> None:
    """By the mark and the state; a text is the same however it is spaced."""
    data = {"Quite\u00a0 so": {"mark": 4}, "—?": {"state": "does-not-apply"}}
    assert read_as_from_json(data, a_framework()) == {
        "Quite so": Answer(MARKED, 4),
        "—?": Answer(DOES_NOT_APPLY),
    }
    assert read_as_from_json(None, a_framework()) == {}
    assert key_of(" Quite\nso ") == "Quite so"


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"a": {"mark": 6}}, "a.mark"),
        ({"a": {"state": "marked"}}, "a.state"),
        ({"a": 3}, "a"),
        ([], "{}"),
    ],
)
def test_a_broken_reading_is_refused(data: Any, where: str) -> None:
    """With the text or the field."""
    with pytest.raises(ScoringProblem) as caught:
        read_as_from_json(data, a_framework())
    assert caught.value.as_json() == {"key": "read-as-broken", "values": {"where": where}}
