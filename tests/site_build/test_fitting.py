"""Each page says what it is made from and which language it is in."""

from pathlib import Path

import pytest

from mainstream.site_build import FittedPage, edit_url, fitted_page, in_language
from tests.guide.test_adaptation import adapt
from tests.site_build.test_build import begin

SITE = frozenset({"index.md", "about.md"})


def fit(root: Path, folder: str, *, language: str = "en-GB") -> FittedPage:
    """A page of `folder` that names a fact and links to what is not there."""
    build = begin(root)
    if language != build.language:
        build = in_language(build, language)
    text = "{enablers_word} [places](places.md)"
    return fitted_page(build, text, {}, path="about.md", folder=root / folder, site=SITE)


def test_a_handwritten_page_is_fitted(minimal: Path) -> None:
    """Its facts are true, and no link leads to what this site lacks."""
    assert fit(minimal, "docs").markdown == "2 places"


def test_a_generated_page_fits_already(minimal: Path) -> None:
    """It is left as it is, and names the file that it is made from."""
    head = {"origin": "content/places.yml"}
    fitted = fitted_page(begin(minimal), "{a}", head, path="places.md", folder=None, site=SITE)
    assert (fitted.markdown, fitted.origin) == ("{a}", "content/places.yml")
    assert fitted.meta == {**head, "untranslated": False, "partly_untranslated": False}


@pytest.mark.parametrize(
    ("folder", "origin", "untranslated"),
    [
        ("docs", "", True),
        ("languages/cy/docs", "languages/cy/docs/about.md", False),
        ("adaptation/docs", "adaptation/docs/about.md", True),
        ("adaptation/languages/cy/docs", "adaptation/languages/cy/docs/about.md", False),
    ],
)
def test_a_handwritten_page_is_in_the_language_of_its_folder(
    minimal: Path, folder: str, origin: str, untranslated: bool
) -> None:
    """In a site in another language it counts as untranslated."""
    adapt(minimal, languages=["cy"])
    page = fit(minimal, folder, language="cy")
    assert (page.origin, page.meta["untranslated"]) == (origin, untranslated)


def test_an_edit_link_leads_to_the_file() -> None:
    """The setting leads to the docs; what pages are made from stands next to them."""
    link = edit_url("https://example.org/ours", "edit/main/docs/", "content/places.yml")
    assert link == "https://example.org/ours/edit/main/content/places.yml"
