"""Sheets survive what may happen to a browser, and go from one to another as a file."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from mainstream.guide import Guide
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from tests.browser.conftest import OpenContext
from tests.browser.scoring_page import ScoringPage
from tests.browser.test_assess_engine import RUNTIME, missing
from tests.browser.test_assess_keeping import REFUSED_STORAGE
from tests.browser.tool_page import ToolPage
from tests.browser.workshop_page import WorkshopPage, codes, responses

RULES = "gateshead-four-rules"
LOG = "oldham-system-conditions"


def written(page: Page, site: str, title: str = "Pay for a bus pass") -> ToolPage:
    """A sheet of the four rules with two things in it."""
    tool = ToolPage(page, site, RULES).open()
    tool.part("about").fill(title)
    tool.answer("rules.legal.answer", "no")
    return tool


def test_a_second_sheet_leaves_the_first_and_either_can_be_chosen(page: Page, site: str) -> None:
    """Both are listed by what they are about."""
    tool = written(page, site)
    tool.press("new")
    expect(tool.part("about")).to_be_focused()
    expect(tool.part("about")).to_have_value("")
    tool.part("about").fill("Lend a phone")
    expect(tool.part("which").locator("option")).to_have_text(
        ["Pay for a bus pass", "Lend a phone"]
    )
    tool.part("which").select_option("Pay for a bus pass")
    expect(tool.part("about")).to_have_value("Pay for a bus pass")
    expect(tool.sheet.locator("#sheet-rules-legal-answer-no")).to_be_checked()
    assert [sheet["title"] for sheet in tool.kept] == ["Pay for a bus pass", "Lend a phone"]


def test_clearing_can_be_undone(page: Page, site: str) -> None:
    """The sheet is gone from the browser, and back as it was."""
    tool = written(page, site)
    before = tool.kept
    tool.press("clear")
    expect(tool.part("about")).to_have_value("")
    assert tool.kept == []
    tool.press("notice-undo")
    expect(tool.part("about")).to_have_value("Pay for a bus pass")
    assert tool.kept == before


def test_what_is_entered_before_an_undo_stays(page: Page, site: str) -> None:
    """After a row was removed, and after the sheet was cleared."""
    tool = ToolPage(page, site, LOG).open()
    tool.cell(1, "what").fill("Forms twice")
    tool.add_row()
    tool.cell(2, "what").fill("No interpreter")
    tool.row(1).locator('[data-part="row-remove"]').click()
    tool.part("about").fill("Two weeks")
    tool.press("notice-undo")
    expect(tool.cell(1, "what")).to_have_value("Forms twice")
    expect(tool.part("about")).to_have_value("Two weeks")
    tool.press("clear")
    tool.part("about").fill("Entered since")
    tool.press("notice-undo")
    expect(tool.cell(2, "what")).to_have_value("No interpreter")
    assert {sheet["title"] for sheet in tool.kept} == {"Two weeks", "Entered since"}


def test_a_file_opens_elsewhere_with_what_is_there_left_alone(
    open_context: OpenContext, site: str, tmp_path: Path
) -> None:
    """Another person's browser has both sheets then; the same file twice adds nothing."""
    first = written(open_context().new_page(), site)
    first.write("rules.legal.reason", "No power — yet")
    file = first.save(first.part("save"), tmp_path)
    data = json.loads(file.read_text("utf-8"))
    assert data["format"] == "mainstream.workshop"
    assert [sheet["title"] for sheet in data["tool_records"]] == ["Pay for a bus pass"]

    second = written(open_context().new_page(), site, "Lend a phone")
    second.part("open-file").set_input_files(file)
    notice = second.part("notice-text")
    expect(notice).to_have_text("One sheet is added.")
    expect(second.part("about")).to_have_value("Pay for a bus pass")
    expect(second.sheet.locator("#sheet-rules-legal-reason")).to_have_value("No power — yet")
    assert len(second.kept) == 2
    second.part("open-file").set_input_files(file)
    expect(notice).to_have_text("Every sheet of this file is here already.")
    wrong = tmp_path / "wrong.json"
    for text, said in (("{", "damaged"), ('{"format": "mainstream.tally"}', "something else")):
        wrong.write_text(text)
        second.part("open-file").set_input_files(wrong)
        expect(second.part("file-error")).to_contain_text(said)
        expect(second.part("file-error")).to_be_focused()
    assert len(second.kept) == 2


