"""Links between pages lead where they say, from any depth."""

import posixpath
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from mainstream.pages import addresses

_SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
_PATHS = st.lists(_SLUGS, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md")


@given(origin=_PATHS, target=_PATHS)
def test_a_published_link_resolves_to_its_target(origin: str, target: str) -> None:
    """A browser that follows the relative link arrives at the target's address."""
    site = "https://example.org/some/prefix/"
    here = addresses.address(origin)
    link = addresses.relative_address(here, target)
    assert urljoin(site + here, link) == site + addresses.address(target)


@given(origin=_PATHS, target=_PATHS)
def test_a_markdown_link_resolves_to_its_target(origin: str, target: str) -> None:
    """The link that Markdown holds names the target's file, seen from the page's folder."""
    link = addresses.markdown_link(origin, target)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(origin), link)) == target


def test_an_anchor_stays_on_its_link() -> None:
    """The part after # is carried over by both kinds of link."""
    assert addresses.markdown_link("enablers/a.md", "places.md#oldham") == "../places.md#oldham"
    assert addresses.relative_address("enablers/a/", "places.md#oldham") == "../../places/#oldham"


def test_index_pages_have_their_folders_address() -> None:
    """`x/index.md` is published at `x/`, and the home page at the root."""
    assert addresses.address("enablers/index.md") == "enablers/"
    assert addresses.address("index.md") == ""
    assert addresses.relative_address("enablers/a/", "index.md") == "../../"
    assert addresses.relative_address("", "enablers/a.md") == "enablers/a/"
