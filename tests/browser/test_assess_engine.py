"""Python starts in good time and shows its progress; where it cannot, everything else works."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenContext
from tests.browser.scoring_page import MARKS, ScoringPage

pytestmark = pytest.mark.real_engine

RUNTIME = "**/assets/runtime/**"
WASM = "**/*.wasm"


def missing(route: Route) -> None:
    """Answer as a server does that lacks the file."""
    route.fulfill(status=404, body="not found")


def test_nothing_of_the_engine_is_fetched_before_the_person_begins(page: Page, site: str) -> None:
    """Reading the page costs no megabytes; pointing at the start button begins the download."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    scoring = ScoringPage(page, site).open()
    assert [url for url in asked if "/assets/runtime/" in url] == []
    with page.expect_request("**/assets/runtime/manifest.json"):
        scoring.part("begin-button").hover()


def test_the_download_is_shown_in_bytes(page: Page, site: str) -> None:
    """The bar and its words say how much has come, then give way to the result."""
    held: list[Route] = []
    page.context.route(WASM, lambda route: held.append(route))
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.press("see-result")
    expect(scoring.part("engine-bytes")).to_have_text(re.compile(r"^\d+\.\d of \d+\.\d MB$"))
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Getting ready")
    held[0].continue_()
    scoring.expect_result()
    expect(scoring.part("engine")).to_be_hidden()


def test_without_the_engine_the_form_its_keeping_and_its_file_work(
    page: Page, site: str, tmp_path: Path
) -> None:
    """The page says what has happened and what to do; no answer is lost."""
    page.context.route(WASM, missing)
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.press("see-result")
    expect(scoring.part("engine-title")).to_be_focused()
    expect(scoring.part("engine-reason")).to_contain_text("could not be downloaded")
    saved = json.loads(scoring.save("engine-file", tmp_path).read_text("utf-8"))
    assert saved["answers"][scoring.enablers[0]] == {"mark": 4}
    page.evaluate("window.print = () => { document.title = 'printed' }")
    scoring.press("engine-print")
    expect(page).to_have_title("printed")
    page.reload()
    scoring.expect_chosen(MARKS)


def test_the_file_opens_again_without_the_engine(page: Page, site: str, tmp_path: Path) -> None:
    """A file that this page wrote is read; a code is not, and the page says why."""
    page.context.route(RUNTIME, missing)
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    file = scoring.save("keep-file", tmp_path)
    scoring.press("delete")
    scoring.press("delete-yes")
    scoring.load_text("6D8V-64K4-0ES3")
    expect(scoring.part("load-error")).to_contain_text("engine")
    scoring.load_file(file)
    expect(scoring.part("check")).to_be_visible()
    scoring.expect_chosen(MARKS)


def test_trying_again_draws_the_result_once_the_file_is_there(page: Page, site: str) -> None:
    """The button retries; it is not asked for at every answer meanwhile."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.route(RUNTIME, missing)
    scoring = ScoringPage(page, site).open()
    scoring.start()
    scoring.choose(scoring.enablers[0], 2)
    expect(scoring.part("engine-failed")).to_be_visible()
    scoring.choose(scoring.enablers[0], 3)
    scoring.choose(scoring.enablers[0], 4)
    assert len([url for url in asked if url.endswith("manifest.json")]) == 1
    scoring.press("to-check")
    scoring.press("see-result")
    expect(scoring.part("engine-title")).to_be_focused()
    page.context.unroute(RUNTIME)
    scoring.press("engine-retry")
    scoring.expect_result()
    expect(scoring.part("engine-failed")).to_be_hidden()


def test_an_old_browser_is_told_so(open_fresh_context: OpenContext, site: str) -> None:
    """Without streaming WebAssembly the page names the reason; the form goes on."""
    context = open_fresh_context()
    context.add_init_script("delete WebAssembly.instantiateStreaming")
    scoring = ScoringPage(context.new_page(), site).open()
    scoring.answer()
    expect(scoring.part("engine-reason")).to_contain_text("browser is too old")
    scoring.expect_chosen(MARKS)
