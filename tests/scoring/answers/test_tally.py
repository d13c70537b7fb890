"""Holds how a show of hands becomes a tally."""

from typing import Any

import pytest

from mainstream.scoring.answers.tally import Counts, Tally, tally_of_hands
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from tests.scoring.examples import framework

FRAMEWORK = framework(3)


def _tally(hands: dict[str, Any]) -> Tally:
    return tally_of_hands(Fields(hands), FRAMEWORK)


def test_whoever_raised_no_hand_for_an_enabler_has_not_answered_there() -> None:
    """As many people as raised a hand for any one; also for an enabler that nobody asked about."""
    given = {
        "e1": {"marks": [1, 2, 0, 0, 0], "not_sure": 1, "does_not_apply": 0},
        "e2": {"marks": [1, 0, 0, 0, 0], "not_sure": 0, "does_not_apply": 1},
    }
    assert _tally(given) == Tally(
        4,
        {
            "e1": Counts((1, 2, 0, 0, 0), not_sure=1),
            "e2": Counts((1, 0, 0, 0, 0), does_not_apply=1, unanswered=2),
            "e3": Counts((0, 0, 0, 0, 0), unanswered=4),
        },
    )


def test_without_a_hand_there_is_nobody() -> None:
    """The page says so, and adds nothing."""
    assert _tally({}).people == 0


@pytest.mark.parametrize("marks", [[1, 2], [1, 2, 3, 4, -1], [1, 2, 3, 4, "5"], None])
def test_hands_for_another_scale_are_refused(marks: Any) -> None:
    """No page of ours sends such counts."""
    with pytest.raises(ScoringProblem):
        _tally({"e1": {"marks": marks}})
