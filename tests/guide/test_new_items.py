"""`add_tool` starts a valid tool of any kind, and says why it cannot."""

import re
from pathlib import Path

import pytest

from mainstream.guide import SECTIONS, CannotStart, add_tool, load_guide
from mainstream.guide.new_items import tool_start
from tests.conftest import ROOT

DOCS = ROOT / "docs" / "adapt" / "tools.md"
CASE = "content/case-studies/bridge.yml"


@pytest.fixture
def without_tool(minimal: Path) -> Path:
    """The minimal content with a case study that has no tool."""
    file = minimal / CASE
    file.write_text(file.read_text("utf-8").split("tool:\n")[0], "utf-8")
    return minimal


@pytest.mark.parametrize("kind", SECTIONS)
def test_each_kind_starts_valid(without_tool: Path, kind: str) -> None:
    """What stood in the file stays, and the new tool cites the case study's source."""
    before = (without_tool / CASE).read_text("utf-8")
    path = add_tool(without_tool, load_guide(without_tool), "bridge", kind)
    assert path == without_tool / CASE
    assert path.read_text("utf-8").startswith(before)
    tool = load_guide(without_tool).case_study("bridge").tool
    assert tool
    assert [section.kind for section in tool.sections] == [kind]
    assert tool.source == load_guide(without_tool).case_study("bridge").source[:1]


@pytest.mark.parametrize(
    ("case_study", "kind", "said"),
    [
        ("bridge", "rule", 'no kind of tool "rule". Did you mean "rules"?'),
        ("bridge", "xyzzy", "There are: rules, lens"),
        ("brigde", "rules", 'no case study "brigde". Did you mean "bridge"?'),
        ("bridge", "rules", "bridge.yml has a tool already"),
    ],
)
def test_where_it_cannot_start_it_says_why(
    minimal: Path, case_study: str, kind: str, said: str
) -> None:
    """And writes nothing."""
    before = (minimal / CASE).read_text("utf-8")
    with pytest.raises(CannotStart) as caught:
        add_tool(minimal, load_guide(minimal), case_study, kind)
    assert said in str(caught.value)
    assert (minimal / CASE).read_text("utf-8") == before


def test_a_section_named_with_quotation_marks_is_cited_whole(without_tool: Path) -> None:
    """The start stays valid YAML."""
    file = without_tool / CASE
    text = file.read_text("utf-8")
    file.write_text(
        re.sub(
            r"^source: .*", "source: [{id: handbook, section: 'A \"b\" \\ c'}]", text, flags=re.M
        ),
        "utf-8",
    )
    add_tool(without_tool, load_guide(without_tool), "bridge", "log")
    tool = load_guide(without_tool).case_study("bridge").tool
    assert tool
    assert tool.source[0].section == 'A "b" \\ c'


def test_the_manual_shows_the_start_of_every_kind() -> None:
    """What it shows is what the command writes, so it is as valid."""
    manual = DOCS.read_text("utf-8")
    for kind in SECTIONS:
        whole = tool_start(kind, purpose="p", origin="ours: true")
        section = whole.split("  sections:\n")[1].split("  # To talk about")[0]
        shown = "".join(line[4:] + "\n" for line in section.splitlines())
        assert f"```yaml\n{shown}```" in manual, kind
        assert re.search(rf"^## .*{{ #{kind} }}$", manual, re.M), kind
