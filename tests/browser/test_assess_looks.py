"""The scoring page for everyone: narrow, dark, forced colours, on paper, without scripts, axe."""

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import OpenContext, RunAxe
from tests.browser.editions import (
    NARROW,
    WIDE,
    Edition,
    Scheme,
    every_edition,
    every_edition_in_test_all,
    every_look,
)
from tests.browser.scoring_page import ScoringPage

TOO_WIDE = """[...document.querySelectorAll(".assess *")]
  .filter((element) => element.checkVisibility()
    && (element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
      || element.getBoundingClientRect().left < -1))
  .map((element) => element.outerHTML.slice(0, 120))"""
TOO_SMALL = """[...document.querySelectorAll(
    ".assess :is(button, summary, textarea, input, .assess-progress__list a)")]
  .filter((element) => element.checkVisibility())
  .filter((element) => { const box = element.getBoundingClientRect();
    return box.height < 44 || box.width < 44; })
  .map((element) => element.outerHTML.slice(0, 120))"""


@every_look
def test_every_state_is_clean_and_fits(
    open_context: OpenContext,
    edition: Edition,
    axe: RunAxe,
    scheme: Scheme,
    size: ViewportSize,
) -> None:
    """Axe finds nothing, nothing is too wide, every target has 44 pixels, empty to finished."""
    page = open_context(viewport=size, color_scheme=scheme, reduced_motion="reduce").new_page()
    scoring = ScoringPage(page, edition.site).open()
    found: list[str] = []

    def look(state: str) -> None:
        found.extend(f"{state}: {problem}" for problem in axe(page))
        found.extend(f"{state}: too wide: {element}" for element in page.evaluate(TOO_WIDE))
        found.extend(f"{state}: too small: {element}" for element in page.evaluate(TOO_SMALL))

    look("start")
    scoring.open_load_box()
    scoring.press("load-button")
    look("load box with an error")
    scoring.press("begin-button")
    look("point of view")
    if scoring.part("progress-box").get_attribute("open") is None:
        scoring.part("progress-box").locator("summary").click()
    scoring.press("to-check")
    scoring.press("see-result")
    look("check with nothing answered")
    page.goto(scoring.address)
    scoring.start()
    for enabler, choice in zip(scoring.enablers[:5], edition.choices[:5], strict=True):
        scoring.choose(enabler, choice)
        page.locator(f"#{enabler}-note").fill("A note with averyveryverylongwordthatneverends" * 3)
        scoring.press("next")
    look("half filled")
    scoring.press("switch-mode")
    look("all on one page, half filled")
    scoring.press("delete")
    look("asked to delete")
    scoring.press("delete-no")
    scoring.press("next")
    look("check")
    scoring.see_result()
    look("result")
    link = scoring.part("share-link").input_value()
    page.goto(f"{edition.site}privacy/")
    page.goto(link)
    expect(scoring.part("incoming")).to_be_visible()
    look("a link that holds answers")
    scoring.press("incoming-yes")
    expect(scoring.part("notice")).to_be_visible()
    look("answers replaced, with a way back")
    assert found == []


@every_edition_in_test_all
def test_the_diagram_has_a_wide_and_a_narrow_form(
    open_context: OpenContext, edition: Edition
) -> None:
    """At 320 pixels the narrow one with short titles, at 1280 the wide one with whole titles."""
    page = open_context(viewport=NARROW).new_page()
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    expect(scoring.part("radar-narrow")).to_be_visible()
    expect(scoring.part("radar-wide")).to_be_hidden()
    page.set_viewport_size(WIDE)
    expect(scoring.part("radar-wide")).to_be_visible()
    expect(scoring.part("radar-narrow")).to_be_hidden()


