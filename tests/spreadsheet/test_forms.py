"""Holds that the exports of real forms are read, on the real framework, and no one is shown."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from mainstream.guide import Guide
from mainstream.pages.framework_json import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.columns import ColumnMapping
from mainstream.scoring.tables.people import RowResult, people_rows, read_people
from mainstream.scoring.tables.waiting import Sheet, WaitingTables
from mainstream.scoring.words import Words
from mainstream.spreadsheet import Table, read_workbook, write_workbook

from .workbooks import workbook

NBSP = "\u00a0"
START, END = datetime(2026, 11, 23, 10, 31, 4), datetime(2026, 11, 23, 10, 44, 59)

# What Microsoft Forms puts before the answers, by the language of its owner.
METADATA = {
    "en": ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time"),
    "de": ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Letzte Änderung"),
    "cy": ("ID", "Amser dechrau", "Amser cwblhau", "E-bost", "Enw", "Amser addasu diwethaf"),
    "ja": ("ID", "開始時刻", "完了時刻", "メール", "名前", "最終変更時刻"),
}
PEOPLE = (
    ("first.given@example.org", "Gîven Fâmily"),
    ("o'second@example.org", "Second O’Family"),
    ("anonymous", ""),
    ("fourth@example.org", "第四人"),
)


@pytest.fixture(scope="module")
def framework(guide: Guide) -> Framework:
    """The real framework, as the browser has it."""
    return Framework.from_json(framework_data(guide))


@pytest.fixture(scope="module")
def words(guide: Guide) -> Words:
    """The two areas of words that reading tables needs."""
    return {**guide.words["result"], **guide.words["import"]}


def microsoft(language: str, questions: Sequence[str], answers: Sequence[Sequence[Any]]) -> bytes:
    """An export of Microsoft Forms: a row a person, four of them at most."""
    rows: list[list[Any]] = [[*METADATA[language], *questions]]
    for number, (person, given) in enumerate(zip(PEOPLE, answers, strict=False), 1):
        times = (START, END) if language != "de" else ("23.11.26 10:31:04", "23.11.26 10:44:59")
        rows.append([number, *times, *person, None, *given])
    return workbook({"Worksheet1": rows})


def pick_table(
    sheets: Sequence[Sheet], framework: Framework, words: Words
) -> tuple[Sheet, ColumnMapping]:
    """The sheet with the answers, and what its columns hold."""
    first = WaitingTables(framework, words, sheets).first
    return first.sheet, first.mapping


def read(
    data: bytes, framework: Framework, words: Words
) -> tuple[ColumnMapping, list[dict[str, int | str]]]:
    """What the columns are taken for, and each person's marks and states, by enabler's number."""
    sheet, mapping = pick_table(read_workbook(data), framework, words)
    results = read_people(framework, sheet.rows, mapping, words)
    return mapping, [_said(framework, result) for result in results]


def _said(framework: Framework, result: RowResult) -> dict[str, int | str]:
    if result.problem or result.response is None:
        return {"problem": json.dumps(result.problem and result.problem.as_json())}
    answers = result.response.answers
    return {
        str(enabler.number): answers[enabler.id].mark or answers[enabler.id].state
        for enabler in framework.enablers
        if enabler.id in answers
    }


@pytest.mark.parametrize("language", METADATA)
def test_likert_statements_are_read_in_any_language_of_the_form(
    framework: Framework, words: Words, language: str
) -> None:
    """Each statement a column, with the labels; no-break spaces and other quotes as typed."""
    statements = [s.text for enabler in framework.enablers for s in enabler.statements]
    questions = [text.replace(" ", NBSP, 3).replace("'", "’") + NBSP for text in statements]
    labels = framework.scale.labels
    answers: list[list[Any]] = [
        [labels[n % 5] for n in range(33)],
        ["Agree" + NBSP] * 33,
        ["Not sure", None, "N/A"] * 11,
    ]
    mapping, said = read(microsoft(language, questions, answers), framework, words)
    answered = [column for column in mapping.columns if column.role == "statement"]
    assert [(column.enabler, column.statement) for column in answered] == [
        (enabler.id, s.id) for enabler in framework.enablers for s in enabler.statements
    ]
    assert all(column.sure for column in answered)
    expected = {
        str(n + 1): sorted(m % 5 + 1 for m in range(3 * n, 3 * n + 3))[1] for n in range(11)
    }
    assert said == [
        expected,
        {str(n): 4 for n in range(1, 12)},
        {str(n): NOT_SURE for n in range(1, 12)},
    ]


@pytest.mark.parametrize("language", METADATA)
def test_no_name_address_or_time_is_shown_or_read(
    framework: Framework, words: Words, language: str
) -> None:
    """What is known of a person is dropped, whatever its heading is called."""
    questions = [enabler.short_title for enabler in framework.enablers]
    data = microsoft(language, questions, [[3] * 11] * 4)
    sheet, mapping = pick_table(read_workbook(data), framework, words)
    assert {column.role for column in mapping.columns[:6]} <= {"personal", "ignore"}
    results = read_people(framework, sheet.rows, mapping, words)
    told = json.dumps(mapping.as_json(), ensure_ascii=False) + repr(results)
    assert len(results) == 4
    for secret in ("example.org", "Gîven", "O’Family", "anonymous", "第四", "2026", "23.11", "10:"):
        assert secret not in told


def test_choices_ratings_and_numbers_are_read(framework: Framework, words: Words) -> None:
    """As a choice (`4 Mostly`, `4 - Agree`), a rating, or a number typed as text."""
    questions = [f"{n}. {e.title}{NBSP}" for n, e in enumerate(framework.enablers[:5], 1)]
    answers: list[list[Any]] = [
        ["4 Mostly", "4 - Agree", 4.0, "4", "Agree"],
        ["1 – Strongly disagree", "Does not apply", 1, "", "don't know"],
        ["4 - Disagree", 2, 2, 2, 2],
        [3, 3, 3, 3, 9],
    ]
    _, said = read(microsoft("en", questions, answers), framework, words)
    assert said[:2] == [
        {str(n): 4 for n in range(1, 6)},
        {"1": 1, "2": DOES_NOT_APPLY, "3": 1, "5": NOT_SURE},
    ]
    assert said[2:] == [{str(n): 2 for n in range(2, 6)}, {str(n): 3 for n in range(1, 5)}]


def test_copies_of_a_name_are_notes(framework: Framework, words: Words) -> None:
    """A form with a mark and a comment in each part: Microsoft numbers the copies."""
    questions = ["Trust", "Note", "Risk", "Note2", "Influence", "Influence2"]
    answers: list[list[Any]] = [
        [4, "We meet", 2, "Legal says no", 3, "One voice"],
        [5, None, 1, None, 2, None],
    ]
    sheet, mapping = pick_table(
        read_workbook(microsoft("en", questions, answers)), framework, words
    )
    assert [(column.role, column.sure) for column in mapping.columns[6:]] == [
        *(("mark", True), ("note", False), ("mark", True), ("note", False)),
        *(("mark", True), ("note", False)),
    ]
    first = read_people(framework, sheet.rows, mapping, words)[0].response
    assert first is not None
    notes = {answer.mark: answer.note for answer in first.answers.values()}
    assert notes == {4: "We meet", 2: "Legal says no", 3: "One voice"}


def test_a_google_form_saved_as_a_workbook_is_read(framework: Framework, words: Words) -> None:
    """A grid for each enabler: the question, and the row in brackets."""
    trust = next(enabler for enabler in framework.enablers if enabler.short_title == "Trust")
    headings = [f"{trust.title} [{statement.text}]" for statement in trust.statements]
    rows: list[list[Any]] = [
        ["Timestamp", "Email address", *headings, "Whose view are you giving?"],
        [START, "a@example.org", "Agree", "Disagree", "Strongly agree", "My service"],
    ]
    sheet, mapping = pick_table(
        read_workbook(workbook({"Form responses 1": rows})), framework, words
    )
    (result,) = read_people(framework, sheet.rows, mapping, words)
    assert result.response is not None
    assert result.response.answers[trust.id].mark == 4
    assert result.response.point_of_view == "service"


def test_the_sheet_with_the_answers_is_picked(framework: Framework, words: Words) -> None:
    """Not the first, nor the largest; hidden ones are not looked at."""
    titles = [enabler.title for enabler in framework.enablers]
    sheets: dict[str, list[list[Any]]] = {
        "Read me": [["How to use this"], ["Trust"], *([["…"]] * 50)],
        "Old": [titles, [1] * 11],
        "Answers": [["Our workshop"], titles[:9], [4] * 9],
        "Scratch": [["Trust", "Risk"], [1, 2]],
    }
    data = workbook(sheets, hidden=("Old",))
    sheet, mapping = pick_table(read_workbook(data), framework, words)
    assert (sheet.name, mapping.header_row) == ("Answers", 2)


def test_a_workbook_of_something_else_is_refused(framework: Framework, words: Words) -> None:
    """With a message of its own."""
    for sheets in (
        [],
        [Sheet("Budget", [["Year", "Sum"], ["2026", "4"]]), Sheet("Blank", [])],
    ):
        with pytest.raises(ScoringProblem, match="table-no-match"):
            pick_table(sheets, framework, words)


def test_our_own_workbook_is_read_back(framework: Framework, words: Words) -> None:
    """What a facilitator saved gives the same people, tags and all."""
    rows = [
        ["Group", "Trust", "Risk", "Note: Risk", "Point of view", "Date", "Tag"],
        ["=Housing", "4", "not sure", "+44 is = a number", "My service", "2026-11-23", "7"],
        ["", "1", "", "-", "", "", ""],
    ]
    sheet, mapping = pick_table([Sheet("Given", rows)], framework, words)
    people = [result.response for result in read_people(framework, sheet.rows, mapping, words)]
    responses = [person for person in people if person]
    assert [person.tag for person in responses] == [7, None]
    data = write_workbook([Table("People", people_rows(framework, responses, words))])
    sheet, mapping = pick_table(read_workbook(data), framework, words)
    assert all(column.sure for column in mapping.columns)
    results = read_people(framework, sheet.rows, mapping, words)
    assert [result.response for result in results] == responses
