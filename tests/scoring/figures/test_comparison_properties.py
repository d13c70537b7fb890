"""Tallies add up in any order, and what is shown of groups reveals nobody."""

import random

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE, Response
from mainstream.scoring.answers.small_groups import SmallGroups, groups_to_show
from mainstream.scoring.answers.tally import read_tally, tally_data, tally_of
from mainstream.scoring.figures.comparison import comparison
from tests.scoring.examples import WORKSHOP_WORDS, framework, response

FRAMEWORK = framework()
answers = st.one_of(st.integers(1, 5), st.sampled_from([NOT_SURE, DOES_NOT_APPLY]), st.none())
people = st.lists(st.lists(answers, min_size=11, max_size=11).map(response), max_size=12)


@given(people, st.randoms(use_true_random=False))
def test_a_comparison_does_not_depend_on_the_order_of_answers(
    responses: list[Response], shuffler: random.Random
) -> None:
    """Who answered first is not seen."""
    shuffled = list(responses)
    shuffler.shuffle(shuffled)
    one = comparison(FRAMEWORK, tally_of(FRAMEWORK, responses), WORKSHOP_WORDS)
    assert one == comparison(FRAMEWORK, tally_of(FRAMEWORK, shuffled), WORKSHOP_WORDS)


@given(people, people, people)
def test_tallies_merge_in_any_order(
    first: list[Response], second: list[Response], third: list[Response]
) -> None:
    """And give what everyone's answers together give."""
    a, b, c = (tally_of(FRAMEWORK, each) for each in (first, second, third))
    assert a + b + c == c + (b + a) == tally_of(FRAMEWORK, [*second, *third, *first])


@given(people)
def test_a_tally_is_read_as_it_was_written(responses: list[Response]) -> None:
    """Every person stands in every enabler's counts."""
    tally = tally_of(FRAMEWORK, responses)
    assert read_tally(tally_data(tally), FRAMEWORK) == (tally, ())
    assert all(counts.people == tally.people for counts in tally.counts.values())


@given(st.lists(st.integers(0, 20), max_size=8), st.integers(0, 20))
def test_no_difference_between_what_is_shown_reveals_a_few(
    sizes: list[int], without_group: int
) -> None:
    """What is left when shown groups are taken from the total is nobody or enough people."""
    groups = {f"group {number}": people for number, people in enumerate(sizes)}
    total = sum(sizes) + without_group
    shown = groups_to_show(groups, total, SmallGroups())
    rest = total - sum(groups[name] for name in shown)
    assert all(groups[name] >= 5 and total - groups[name] >= 5 for name in shown)
    assert not shown or rest == 0 or rest >= 5
