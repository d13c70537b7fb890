"""Holds the table of many people: its headings, its rows, and that it is read back."""

from dataclasses import replace

from mainstream.scoring.answers.response import DOES_NOT_APPLY, MARKED, NOT_SURE, Answer
from mainstream.scoring.tables.delimited import read_delimited, write_delimited
from mainstream.scoring.tables.people import people_rows, read_people
from mainstream.scoring.tables.proposal import propose
from tests.scoring.examples import IMPORT_WORDS, framework, response


def test_a_row_for_each_person() -> None:
    """About them, then an enabler a column, with a column of notes where anyone has one."""
    first = replace(response([4, NOT_SURE], "service", 7), group="Housing", date="2026-11-23")
    second = response([None, DOES_NOT_APPLY, 1])
    second = replace(second, answers={**second.answers, "e3": Answer(MARKED, 1, "Why")})
    heading, *rows = people_rows(framework(4), [first, second], IMPORT_WORDS)
    assert heading == [
        *("Group", "Point of view", "Date", "Tag"),
        "1 Seeing the whole of it, now and later [e1]",
        "2 Looking at danger in another way [e2]",
        "3 Working side by side as a habit [e3]",
        "Note: 3 Working side by side as a habit [note: e3]",
        "4 Leave to act, and the means to do so [e4]",
    ]
    assert rows == [
        ["Housing", "View of service", "2026-11-23", 7, 4, "not sure", "", "", ""],
        ["", "", "", "", "", "does not apply", 1, "Why", ""],
    ]


def test_people_come_back() -> None:
    """Also with a heading in another language, by the ids in brackets."""
    people = [
        replace(response([4, NOT_SURE, None, 1], "organisation", 0), group="=Night shift"),
        replace(response([]), answers={"e2": Answer(note='one,\r\n"two"; three')}),
    ]
    rows = read_delimited(write_delimited(people_rows(framework(), people, IMPORT_WORDS)))
    rows[0] = [heading.replace("Looking", "Edrych").replace("Note", "Nodyn") for heading in rows[0]]
    mapping = propose(framework(), rows, IMPORT_WORDS)
    results = read_people(framework(), rows, mapping, IMPORT_WORDS)
    assert [result.response for result in results] == people


def test_a_table_of_nobody_has_headings_only() -> None:
    """It can be read back, and gives nobody."""
    rows = read_delimited(write_delimited(people_rows(framework(), [], IMPORT_WORDS)))
    mapping = propose(framework(), rows, IMPORT_WORDS)
    assert mapping.answer_columns == 11
    assert read_people(framework(), rows, mapping, IMPORT_WORDS) == []
