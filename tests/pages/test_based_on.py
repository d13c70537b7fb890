"""The page that says what an adapted version changes."""

from dataclasses import replace

from mainstream.guide import Account, Guide, Moved, load_guide
from mainstream.pages import markdown_pages
from tests.conftest import ROOT


def test_an_enabler_on_another_level_is_told_by_the_names_of_both() -> None:
    """A move is not a rewording: none of the words are different."""
    guide: Guide = load_guide(ROOT, "examples/council")
    enabler = guide.enablers[0]
    was, now = guide.levels[0], guide.levels[1]
    moved = Account(moved=(Moved(enabler.id, enabler.title, was, now),))
    text = markdown_pages(replace(guide, account=moved))["based-on.md"]
    assert f"| {enabler.title} | {was.title} | {now.title} |" in text
    assert guide.words["based"]["moved"] in text
    assert guide.words["based"]["reworded"] not in text
