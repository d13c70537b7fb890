"""Every link of the built site leads somewhere, whatever address the site is published at."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.editions import Edition, every_edition

ROOT = "https://example.org/any/prefix/"


@dataclass
class _Page(HTMLParser):
    """The ids and the addresses in one file, those of its own text once more."""

    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    own_addresses: list[str] = field(default_factory=list)  # not those of menu and footer
    _articles: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element is called and what it leads to or loads."""
        values = {name: value or "" for name, value in attrs}
        self._articles += tag == "article"
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src"):
            if name in values:
                self.addresses.append(values[name])
                if self._articles:
                    self.own_addresses.append(values[name])

    def handle_endtag(self, tag: str) -> None:
        """Leave the page's own text at its end."""
        self._articles -= tag == "article"


@pytest.fixture(scope="session")
def pages(edition: Edition) -> dict[str, _Page]:
    """The built pages by their address. The page for what is not found has no address."""
    found = {}
    for path in sorted(edition.folder.rglob("*.html")):
        relative = path.relative_to(edition.folder).as_posix()
        if relative != "404.html":
            page = _Page()
            page.feed(path.read_text(encoding="utf-8"))
            found[urljoin(ROOT, relative.removesuffix("index.html"))] = page
    return found


@every_edition
def test_links_and_fragments_lead_somewhere(pages: dict[str, _Page], edition: Edition) -> None:
    """Each address inside the site is a page or file that was built, each fragment an id there."""
    broken = []
    for origin, page in pages.items():
        for written in page.addresses:
            target = urlsplit(urljoin(origin, written))
            address = target._replace(query="", fragment="").geturl()
            if not written or urlsplit(written).scheme in ("http", "https", "data", "mailto"):
                continue
            if not address.startswith(ROOT):
                broken.append(f"{origin}: {written} leaves the site")
            elif address in pages:
                ids = (*pages[address].ids, "top", "")  # "#top" is every page's top
                if unquote(target.fragment) not in ids:
                    broken.append(f"{origin}: {written} has no such part")
            elif not (edition.folder / unquote(address.removeprefix(ROOT))).is_file():
                broken.append(f"{origin}: {written} is not there")
    assert broken == [], "\n".join(broken)


@every_edition
def test_every_page_of_the_guide_is_linked_from_another(pages: dict[str, _Page]) -> None:
    """No page waits for a reader who cannot find it."""
    linked = {
        urljoin(origin, written).partition("#")[0]
        for origin, page in pages.items()
        for written in page.addresses
        if urljoin(origin, written).partition("#")[0] != origin
    }
    assert sorted(set(pages) - linked) == []


@every_edition
def test_ids_are_unique(pages: dict[str, _Page]) -> None:
    """A label, a description or a link points to one element."""
    doubled = [
        f"{address}: {name}"
        for address, page in pages.items()
        for name in sorted({name for name in page.ids if page.ids.count(name) > 1})
    ]
    assert doubled == []


@every_edition
def test_every_page_carries_its_policy(edition: Edition) -> None:
    """Also the “not found” page, for hosts that send no headers."""
    without = [
        path.relative_to(edition.folder).as_posix()
        for path in edition.folder.rglob("*.html")
        if "Content-Security-Policy" not in path.read_text(encoding="utf-8")
    ]
    assert without == []


@every_edition
def test_tools_and_enablers_link_to_each_other(pages: dict[str, _Page], edition: Edition) -> None:
    """A case study with a tool leads to each of its enablers, and each of them to the tool."""
    leads_to = {
        address: {urljoin(address, written) for written in page.own_addresses}
        for address, page in pages.items()
    }
    cases = [case for case in edition.guide.case_studies if case.tool]
    for case in cases:
        there = f"{ROOT}case-studies/{case.id}/"
        for enabler in edition.guide.enablers:
            here = f"{ROOT}enablers/{enabler.id}/"
            linked = enabler.id in case.enablers
            assert (f"{there}#tool" in leads_to[here]) == linked, f"{enabler.id}, {case.id}"
            assert not linked or here in leads_to[there], f"{case.id}, {enabler.id}"
