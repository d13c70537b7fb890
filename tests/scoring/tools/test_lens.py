"""A lens shows proposals side by side, with gaps and harms, and ranks nothing."""

from tests.scoring.tools.examples import points_of, result, table_of, verdict_of

HELPS = {"people.effect": "helps", "people.why": "Jobs"}


def test_without_a_proposal_there_is_nothing_to_see() -> None:
    """A row without any text is none."""
    assert verdict_of(result("lens", rows=[{"title": " "}]))[:2] == ("open", "lens_none")


def test_gaps_are_elements_that_no_proposal_helps() -> None:
    """What one of them helps is not a gap."""
    rows = [
        {"title": "A", **HELPS, "place.effect": "leaves", "place.why": "Far"},
        {"title": "B", "people.effect": "leaves", "people.why": "-", "place.effect": "leaves"},
    ]
    blocks = result("lens", rows=rows)
    assert verdict_of(blocks)[:2] == ("ask", "lens_has_gaps 1")
    assert points_of(blocks, "lens_gaps") == [("Place", "Is it place?")]
    assert points_of(blocks, "reason_missing") == [("B: Place", "")]


def test_a_harm_comes_first_whatever_helps() -> None:
    """With what was written about it."""
    rows = [{"title": "A", **HELPS, "place.effect": "harms", "place.why": "Noise"}]
    blocks = result("lens", rows=rows)
    assert verdict_of(blocks)[0] == "pause"
    assert points_of(blocks, "lens_harm") == [("A: Place", "Noise")]


def test_proposals_stand_side_by_side_in_the_order_given() -> None:
    """One without a title has its number."""
    rows = [{"title": "A", **HELPS}, {"people.effect": "harms"}]
    blocks = result("lens", rows=rows)
    columns = next(block["columns"] for block in blocks if block["type"] == "table")
    assert columns == ["column_element", "A", "row_unnamed 2"]
    assert table_of(blocks, "lens_table") == [
        ["People", "lens_helps: Jobs", "lens_harms"],
        ["Place", "none", "none"],
    ]
    assert points_of(blocks, "still_open") == [("A: Place", ""), ("row_unnamed 2: Place", "")]


def test_edited_elements_take_the_place_of_the_declared() -> None:
    """One whose name is empty is left out."""
    elements = [{"id": "people", "title": "Residents"}, {"id": "own-1", "title": "  "}]
    blocks = result("lens", rows=[{"title": "A", **HELPS}], lists={"elements": elements})
    assert table_of(blocks, "lens_table") == [["Residents", "lens_helps: Jobs"]]
    assert verdict_of(blocks)[:2] == ("ready", "lens_helps_all")
