"""The wheel is a list of links, whatever page it is on."""

from dataclasses import replace
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from mainstream.guide import ENABLER, Enabler, Guide
from mainstream.pages import has_names, wheel

_SVG = "{http://www.w3.org/2000/svg}"


def _links(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{_SVG}a"))


def _with(guide: Guide, enablers: tuple[Enabler, ...]) -> Guide:
    return replace(guide, items={**guide.items, ENABLER.name: enablers})


def test_each_enabler_is_a_named_link_in_the_frameworks_order(guide: Guide) -> None:
    """The keyboard and a screen reader meet the enablers by number."""
    names = [link.get("aria-label") for link in _links(wheel(guide, page_url="", here=frozenset()))]
    assert names == [f"{e.number}. {e.short_title}: {e.title}" for e in guide.enablers]


@pytest.mark.parametrize("page_url", ["", "enablers/", "enablers/systems-mindset/"])
def test_links_lead_to_the_enablers_from_any_page(guide: Guide, page_url: str) -> None:
    """The wheel works at every depth and under any prefix."""
    site = "https://example.org/prefix/"
    links = _links(wheel(guide, page_url=page_url, here=frozenset()))
    found = [urljoin(site + page_url, link.get("href", "")) for link in links]
    assert found == [f"{site}enablers/{enabler.id}/" for enabler in guide.enablers]


def test_only_the_enablers_of_the_page_are_current(guide: Guide) -> None:
    """The small wheel says where you are, also without colour."""
    svg = wheel(guide, page_url="x/", here=frozenset({"reframing-risk"}))
    current = [link for link in _links(svg) if link.get("aria-current") == "true"]
    assert [link.get("aria-label", "")[:2] for link in current] == ["2."]


def test_the_whole_wheel_names_every_enabler(guide: Guide) -> None:
    """Every short title is drawn; a small wheel draws numbers instead."""
    whole = ElementTree.fromstring(wheel(guide, page_url="", here=frozenset()))
    drawn = " ".join(" ".join(whole.itertext()).split())
    for enabler in guide.enablers:
        assert enabler.short_title in drawn


@pytest.mark.parametrize("count", [1, 2, 7, 12, 16, 42])
def test_names_have_room_or_there_are_none(guide: Guide, count: int) -> None:
    """A framework of any size has a wheel in which nothing overlaps."""
    enablers = tuple(
        guide.enablers[n % 11].model_copy(update={"id": f"e-{n}", "number": n + 1})
        for n in range(count)
    )
    wide = _with(guide, enablers)
    drawn = " ".join(ElementTree.fromstring(wheel(wide, page_url="", here=frozenset())).itertext())
    named = all(word in drawn for word in enablers[0].short_title.split())
    assert has_names(wide) == named
    assert named == (count < 16)


def test_a_name_without_room_leaves_numbers_alone(guide: Guide) -> None:
    """Rather than one that runs into the next part."""
    long = guide.enablers[3].model_copy(update={"short_title": "Selbstverwaltungsangelegenheiten"})
    others = [each for each in guide.enablers if each.id != long.id]
    assert not has_names(_with(guide, (*others, long)))
