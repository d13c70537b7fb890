"""A checklist sorts its items by state, and gives the next step of what is not done."""

from tests.scoring.tools.examples import points_of, result, table_of, verdict_of


def test_what_is_not_done_has_its_next_step() -> None:
    """What is done has its note."""
    blocks = result(
        "checklist",
        {"one.state": "there", "one.note": "A letter", "two.state": "missing", "two.note": "-"},
    )
    assert verdict_of(blocks)[:2] == ("ask", "checklist_left 1/2")
    assert points_of(blocks, "There") == [("One", "A letter")]
    assert points_of(blocks, "Missing") == [("Two", "do two")]
    assert table_of(blocks, "checklist_table") == [
        ["One", "There", "A letter"],
        ["Two", "Missing", "-"],
    ]


def test_what_was_not_looked_at_is_named() -> None:
    """A state that the section does not have is none."""
    blocks = result("checklist", {"one.state": "there", "two.state": "gone"})
    assert verdict_of(blocks)[:2] == ("open", "answered 1/2")
    assert points_of(blocks, "still_open") == [("Two", "")]


def test_a_section_may_say_in_its_own_words_how_many_are_left() -> None:
    """And that none is."""
    fields = {"one.state": "missing", "two.state": "there"}
    blocks = result("checklist", fields, some_left="{count} signs of {total}")
    assert verdict_of(blocks)[1] == "1 signs of 2"
    blocks = result("checklist", dict.fromkeys(fields, "there"), none_left="No sign")
    assert verdict_of(blocks)[:2] == ("ready", "No sign")
    assert verdict_of(result("checklist", dict.fromkeys(fields, "there")))[1] == "checklist_all"
