"""Each kind of tool in its whole use, as a practitioner goes about it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mainstream.guide import Guide
from mainstream.guide.model.tools import RulesCheck
from tests.browser.tool_page import ToolPage


@pytest.mark.real_engine
def test_four_rules_pause_ask_or_say_what_to_write_down(
    page: Page, site: str, guide: Guide
) -> None:
    """One “no” pauses with its reason, “not sure” names a role, four yeses ask for a record."""
    tool = guide.case_study("gateshead-four-rules").tool
    assert tool
    (section,) = tool.sections
    assert isinstance(section, RulesCheck)
    first, second, *_ = section.rules
    sheet = ToolPage(page, site, "gateshead-four-rules").open()
    sheet.part("about").fill("Pay for a bus pass")
    sheet.answer(f"rules.{first.id}.answer", "no")
    sheet.write(f"rules.{first.id}.reason", "We found no power")
    sheet.expect_verdict("Pause")
    done = sheet.part("page")
    expect(done).to_contain_text("We found no power")
    expect(done).to_contain_text(first.if_no)
    sheet.answer(f"rules.{first.id}.answer", "not-sure")
    sheet.expect_verdict("Ask before you go on")
    expect(done).to_contain_text(first.ask)
    for rule in section.rules:
        sheet.answer(f"rules.{rule.id}.answer", "yes")
        sheet.write(f"rules.{rule.id}.reason", f"Because of {rule.id}")
    sheet.expect_verdict("Within the rules")
    for rule in section.rules:
        expect(done).to_contain_text(rule.write_down)
    expect(done).to_contain_text(tool.is_not)
    expect(done).not_to_contain_text("approved")
    sheet.sheet.locator(f'[data-clears="rules.{second.id}.answer"]').click()
    sheet.expect_verdict("3 of 4 answered")


def test_a_lens_has_proposals_side_by_side_and_elements_of_ones_own(page: Page, site: str) -> None:
    """An element renamed and one added are asked of every proposal; a removed one comes back."""
    sheet = ToolPage(page, site, "oldham-model").open()
    sheet.cell(1, "title", "proposals").fill("A market for makers")
    sheet.row(1, "proposals").get_by_label("Helps").first.check()
    sheet.add_row("proposals")
    sheet.cell(2, "title", "proposals").fill("A grant scheme")
    sheet.row(2, "proposals").get_by_label("Harms").first.check()
    sheet.expect_verdict("Something would be harmed")
    heads = sheet.part("blocks").locator("thead th")
    expect(heads).to_have_text(["Element", "A market for makers", "A grant scheme"])
    sheet.sheet.locator(".tool-elements summary").click()
    sheet.cell(1, "title", "proposals.elements").fill("A fair economy")
    sheet.add_row("proposals.elements")
    sheet.cell(4, "title", "proposals.elements").fill("A green place")
    expect(sheet.row(2, "proposals").locator("legend")).to_contain_text(
        ["Proposal 2", "A fair economy", "", "", "A green place"]
    )
    expect(sheet.row(1, "proposals").get_by_label("Helps").first).to_be_checked()
    expect(sheet.part("blocks")).to_contain_text("A green place")
    sheet.row(1, "proposals.elements").locator('[data-part="row-remove"]').click()
    expect(sheet.part("blocks")).not_to_contain_text("A fair economy")
    sheet.press("notice-undo")
    expect(sheet.part("blocks")).to_contain_text("A fair economy")
    expect(sheet.row(1, "proposals").get_by_label("Helps").first).to_be_checked()


def test_stages_end_in_a_dated_record_with_the_reason(page: Page, site: str) -> None:
    """Doing nothing is among the options; two chosen are questioned; what was skipped is named."""
    sheet = ToolPage(page, site, "joint-decision-making-model").open()
    sheet.part("date").fill("2026-11-20")
    sheet.write("stages.assess.notes", "A quarrel between neighbours")
    done = sheet.part("page")
    expect(done).to_contain_text("Left blank on the way")
    expect(done.get_by_role("rowheader", name="Do nothing")).to_be_visible()
    sheet.cell(1, "title").fill("Visit both together")
    for tick in sheet.sheet.get_by_label("This is what we choose").all():
        tick.check(force=True)
    expect(done).to_contain_text("More than one option is chosen")
    sheet.cell(1, "chosen").uncheck()
    expect(done).to_contain_text("Chosen: Do nothing")
    expect(done).to_contain_text("Write down why")
    sheet.write("stages.act.notes", "A visit would make it worse")
    expect(done).to_contain_text("A visit would make it worse")
    expect(sheet.part("page-about")).to_contain_text("20 November 2026")


@pytest.mark.real_engine
def test_a_log_counts_merges_sorts_and_goes_to_a_table_and_back(
    page: Page, site: str, tmp_path: Path
) -> None:
    """Add, count up, make one of two, sort, chart, escalation sheet, CSV out and in."""
    sheet = ToolPage(page, site, "oldham-system-conditions").open()
    rows = (
        ("Forms twice", "2", "slight"),
        ("No interpreter", "1", "no-help"),
        ("forms TWICE", "3", ""),
    )
    for number, (what, count, effect) in enumerate(rows, 1):
        if number > 1:
            sheet.add_row()
        sheet.cell(number, "what").fill(what)
        sheet.cell(number, "count").fill(count)
        sheet.cell(number, "effect").select_option(effect)
    sheet.cell(2, "decider").select_option(label="A partner organisation")
    sheet.row(2).get_by_role("button", name="One more").click()
    expect(sheet.cell(2, "count")).to_have_value("2")
    done = sheet.expect_page()
    expect(done).to_contain_text("Counted in all: 7")
    done.get_by_role("button", name="Make one").click()
    expect(sheet.part("notice-text")).to_be_focused()
    expect(sheet.cell(1, "count")).to_have_value("5")
    assert sheet.part("row-fields").count() == 2
    expect(done.locator("svg.pareto rect")).to_have_count(2)
    expect(done).to_contain_text("To take to: A partner organisation")
    sheet.sheet.get_by_role("button", name="Sort by how grave").click()
    expect(sheet.cell(1, "what")).to_have_value("No interpreter")
    sheet.sheet.get_by_role("button", name="Sort by how often").click()
    expect(sheet.cell(1, "what")).to_have_value("Forms twice")
    sheet.press("notice-undo")
    expect(sheet.cell(1, "what")).to_have_value("No interpreter")

    sheet.sheet.locator(".tool-exchange summary").click()
    table = sheet.save(sheet.part("table-out"), tmp_path)
    text = table.read_text("utf-8-sig")
    assert "No interpreter" in text and "A partner organisation" in text
    table.write_text(text + '"=2+2","many","Somebody goes without help","",""\r\n', "utf-8")
    sheet.part("table-in").set_input_files(table)
    expect(sheet.part("notice")).to_contain_text("3 rows are added")
    expect(sheet.part("notice")).to_contain_text("Row 4, “How often”: “many” is not a whole number")
    expect(sheet.cell(5, "what")).to_have_value("=2+2")
    sheet.press("notice-undo")
    assert sheet.part("row-fields").count() == 2


def test_a_table_that_is_none_changes_nothing(page: Page, site: str) -> None:
    """It says what the first line must hold; what was entered stays."""
    sheet = ToolPage(page, site, "oldham-system-conditions").open()
    sheet.cell(1, "what").fill("Forms twice")
    sheet.sheet.locator(".tool-exchange summary").click()
    wrong = {"name": "a.csv", "mimeType": "text/csv", "buffer": b"Colour,Size\nred,3\n"}
    sheet.part("table-in").set_input_files(wrong)  # type: ignore[arg-type]
    expect(sheet.part("notice")).to_contain_text(
        "Its first line must name the columns: What got in the way"
    )
    expect(sheet.cell(1, "what")).to_have_value("Forms twice")


def test_a_checklist_gives_a_next_step_for_what_is_not_ready(page: Page, site: str) -> None:
    """What is ready needs none."""
    sheet = ToolPage(page, site, "redcar-procuring-a-partner").open()
    for answers in sheet.sheet.locator(".tool-answers").all():
        answers.get_by_text("Ready", exact=True).click()
    done = sheet.expect_page()
    expect(sheet.sheet.locator(".tool-verdict")).to_contain_text("every point is ready")
    sheet.answer("readiness.values.state", "not-yet")
    expect(done).to_contain_text("Write three values")
    sheet.expect_verdict("1 of ")


def test_a_builder_makes_a_page_and_names_what_is_missing(page: Page, site: str) -> None:
    """Ticks and texts stand under their leads; an optional field is not missed."""
    sheet = ToolPage(page, site, "redcar-key-workers").open()
    sheet.write("page.purpose", "To walk beside people")
    sheet.sheet.get_by_text("Stay when it gets hard").click()
    done = sheet.expect_page()
    expect(done.get_by_role("heading", name="What you are here for")).to_be_visible()
    expect(done).to_contain_text("• Stay when it gets hard")
    expect(done).to_contain_text("Who backs you, and when do you turn to them?")
    expect(done).not_to_contain_text("What happens in the first weeks?")


def test_a_ladder_warns_of_a_skipped_step(page: Page, site: str) -> None:
    """Where it stands is the first step that is not passed, whatever is said of later ones."""
    sheet = ToolPage(page, site, "gateshead-phases").open()
    sheet.answer("phases.efficient.answer", "yes")
    sheet.answer("phases.effective.answer", "not-sure")
    sheet.expect_verdict("Now at: Effective")
    expect(sheet.part("page")).to_contain_text(
        "“Efficient” is answered while “Effective” is still open"
    )
    sheet.answer("phases.effective.answer", "yes")
    sheet.expect_verdict("Now at: Sustainable")
    sheet.open("")
    other = ToolPage(page, site, "greater-manchester-escalation").open()
    other.answer("levels.local.answer", "no")
    expect(other.part("page")).to_contain_text("Now at: Regional")
    other.answer("levels.regional.answer", "yes")
    expect(other.part("page")).to_contain_text("This is the place to settle it: Regional")


def test_two_views_are_compared(page: Page, site: str) -> None:
    """The widest gap comes first; the first step is written together."""
    sheet = ToolPage(page, site, "barking-and-dagenham-trust").open()
    sheet.answer("trust.equals.first.answer", "mostly")
    sheet.answer("trust.equals.second.answer", "in-part")
    sheet.answer("trust.bad-news.first.answer", "fully")
    sheet.answer("trust.bad-news.second.answer", "hardly")
    sheet.answer("trust.success.first.answer", "mostly")
    sheet.answer("trust.success.second.answer", "mostly")
    sheet.expect_verdict("Agreed: 1. Differing: 2. Open: 2.")
    apart = sheet.part("page").locator(".tool-block--points").nth(1).locator("li")
    expect(apart).to_contain_text(["Bad news", "As equals"])
    sheet.write("trust.together.step", "Visit each other")
    expect(sheet.part("page")).to_contain_text("Visit each other")


@pytest.mark.parametrize(
    ("duty", "wish", "said"),
    [
        ("duty", "remove", "The law requires it, so it stays"),
        ("not-sure", "change", "Ask your legal adviser"),
        ("no-duty", "remove", "Not yet. Write a reason why nothing need take its place"),
        ("no-duty", "replace", "Not yet. Write what takes its place"),
    ],
)
def test_no_rule_is_removed_without_a_replacement_or_a_reason(
    page: Page, site: str, duty: str, wish: str, said: str
) -> None:
    """Nor one that the law requires, or might."""
    sheet = ToolPage(page, site, "policy-bonfire").open()
    sheet.cell(1, "what").fill("Sign every form twice")
    sheet.cell(1, "duty").select_option(duty)
    sheet.cell(1, "wish").select_option(wish)
    sheet.expect_verdict("Rule: 1")
    expect(sheet.part("page")).to_contain_text(said)


def test_an_agenda_says_where_its_minutes_go_and_when_they_are_too_many(
    page: Page, site: str
) -> None:
    """By kind, against the length of the meeting."""
    sheet = ToolPage(page, site, "boards-that-learn").open()
    sheet.sheet.locator('input[data-field="agenda.limit"]').fill("60")
    for number, (kind, minutes) in enumerate((("formal", "45"), ("learning", "30")), 1):
        if number > 1:
            sheet.add_row()
        sheet.cell(number, "what").fill(f"Item {number}")
        sheet.cell(number, "kind").select_option(kind)
        sheet.cell(number, "minutes").fill(minutes)
    done = sheet.expect_page()
    expect(done).to_contain_text("Planned: 75 of 60. That is 15 too many.")
    expect(done).to_contain_text("No time is set aside for: Relationships.")
    expect(done.locator("caption")).to_contain_text(["All points", "Formal business: 45"])
    sheet.cell(1, "minutes").fill("twenty")
    expect(done).to_contain_text("Row 1, “Minutes”: “twenty” is not a whole number")
