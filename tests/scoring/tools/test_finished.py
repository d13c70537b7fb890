"""The finished page has every section's blocks, on screen and as plain text."""

from dataclasses import replace

import pytest

from mainstream.scoring.tools.declaration import Tool
from mainstream.scoring.tools.finished import as_text, finished_page
from tests.scoring.tools.examples import SECTIONS, WORDS, declared, sheet

TOOL = Tool(
    id="example",
    title="Try it",
    is_not="No permit.",
    sections=(declared("builder", title="First"), declared("log", title="Then")),
)


def test_each_section_begins_with_its_title_and_its_blocks_name_it() -> None:
    """So that a button on the page knows which rows it is about."""
    blocks = finished_page(TOOL, sheet(), WORDS)
    assert [block["title"] for block in blocks if block["type"] == "heading"] == ["First", "Then"]
    named = [block.get("section") for block in blocks if block["type"] != "heading"]
    assert named == ["builder", "log"]


def test_the_text_says_what_the_page_says() -> None:
    """Title, date, what it is not; tables as lines; no drawing."""
    filled = sheet(
        {"builder.why": "It helps"},
        {"log": [{"what": "Forms", "count": "2", "leads_to": "Delay\nAnger"}]},
        title="A visit",
        date="2026-11-23",
    )
    text = as_text(TOOL, filled, finished_page(TOOL, filled, WORDS))
    assert text.startswith("A visit\n2026-11-23\nTry it\n\nFirst\n=====\n")
    assert "Because\nIt helps" in text
    assert "- Forms (Effect: ; Count: 2" not in text
    assert "- Forms (Count: 2; Leads to: Delay; Anger)" in text
    assert "<svg" not in text
    assert text.endswith("No permit.\n")


@pytest.mark.parametrize("kind", SECTIONS)
def test_an_empty_sheet_of_any_kind_says_what_to_do_first(kind: str) -> None:
    """Its verdict is open, and nothing seems to be settled."""
    blocks = finished_page(replace(TOOL, sections=(declared(kind),)), sheet(), WORDS)
    tones = [block["tone"] for block in blocks if block["type"] == "verdict"]
    assert tones == ["open"]
