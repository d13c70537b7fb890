"""Takes the README's pictures from a built site, in a real browser.

Usage: python -m screenshots.take SITE
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from mainstream.guide import load_guide
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from tests.browser.scoring_page import ScoringPage
from tests.browser.serving import serve_folder
from tests.browser.tool_page import ToolPage
from tests.browser.workshop_page import WorkshopPage, codes, responses
from tests.chromium import launch_chromium

HERE = Path(__file__).parent
DESK = ViewportSize(width=1280, height=800)
TALL_DESK = ViewportSize(width=1280, height=1060)  # shows the whole diagram
PHONE = ViewportSize(width=390, height=780)
PEOPLE = 14  # in an invented workshop
BLOCKS = (  # invented, as counted by an invented team
    ("The same form is filled in twice", 14),
    ("Two systems do not share a record", 9),
    ("A signature is waited for", 7),
    ("No interpreter on the phone", 5),
    ("Rules change without notice", 2),
)
MARKS = (4, 2, 4, 3, 5, 2, 4, 3, 2, 3, 1)  # an invented answer, one mark for each enabler


def main(site: Path) -> None:
    """Write one PNG for each picture that the README shows."""
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        _picture(_page(browser, address, DESK), "home")
        _picture(_page(browser, f"{address}enablers/reframing-risk/", DESK), "enabler")
        _picture(_question(browser, address), "scoring-phone")
        _picture(_result(browser, address), "result")
        _picture(_comparison(browser, address), "comparison")
        _picture(_presented(browser, address), "presenting")
        _picture(_four_rules(browser, address), "tool-phone")
        _picture(_counted(browser, address), "tool")
        browser.close()


def _page(browser: Browser, address: str, size: ViewportSize) -> Page:
    page = browser.new_page(viewport=size, reduced_motion="reduce")
    page.goto(address, wait_until="load")
    return page


def _question(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    scoring = ScoringPage(page, address).open()
    scoring.start()
    scoring.choose(scoring.enablers[0], MARKS[0])
    return page


def _result(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=TALL_DESK, reduced_motion="reduce")
    scoring = ScoringPage(page, address).open()
    scoring.answer(MARKS)
    scoring.see_result()
    return page


def _comparison(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=TALL_DESK, reduced_motion="reduce")
    framework = Framework.from_json(framework_data(load_guide(HERE.parent)))
    workshop = WorkshopPage(page, address).open("#gather")
    workshop.paste("\n".join(codes(framework, responses(framework, PEOPLE))))
    workshop.go("compare")
    workshop.expect_comparison()
    return page


def _presented(browser: Browser, address: str) -> Page:
    page = _comparison(browser, address)
    page.set_viewport_size(DESK)
    WorkshopPage(page, address).press("present")
    return page


def _four_rules(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    tool = ToolPage(page, address, "gateshead-four-rules").open()
    tool.part("about").fill("Pay for a bus pass")
    for rule, answer in (("legal", "yes"), ("necessary", "yes"), ("proportional", "not-sure")):
        tool.answer(f"rules.{rule}.answer", answer)
    tool.expect_verdict("Ask")
    tool.part("now").get_by_role("link").click()
    return page


def _counted(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport=TALL_DESK, reduced_motion="reduce")
    tool = ToolPage(page, address, "oldham-system-conditions").open()
    tool.part("about").fill("Two weeks at the front desk")
    for number, (what, count) in enumerate(BLOCKS, 1):
        if number > 1:
            tool.add_row()
        tool.cell(number, "what").fill(what)
        tool.cell(number, "count").fill(str(count))
    expect(tool.expect_page()).to_contain_text(BLOCKS[-1][0])
    tool.part("now").get_by_role("link").click()
    return page


def _picture(page: Page, name: str) -> None:
    page.screenshot(path=HERE / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
