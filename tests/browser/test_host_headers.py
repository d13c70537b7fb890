"""The policy that the README gives to hosts is enough for the whole site."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.scoring_page import ScoringPage
from tests.browser.serving import serve_folder
from tests.browser.workshop_page import WorkshopPage
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def policy() -> str:
    """The Content-Security-Policy in the README."""
    found = re.search(r"```\n(default-src [^\n]+)\n```", (ROOT / "README.md").read_text("utf-8"))
    assert found
    return found[1]


def test_with_the_header_everything_runs(browser: Browser, site_folder: Path, policy: str) -> None:
    """A result, a QR code and the page's colours; the browser refuses nothing."""
    with serve_folder(site_folder, {"Content-Security-Policy": policy}) as site:
        context = browser.new_context()
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        scoring = ScoringPage(page, site).open()
        scoring.answer()
        scoring.see_result()
        workshop = WorkshopPage(page, site).open()
        expect(workshop.part("qr").locator("svg")).to_be_visible()
        context.close()
    assert [text for text in refused if "Content Security Policy" in text] == []
