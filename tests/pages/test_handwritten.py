"""Pages written by hand fit the version that they are part of."""

from dataclasses import replace
from pathlib import Path

import pytest

from mainstream.guide import Guide
from mainstream.pages import SitePages, fitted, fitted_meta, pages_left_out
from tests.guide.test_adaptation import adapt

PAGES = {"index.md", "about.md", "use/group.md", "sources.md", "enablers/first.md"}
LEFT_OUT = frozenset({"framework.md"})


@pytest.fixture
def adapted(minimal: Path) -> Guide:
    """The minimal guide under another name, without its second enabler."""
    remove = {
        "enablers": [{"id": "second", "why": "Not ours."}],
        "docs": [{"id": "framework.md", "why": "We have our own."}],
    }
    (minimal / "docs").mkdir()
    (minimal / "docs" / "framework.md").write_text("# About")
    return adapt(minimal, id="ours", remove=remove, home={"title": "Ours"})


def fit(text: str, guide: Guide, page: str = "use/group.md") -> str:
    """The text as it stands on that page."""
    return fitted(text, page, guide, SitePages.of(guide, PAGES, LEFT_OUT))


def test_facts_are_true_of_this_version(adapted: Guide) -> None:
    """Code shows them as they are written; what is not a fact stays."""
    guide = replace(adapted, facts={**adapted.facts, "enablers_word": "one"})
    assert fit("{enablers_word} of {count}", guide) == "one of {count}"
    assert fit("`{enablers_word}` is {enablers_word}", guide) == "`{enablers_word}` is one"
    fence = "```yaml\ncaption: {enablers_word}\n```\n"
    assert fit(fence, guide) == fence


@pytest.mark.parametrize(
    ("condition", "stands"),
    [
        ("adapted", True),
        ("original", False),
        ("about.md", True),
        ("framework.md", False),
        ("about.md toolkit-framework", True),
        ("about.md own-framework", False),
        ("framework.md adapted", False),
    ],
)
def test_a_part_stands_where_its_condition_holds(
    adapted: Guide, condition: str, stands: bool
) -> None:
    """Whose framework it is, and whether there is such a page; all of several have to hold."""
    text = f"Before\n<!-- if {condition} -->\nPart\n<!-- end -->\nAfter\n"
    assert fit(text, adapted) == ("Before\nPart\nAfter\n" if stands else "Before\nAfter\n")


@pytest.mark.parametrize(
    ("link", "stays"),
    [
        ("[A](../enablers/first.md)", True),
        ("[A](../enablers/second.md)", False),
        ("[A](../enablers/second.md#why)", False),
        ("[A](../framework.md)", False),
        ("[A](../sources.md#handbook)", True),
        ("[A](../sources.md#another)", False),
        ("[A](#here)", True),
        ("[A](https://example.org/framework.md)", True),
        ("[A](misspelt.md)", True),
    ],
)
def test_a_link_to_what_is_left_out_is_a_text(adapted: Guide, link: str, stays: bool) -> None:
    """One that never led anywhere is left to the strict build."""
    assert fit(f"See {link}.", adapted) == (f"See {link}." if stays else "See A.")


def test_a_page_can_be_left_out(adapted: Guide) -> None:
    """By the settings; in a framework of one's own also each that is about the toolkit's."""
    texts = {"about.md": "---\ntitle: A\noriginal: true\n---\n", "index.md": "---\ntitle: B\n---\n"}
    assert pages_left_out(adapted, texts) == {"framework.md"}
    own = replace(adapted, account=replace(adapted.account, own_framework=True))
    assert pages_left_out(own, texts) == {"framework.md", "about.md"}


def test_the_settings_texts_stand_on_the_home_page(adapted: Guide) -> None:
    """Those that are left out are the toolkit's."""
    meta = {"title": "Home", "hero": {"title": "Theirs", "note": "A note"}}
    assert fitted_meta(meta, adapted)["hero"] == {"title": "Ours", "note": "A note"}