def test_the_workshops_file_holds_the_sheets_and_brings_them(
    open_context: OpenContext, site: str, tmp_path: Path, guide: Guide
) -> None:
    """Unless the facilitator leaves them out; the tool's page opens the same file."""
    context = open_context()
    tool = written(context.new_page(), site)
    workshop = WorkshopPage(context.new_page(), site).open("#plan")
    workshop.page.locator("#plan-name").fill("What next?")
    workshop.go("keep")
    expect(workshop.part("file-sheets-label")).to_contain_text("Put the tool sheet that")
    file = workshop.save(workshop.part("save-workshop"), tmp_path)
    assert len(json.loads(file.read_text("utf-8"))["tool_records"]) == 1
    workshop.page.locator("label[for=file-sheets]").click()
    without = workshop.save(workshop.part("save-workshop"), tmp_path / "without")
    assert "tool_records" not in json.loads(without.read_text("utf-8"))

    elsewhere = open_context()
    opened = WorkshopPage(elsewhere.new_page(), site).open("#keep")
    opened.part("open-file").set_input_files(file)
    expect(opened.part("notice")).to_contain_text("open")
    assert "tool_records" not in (opened.kept or {})
    there = ToolPage(elsewhere.new_page(), site, RULES).open()
    expect(there.part("about")).to_have_value("Pay for a bus pass")
    opened.press("notice-undo")
    expect(there.part("about")).to_have_value("")
    there.part("open-file").set_input_files(file)
    expect(there.part("about")).to_have_value("Pay for a bus pass")
    assert tool.kept == there.kept


def test_two_tabs_of_different_tools_do_not_overwrite_each_other(
    open_context: OpenContext, site: str
) -> None:
    """Each keeps its own sheet next to the other's."""
    context = open_context()
    rules = written(context.new_page(), site)
    log = ToolPage(context.new_page(), site, LOG).open()
    log.cell(1, "what").fill("Forms twice")
    rules.write("rules.legal.reason", "No power")
    log.cell(1, "count").fill("4")
    assert {sheet["tool"] for sheet in log.kept} == {RULES, LOG}
    assert log.kept[0]["fields"]["rules.legal.reason"] == "No power"
    twin = ToolPage(context.new_page(), site, RULES).open()
    twin.part("about").fill("Changed elsewhere")
    expect(rules.part("about")).to_have_value("Changed elsewhere")
    rules.press("notice-undo")
    expect(twin.part("about")).to_have_value("Pay for a bus pass")


@pytest.mark.real_engine
def test_without_the_engine_nothing_is_lost(page: Page, site: str, tmp_path: Path) -> None:
    """The page says so, saves and prints; once the engine is there the result comes."""
    page.context.route(RUNTIME, missing)
    tool = written(page, site)
    expect(tool.part("engine-title")).to_be_visible()
    file = tool.save(tool.part("engine-file"), tmp_path)
    assert "bus pass" in file.read_text("utf-8")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    tool.press("engine-print")
    expect(page).to_have_title("printed")
    page.emulate_media(media="print")
    expect(tool.part("about")).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.context.unroute(RUNTIME)
    tool.press("engine-retry")
    tool.expect_verdict("Pause")
    expect(tool.part("engine")).to_be_hidden()


def test_where_storage_is_refused_it_says_so_and_works(
    open_fresh_context: OpenContext, site: str
) -> None:
    """Leaving the page is questioned, because nothing is kept."""
    context = open_fresh_context()
    context.add_init_script(REFUSED_STORAGE)
    tool = written(context.new_page(), site)
    tool.expect_verdict("Pause")
    expect(tool.part("keep-state")).to_contain_text("Save a file before you leave")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    tool.page.once("dialog", leave)
    tool.page.reload()
    assert asked == ["beforeunload"]


