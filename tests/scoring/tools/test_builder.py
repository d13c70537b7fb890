"""A builder makes a page of its fields, and names what is missing."""

from tests.scoring.tools.examples import points_of, result, verdict_of


def test_fields_stand_under_their_lead_with_what_was_ticked_first() -> None:
    """Without a lead it is the label."""
    blocks = result(
        "builder", {"why": "It helps", "how": "With tea", "how.kindly": "yes", "how.slowly": ""}
    )
    passages = next(block for block in blocks if block["type"] == "passages")
    assert [(item["title"], item["text"]) for item in passages["items"]] == [
        ("Because", "It helps"),
        ("The how", "• Kindly\nWith tea"),
    ]
    assert verdict_of(blocks)[:2] == ("ready", "builder_whole")
    assert blocks[0]["type"] == "verdict"
    assert blocks[0]["on_paper"] is False


def test_what_is_missing_is_named_unless_it_is_optional() -> None:
    """Once something is there."""
    blocks = result("builder", {"how.slowly": "yes"})
    assert verdict_of(blocks)[:2] == ("open", "builder_open 1")
    assert points_of(blocks, "still_to_write") == [("The why", "")]
    assert verdict_of(result("builder", {"why": "  "}))[1] == "builder_none"
