"""Holds what a cell of a table means: marks, states, nothing, and what cannot be read."""

from typing import Any

import pytest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    UNANSWERED,
)
from mainstream.scoring.tables.cells import AnswerReader, column_letter, date_in, plain
from tests.scoring.examples import IMPORT_WORDS, framework_data

LABELS = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]


@pytest.fixture(scope="module")
def reader() -> AnswerReader:
    """Reads cells of a scale that has words for its marks."""
    data: dict[str, Any] = framework_data()
    data["scale"]["labels"] = LABELS
    return AnswerReader(Framework.from_json(data), IMPORT_WORDS)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("4", 4),
        (" 4.0 ", 4),
        ("4,00", 4),
        ("４", 4),
        ("Agree", 4),
        ("\u00a0strongly\u00a0AGREE\u200b", 5),
        ("4 – Agree", 4),
        ("4. Agree", 4),
        ("4: agree", 4),
        ("4 Mostly", 4),
        ("4 (Cytuno)", 4),
        ("Agree (4)", 4),
        ("1=Strongly disagree", 1),
    ],
)
def test_a_mark_is_read_however_it_is_written(reader: AnswerReader, text: str, mark: int) -> None:
    """Numbers, labels and both together."""
    answer = reader.read(text)
    assert answer is not None
    assert (answer.state, answer.mark) == (MARKED, mark)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", UNANSWERED),
        (" \u00a0", UNANSWERED),
        ("–", UNANSWERED),
        ("Skipped", UNANSWERED),
        ("not answered", UNANSWERED),
        ("Not sure", NOT_SURE),
        ("don't know", NOT_SURE),
        ("Don’t know.", NOT_SURE),
        ("n/a", DOES_NOT_APPLY),
        ("Does not apply", DOES_NOT_APPLY),
        ("Not applicable", DOES_NOT_APPLY),
    ],
)
def test_a_state_is_read_from_the_words(reader: AnswerReader, text: str, state: str) -> None:
    """From the result's own words and from those that the import accepts."""
    answer = reader.read(text)
    assert answer is not None
    assert (answer.state, answer.mark) == (state, None)


@pytest.mark.parametrize(
    "text",
    [
        *("0", "6", "-4", "4.5", "3-4", "3 to 4", "4/5", "44", "4%", "1e1", "9999999999"),
        *("4 Disagree", "Disagree (4)", "4 not sure", "Mostly", "Quite (4)", "?", "#N/A", "#REF!"),
        *("Agree or disagree", "=4", "true", "٤٤", "4 Agree, 2 Disagree"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(reader: AnswerReader, text: str) -> None:
    """Off the scale, between two marks, against its own label, or another scale's words."""
    assert reader.read(text) is None


def test_the_same_cell_gives_the_same_answer_twice(reader: AnswerReader) -> None:
    """What is remembered is what was read."""
    assert reader.read("4") == reader.read("4")
    assert reader.read("4.5") is reader.read("4.5") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-23 10:30:00", "2026-11-23"),
        ("23/11/2026", "2026-11-23"),
        ("11/23/2026", "2026-11-23"),
        ("23.11.2026", "2026-11-23"),
        ("5/5/2026", "2026-05-05"),
        ("03/04/2026", None),
        ("2026-02-30", None),
        ("31/02/2026", None),
        ("Monday", None),
        ("", None),
    ],
)
def test_a_day_is_read_only_where_it_is_one_day(text: str, day: str | None) -> None:
    """The third of April and the fourth of March are not guessed between."""
    assert date_in(text) == day


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    """So that a person finds the column that a message names."""
    assert [column_letter(n) for n in (1, 26, 27, 52, 53, 702, 703)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


def test_texts_are_compared_without_what_the_eye_does_not_see() -> None:
    """Case, width, no-break and zero-width spaces, punctuation and line ends."""
    assert plain("\ufeffＷe\u00a0 “act”,\nto\u200bgether\u00ad!") == "we act together"
    assert plain("e\u0301te\u0301") == plain("ÉTÉ")
