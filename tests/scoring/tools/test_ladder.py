"""A ladder stands at its first rung that is not passed, and says what was skipped."""

import pytest

from tests.scoring.tools.examples import points_of, result, table_of, verdict_of


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ("", ("open", "ladder_start First")),
        ("y", ("open", "ladder_at Second")),
        ("yn", ("ask", "ladder_at Second")),
        ("?", ("ask", "ladder_at First")),
        ("n", ("ask", "ladder_at First")),
        (" yy", ("open", "ladder_at First")),
        ("yyy", ("ready", "ladder_top")),
    ],
)
def test_tests_are_climbed_by_yes(answers: str, verdict: tuple[str, str]) -> None:
    """The rung that is next has its advice."""
    words = {"y": "yes", "n": "no", "?": "not-sure"}
    rungs = zip(("first", "second", "third"), answers, strict=False)
    fields = {f"{rung}.answer": words.get(answer, "") for rung, answer in rungs}
    assert verdict_of(result("ladder", fields))[:2] == verdict


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"first": "no"}, ("open", "ladder_at Second")),
        ({"first": "no", "second": "yes"}, ("ready", "ladder_settles Second")),
        ({"first": "not-sure"}, ("ask", "ladder_at First")),
        (dict.fromkeys(("first", "second", "third"), "no"), ("ready", "ladder_top")),
    ],
)
def test_places_that_may_settle_it_are_climbed_by_no(
    answers: dict[str, str], verdict: tuple[str, str]
) -> None:
    """A yes is where it is settled."""
    fields = {f"{rung}.answer": answer for rung, answer in answers.items()}
    assert verdict_of(result("ladder", fields, climb="when-no"))[:2] == verdict


def test_a_skipped_rung_is_named_with_what_it_needs() -> None:
    """For each later one that is answered as if it were passed."""
    fields = {"first.answer": "yes", "second.answer": "no", "third.answer": "yes"}
    blocks = result("ladder", fields)
    assert points_of(blocks, "ladder_skipped") == [("ladder_skips Third Second", "reach second")]


def test_an_answer_without_its_evidence_is_told() -> None:
    """The first of the fields is the evidence."""
    fields = {"first.answer": "yes", "first.more": "x", "second.answer": "no"}
    blocks = result("ladder", {**fields, "second.evidence": "Figures"})
    assert points_of(blocks, "ladder_unshown The evidence") == [("First", "")]
    assert table_of(blocks, "ladder_table") == [
        ["First", "answer_yes", "", "x"],
        ["Second", "answer_no", "Figures", ""],
        ["Third", "none", "", ""],
    ]
