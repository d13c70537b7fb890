"""A person answers: one enabler at a time, all on one page, with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editions import Edition, every_edition_in_test_all
from tests.browser.scoring_page import MARKS, ScoringPage


@pytest.mark.real_engine
def test_a_person_scores_from_the_start_to_the_result(page: Page, site: str) -> None:
    """The whole path: start, point of view, eleven enablers, check, result."""
    scoring = ScoringPage(page, site).open()
    scoring.answer_one_by_one()
    scoring.expect_chosen(MARKS)
    expect(scoring.part("check").locator("tbody tr")).to_have_count(12 + 3)
    expect(scoring.part("check-summary")).to_contain_text("1 enabler has no answer")
    scoring.see_result()
    expect(scoring.part("about")).to_contain_text("My organisation")
    expect(scoring.part("about")).to_contain_text("9 marks")
    expect(scoring.part("radar-wide").locator("svg[role=img]")).to_be_visible()
    rows = scoring.part("result").locator("tbody tr:not(.assess-table__group)")
    expect(rows).to_have_count(11)
    expect(rows.nth(0)).to_contain_text(re.compile(r"4\s+Agree"))
    expect(rows.nth(5)).to_contain_text("Not sure")
    expect(rows.nth(7)).to_contain_text("Not answered")
    expect(page).to_have_title(re.compile("Your result"))


@every_edition_in_test_all
def test_nothing_is_chosen_before_the_person_chooses(page: Page, site: str) -> None:
    """No radio button of the form is selected at first."""
    ScoringPage(page, site).open()
    assert page.locator("form input:checked").count() == 0


@every_edition_in_test_all
def test_each_step_takes_the_focus_to_its_heading(page: Page, site: str) -> None:
    """A screen reader hears where it is after Next, and again after the browser's Back."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    first, second = scoring.enablers[:2]
    expect(page.locator(f"#{first} h3")).to_be_focused()
    scoring.press("skip")
    expect(page.locator(f"#{second} h3")).to_be_focused()
    page.go_back()
    expect(page.locator(f"#{first} h3")).to_be_focused()
    expect(page.locator(f"#{second}")).to_be_hidden()


@every_edition_in_test_all
def test_the_progress_list_says_what_is_answered_and_leads_there(
    page: Page, edition: Edition
) -> None:
    """Each enabler stands in the list with its answer in words."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.start()
    first, second = scoring.enablers[:2]
    scoring.choose(first, 2)
    name = edition.say("assess.progress")
    links = page.get_by_role("navigation", name=name).locator("a")
    label = edition.framework.scale.labels[1]
    expect(links.nth(1)).to_contain_text(edition.say("assess.state_mark", mark=2, label=label))
    expect(links.nth(2)).to_contain_text(edition.say("assess.not_answered"))
    expect(links.nth(1)).to_have_attribute("aria-current", "step")
    expect(scoring.part("progress-count")).to_have_text(
        edition.say("assess.progress_count", count=1, total=len(edition.enablers))
    )
    links.nth(2).click()
    expect(page.locator(f"#{second} h3")).to_be_focused()


@every_edition_in_test_all
def test_a_link_to_an_enabler_opens_its_question(page: Page, edition: Edition) -> None:
    """The button on an enabler's page leads to that enabler's form."""
    scoring = ScoringPage(page, edition.site)
    enabler = edition.enablers[-1]
    page.goto(f"{edition.site}enablers/{enabler}/")
    page.locator(f'main a[href$="assess/#{enabler}"]').first.click()
    expect(page.locator(f"#{enabler} h3")).to_be_focused()
    expect(scoring.part("start")).to_be_hidden()


@every_edition_in_test_all
def test_all_on_one_page_shows_every_enabler_and_is_remembered(
    page: Page, edition: Edition
) -> None:
    """The choice holds after a reload."""
    scoring = ScoringPage(page, edition.site).open()
    page.get_by_role("radio", name=edition.say("assess.mode_all")).check()
    scoring.press("begin-button")
    for enabler in scoring.enablers:
        expect(page.locator(f"#{enabler}")).to_be_visible()
    for enabler, choice in zip(scoring.enablers, edition.choices, strict=True):
        scoring.choose(enabler, choice)
    page.reload()
    expect(page.locator(f"#{scoring.enablers[-1]}")).to_be_visible()
    scoring.expect_chosen(edition.choices)
    scoring.press("next")
    expect(scoring.part("check")).to_be_visible()


def test_a_reload_of_all_on_one_page_comes_back_to_the_last_question(page: Page, site: str) -> None:
    """The address follows the answers."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    scoring.press("switch-mode")
    scoring.choose(scoring.enablers[4], 2)
    page.reload()
    expect(page.locator(f"#{scoring.enablers[4]} h3")).to_be_in_viewport()


