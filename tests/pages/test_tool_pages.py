"""Tools have their place on their case study's page and on the index, and their data is whole."""

import json

import pytest

from mainstream.guide import Guide, load_guide
from mainstream.guide.model.tools import SECTIONS
from mainstream.pages import markdown_pages, site_json, tool_data, tool_json
from mainstream.pages.addresses import PLACE_OF_FORM
from mainstream.pages.listings import Listings
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def pages(guide: Guide) -> dict[str, str]:
    """The generated pages of the real content."""
    return markdown_pages(guide)


def test_every_practice_of_the_inventory_has_its_tool(guide: Guide) -> None:
    """Twenty-four rows; the trust-first team and the curious friends are two tools."""
    assert len(Listings(guide).with_tool) == 25


def test_every_kind_is_in_use(guide: Guide) -> None:
    """None is there for itself."""
    used = {s.kind for case in guide.case_studies if case.tool for s in case.tool.sections}
    assert used == set(SECTIONS)


def test_a_tool_says_what_it_gives_what_it_is_not_and_where_it_comes_from(
    guide: Guide, pages: dict[str, str]
) -> None:
    """In the text of its case study's page, which the search reads too."""
    for case in guide.case_studies:
        text = pages[f"case-studies/{case.id}.md"]
        assert (PLACE_OF_FORM in text) == ("engine: true" in text) == (case.tool is not None)
        if case.tool:
            about = text.split("{ #tool }")[1].split(PLACE_OF_FORM)[0]
            for part in (case.tool.summary, case.tool.gives, case.tool.is_not, "#source-"):
                assert part in about, case.id


def test_no_tool_claims_to_approve(guide: Guide) -> None:
    """Those that touch the law say that they are not legal advice."""
    for case in guide.case_studies:
        if case.tool and {"weigh-a-risk", "choose-a-partner"} & set(case.tool.purposes):
            assert "legal advice" in case.tool.is_not or "outside" in case.id, case.id


def test_every_purpose_has_a_tool(guide: Guide, pages: dict[str, str]) -> None:
    """And each tool is listed under each of its purposes."""
    for purpose in guide.purposes:
        cases = Listings(guide).with_tool_for(purpose.id)
        assert cases, purpose.id
        section = pages["tools.md"].split(f"{{ #{purpose.id} }}")[1].split("\n## ")[0]
        for case in cases:
            assert case.tool
            assert f"[{case.tool.title}](case-studies/{case.id}.md#tool)" in section


def test_a_tool_named_first_for_a_purpose_stands_before_others(guide: Guide) -> None:
    """Its main purpose is the one that it names first."""
    for purpose in guide.purposes:
        cases = Listings(guide).with_tool_for(purpose.id)
        main = [bool(case.tool and case.tool.purposes[0] == purpose.id) for case in cases]
        assert main == sorted(main, reverse=True)


def test_a_page_gets_what_its_scripts_need_and_no_more(guide: Guide) -> None:
    """Safe inside a script, with an address for each tool that fits the page."""
    case = guide.case_study("gateshead-four-rules")
    data = json.loads(tool_json(case))
    assert data["id"] == case.id
    assert data["sections"] == tool_data(case)["sections"]
    assert "source" not in data
    site = json.loads(site_json(guide, "case-studies/gateshead-four-rules/"))
    assert site["file"]["format"] == "mainstream.workshop"
    assert site["tools"]["oldham-model"]["url"] == "../oldham-model/#tool"
    assert "<" not in tool_json(case) + site_json(guide, "")


def test_a_case_study_without_a_tool_has_no_data_of_one() -> None:
    """Asking for it is an error of ours."""
    guide = load_guide(ROOT)
    case = next(case for case in guide.case_studies if case.tool is None)
    with pytest.raises(ValueError, match=case.id):
        tool_data(case)
