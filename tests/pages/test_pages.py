"""Every item of the content has its page, and every page what a reader needs."""

import json
import re
from typing import Any

import pytest
import yaml

from mainstream.guide import Guide, load_guide
from mainstream.pages import framework_json, markdown_pages, navigation, words_json
from mainstream.scoring.answers.framework import Framework
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    """The generated pages of the real content."""
    return markdown_pages(guide)


def _front_matter(text: str) -> dict[str, Any]:
    _, matter, _ = text.split("---\n", 2)
    data: dict[str, Any] = yaml.safe_load(matter)
    return data


def test_every_enabler_level_and_case_study_has_a_page(guide: Guide, pages: dict[str, str]) -> None:
    """Nothing in the content is without an address."""
    expected = (
        {f"enablers/{item.id}.md" for item in guide.enablers}
        | {f"levels/{item.id}.md" for item in guide.levels}
        | {f"case-studies/{item.id}.md" for item in guide.case_studies}
    )
    assert expected <= pages.keys()


def test_each_page_has_one_heading_a_title_and_a_description(pages: dict[str, str]) -> None:
    """Search results, the browser's tab and a screen reader all get a name for the page."""
    for path, text in pages.items():
        matter = _front_matter(text)
        assert matter["title"] and matter["description"], path
        assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1, path


def test_each_page_names_the_file_it_was_made_from(pages: dict[str, str]) -> None:
    """The edit link of a generated page leads to a file that exists."""
    for path, text in pages.items():
        assert (ROOT / _front_matter(text)["origin"]).exists(), path


def test_an_enabler_page_holds_every_field(guide: Guide, pages: dict[str, str]) -> None:
    """What the YAML says about an enabler is on its page."""
    for enabler in guide.enablers:
        text = pages[f"enablers/{enabler.id}.md"]
        parts = [
            enabler.summary,
            *(statement.text.strip() for statement in enabler.statements),
            *(practice.title for practice in enabler.practices),
            *enabler.people_say,
            *(shift.to for shift in enabler.shifts),
            *(guide.enabler(related.enabler).title for related in enabler.related),
        ]
        assert [part for part in parts if part.splitlines()[0] not in text] == []


def test_references_are_numbered_once_each(pages: dict[str, str]) -> None:
    """Each number used in a page is once in its list of sources."""
    for path, text in pages.items():
        used = set(re.findall(r'href="#source-(\d+)"', text))
        listed = re.findall(r'<li id="source-(\d+)"', text)
        assert len(listed) == len(set(listed)), path
        assert used <= set(listed), path


def test_the_menu_leads_to_pages_that_exist(guide: Guide, pages: dict[str, str]) -> None:
    """Each entry is a generated page or one written by hand."""

    def targets(items: list[Any]) -> list[str]:
        found: list[str] = []
        for item in items:
            ((_, value),) = item.items()
            found += targets(value) if isinstance(value, list) else [value]
        return found

    by_hand = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    there = {*pages, *by_hand}
    assert set(targets(navigation(guide, there))) <= there
    assert set(by_hand) <= set(targets(navigation(guide, there)))


def test_the_scoring_room_reads_the_framework(guide: Guide) -> None:
    """The JSON in the scoring page is the framework that the browser's Python takes."""
    framework = Framework.from_json(json.loads(framework_json(guide)))
    assert [enabler.id for enabler in framework.enablers] == [e.id for e in guide.enablers]


def test_embedded_json_cannot_end_its_script(guide: Guide) -> None:
    """No text of the content can close the element that holds it."""
    assert "<" not in framework_json(guide) + words_json(guide)


def test_the_same_content_gives_the_same_pages(pages: dict[str, str]) -> None:
    """A build is repeatable: nothing depends on time or on the order of a set."""
    assert markdown_pages(load_guide(ROOT)) == pages


def test_the_framework_is_whole(guide: Guide) -> None:
    """Three levels, eleven enablers, three statements each, and thirty case studies or more."""
    assert len(guide.levels) == 3
    assert [enabler.number for enabler in guide.enablers] == list(range(1, 12))
    assert sum(len(enabler.statements) for enabler in guide.enablers) == 33
    assert len(guide.case_studies) >= 30
