"""The stand-in for the engine's worker behaves as the worker does, as far as a page can tell."""

import json
from typing import Any

from playwright.sync_api import Page

from mainstream.pages import framework_data
from mainstream.runtime.packs import PACKS
from tests.browser.editions import Edition
from tests.browser.scoring_page import ScoringPage
from tests.browser.stand_in import StandIn


def test_there_is_a_door_for_each_pack() -> None:
    """A pack that is added to the runtime needs a door here."""
    answers = {pack: _ask("a", pack, "gone") for pack in (None, *PACKS)}
    assert {pack: answer["ok"] for pack, answer in answers.items()} == dict.fromkeys(answers, False)


def test_each_worker_has_doors_of_its_own(edition: Edition) -> None:
    """What one page has opened, another page's worker does not know."""
    stand_in = StandIn()
    opening = {"framework": framework_data(edition.guide), "words": edition.guide.words["result"]}
    assert _ask("a", None, "open", stand_in, **opening)["ok"]
    share: dict[str, object] = {"response": {}}
    assert _ask("b", None, "share", stand_in, **share)["problem"]["key"] == "not-open"
    assert _ask("a", None, "share", stand_in, **share)["problem"]["key"] != "not-open"


def test_an_error_that_is_ours_is_told_as_one() -> None:
    """Not as an answer: the page has to hear of a crash."""
    is_answer, text = StandIn().answer(json.dumps({"worker": "a", "request": None}).encode())
    assert not is_answer
    assert "Traceback" in text


def test_the_page_gets_it_unless_a_test_is_marked(page: Page, site: str) -> None:
    """A result comes without a byte of WebAssembly, after progress over all the bytes."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.see_result()
    assert [url for url in asked if "/assets/runtime/" in url and "manifest" not in url] == []
    progress = scoring.part("engine-progress")
    assert progress.evaluate("(bar) => bar.value === bar.max && bar.max > 1e6")


def _ask(
    worker: str, pack: str | None, action: str, stand_in: StandIn | None = None, **fields: object
) -> dict[str, Any]:
    request = json.dumps({"action": action, **fields})
    body = json.dumps({"worker": worker, "pack": pack, "request": request})
    is_answer, text = (stand_in or StandIn()).answer(body.encode())
    assert is_answer, text
    answer: dict[str, Any] = json.loads(text)
    return answer