@every_edition
def test_without_scripts_it_is_a_paper_form(open_context: OpenContext, edition: Edition) -> None:
    """All of it can be filled in, the page says what it cannot do, and no button does nothing."""
    page = open_context(java_script_enabled=False, viewport=NARROW).new_page()
    page.goto(f"{edition.site}assess/")
    expect(page.get_by_text(edition.say("assess.paper_title"))).to_be_visible()
    assert page.locator(".assess-step__statements li:visible").count() == edition.statements
    framework, answers = edition.framework, edition.framework.scale.points + 2
    assert page.locator("form input[type=radio]:visible").count() == (
        len(framework.points_of_view) + len(framework.enablers) * answers
    )
    expect(page.locator(".assess-paper svg:visible")).to_have_count(1)
    last = edition.enablers[-1]
    page.locator(f'[name="mark-{last}"][value="4"]').check()
    expect(page.locator(f'[name="mark-{last}"]:checked')).to_have_count(1)
    assert page.locator(".assess button:visible").count() == 0
    page.emulate_media(media="print")
    expect(page.locator(".assess-paper .assess-radar__wide svg")).to_be_visible()


@every_edition_in_test_all
def test_the_blank_form_prints_whole(page: Page, edition: Edition) -> None:
    """From the start page: every enabler, the diagram to draw on, none of the controls."""
    scoring = ScoringPage(page, edition.site).open()
    page.evaluate("window.print = () => { document.title = 'printed' }")
    scoring.press("print-paper")
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    assert page.locator(".assess-step__statements li:visible").count() == edition.statements
    expect(page.locator(".assess-paper .assess-radar__wide svg")).to_be_visible()
    assert page.locator(".assess button:visible").count() == 0
    expect(scoring.part("progress")).to_be_hidden()
    expect(scoring.part("keep")).to_be_hidden()


@every_edition_in_test_all
def test_the_result_prints_without_the_form(page: Page, edition: Edition) -> None:
    """The wide diagram, the table, the suggestions and the code; no control, no form."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    page.set_viewport_size(NARROW)
    page.emulate_media(media="print")
    expect(scoring.part("radar-wide")).to_be_visible()
    expect(scoring.part("radar-narrow")).to_be_hidden()
    expect(scoring.part("code")).to_be_visible()
    expect(page.locator(".suggestion").first).to_be_visible()
    expect(scoring.part("form")).to_be_hidden()
    assert page.locator(".assess button:visible").count() == 0


def test_forced_colours_show_what_is_chosen_and_where_the_focus_is(
    open_context: OpenContext, site: str
) -> None:
    """The mark of a chosen radio and the ring of the focused one are drawn in system colours."""
    page = open_context(forced_colors="active", viewport=WIDE).new_page()
    scoring = ScoringPage(page, site).open()
    scoring.start()
    enabler = scoring.enablers[0]
    label = page.locator(f'label[for="{enabler}-4"]')
    blank = label.screenshot()
    scoring.choose(enabler, 4)
    page.mouse.move(0, 0)
    page.locator(f"#{enabler}-note").focus()
    box = page.locator(".choice", has=label)
    chosen = box.screenshot()
    assert chosen != blank
    expect(page.locator(f"#{enabler}")).to_contain_text("Clear this answer")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(f"#{enabler}-4")).to_be_focused()
    assert box.screenshot() != chosen
    scoring.press("to-check")
    scoring.see_result()
    canvas = page.evaluate(
        """() => { const e = document.body.appendChild(document.createElement("i"));
             e.style.color = "CanvasText"; return getComputedStyle(e).color; }"""
    )
    text = page.locator('[data-part="radar-wide"] svg text').first
    assert text.evaluate("(e) => getComputedStyle(e.closest('svg')).color") == canvas


def test_the_answered_state_is_said_in_words(page: Page, site: str) -> None:
    """Not by colour alone: the progress list names each answer."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    scoring.choose(scoring.enablers[0], "does-not-apply")
    states = page.locator('nav [data-part="state"]')
    expect(states).to_have_text(
        ["My organisation", "Does not apply", *["Not answered"] * 10], use_inner_text=True
    )