def test_switched_off_nothing_is_kept(page: Page, site: str) -> None:
    """What was kept is gone at once; switched on again, what stands there is kept."""
    tool = written(page, site)
    assert tool.kept
    page.locator("label[for=keep-switch]").click()
    expect(tool.part("keep-state")).to_contain_text("gone when you leave")
    assert tool.kept == []
    page.locator("label[for=keep-switch]").click()
    assert [sheet["title"] for sheet in tool.kept] == ["Pay for a bus pass"]


def test_the_index_lists_the_sheets_and_deletes_them_with_a_way_back(
    page: Page, site: str, tmp_path: Path
) -> None:
    """Each leads to its tool with that sheet open; all go into one file."""
    tool = written(page, site)
    tool.press("new")
    tool.part("about").fill("Lend a phone")
    page.goto(f"{site}tools/#your-sheets")
    kept = page.locator("#sheets")
    links = kept.locator('[data-part="list"] a')
    expect(links).to_have_text(["Lend a phone", "Pay for a bus pass"])
    file = tool_file(page, tmp_path)
    assert len(json.loads(file.read_text("utf-8"))["tool_records"]) == 2
    links.nth(1).click()
    expect(tool.part("about")).to_have_value("Pay for a bus pass")
    page.goto(f"{site}tools/#your-sheets")
    kept.locator('[data-part="delete"]').click()
    expect(kept.locator('[data-part="delete-title"]')).to_be_focused()
    kept.locator('[data-part="delete-yes"]').click()
    expect(kept.get_by_text("You have no sheets in this browser yet.")).to_be_visible()
    assert tool.kept == []
    kept.locator('[data-part="notice-undo"]').click()
    assert len(tool.kept) == 2
    kept.locator('[data-part="delete"]').click()
    kept.locator('[data-part="delete-yes"]').click()
    kept.locator('[data-part="open-file"]').set_input_files(file)
    expect(links).to_have_count(2)


def tool_file(page: Page, folder: Path) -> Path:
    """Save all sheets from the index; gives the file."""
    with page.expect_download() as download:
        page.locator('#sheets [data-part="save"]').click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.real_engine
def test_no_text_of_a_sheet_leaves_the_page(page: Page, site: str) -> None:
    """Not in the address, and in no request."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    tool = written(page, site, "A very particular title")
    tool.expect_verdict("Pause")
    tool.press("new")
    page.goto(f"{site}tools/#your-sheets")
    page.locator('#sheets [data-part="list"] a').first.click()
    expect(tool.part("about")).to_have_value("A very particular title")
    assert not [line for line in asked if "particular" in line]
    assert "particular" not in page.url


def test_low_marks_lead_to_the_tools_of_their_enablers(page: Page, site: str, guide: Guide) -> None:
    """On the page with one's own result."""
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.see_result()
    suggestions = page.locator(".suggestion")
    expect(suggestions.first).to_be_visible()
    titles = {case.tool.title for case in guide.case_studies if case.tool}
    shown = set(page.locator('.suggestion [data-part="tools"] a').all_inner_texts())
    assert shown and shown <= titles
    page.locator('.suggestion [data-part="tools"] a').first.click()
    expect(page.locator("#tool")).to_be_in_viewport()


def test_a_workshop_leads_to_the_tools_of_what_splits_it(
    page: Page, site: str, guide: Guide
) -> None:
    """Beside each plot that is split or low, and under each priority."""
    framework = Framework.from_json(framework_data(guide))
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 8))))
    workshop.go("compare")
    workshop.expect_comparison()
    for plot in page.locator(".workshop-plot").all():
        word = plot.locator(".workshop-word").get_attribute("data-word")
        links = plot.locator('[data-part="tools"] a').count()
        assert links or word not in ("split", "spread")
    workshop.go("decide")
    page.locator("label[for=priority-reframing-risk]").click()
    expect(
        page.locator(".workshop-priority").get_by_role("link", name="four rules")
    ).to_be_visible()


