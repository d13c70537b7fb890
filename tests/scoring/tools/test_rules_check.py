"""A rules check pauses, asks, or says what to write down; it approves nothing."""

import pytest

from tests.scoring.tools.examples import points_of, result, table_of, verdict_of


def test_any_no_pauses_with_its_reason_whatever_else_is_said() -> None:
    """Also next to a “not sure”, and with what to do about it."""
    blocks = result(
        "rules",
        {"legal.answer": "no", "legal.reason": "A statute", "fair.answer": "not-sure"},
    )
    assert verdict_of(blocks)[:2] == ("pause", "rules_pause")
    assert points_of(blocks, "rules_why") == [("Legal: A statute", "mend legal")]
    assert points_of(blocks, "rules_ask") == [("Fair: ask about fair", "Is it fair?")]


def test_a_no_without_a_reason_says_that_there_is_none() -> None:
    """So that the page does not seem to explain itself."""
    blocks = result("rules", {"legal.answer": "no"})
    assert points_of(blocks, "rules_why") == [("Legal: no_reason", "mend legal")]


def test_any_not_sure_asks_a_role() -> None:
    """With the reason in place of the question, where there is one."""
    blocks = result(
        "rules",
        {"legal.answer": "yes", "fair.answer": "not-sure", "fair.reason": "New to us"},
    )
    assert verdict_of(blocks)[0] == "ask"
    assert points_of(blocks, "rules_ask") == [("Fair: ask about fair", "New to us")]
    assert points_of(blocks, "rules_write_down") is None


def test_yes_to_all_says_what_to_write_down() -> None:
    """And which yes has no reason yet."""
    blocks = result(
        "rules", {"legal.answer": "yes", "fair.answer": "yes", "legal.reason": "A power"}
    )
    assert verdict_of(blocks)[:2] == ("ready", "rules_within")
    assert points_of(blocks, "rules_write_down") == [
        ("Legal", "note legal"),
        ("Fair", "note fair"),
    ]
    assert points_of(blocks, "reason_missing") == [("Fair", "")]


@pytest.mark.parametrize("answer", ["", "maybe", "YES"])
def test_what_is_no_answer_is_still_open(answer: str) -> None:
    """Nothing is taken for a yes."""
    blocks = result("rules", {"legal.answer": "yes", "fair.answer": answer})
    assert verdict_of(blocks)[:2] == ("open", "answered 1/2")
    assert points_of(blocks, "still_open") == [("Fair", "")]
    assert table_of(blocks, "rules_table") == [["Legal", "answer_yes", ""], ["Fair", "none", ""]]
