"""A whole workshop of twelve people, from the invitation to the plan, and six months later."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from mainstream.scoring.answers.framework import Framework
from tests.browser.conftest import OpenContext
from tests.browser.editions import Edition, every_edition, every_edition_in_test_all
from tests.browser.scoring_page import ScoringPage
from tests.browser.workshop_page import WorkshopPage, codes, responses


@pytest.fixture
def workshop(page: Page, site: str) -> WorkshopPage:
    """The workshop page, open and empty."""
    return WorkshopPage(page, site).open()


@pytest.mark.real_engine
@every_edition
def test_a_whole_workshop(
    workshop: WorkshopPage,
    open_context: OpenContext,
    edition: Edition,
    tmp_path: Path,
) -> None:
    """Plan, invite, gather twelve, compare, decide, save; then open the file somewhere else."""
    page, framework = workshop.page, edition.framework
    view, first = framework.points_of_view[1].id, edition.enablers[0]
    page.locator("#plan-name").fill("What would help our pilot to last?")
    page.locator("#plan-date").fill("2026-11-30")
    page.locator("#plan-view").select_option(view)
    page.locator("#plan-groups").fill("Front line\nManagers")
    expect(workshop.part("qr").locator("svg")).to_be_visible()
    link = workshop.part("invitation-link").input_value()

    person = ScoringPage(open_context().new_page(), edition.site)
    person.page.goto(link)
    expect(person.part("invited-title")).to_have_text("What would help our pilot to last?")
    assert person.page.url == person.address
    person.press("begin-button")
    expect(person.page.locator(f"#view-{view}")).to_be_checked()
    person.page.locator("#group").select_option("Managers")
    person.press("next")
    for enabler, choice in zip(person.enablers, edition.choices, strict=True):
        person.choose(enabler, choice)
        person.press("next")
    person.see_result()
    invited = person.part("share-link").input_value()

    workshop.go("gather")
    people = codes(framework, responses(framework, 12))
    workshop.paste(f"Mine: {invited}")
    workshop.expect_verdict(edition.say("session.verdict_added", count=1))
    workshop.part("gather-group").select_option("Front line")
    workshop.paste("\n".join(people[:6]))
    workshop.part("gather-group").select_option("Managers")
    workshop.paste(" ".join(people[6:11]))
    workshop.expect_people(12)

    workshop.go("compare")
    workshop.expect_comparison()
    assert workshop.part("order").locator("li").count() == len(edition.enablers)
    assert workshop.part("plots").locator("svg").count() == len(edition.enablers)
    expect(workshop.part("group-radar-wide").locator(".radar__band").first).to_be_attached()
    for name in ("Front line", "Managers"):
        head = edition.say("session.group_head", name=name, count=6)
        expect(workshop.part("groups-head")).to_contain_text(head)

    workshop.go("decide")
    page.locator(f"label[for=priority-{first}]").click()
    page.locator(f"#votes-{first}").fill("7")
    page.locator('[data-field="from"]').fill("We ask for permission")
    page.locator('[data-field="to"]').fill("We act within agreed rules")
    page.locator('[data-field="first_step"]').fill("Try the four rules on one case")
    page.locator('[data-field="owner"]').fill("Head of service")
    page.locator('[data-field="review_date"]').fill("2027-05-30")
    sheet = workshop.part("plan-sheet")
    said = {"from": "We ask for permission", "to": "We act within agreed rules"}
    expect(sheet).to_contain_text(edition.say("session.sheet_shift", **said))
    expect(sheet).to_contain_text("2027")  # the date, as the language writes it
    expect(sheet.locator(".radar__flag")).to_have_count(1)

    workshop.go("keep")
    file = workshop.save(workshop.part("save-workshop"), tmp_path)
    later = WorkshopPage(open_context().new_page(), edition.site).open("#keep")
    later.part("open-file").set_input_files(file)
    expect(later.part("notice")).to_contain_text(edition.say("session.file_opened"))
    assert later.kept == workshop.kept == json.loads(file.read_text(encoding="utf-8"))


def test_two_hundred_codes_are_added_at_once(workshop: WorkshopPage, framework: Framework) -> None:
    """And the same two hundred once more add nobody."""
    workshop.go("gather")
    people = codes(framework, responses(framework, 200))
    workshop.paste("\n".join(people))
    workshop.expect_verdict("Added 200 people’s answers.")
    workshop.paste(" ".join(people))
    workshop.expect_verdict("200 were already here.")
    workshop.expect_people(200)
    workshop.go("compare")
    workshop.expect_comparison()


def test_a_reload_keeps_everything_and_the_step(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """What was planned, gathered and decided is there again."""
    workshop.page.locator("#plan-name").fill("A name")
    workshop.go("gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 5))))
    workshop.go("decide")
    workshop.page.locator("label[for=priority-collaborative-culture]").click()
    workshop.page.locator('[data-field="why"]').fill("Because")
    workshop.page.reload()
    expect(workshop.page.locator("#decide")).to_be_visible()
    expect(workshop.page.locator('[data-field="why"]')).to_have_value("Because")
    workshop.go("gather")
    workshop.expect_people(5)
    workshop.go("plan")
    expect(workshop.page.locator("#plan-name")).to_have_value("A name")


@pytest.mark.real_engine
def test_once_loaded_it_works_without_a_network(
    workshop: WorkshopPage, framework: Framework, tmp_path: Path
) -> None:
    """Also what is fetched only when it is wanted: the QR code and the workbook."""
    page = workshop.page
    with page.expect_response("**/spreadsheet.zip"):
        expect(workshop.part("qr").locator("svg")).to_be_visible()
    page.context.set_offline(True)
    workshop.go("gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 6))))
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.go("keep")
    file = workshop.export("xlsx", tmp_path)
    assert load_workbook(file).sheetnames == ["Comparison"]


@every_edition_in_test_all
def test_the_exports_hold_the_comparison(
    workshop: WorkshopPage, edition: Edition, tmp_path: Path
) -> None:
    """Each kind of file, with what it is for."""
    framework = edition.framework
    workshop.go("gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 6))))
    workshop.go("keep")
    comparison = workshop.export("csv", tmp_path).read_text(encoding="utf-8-sig")
    assert edition.say("workshop.column_median") in comparison.splitlines()[0]
    assert len(comparison.splitlines()) == 1 + len(edition.enablers)
    people = workshop.export("people", tmp_path).read_text(encoding="utf-8-sig")
    assert len(people.splitlines()) == 7
    drawing = workshop.page.locator('[data-part="export"][data-kind="svg"]')
    saved = workshop.save(drawing.and_(workshop.page.locator(":not([data-picture])")), tmp_path)
    assert saved.read_text(encoding="utf-8").startswith("<svg")
    saved = workshop.save(drawing.and_(workshop.page.locator("[data-picture]")), tmp_path)
    assert saved.read_bytes().startswith(b"\x89PNG")
    workshop.go("compare")
    workshop.expect_comparison()
    plot = workshop.page.locator(".workshop-plot").first
    plot.locator("summary").click()
    saved = workshop.save(plot.locator('[data-part="export"]').first, tmp_path)
    assert saved.read_text(encoding="utf-8").startswith("<svg")
    workshop.go("keep")
    assert "6" in workshop.export("text", tmp_path).read_text(encoding="utf-8")
    tally = json.loads(workshop.export("tally", tmp_path).read_text(encoding="utf-8"))
    assert tally["people"] == 6
    assert set(tally) == {
        *("format", "format_version", "framework", "id", "title", "date"),
        *("point_of_view", "people", "counts"),
    }
    workbook = load_workbook(workshop.export("xlsx", tmp_path))
    assert workbook.sheetnames == [edition.say("workshop.sheet_comparison")]


def test_tallies_of_two_workshops_add_up(
    workshop: WorkshopPage,
    open_context: OpenContext,
    site: str,
    framework: Framework,
    tmp_path: Path,
) -> None:
    """A region's picture, without anyone's single answers; the same tally counts once."""
    people = codes(framework, responses(framework, 12))
    files = []
    for number, part in enumerate((people[:6], people[6:])):
        other = WorkshopPage(open_context().new_page(), site).open("#gather")
        other.paste("\n".join(part))
        other.go("keep")
        folder = tmp_path / str(number)
        folder.mkdir()
        files.append(other.export("tally", folder))
    workshop.go("gather")
    workshop.choose_files(*files)
    workshop.expect_people(12)
    workshop.choose_files(files[0])
    workshop.expect_verdict("6 were already here.")
    workshop.expect_people(12)
    workshop.go("compare")
    workshop.expect_comparison()


def test_two_facilitators_files_are_merged(
    workshop: WorkshopPage,
    open_context: OpenContext,
    site: str,
    framework: Framework,
    tmp_path: Path,
) -> None:
    """Nobody counts twice; undo takes the other file out again."""
    people = codes(framework, responses(framework, 9))
    other = WorkshopPage(open_context().new_page(), site).open("#gather")
    other.paste("\n".join(people[3:]))
    other.go("keep")
    file = other.save(other.part("save-workshop"), tmp_path)
    workshop.go("gather")
    workshop.paste("\n".join(people[:6]))
    before = workshop.kept
    workshop.go("keep")
    workshop.part("merge-file").set_input_files(file)
    expect(workshop.part("notice")).to_contain_text("The other file is added.")
    workshop.go("gather")
    workshop.expect_people(9)
    workshop.go("keep")
    workshop.part("merge-file").set_input_files(file)
    workshop.press("notice-undo")
    workshop.go("gather")
    workshop.expect_people(9)
    assert before is not None
    assert len(before["people"]) == 6


@every_edition_in_test_all
def test_an_earlier_workshop_stands_beside_this_one(
    workshop: WorkshopPage,
    open_context: OpenContext,
    edition: Edition,
    tmp_path: Path,
) -> None:
    """Both distributions and both counts, without a verdict on the difference."""
    people = codes(edition.framework, responses(edition.framework, 13))
    other = WorkshopPage(open_context().new_page(), edition.site).open("#gather")
    other.paste("\n".join(people[:6]))
    other.go("keep")
    file = other.save(other.part("save-workshop"), tmp_path)
    workshop.go("gather")
    workshop.paste("\n".join(people[6:]))
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.part("earlier-file").set_input_files(file)
    about = edition.say("session.earlier_about", before=6, now=7)
    expect(workshop.part("earlier-about")).to_have_text(about)
    expect(workshop.part("earlier-rows").locator("tr")).to_have_count(len(edition.enablers))
    kept = workshop.kept
    assert kept is not None
    assert set(kept["earlier"]) == {"title", "date", "people", "counts"}
    workshop.press("earlier-remove")
    expect(workshop.part("earlier")).to_be_hidden()


def test_an_earlier_tally_of_another_framework_is_compared_where_it_matches(
    workshop: WorkshopPage, framework: Framework, tmp_path: Path
) -> None:
    """The page says what is left out, and counts only what both have."""
    people = codes(framework, responses(framework, 12))
    workshop.go("gather")
    workshop.paste("\n".join(people[:6]))
    workshop.go("keep")
    tally = json.loads(workshop.export("tally", tmp_path).read_text("utf-8"))
    first, second = (enabler.id for enabler in framework.enablers[:2])
    tally["framework"] = {"id": "northshire", "version": "1", "points": framework.scale.points}
    tally["counts"] = {first: tally["counts"][first], "of-northshire": tally["counts"][second]}
    file = tmp_path / "northshire.json"
    file.write_text(json.dumps(tally), "utf-8")
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.part("earlier-file").set_input_files(file)
    expect(workshop.part("notice")).to_contain_text("another framework or version: “northshire”")
    expect(workshop.part("notice")).to_contain_text("Left out: of-northshire")
    expect(workshop.part("earlier-about")).to_have_text("Earlier 6 people answered, now 6.")
    kept = workshop.kept
    assert kept is not None
    counts = kept["earlier"]["counts"]
    assert sum(counts[first]["marks"]) > 0
    assert [id_ for id_, each in counts.items() if any(each["marks"])] == [first]


@every_edition_in_test_all
def test_presenting_goes_through_the_enablers_by_key(
    workshop: WorkshopPage, edition: Edition
) -> None:
    """The whole picture, then in the talking order; the place is remembered."""
    framework = edition.framework
    workshop.go("gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 6))))
    workshop.go("compare")
    workshop.expect_comparison()
    order = workshop.part("order").locator("li a").all_text_contents()
    workshop.press("present")
    title, keyboard = workshop.part("present-title"), workshop.page.keyboard
    expect(title).to_have_text(edition.say("session.together"))
    expect(workshop.part("present-radar").locator("svg")).to_be_visible()
    for name in order[:3]:
        keyboard.press("ArrowRight")
        expect(title).to_have_text(name.partition(" ")[2])
        expect(title).to_be_focused()
        expect(workshop.part("present-drawing").locator("svg")).to_be_visible()
        keyboard.press("ArrowRight")
        expect(workshop.part("present-drawing")).to_be_hidden()
    assert workshop.part("present-statements").locator("li").count() > 1
    place = edition.say("session.present_place", number=3, count=len(edition.enablers))
    keyboard.press("Escape")
    expect(workshop.part("present")).to_be_focused()
    workshop.page.reload()
    workshop.expect_comparison()
    workshop.press("present")
    expect(workshop.part("present-place")).to_have_text(place)
    expect(workshop.part("present-texts")).to_be_visible()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_every_screen_that_is_presented_fits(
    open_context: OpenContext, site: str, framework: Framework, size: tuple[int, int]
) -> None:
    """Nothing has to be scrolled, and letters stay large enough to read."""
    width, height = size
    page = open_context(viewport={"width": width, "height": height}).new_page()
    workshop = WorkshopPage(page, site).open("#gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 14))))
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.press("present")
    screens = 0
    while True:
        found = page.evaluate(
            """() => {
              const dialog = document.querySelector('[data-part="present-dialog"]');
              const content = document.querySelector('[data-part="present-content"]');
              const fits = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
                scrollHeight <= clientHeight && scrollWidth <= clientWidth;
              const { fontSize } = getComputedStyle(content);
              return fits(dialog) && fits(content) && parseFloat(fontSize);
            }"""
        )
        assert found
        assert found >= 14
        screens += 1
        if workshop.part("present-next").is_disabled():
            break
        page.keyboard.press("ArrowRight")
    assert screens == 1 + 2 * len(framework.enablers)


def test_marks_can_wait_until_they_are_shown(workshop: WorkshopPage, framework: Framework) -> None:
    """Neither the picture nor the figures of an enabler are there before; then they stay."""
    workshop.go("gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 6))))
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.press("present")
    workshop.press("present-hide")
    workshop.page.keyboard.press("ArrowRight")
    expect(workshop.part("present-reveal")).to_be_focused()
    for name in ("present-drawing", "present-about-line"):
        expect(workshop.part(name)).to_be_hidden()
    workshop.page.keyboard.press("Enter")
    for name in ("present-drawing", "present-about-line"):
        expect(workshop.part(name)).to_be_visible()
    workshop.page.keyboard.press("ArrowRight")
    workshop.page.keyboard.press("ArrowLeft")
    expect(workshop.part("present-drawing")).to_be_visible()


@every_edition_in_test_all
def test_the_facilitators_view_is_hidden_until_asked_for(
    workshop: WorkshopPage, edition: Edition
) -> None:
    """And counts in no figure."""
    people = codes(edition.framework, responses(edition.framework, 7))
    workshop.go("gather")
    workshop.paste("\n".join(people[:6]))
    workshop.go("compare")
    workshop.expect_comparison()
    workshop.part("own-code").fill(people[6])
    workshop.press("own-set")
    expect(workshop.part("show-own")).to_be_focused()
    own = workshop.page.locator('.workshop-plot [data-part="own"]')
    expect(own.first).to_be_hidden()
    workshop.press("show-own")
    expect(own.first).to_be_visible()
    expect(workshop.part("compare-count")).to_have_text(
        edition.say("session.people_count", count=6)
    )
    workshop.press("show-own")
    expect(own.first).to_be_hidden()
