"""Each person counts once, however often and in whatever form their answers come."""

from dataclasses import replace

from mainstream.scoring.answers.people import ADDED, COMPLETED, EMPTY, HERE, People
from mainstream.scoring.answers.response import MARKED, Answer
from mainstream.scoring.codes.code import read_code, write_code
from tests.scoring.examples import framework, response

FRAMEWORK = framework()
PERSON = response([3, 2, None, 4], "service", 5)
NOTED = replace(PERSON, answers={**PERSON.answers, "e1": Answer(MARKED, 3, "A note")})


def test_a_person_is_added_once() -> None:
    """The same answers with the same tag are the same person's."""
    people = People(FRAMEWORK)
    assert [people.add(PERSON), people.add(PERSON)] == [ADDED, HERE]
    assert people.responses == (PERSON,)


def test_equal_answers_of_two_people_are_told_apart_by_the_tag() -> None:
    """As the codes of two people who agree."""
    people = People(FRAMEWORK)
    assert [people.add(PERSON), people.add(replace(PERSON, tag=6))] == [ADDED, ADDED]


def test_a_file_after_its_code_adds_what_the_code_lacks() -> None:
    """Notes, the group and the date; nobody is counted twice."""
    people = People(FRAMEWORK)
    code = write_code(FRAMEWORK, PERSON, 5) or ""
    whole = replace(NOTED, group="Team A", date="2026-11-23")
    verdicts = [people.add(read_code(FRAMEWORK, code)), people.add(whole), people.add(whole)]
    assert verdicts == [ADDED, COMPLETED, HERE]
    assert people.responses == (whole,)


def test_a_code_after_its_file_takes_nothing_away() -> None:
    """What is known stays."""
    people = People(FRAMEWORK)
    assert [people.add(NOTED), people.add(PERSON)] == [ADDED, HERE]
    assert people.responses == (NOTED,)


def test_nothing_answered_is_nobody() -> None:
    """An empty form is not counted among those who answered."""
    people = People(FRAMEWORK)
    assert people.add(response([], "service", 1)) == EMPTY
    assert people.responses == ()


def test_the_group_chosen_is_for_those_who_name_none() -> None:
    """A person's own group stands."""
    people = People(FRAMEWORK)
    people.add(PERSON, "Team A")
    people.add(replace(PERSON, tag=6, group="Team B"), "Team A")
    assert [person.group for person in people.responses] == ["Team A", "Team B"]


def test_equal_rows_of_a_table_are_different_people() -> None:
    """And the same table a second time adds nobody."""
    table = [PERSON, PERSON, replace(PERSON, tag=9)]
    people = People(FRAMEWORK)
    assert people.add_table(table) == [ADDED, ADDED, ADDED]
    assert people.add_table(table) == [HERE, HERE, HERE]
    assert people.add_table([*table, PERSON]) == [HERE, HERE, HERE, ADDED]
    assert len(people.responses) == 4
