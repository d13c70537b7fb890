"""Each person counts once, however often and in whatever form their answers come."""

from dataclasses import replace

from mainstream.scoring.answers.people import (
    ADDED,
    BOTH,
    COMPLETED,
    EMPTY,
    HERE,
    REPLACE,
    UPDATE,
    People,
)
from mainstream.scoring.answers.response import MARKED, Answer, Response
from mainstream.scoring.answers.seen import Seen
from mainstream.scoring.codes.code import read_code, write_code
from tests.scoring.examples import framework, response

FRAMEWORK = framework()
PERSON = response([3, 2, None, 4], "service", 5)
NEWER = response([3, 2, None, 5], "service", 5)
NOTED = replace(PERSON, answers={**PERSON.answers, "e1": Answer(MARKED, 3, "A note")})


def test_a_person_is_added_once() -> None:
    """The same answers with the same tag are the same person's."""
    people = People(FRAMEWORK)
    assert [people.add(each).verdict for each in (PERSON, PERSON)] == [ADDED, HERE]
    assert people.responses == (PERSON,)


def test_equal_answers_of_two_people_are_told_apart_by_the_tag() -> None:
    """As the codes of two people who agree."""
    people = People(FRAMEWORK)
    assert [people.add(each).verdict for each in (PERSON, replace(PERSON, tag=6))] == [ADDED, ADDED]


def test_a_file_after_its_code_adds_what_the_code_lacks() -> None:
    """Notes, the group and the date; nobody is counted twice."""
    people = People(FRAMEWORK)
    code = write_code(FRAMEWORK, PERSON, 5) or ""
    whole = replace(NOTED, group="Team A", date="2026-11-23")
    given = [read_code(FRAMEWORK, code), whole, whole]
    verdicts = [people.add(each).verdict for each in given]
    assert verdicts == [ADDED, COMPLETED, HERE]
    assert people.responses == (whole,)


def test_a_code_after_its_file_takes_nothing_away() -> None:
    """What is known stays."""
    people = People(FRAMEWORK)
    assert [people.add(each).verdict for each in (NOTED, PERSON)] == [ADDED, HERE]
    assert people.responses == (NOTED,)


def test_nothing_answered_is_nobody() -> None:
    """An empty form is not counted among those who answered."""
    people = People(FRAMEWORK)
    assert people.add(response([], "service", 1)).verdict == EMPTY
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

    def verdicts(given: list[Response]) -> list[str]:
        return [each.verdict for each in people.add_rows([(each, ()) for each in given])]

    assert verdicts(table) == [ADDED, ADDED, ADDED]
    assert verdicts(table) == [HERE, HERE, HERE]
    assert verdicts([*table, PERSON]) == [HERE, HERE, HERE, ADDED]
    assert len(people.responses) == 4


def test_answers_with_the_same_tag_that_are_much_alike_are_an_offer() -> None:
    """Until somebody decides, the older ones count, and nobody counts twice."""
    people = People(FRAMEWORK, [PERSON])
    arrival = people.add(NEWER)
    assert arrival.verdict == UPDATE
    assert arrival.offer is not None
    assert (arrival.offer.number, arrival.offer.here) == (1, PERSON)
    assert arrival.offer.choices == (REPLACE, BOTH)
    assert people.responses == (PERSON,)


def test_a_newer_version_takes_the_place_of_the_older_one() -> None:
    """With the notes and the group that it lacks; the same decision again changes nothing."""
    people = People(FRAMEWORK, [replace(NOTED, group="Team A")])
    assert people.settle(NOTED, NEWER, REPLACE).verdict == "replaced"
    assert people.settle(NOTED, NEWER, REPLACE).verdict == HERE
    (known,) = people.responses
    assert (known.answers["e4"].mark, known.answers["e1"].note, known.group) == (
        5,
        "A note",
        "Team A",
    )
    assert people.add(NEWER).verdict == HERE


def test_two_people_with_one_tag_can_both_be_counted() -> None:
    """Tags are drawn from 128, so two people may have the same."""
    people = People(FRAMEWORK, [PERSON])
    assert people.settle(PERSON, NEWER, BOTH).verdict == ADDED
    assert [people.add(each).verdict for each in (PERSON, NEWER)] == [HERE, HERE]
    assert len(people.responses) == 2


def test_the_same_tag_with_answers_that_differ_is_another_person() -> None:
    """So it is for another point of view."""
    people = People(FRAMEWORK, [PERSON])
    other = response([1, 1, 1, 1, 1, 1, 1], "service", 5)
    assert people.add(other).verdict == ADDED
    assert people.add(replace(PERSON, point_of_view="organisation")).verdict == ADDED


def test_answers_without_a_tag_are_those_of_whoever_answered_alike() -> None:
    """An older table of one person has no tag; that both are two people can be said."""
    for first, second in ((PERSON, replace(NOTED, tag=None)), (replace(PERSON, tag=None), NOTED)):
        people = People(FRAMEWORK, [first])
        arrival = people.add(second)
        assert arrival.verdict == COMPLETED
        assert arrival.offer is not None
        assert arrival.offer.choices == (BOTH,)
        assert people.settle(arrival.offer.here, second, BOTH).verdict == ADDED


def test_people_of_one_source_are_no_versions_of_each_other() -> None:
    """Whoever brings them together knows that they are different."""
    people = People(FRAMEWORK)
    assert [each.verdict for each in people.add_all([PERSON, NEWER])] == [ADDED, ADDED]
    assert [each.verdict for each in people.add_all([NEWER, PERSON])] == [HERE, HERE]
    other = People(FRAMEWORK, [PERSON])
    assert [each.verdict for each in other.add_all([NEWER])] == [UPDATE]


def test_among_very_many_people_no_two_are_taken_for_one() -> None:
    """Equal tags are chance there."""
    crowd = [response([n % 5 + 1, n // 5 + 1], "organisation", n % 128) for n in range(128)]
    crowd = [each for each in crowd if (each.answers["e2"].mark or 0) <= 5]
    many = [replace(each, tag=tag) for each in crowd for tag in range(6)]
    assert len(many) > 128
    assert People(FRAMEWORK, [*many, PERSON]).add(NEWER).verdict == ADDED


def test_in_little_memory_people_are_told_apart_in_the_same_way() -> None:
    """One after another, as the page does."""
    untagged = replace(PERSON, tag=None)
    people, seen = People(FRAMEWORK), Seen(FRAMEWORK, 100)
    for each in (PERSON, PERSON, untagged, NEWER, response([], "service", 1), untagged):
        verdict = people.add(each).verdict
        assert seen.single(each, may_be_newer=True) == verdict.replace(COMPLETED, HERE)


def test_where_memory_is_full_everyone_is_counted() -> None:
    """Equal rows of a table too, and that people are no longer told apart is known."""
    rows = [response([1 + n % 5, 1 + n // 5 % 5], "service", 3) for n in range(25)] * 10
    seen = Seen(FRAMEWORK, 5)
    batch = seen.batch()
    assert {batch.arrives(each, may_be_newer=False) for each in rows} == {ADDED}
    assert seen.forgets
