"""Whatever comes of two workshops, in whatever form and order, nobody counts twice."""

import json
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.response import Response
from mainstream.scoring.workshop.exports import tally_file_of
from mainstream.scoring.workshop.merge import (
    Joined,
    counted_of,
    join_counts,
    join_rows,
    merge,
)
from mainstream.scoring.workshop.model import (
    Workshop,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from tests.scoring.examples import framework, response

FRAMEWORK = framework()
NOBODY = Workshop("m2m", "1.0", points=5, id="region")


def people_of(first: int, count: int) -> tuple[Response, ...]:
    """People, no two of them alike."""
    return tuple(
        response([1 + (n * 7 + m * (n % 3 + 1)) % 5 for m in range(11)], "service", n)
        for n in range(first, first + count)
    )


ONE = replace(NOBODY, id="one", title="One", people=people_of(0, 6))
TWO = replace(NOBODY, id="two", title="Two", people=people_of(40, 8))
BOTH = merge(replace(NOBODY, id="both", people=people_of(80, 0)), ONE, FRAMEWORK).workshop
BOTH = merge(BOTH, TWO, FRAMEWORK).workshop
LEAD = merge(ONE, TWO, FRAMEWORK).workshop  # the first facilitator added the other's file
FORMS = ("file", "counts", "table")


def brought(workshop: Workshop, other: Workshop, form: str) -> Joined:
    """A workshop with what came of another, in one of the forms; all of it through its JSON."""
    if form == "file":
        return merge(workshop, other, FRAMEWORK)
    if form == "counts":
        file = tally_file_of(other, tally_of_workshop(other, FRAMEWORK))
        return join_counts(workshop, counted_of(file), FRAMEWORK)
    rows = [(each, [str(each.tag)]) for each in other.people]
    return join_rows(workshop, rows, "", FRAMEWORK)


def all_brought(given_forms: Sequence[tuple[Workshop, str]]) -> tuple[Workshop, list[str]]:
    """A region's workshop with all of them, and what was said."""
    workshop, told = NOBODY, []
    for other, form in given_forms:
        joined = brought(workshop, other, form)
        told += [notice.key for notice in joined.notices]
        data = json.loads(json.dumps(workshop_data(joined.workshop)))
        workshop = read_workshop(data, FRAMEWORK)[0]
    return workshop, told


@given(st.permutations(FORMS), st.lists(st.sampled_from(FORMS), max_size=3))
def test_a_workshop_counts_once_in_every_form_and_order(
    forms: Sequence[str], again: Sequence[str]
) -> None:
    """Its file, its counts and its table of people are one workshop."""
    workshop, _ = all_brought([(ONE, form) for form in (*forms, *again)])
    assert tally_of_workshop(workshop, FRAMEWORK) == tally_of_workshop(ONE, FRAMEWORK)


@given(st.permutations([(each, form) for each in (ONE, TWO) for form in FORMS]))
def test_two_workshops_add_up_in_every_form_and_order(
    given_forms: Sequence[tuple[Workshop, str]],
) -> None:
    """Everyone of both, each once."""
    workshop, _ = all_brought(given_forms)
    assert tally_of_workshop(workshop, FRAMEWORK) == tally_of_workshop(BOTH, FRAMEWORK)


# The table of a merged workshop does not say whose people it holds.
ALL = [(each, form) for each in (ONE, TWO, BOTH, LEAD) for form in FORMS]
KNOWN = [(each, form) for each, form in ALL if form != "table" or each in (ONE, TWO)]


@given(st.lists(st.sampled_from(KNOWN), max_size=7))
def test_nobody_counts_twice_and_nobody_is_lost_in_silence(
    given_forms: list[tuple[Workshop, str]],
) -> None:
    """Also where workshops were merged before: what cannot be added is said."""
    workshop, told = all_brought(given_forms)
    came = {each.tag for other, _ in given_forms for each in other.people}
    people = tally_of_workshop(workshop, FRAMEWORK).people
    assert people <= len(came)
    if not {"counts-overlap", "workshop-in-counts"} & set(told):
        assert people == len(came)