def test_sheets_that_a_newer_version_kept_are_not_overwritten(page: Page, site: str) -> None:
    """What this page cannot read stays next to what it keeps from now on."""
    tool = written(page, site)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((name) => name.endsWith(":tools:answers"));
          localStorage.setItem(key, JSON.stringify({ version: 99, later: "kept" }));
        }"""
    )
    tool.open()
    tool.part("about").fill("New")
    texts = page.evaluate("Object.values(localStorage)")
    assert any('"later":"kept"' in text for text in texts)
    assert [sheet["title"] for sheet in tool.kept] == ["New"]


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (RULES, "#sheet-rules-legal-reason"),
        (LOG, '[data-cell="leads_to"] >> nth=1'),
        ("oldham-model", '[data-cell="inclusive-economy.why"] >> nth=0'),
        ("cambridgeshire-100-club", '[data-part="rows"] textarea >> nth=0'),
    ],
)
def test_what_is_typed_before_the_scripts_have_come_is_kept(
    page: Page, site: str, case: str, field: str
) -> None:
    """On a slow line somebody may begin at once."""
    held: list[Route] = []
    page.route("**/tool.js", lambda route: held.append(route))
    with page.expect_request("**/tool.js"):
        page.goto(f"{site}case-studies/{case}/#tool")
    sheet = page.locator("#sheet")
    sheet.locator(field).fill("Typed early")
    sheet.locator("#sheet-about").fill("On a slow line")
    held[0].continue_()
    tool = ToolPage(page, site, case)
    expect(page.locator("#sheet.is-scripted")).to_be_attached()
    expect(tool.part("about")).to_have_value("On a slow line")
    expect(tool.expect_page()).to_contain_text("Typed early")
    assert "Typed early" in json.dumps(tool.kept)


def test_taking_a_row_back_leaves_what_was_entered_since(page: Page, site: str) -> None:
    """The removed row returns next to the new one."""
    tool = ToolPage(page, site, LOG).open()
    tool.cell(1, "what").fill("Forms")
    tool.row(1).locator('[data-part="row-remove"]').click()
    tool.add_row()
    tool.cell(1, "what").fill("Doors")
    tool.press("notice-undo")
    expect(tool.cell(1, "what")).to_have_value("Doors")
    expect(tool.cell(2, "what")).to_have_value("Forms")


def test_what_no_field_shows_is_kept(page: Page, site: str) -> None:
    """A place, a row's cell and a choice of another version of the tool outlive a change."""
    tool = ToolPage(page, site, LOG).open()
    tool.cell(1, "what").fill("Forms")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((name) => name.endsWith(":tools:answers"));
          const kept = JSON.parse(localStorage.getItem(key));
          kept.sheets[0].fields["gone.place"] = "A";
          const rows = Object.values(kept.sheets[0].rows)[0];
          Object.assign(rows[0], { cost: "B", effect: "another-one" });
          localStorage.setItem(key, JSON.stringify(kept));
        }"""
    )
    tool.open()
    tool.cell(1, "what").fill("Doors")
    (sheet,) = tool.kept
    assert sheet["fields"] == {"gone.place": "A"}
    (row,) = next(iter(sheet["rows"].values()))
    assert (row["what"], row["cost"], row["effect"]) == ("Doors", "B", "another-one")


def test_a_blank_sheet_that_is_never_printed_loses_nothing(page: Page, site: str) -> None:
    """Where a browser does not print, or does not say that it has, what was entered comes back."""
    tool = written(page, site)
    before = tool.kept
    page.evaluate("window.print = () => {}")
    tool.press("print-blank")
    tool.part("about").click()
    expect(tool.part("about")).not_to_have_value("")
    assert tool.kept == before
