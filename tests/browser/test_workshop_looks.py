"""The workshop page for everyone: narrow, dark, forced colours, keyboard, paper, axe."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from mainstream.scoring.answers.framework import Framework
from tests.browser.conftest import OpenContext, RunAxe
from tests.browser.editions import (
    WIDE,
    Edition,
    Scheme,
    every_edition_in_test_all,
    every_look,
)
from tests.browser.test_assess_looks import TOO_SMALL
from tests.browser.workshop_page import STEPS, WorkshopPage, codes, responses

# What is in a box that scrolls by itself, also by keyboard, may be wider than the page.
TOO_WIDE = """[...document.querySelectorAll(".workshop *")]
  .filter((element) => element.checkVisibility()
    && !element.closest(".assess-scroll")
    && (element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
      || element.getBoundingClientRect().left < -1))
  .map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="session")
def people(framework: Framework) -> str:
    """Eleven people's codes, a line each."""
    return "\n".join(codes(framework, responses(framework, 11)))


@every_look
def test_every_state_is_clean_and_fits(
    open_context: OpenContext,
    edition: Edition,
    axe: RunAxe,
    people: str,
    scheme: Scheme,
    size: ViewportSize,
) -> None:
    """Axe finds nothing, nothing is too wide, every target has 44 pixels, empty to decided."""
    page = open_context(viewport=size, color_scheme=scheme, reduced_motion="reduce").new_page()
    workshop = WorkshopPage(page, edition.site).open()
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {problem}" for problem in axe(page))
        found.extend(f"{state}: too wide: {element}" for element in page.evaluate(TOO_WIDE))
        found.extend(f"{state}: too small: {element}" for element in page.evaluate(TOO_SMALL))

    expect(workshop.part("qr").locator("svg")).to_be_visible()
    for step in STEPS:
        workshop.go(step)
        look(f"{step}, empty")
    workshop.go("plan")
    page.locator("#plan-groups").fill("Front line\nA group with averyveryverylongnamethatneverends")
    workshop.go("gather")
    workshop.part("gather-group").select_option("Front line")
    workshop.paste("\n".join([*people.splitlines()[:5], "hello", people.splitlines()[0]]))
    look("verdicts")
    odd = [
        [str((person + place) % 5) for place in range(len(edition.enablers))] for person in range(4)
    ]
    odd[0][0] = "It depends"
    table = [[f"Q{place}" for place in range(len(edition.enablers))], *odd]
    csv = "\n".join(",".join(line) for line in table).encode()
    workshop.choose_files({"name": "odd.csv", "mimeType": "text/csv", "buffer": csv})
    expect(workshop.part("mapping-title")).to_be_focused()
    look("a table to read")
    workshop.press("mapping-no")
    workshop.part("gather-group").select_option(index=2)
    workshop.paste("\n".join(people.splitlines()[5:]))
    workshop.part("people-box").locator("summary").click()
    workshop.part("hands-box").locator("summary").click()
    workshop.part("hands").get_by_role("button").click()
    look("people, and hands with an error")
    workshop.go("compare")
    workshop.expect_comparison()
    page.locator(".workshop-plot__details summary").first.click()
    look("comparison")
    workshop.press("present")
    expect(workshop.part("present-title")).to_be_focused()
    look("presenting, the whole picture")
    for screen in ("marks", "texts"):
        workshop.press("present-next")
        look(f"presenting, {screen}")
    page.keyboard.press("Escape")
    workshop.go("decide")
    for id_ in (edition.enablers[0], edition.enablers[-1]):
        page.locator(f"label[for=priority-{id_}]").click()
    page.locator(".workshop-priority summary").first.click()
    look("decide, two priorities")
    workshop.go("keep")
    workshop.press("delete")
    look("keep, asked to delete")
    workshop.press("delete-yes")
    expect(workshop.part("notice")).to_be_visible()
    look("deleted, with a way back")
    assert found == []


@every_edition_in_test_all
def test_without_scripts_it_is_a_table_to_count_hands(
    open_context: OpenContext, edition: Edition
) -> None:
    """It says so, leads to the paper form, and shows no button that does nothing."""
    page = open_context(java_script_enabled=False, viewport=WIDE).new_page()
    page.goto(f"{edition.site}workshop/")
    expect(page.get_by_text(edition.say("session.unscripted"))).to_be_visible()
    paper = edition.say("session.paper_link")
    expect(page.get_by_role("link", name=paper)).to_be_visible()
    boxes = len(edition.enablers) * (edition.framework.scale.points + 2)
    assert page.locator(".workshop-hands__table input:visible").count() == boxes
    assert page.locator(".workshop button:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".workshop-hands__table input:visible").count() == boxes


def test_the_keyboard_alone_gets_from_the_paste_to_the_plan(
    page: Page, site: str, people: str
) -> None:
    """Tab, Enter and Space: steps, box, priority, shift."""
    workshop = WorkshopPage(page, site).open()

    def tab_to(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    tab_to('[data-step="gather"]')
    page.keyboard.press("Enter")
    expect(page.locator("#gather-title")).to_be_focused()
    tab_to("#paste")
    page.keyboard.insert_text(people)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    workshop.expect_verdict("Added 11 people’s answers.")
    page.evaluate("scrollTo(0, 0)")
    workshop.part("title").focus()
    tab_to('[data-step="decide"]')
    page.keyboard.press("Enter")
    tab_to("#priority-reframing-risk")
    page.keyboard.press("Space")
    tab_to('[data-field="from"]')
    page.keyboard.insert_text("Slow")
    expect(workshop.part("plan-sheet")).to_contain_text("From “Slow”")


@every_edition_in_test_all
@pytest.mark.parametrize(
    ("what", "button", "shown"),
    [
        ("invitation", "print-invitation", "paper-qr"),
        ("pack", "print-pack", "plots"),
        ("plan", "print-plan", "plan-sheet"),
    ],
)
def test_each_print_shows_its_part_alone(
    page: Page, edition: Edition, people: str, what: str, button: str, shown: str
) -> None:
    """The invitation with its code, the comparison, the plan; no controls."""
    workshop = WorkshopPage(page, edition.site).open("#gather")
    workshop.paste(people)
    page.evaluate("window.print = () => { document.title = 'printed' }")
    step = {"invitation": "plan", "pack": "compare", "plan": "decide"}[what]
    workshop.go(step)
    if step == "decide":
        page.locator(f"label[for=priority-{edition.enablers[0]}]").click()
    if step == "compare":
        workshop.expect_comparison()
    workshop.press(button)
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(workshop.part(shown)).to_be_visible()
    assert page.locator(".workshop button:visible").count() == 0
    parts = {"paper-qr", "plots", "plan-sheet"} - {shown}
    for other in parts:
        expect(workshop.part(other)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#workshop")).not_to_have_attribute("data-print", what)


def test_forced_colours_tell_the_words_apart(
    open_context: OpenContext, site: str, people: str
) -> None:
    """A split has a thicker border, so that colour is not needed."""
    page = open_context(forced_colors="active", viewport=WIDE).new_page()
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.paste(people)
    workshop.go("compare")
    workshop.expect_comparison()
    words = page.locator(".workshop-order .workshop-word")
    widths = words.evaluate_all(
        "all => all.map((word) => [word.dataset.word, getComputedStyle(word).borderTopWidth])"
    )
    assert {width for word, width in widths if word == "split"} <= {"4px"}
    assert {width for word, width in widths if word != "split"} == {"2px"}