def test_the_skip_link_leaves_the_question_where_it_is(page: Page, site: str) -> None:
    """A link within the page changes the address and leads nowhere else."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    skip = page.locator("a.skip")
    skip.focus()
    skip.press("Enter")
    expect(page.locator(f"#{scoring.enablers[0]}")).to_be_visible()
    scoring.choose(scoring.enablers[0], 2)
    scoring.press("next")
    expect(page.locator(f"#{scoring.enablers[1]} h3")).to_be_focused()


@every_edition_in_test_all
def test_the_check_leads_to_a_change_and_back(page: Page, edition: Edition) -> None:
    """After "Change", the next step is the check again, with the new answer."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    second = edition.framework.enablers[1]
    change = edition.say("assess.check_change_label", title=second.title)
    page.get_by_role("link", name=change).click()
    scale = edition.framework.scale
    scoring.choose(second.id, scale.points)
    expect(scoring.part("next")).to_have_text(edition.say("assess.to_check"))
    scoring.press("next")
    expect(scoring.part("check").locator("tr", has_text=second.title)).to_contain_text(
        edition.say("assess.state_mark", mark=scale.points, label=scale.labels[-1])
    )


@every_edition_in_test_all
def test_with_nothing_answered_an_error_summary_leads_to_the_first_radio(
    page: Page, site: str
) -> None:
    """The summary takes the focus; its link goes to the first radio button."""
    scoring = ScoringPage(page, site).open()
    scoring.press("begin-button")
    scoring.press("to-check")
    scoring.press("see-result")
    expect(scoring.part("errors")).to_be_focused()
    scoring.press("errors-link")
    expect(page.locator(f"#{scoring.enablers[0]}-1")).to_be_focused()


@every_edition_in_test_all
def test_an_answer_can_be_cleared_again(page: Page, edition: Edition) -> None:
    """A radio button cannot be unchosen by itself, so each question has a button for it."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.start()
    first = scoring.enablers[0]
    scoring.choose(first, 3)
    clear = edition.say("assess.clear_answer")
    page.locator(f"#{first}").get_by_role("button", name=clear).click()
    assert scoring.chosen[0] is None
    expect(page.locator(f"#{first}-1")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text(
        edition.say("assess.cleared", title=edition.framework.enablers[0].title)
    )
    assert scoring.kept is not None
    assert scoring.kept["answers"] == {}


def test_typing_on_a_radio_button_does_not_leave_the_page(page: Page, site: str) -> None:
    """The theme's single-key shortcuts for the next page and the search stay out of the form."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    page.locator(f"#{scoring.enablers[0]}-3").focus()
    for key in "nps.,f/":
        page.keyboard.press(key)
    assert page.url == f"{scoring.address}#{scoring.enablers[0]}"
    expect(page.locator(f"#{scoring.enablers[0]}-3")).to_be_focused()


@every_edition_in_test_all
def test_the_keyboard_alone_reaches_the_result(page: Page, site: str) -> None:
    """Tab, arrows, Space and Enter are enough from the address bar to the code."""
    scoring = ScoringPage(page, site).open()
    tab_to(page, '[data-part="begin-button"]')
    page.keyboard.press("Enter")
    tab_to(page, "#point-of-view input")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, '[data-part="next"]')
    page.keyboard.press("Enter")
    for enabler in scoring.enablers:
        expect(page.locator(f"#{enabler} h3")).to_be_focused()
        tab_to(page, f"#{enabler} input")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    tab_to(page, '[data-part="see-result"]')
    page.keyboard.press("Enter")
    scoring.expect_result()
    scoring.expect_chosen([2] * len(scoring.enablers))
    tab_to(page, '[data-part="copy-code"]')


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on a matching element, which must be there to be seen."""
    for _ in range(200):
        page.keyboard.press("Tab")
        focused = page.locator("*:focus")
        if focused.count() and focused.evaluate("(e, s) => e.matches(s)", selector):
            assert focused.is_visible()
            return
    raise AssertionError(f"Tab never reaches {selector}")
