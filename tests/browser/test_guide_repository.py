"""A site that names its repository on GitHub: edit links to the right file, no call to GitHub."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mainstream.guide import Guide
from tests.browser.serving import serve_folder

ROOT = Path(__file__).parents[2]
REPOSITORY = "https://github.com/example/toolkit"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built for a repository on GitHub."""
    folder = tmp_path_factory.mktemp("published") / "site"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"REPO_URL": REPOSITORY},
        check=True,
        capture_output=True,
    )
    return folder


def test_edit_links_point_to_the_file_a_page_is_made_from(
    folder: Path, browser: Browser, guide: Guide
) -> None:
    """A generated page leads to its YAML file, a page written by hand to its Markdown."""
    name = guide.words["site"]["edit"]
    page = browser.new_page()
    with serve_folder(folder) as site:
        for address, source in (
            (f"enablers/{guide.enablers[0].id}/", guide.enablers[0].path),
            (f"case-studies/{guide.case_studies[0].id}/", guide.case_studies[0].path),
            ("glossary/", "content/glossary.yml"),
            ("privacy/", "docs/privacy.md"),
        ):
            page.goto(site + address)
            link = page.get_by_role("link", name=name)
            expect(link).to_have_attribute("href", f"{REPOSITORY}/edit/main/{source}")
    page.close()


def test_nothing_is_asked_of_github(folder: Path, browser: Browser) -> None:
    """The theme would ask GitHub for stars and forks; this site asks no one but itself."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serve_folder(folder) as site:
        page.goto(site, wait_until="networkidle")
        expect(page.get_by_role("contentinfo").locator(f"[href='{REPOSITORY}']")).to_be_visible()
        assert [url for url in asked if not url.startswith(site)] == []
        assert asked
    context.close()
