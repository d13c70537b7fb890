"""Two views are held side by side: what is agreed, what differs most, what is open."""

from tests.scoring.tools.examples import points_of, result, table_of, verdict_of


def test_answers_are_compared_and_the_widest_gap_comes_first() -> None:
    """By steps between the answers."""
    fields = {
        "honest.us.answer": "never",
        "honest.them.answer": "sometimes",
        "quick.us.answer": "always",
        "quick.them.answer": "never",
        "quick.us.note": "We wait",
    }
    blocks = result("two-views", fields)
    assert verdict_of(blocks)[:2] == ("ask", "views_count 0 2 0")
    assert points_of(blocks, "views_differ") == [
        ("Quick", "Is it quick?"),
        ("Honest", "Is it honest?"),
    ]
    assert table_of(blocks, "views_table") == [
        ["Honest", "Never", "Sometimes"],
        ["Quick", "Always\nWe wait", "Never"],
    ]
    assert points_of(blocks, "still_to_write") == [("The step", "")]


def test_one_side_alone_leaves_a_question_open() -> None:
    """What only one side says is not agreed."""
    blocks = result("two-views", {"honest.us.answer": "never", "quick.us.answer": "always"})
    assert verdict_of(blocks)[:2] == ("open", "views_none")
    assert points_of(blocks, "views_open") == [("Honest", ""), ("Quick", "")]


def test_agreed_on_all_still_asks_whether_the_words_mean_the_same() -> None:
    """Two who say the same may mean something else."""
    sides = {f"{q}.{side}.answer": "always" for q in ("honest", "quick") for side in ("us", "them")}
    blocks = result("two-views", {**sides, "together.step": "Meet"})
    assert verdict_of(blocks) == ("ready", "views_count 2 0 0", "views_all_agreed")
    assert points_of(blocks, "still_to_write") is None


def test_without_answers_the_two_say_whether_they_agree() -> None:
    """What they write stands side by side."""
    fields = {
        "honest.us.note": "We try",
        "honest.them.note": "They try",
        "honest.agree": "yes",
        "quick.agree": "no",
    }
    blocks = result("two-views", fields, answers=[])
    assert verdict_of(blocks)[:2] == ("ask", "views_count 1 1 0")
    assert points_of(blocks, "views_agreed") == [("Honest", "")]
    assert table_of(blocks, "views_table") == [["Honest", "We try", "They try"], ["Quick", "", ""]]
    assert verdict_of(result("two-views", {"honest.agree": "not-sure"}, answers=[]))[0] == "open"
