"""Holds how a form's table is read: what its columns hold, who is dropped, what each row gives."""

import json
from typing import Any, cast

import pytest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    UNANSWERED,
    Answer,
    read_response,
)
from mainstream.scoring.contract.answers import State
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.columns import Column, ColumnMapping
from mainstream.scoring.tables.delimited import read_delimited, write_delimited
from mainstream.scoring.tables.headings import normalised, without_suffix
from mainstream.scoring.tables.people import RowResult, read_people, together
from mainstream.scoring.tables.person import csv_table
from mainstream.scoring.tables.proposal import propose
from tests.scoring.examples import IMPORT_WORDS, framework_data, response_json

LABELS = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
STATEMENTS = {
    "e1": ["We plan as one part of a wider system.", "Short projects serve a long view."],
    "e2": ["Risk leaves room for opportunity.", "We look at risks to society."],
    "e5": ["We put time into relationships.", "We do this.", "We have courage to disagree."],
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    """Eleven enablers; some have statements of their own, the others all have `We do this.`."""
    data: dict[str, Any] = framework_data()
    data["scale"]["labels"] = LABELS
    for enabler in data["enablers"]:
        texts = STATEMENTS.get(enabler["id"])
        if texts:
            enabler["statements"] = [{"id": f"s{n}", "text": t} for n, t in enumerate(texts, 1)]
    return Framework.from_json(data)


def proposed(framework: Framework, rows: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """What the columns hold, by heading: the role, and the ids that go with it."""
    found = propose(framework, rows, IMPORT_WORDS).columns
    return {
        column.heading: tuple(
            part for part in (column.role, column.enabler, column.statement) if part
        )
        for column in found
    }


def read(framework: Framework, rows: list[list[str]]) -> list[RowResult]:
    """What becomes of the rows by the mapping that is proposed for them."""
    return read_people(framework, rows, propose(framework, rows, IMPORT_WORDS), IMPORT_WORDS)


def marks(result: RowResult) -> dict[str, int | str]:
    """The answers of one row, by enabler: marks, or states."""
    assert result.problem is None, result.problem
    assert result.response is not None
    return {id_: answer.mark or answer.state for id_, answer in result.response.answers.items()}


def problems(results: list[RowResult]) -> list[Any]:
    """The problem of each row, as JSON, None where it was read."""
    return [result.problem and result.problem.as_json() for result in results]


GOOGLE = [
    [
        "Timestamp",
        "Email address",
        "Bonds strong enough to carry a heavy change [We put time into relationships.]",
        "Bonds strong enough to carry a heavy change [We have courage to disagree.]",
        "Danger",
        "Please rate each one [3. Collaboration]",
        "Your name, if you like",
        "Which team are you in?",
        "Team",
    ],
    [
        *("2026/11/23 10:31:04 am GMT", "a.person@example.org"),
        *("Agree", "Disagree", "4", "Neither"),
        *("Gîven Fâmily", "Night shift", "Housing"),
    ],
    [
        *("2026/11/23 10:33:41 am GMT", "b.person@example.org"),
        *("", "Don't know", "1", "N/A"),
        *("Jo Family", "Day shift", "Housing"),
    ],
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_google_form_is_read(framework: Framework, delimiter: str, mark: str) -> None:
    """A grid by its rows, a linear scale by its question, whatever parts the cells."""
    lines = [
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in GOOGLE
    ]
    rows = read_delimited(mark + "\r\n".join(lines))
    assert proposed(framework, rows) == {
        "Timestamp": ("personal",),
        "Email address": ("personal",),
        GOOGLE[0][2]: ("statement", "e5", "s1"),
        GOOGLE[0][3]: ("statement", "e5", "s3"),
        "Danger": ("mark", "e2"),
        "Please rate each one [3. Collaboration]": ("mark", "e3"),
        "Your name, if you like": ("personal",),
        "Which team are you in?": ("personal",),
        "Team": ("group",),
    }
    first, second = read(framework, rows)
    assert marks(first) == {"e2": 4, "e3": 3, "e5": 2}
    assert marks(second) == {"e2": 1, "e3": DOES_NOT_APPLY, "e5": NOT_SURE}
    assert (first.row, second.row) == (2, 3)
    assert first.response is not None
    assert (first.response.group, first.response.tag, first.response.date) == (
        "Housing",
        None,
        None,
    )


def test_nothing_personal_is_shown_or_read(framework: Framework) -> None:
    """No name, address or time is in the mapping or in what is read."""
    mapping = propose(framework, GOOGLE, IMPORT_WORDS)
    results = read_people(framework, GOOGLE, mapping, IMPORT_WORDS)
    told = json.dumps(mapping.as_json()) + repr(results)
    assert not [text for text in ("Gîven", "Family", "@", "10:3", "shift") if text in told]
    assert "Agree" in told


def test_a_row_of_data_is_never_shown_as_headings(framework: Framework) -> None:
    """A table without headings has none; a heading that is an address or a time is hidden."""
    mapping = propose(framework, GOOGLE[1:], IMPORT_WORDS)
    assert (mapping.header_row, {column.heading for column in mapping.columns}) == (0, {""})
    told = json.dumps(mapping.as_json())
    assert not [text for text in ("Gîven", "Family", "@", "10:3", "shift") if text in told]
    rows = [["Danger", "a.person@example.org", "23/11/2026 10:15"], ["4", "x", "y"]]
    assert [column.heading for column in propose(framework, rows, IMPORT_WORDS).columns] == [
        *("Danger", "", "")
    ]


def test_a_heading_may_name_a_day(framework: Framework) -> None:
    """Only what is a day alone is taken for a person's data."""
    rows = [["Workshop of 23/11/2026 [Danger]"], ["4"]]
    assert proposed(framework, rows) == {rows[0][0]: ("mark", "e2")}


def test_personal_cells_below_a_known_heading_are_dropped(framework: Framework) -> None:
    """The cells decide: a column of addresses is not a group."""
    rows = [["Group", "Danger"], ["a@example.org", "2"], ["b@example.org", "3"]]
    assert proposed(framework, rows) == {"Group": ("personal",), "Danger": ("mark", "e2")}


@pytest.mark.parametrize(
    "cells",
    [
        ["a@example.org", "anonymous", "b@example.org"],
        ["23.11.2026 10:15:00", "23.11.2026 10:16:00"],
        ["2026. 11. 23. 오전 10:15", "2026. 11. 23. 오후 1:15"],
        ["46349.4270833", "46349.5"],
        ["1", "2", "3", "7"],
        ["Gîven Fâmily", "Second O’Family", "第四人"],
    ],
)
def test_personal_columns_are_known_by_their_cells(framework: Framework, cells: list[str]) -> None:
    """In any language of the heading."""
    rows = [["Danger", "Unrhyw beth"], *(["3", cell] for cell in cells)]
    assert proposed(framework, rows)["Unrhyw beth"] == ("personal",)


def test_copies_of_a_statement_go_to_their_enablers_in_order(framework: Framework) -> None:
    """Microsoft Forms puts a number behind a name that is there already."""
    rows = [["We do this.", "We do this.2", "We do this.3"], ["1", "2", "3"]]
    assert [c.enabler for c in propose(framework, rows, IMPORT_WORDS).columns] == [
        *("e3", "e4", "e5")
    ]


def test_the_question_tells_between_equal_statements(framework: Framework) -> None:
    """A grid of Google Forms names the enabler outside the brackets."""
    for heading in ("Influence [We do this.]", "6. Influence: we do this"):
        expected = {heading: ("statement", "e6", "first")}
        assert proposed(framework, [[heading], ["1"]]) == expected


def test_a_second_column_of_text_is_the_note(framework: Framework) -> None:
    """Also where its heading only says that it is a note, behind a mark."""
    rows = [
        ["Danger", "Danger2", "Trust", "Note", "Policies", "Note2", "Comments: capacity"],
        ["1", "Because of the rules", "2", "We meet", "3", "", "Money"],
    ]
    assert proposed(framework, rows) == {
        "Danger": ("mark", "e2"),
        "Danger2": ("note", "e2"),
        "Trust": ("mark", "e5"),
        "Note": ("note", "e5"),
        "Policies": ("mark", "e9"),
        "Note2": ("note", "e9"),
        "Comments: capacity": ("note", "e11"),
    }
    response = read(framework, rows)[0].response
    assert response is not None
    assert {id_: answer.note for id_, answer in response.answers.items()} == {
        **{"e2": "Because of the rules", "e5": "We meet"},
        **{"e9": "", "e11": "Money"},
    }


def test_a_close_heading_is_proposed_and_not_sure(framework: Framework) -> None:
    """By the words it shares, and only where the cells are answers."""
    rows = [
        [
            "Danger",
            "How do you see collaboration here?",
            "We look at the risks for our society",
            "Whom do you trust?",
            "A voice that others hear outside this place",
        ],
        ["1", "Agree", "5", "My manager", "4"],
    ]
    columns = propose(framework, rows, IMPORT_WORDS).columns
    assert [(c.role, c.enabler, c.sure) for c in columns] == [
        ("mark", "e2", True),
        ("mark", "e3", False),
        ("statement", "e2", False),
        ("personal", None, True),
        ("mark", "e6", False),
    ]


def test_samples_come_from_answers_alone(framework: Framework) -> None:
    """A few different cells, to see what was matched."""
    rows = [["Danger", "Group", "Note: Danger"], *([m, "Housing", "Why"] for m in "11234")]
    assert [column.samples for column in propose(framework, rows, IMPORT_WORDS).columns] == [
        *(("1", "2", "3"), (), ())
    ]


def test_a_matched_column_of_other_words_is_not_sure(framework: Framework) -> None:
    """The person sees by its samples that this is another scale."""
    rows = [["Danger", "Trust"], ["Often", "1"], ["Never", "2"]]
    columns = propose(framework, rows, IMPORT_WORDS).columns
    assert [(c.role, c.sure) for c in columns] == [("mark", False), ("mark", True)]
    assert columns[0].samples == ("Often", "Never")


def test_the_headings_may_stand_further_down(framework: Framework) -> None:
    """Below a title and a blank line; a row's number is still the file's."""
    rows = [["Our workshop"], [], ["Trust", "Danger"], [], ["4", "2"], ["", " "], ["5", ""]]
    mapping = propose(framework, rows, IMPORT_WORDS)
    assert mapping.header_row == 3
    assert [result.row for result in read(framework, rows)] == [5, 7]


def test_the_point_of_view_is_known_by_its_cells(framework: Framework) -> None:
    """Whatever the question was."""
    rows = [["Who are you?", "Trust"], ["view of SERVICE", "4"], ["organisation", "2"]]
    assert proposed(framework, rows)["Who are you?"] == ("point-of-view",)
    views = [result.response.point_of_view for result in read(framework, rows) if result.response]
    assert views == ["service", "organisation"]


def test_a_point_of_view_that_is_not_ours_is_kept_and_told(framework: Framework) -> None:
    """As for a file of answers."""
    rows = [["Point of view", "Trust"], ["My street", "4"]]
    (result,) = read(framework, rows)
    assert result.response is not None
    assert result.response.point_of_view == "My street"
    assert [notice.key for notice in result.notices] == ["unknown-point-of-view"]


def test_nobody_is_dropped_for_a_cell(framework: Framework) -> None:
    """It counts as unanswered, and is named; only a row without any answer has a problem."""
    rows = [
        ["Group", "Trust", "Danger"],
        ["", "4", "2"],
        ["", "4", "Quite\u00a0often,\nwe think, and more than we used to"],
        ["", "6", "2"],
        ["Total", "", ""],
        ["", "2"],
    ]
    results = read(framework, rows)
    assert problems(results) == [None, None, None, {"key": "row-empty", "values": {"row": 5}}, None]
    assert [result.unread for result in results] == [(), ("C3",), ("B4",), (), ()]
    assert marks(results[1]) == {"e5": 4}


def test_a_mark_goes_before_statements(framework: Framework) -> None:
    """What a person said of the enabler is not computed again, nor filled in."""
    rows = [
        ["Trust", "We put time into relationships.", "We have courage to disagree.", "Danger"],
        ["4", "1", "1", "3"],
        ["", "1", "broken", "3"],
    ]
    assert [marks(result) for result in read(framework, rows)] == [{"e5": 4, "e2": 3}, {"e2": 3}]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([1, 2, 5], 2),
        ([1, 4], 1),
        ([5, 4, 3, 2], 3),
        ([3], 3),
        ([5, NOT_SURE, UNANSWERED], 5),
        ([NOT_SURE, DOES_NOT_APPLY], NOT_SURE),
        ([DOES_NOT_APPLY, UNANSWERED], DOES_NOT_APPLY),
        ([UNANSWERED], UNANSWERED),
        ([], UNANSWERED),
    ],
)
def test_statements_give_their_middle_mark(given: list[int | str], expected: int | str) -> None:
    """The lower one of two in the middle; a state only where there is no mark."""
    answers = [Answer(MARKED, g) if isinstance(g, int) else Answer(cast(State, g)) for g in given]
    found = together(answers)
    assert (found.mark or found.state) == expected


def test_a_mended_mapping_is_read_back(framework: Framework) -> None:
    """A person can give a role, and take one."""
    rows = [["Peryglon", "Trust", "Grŵp"], ["4", "2", "Tai"]]
    data = json.loads(json.dumps(propose(framework, rows, IMPORT_WORDS).as_json()))
    assert data["columns"][1]["letter"] == "B"
    assert ColumnMapping.from_json(data, framework).as_json() == data
    data["columns"][0] |= {"role": "mark", "enabler": "e2"}
    data["columns"][1] |= {"role": "ignore"}
    data["columns"][2] |= {"role": "group"}
    mapping = ColumnMapping.from_json(data, framework)
    (result,) = read_people(framework, rows, mapping, IMPORT_WORDS)
    assert marks(result) == {"e2": 4}
    assert result.response is not None
    assert result.response.group == "Tai"


@pytest.mark.parametrize(
    ("change", "key", "values"),
    [
        ({"layout": "other"}, "mapping-broken", {"where": "layout"}),
        ({"header_row": -1}, "mapping-broken", {"where": "header_row"}),
        ({"header_row": True}, "mapping-broken", {"where": "header_row"}),
        ({"columns": {}}, "mapping-broken", {"where": "columns"}),
        ({"columns": [3]}, "mapping-broken", {"where": "columns[0]"}),
        ({"columns": [{"number": 1}]}, "mapping-broken", {"where": "columns[0].role"}),
        (
            {"columns": [{"number": 1, "role": "mark", "enabler": "e99"}]},
            *("mapping-broken", {"where": "columns[0].enabler"}),
        ),
        (
            {"columns": [{"number": 1, "role": "statement", "enabler": "e5", "statement": []}]},
            *("mapping-broken", {"where": "columns[0].statement"}),
        ),
        (
            {"columns": [{"number": n, "role": "group"} for n in (2, 28)]},
            *("mapping-twice", {"columns": "B, AB"}),
        ),
        (
            {"columns": [{"number": 2, "role": "ignore"}] * 2},
            *("mapping-twice", {"columns": "B"}),
        ),
    ],
)
def test_a_broken_mapping_is_refused(
    framework: Framework, change: dict[str, Any], key: str, values: dict[str, Any]
) -> None:
    """With the place, so that a fault in the page can be found."""
    data = {"layout": "people", "header_row": 1, "columns": [], **change}
    with pytest.raises(ScoringProblem) as caught:
        ColumnMapping.from_json(data, framework)
    assert caught.value.as_json() == {"key": key, "values": values}


@pytest.mark.parametrize("data", [None, [], "people"])
def test_a_mapping_that_is_none_is_refused(framework: Framework, data: Any) -> None:
    """Whatever the page sends."""
    with pytest.raises(ScoringProblem, match="mapping-broken"):
        ColumnMapping.from_json(data, framework)


def test_a_column_beyond_the_row_is_empty(framework: Framework) -> None:
    """A mapping may be older than the file."""
    mapping = ColumnMapping("people", 1, (Column(9, "", "mark", "e1"), Column(1, "", "mark", "e2")))
    (result,) = read_people(framework, [["x"], ["4"]], mapping, IMPORT_WORDS)
    assert marks(result) == {"e2": 4}


def test_our_table_of_one_person_is_read_back(framework: Framework) -> None:
    """What was saved for a spreadsheet gives the same answers."""
    response, _ = read_response(response_json(group="Finance"), framework)
    rows = read_delimited(csv_table(framework, response, IMPORT_WORDS))
    mapping = propose(framework, rows, IMPORT_WORDS)
    assert mapping.as_json() == {"layout": "one-person", "header_row": 1, "columns": []}
    (result,) = read(framework, rows)
    assert result.response == response
    assert result.row == 2


def test_unknown_answers_of_our_table_are_kept(framework: Framework) -> None:
    """As in a file of answers, and told."""
    given = response_json(answers={"e1": {"mark": 2}, "later": {"mark": 2, "note": "New"}})
    response, _ = read_response(given, framework)
    (result,) = read(framework, read_delimited(csv_table(framework, response, IMPORT_WORDS)))
    assert result.response == response
    assert [notice.key for notice in result.notices] == ["unknown-enablers"]


def test_a_broken_cell_of_our_table_is_named(framework: Framework) -> None:
    """By the row and the column of the file."""
    response, _ = read_response(response_json(), framework)
    rows = read_delimited(csv_table(framework, response, IMPORT_WORDS))
    rows[2][3] = "7"
    assert problems(read(framework, rows)) == [
        {"key": "row-cell", "values": {"row": 3, "column": "D"}}
    ]


def test_one_person_s_table_of_another_framework_is_told(framework: Framework) -> None:
    """None of its enablers is ours."""
    heading = ["Number", "Enabler", "Level", "Mark", "Answer"]
    rows = [heading, ["1", "Something else", "", "4", ""]]
    assert problems(read(framework, rows)) == [{"key": "table-no-match", "values": {}}]


@pytest.mark.parametrize("header_row", [1, 9])
def test_a_table_that_is_not_one_person_s_does_no_harm(
    framework: Framework, header_row: int
) -> None:
    """A mapping may come with another file than its own."""
    mapping = ColumnMapping("one-person", header_row)
    results = read_people(framework, [["Trust"], ["4"]], mapping, IMPORT_WORDS)
    expected = {"key": "mapping-broken", "values": {"where": "header_row"}}
    assert problems(results) == [expected]


def test_headings_are_compared_by_what_they_say() -> None:
    """Numbering, punctuation, width, case and invisible characters make no difference."""
    for text in ("1. Trust", "Q2b) trust:", "\ufeff  TRUST\u00a0", "3 – ＴＲＵＳＴ", "tru\u200bst"):
        assert normalised(text) == "trust"
    assert normalised("2026") == "2026"
    assert without_suffix(normalised("Trust2")) == "trust"
    assert without_suffix(normalised("We do this.12")) == "we do this"


def test_a_hostile_table_does_no_harm(framework: Framework) -> None:
    """Cells like formulas or markup come through as the text they are."""
    rows = [["Group", "Trust", "Note"], ["=1+1", "4", "<script>"]]
    (result,) = read(framework, read_delimited(write_delimited(rows)))
    assert result.response is not None
    assert result.response.group == "=1+1"
    assert result.response.answers["e5"].note == "<script>"
