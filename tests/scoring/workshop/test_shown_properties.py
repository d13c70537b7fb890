"""Whoever sees every picture of a session, and every file, works out nobody's marks from them."""

import json
from dataclasses import dataclass, field, replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.small_groups import ALL, showing
from mainstream.scoring.answers.tally import Tally, tally_of
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.workshop.model import Workshop, tally_of_workshop
from mainstream.scoring.workshop.shown import (
    BY_GROUP,
    BY_VIEW,
    Picture,
    Shown,
    picture_of,
    read_shown,
    shown_data,
)
from tests.scoring.examples import VIEWS, framework, response

FRAMEWORK = framework(2)
RULE = FRAMEWORK.small_groups
NOBODY = Workshop("m2m", "1.0", points=5, id="w1")
GROUPS = ("Team A", "Team B", "")
SPLITS = (BY_GROUP, BY_VIEW, None)


def person(number: int) -> Response:
    """Somebody whom the tag tells from everyone else."""
    group, view = GROUPS[number % 3], VIEWS[number // 3 % 2]
    return replace(response([1 + number % 5, 1 + number // 5 % 5], view, number), group=group)


@dataclass
class Session:
    """A session with everything that was shown in it, as the sets of people in it."""

    workshop: Workshop
    kept: Shown | None = None
    unions: set[frozenset[int | None]] = field(default_factory=set)
    content: set[int | None] = field(default_factory=set)

    def look(self, split: str | None) -> Picture | None:
        """Compare, as a page does, and note down what can be seen."""
        everyone = tally_of_workshop(self.workshop, FRAMEWORK)
        if showing(everyone.people, self.workshop.consent, RULE) != ALL:
            return None
        picture = picture_of(FRAMEWORK, self.workshop, self.kept, split)  # type: ignore[arg-type]
        data = json.loads(json.dumps(shown_data(picture.shown)))
        self.kept = read_shown(Fields(data), FRAMEWORK)
        assert self.kept == picture.shown
        if picture.joined or picture.left:
            return picture  # the last one once more
        if self.workshop.consent:
            self.content |= {each.tag for each in self.workshop.people}
        here = frozenset(each.tag for each in self.workshop.people)
        groups = [
            frozenset(
                each.tag
                for each in self.workshop.people
                if name == (each.group if split == BY_GROUP else f"View of {each.point_of_view}")
            )
            for name in picture.groups
        ]
        assert picture.everyone == tally_of(FRAMEWORK, self.workshop.people)
        atoms = [*groups, here.difference(*groups)]
        for size in range(1, len(atoms) + 1):
            for some in combinations(atoms, size):
                self.unions.add(frozenset().union(*some))
        return picture

    def attack(self) -> None:
        """Take any sum of what was shown from any other."""
        for one in self.unions:
            for other in self.unions:
                for rest in (one - other, other - one):
                    few = rest - self.content
                    assert not few or len(few) >= RULE.split_out


steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sets(st.integers(0, 39), min_size=1, max_size=8)),
        st.tuples(st.just("remove"), st.sets(st.integers(0, 39), min_size=1, max_size=8)),
        st.tuples(st.just("group"), st.integers(0, 39), st.sampled_from(GROUPS)),
        st.tuples(st.just("consent"), st.booleans()),
        st.tuples(st.just("look"), st.sampled_from(SPLITS)),
    ),
    max_size=16,
)


@settings(max_examples=200)
@given(st.integers(5, 25), steps)
def test_no_pictures_of_a_session_reveal_anybody(at_first: int, given_steps: list[tuple]) -> None:  # type: ignore[type-arg]
    """Whoever comes, goes, changes groups and agrees between them."""
    session = Session(NOBODY)
    session.workshop = replace(
        session.workshop, people=tuple(person(number) for number in range(at_first))
    )
    session.look(BY_GROUP)
    for what, *how in given_steps:
        people = {each.tag: each for each in session.workshop.people}
        before = dict(people)
        if what == "add":
            people = {**{n: person(n) for n in how[0]}, **people}
        elif what == "remove":
            people = {tag: each for tag, each in people.items() if tag not in how[0]}
        elif what == "group" and how[0] in people:
            people[how[0]] = replace(people[how[0]], group=how[1])
        elif what == "consent":
            session.workshop = replace(session.workshop, consent=how[0])
        elif what == "look":
            session.look(how[0])
        # Whoever comes has not agreed yet.
        consent = session.workshop.consent and people.keys() == before.keys()
        session.workshop = replace(session.workshop, people=tuple(people.values()), consent=consent)
    session.look(BY_GROUP)
    session.attack()


def tally(picture: Picture | None) -> Tally | None:
    """What everyone's picture shows."""
    return picture.everyone if picture else None


@given(st.integers(5, 20), st.integers(1, 9))
def test_a_picture_waits_for_as_many_as_a_group_needs(at_first: int, more: int) -> None:
    """Fewer newcomers are not shown among the others; enough of them are, or all who agree."""
    session = Session(NOBODY)
    people = tuple(person(number) for number in range(at_first + more))
    session.workshop = replace(session.workshop, people=people[:at_first])
    first = tally(session.look(None))
    session.workshop = replace(session.workshop, people=people)
    second = session.look(None)
    assert second is not None
    waits = more < RULE.split_out
    assert (second.joined, second.everyone == first) == (more if waits else 0, waits)
    session.workshop = replace(session.workshop, consent=True)
    assert tally(session.look(None)) == tally_of(FRAMEWORK, people)
