"""The result: what it says of different answers, and every way to take it along."""

import csv
import json
import struct
from pathlib import Path
from xml.etree import ElementTree

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenContext
from tests.browser.editions import Edition, every_edition_in_test_all
from tests.browser.scoring_page import Choice, ScoringPage


def test_different_answers_give_different_suggestions(page: Page, site: str) -> None:
    """Each of the two results starts from its own lowest marks, with other questions and places."""
    scoring = ScoringPage(page, site).open()
    scoring.answer((1, 2, 5, 5, 5, 5, 5, 5, 5, 5, 5))
    scoring.see_result()
    first = suggestions(scoring)
    assert first[0].startswith(scoring.framework["enablers"][0]["title"])
    assert len(first) == 2
    scoring.press("change-answers")
    choices: tuple[Choice, ...] = (5, 5, 5, 5, 5, 5, 5, 5, 5, 2, 1)
    scoring.open(f"#{scoring.enablers[0]}")
    for enabler, choice in zip(scoring.enablers, choices, strict=True):
        scoring.choose(enabler, choice)
        scoring.press("next")
    scoring.see_result()
    second = suggestions(scoring)
    assert second[0].startswith(scoring.framework["enablers"][10]["title"])
    assert not set(first) & set(second)


def suggestions(scoring: ScoringPage) -> list[str]:
    """The text of each suggestion that is shown."""
    return [text.strip() for text in scoring.page.locator(".suggestion").all_inner_texts()]


@every_edition_in_test_all
def test_each_finding_names_its_enablers(page: Page, edition: Edition) -> None:
    """What stands out, what is less present, what has no mark; and the warning above them."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    titles = [enabler.title for enabler in edition.framework.enablers]
    middle = len(titles) // 2
    for name, expected in (
        ("stands_out", [titles[0]]),
        ("less_present", [titles[-1]]),
        ("not_scored", [titles[1], titles[middle], titles[middle + 1]]),
    ):
        expect(scoring.part(name).locator("li a")).to_have_text(expected)
    expect(page.get_by_text(edition.say("assess.indicator_title"))).to_be_visible()


@every_edition_in_test_all
def test_equal_marks_single_nothing_out(page: Page, edition: Edition) -> None:
    """Where all marks are the same and high the page says so, and names no enabler."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer([4] * len(edition.enablers))
    scoring.see_result()
    expect(scoring.part("stands_out")).to_contain_text(edition.say("assess.all_equal"))
    expect(page.locator(".suggestion")).to_have_count(0)
    expect(scoring.part("suggestions-none")).to_be_visible()
    expect(scoring.part("not_scored")).to_contain_text(edition.say("assess.not_scored_none"))


def test_a_note_stands_in_the_table(page: Page, site: str) -> None:
    """As it was typed, markup and all."""
    scoring = ScoringPage(page, site).open()
    scoring.start()
    scoring.choose(scoring.enablers[0], 2)
    page.locator(f"#{scoring.enablers[0]}-note").fill("<b>Not</b> bold")
    scoring.press("to-check")
    scoring.see_result()
    expect(scoring.part("result").locator("tbody tr", has_text="<b>Not</b> bold")).to_be_visible()


@every_edition_in_test_all
def test_links_of_the_result_lead_to_pages_of_the_site(page: Page, edition: Edition) -> None:
    """Every enabler and case study that the result names has its page."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    addresses = page.evaluate(
        "[...new Set([...document.querySelectorAll('.assess-result a[href]')].map((a) => a.href))]"
    )
    assert len(addresses) > len(edition.enablers)
    assert [a for a in addresses if page.request.get(a).status != 200] == []


def test_the_code_and_the_link_are_copied(open_context: OpenContext, site: str) -> None:
    """The link comes with the code on a second line; the page says what was copied."""
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.see_result()
    scoring.press("copy-code")
    expect(page.get_by_role("status")).to_have_text("Code copied.")
    assert page.evaluate("navigator.clipboard.readText()") == scoring.part("code").text_content()
    scoring.press("copy-link")
    expect(page.get_by_role("status")).to_have_text(
        "Link copied, with the code on a line below it."
    )
    link = scoring.part("share-link").input_value()
    code = scoring.part("code").text_content()
    assert page.evaluate("navigator.clipboard.readText()") == f"{link}\n{code}"


def test_where_copying_is_refused_the_text_is_selected(
    open_fresh_context: OpenContext, site: str
) -> None:
    """The person can copy by hand."""
    context = open_fresh_context()
    context.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
    )
    page = context.new_page()
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.see_result()
    scoring.press("copy-code")
    expect(page.get_by_role("status")).to_contain_text("copy it yourself")
    assert page.evaluate("String(getSelection())") == scoring.part("code").text_content()


@every_edition_in_test_all
def test_the_files_hold_the_answers(page: Page, edition: Edition, tmp_path: Path) -> None:
    """JSON, CSV and SVG can be read by what reads such files, and say the same."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    data = json.loads(scoring.save("save_json", tmp_path).read_text("utf-8"))
    assert data["format"] == "mainstream.response"
    framework = edition.framework
    assert data["framework"] == {
        "id": framework.id,
        "version": framework.version,
        "points": framework.scale.points,
    }
    assert data["point_of_view"] == framework.points_of_view[1].id
    assert list(data["answers"].values()) == [
        {"mark": choice} if isinstance(choice, int) else {"state": choice}
        for choice in edition.choices
        if choice is not None
    ]

    table = scoring.save("save_csv", tmp_path).read_text("utf-8-sig")
    rows = list(csv.reader(table.splitlines()))
    titles = [enabler.title for enabler in framework.enablers]
    assert [title for title in titles if not any(title in row for row in rows)] == []

    drawing = ElementTree.parse(scoring.save("save_svg", tmp_path)).getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert drawing.find("{http://www.w3.org/2000/svg}title") is not None


def test_the_picture_has_a_white_background_in_dark_colours_too(
    open_context: OpenContext, site: str, tmp_path: Path
) -> None:
    """A PNG at twice the drawing's size, to be put on a slide as it is."""
    page = open_context(color_scheme="dark").new_page()
    scoring = ScoringPage(page, site).open()
    scoring.answer()
    scoring.see_result()
    file = scoring.save("save_png", tmp_path)
    content = file.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2 * 760
    assert height > width / 2
    pixel = page.evaluate(
        """async (bytes) => {
          const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
          pen.drawImage(image, 0, 0);
          return [...pen.getImageData(2, 2, 1, 1).data];
        }""",
        list(content),
    )
    assert pixel == [255, 255, 255, 255]


@every_edition_in_test_all
def test_a_changed_mark_gives_a_new_result(page: Page, edition: Edition) -> None:
    """Back at the result, the table and the code are those of the new answers."""
    scoring = ScoringPage(page, edition.site).open()
    scoring.answer(edition.choices)
    scoring.see_result()
    code = scoring.part("code").text_content() or ""
    scoring.press("change-answers")
    first = edition.framework.enablers[0]
    change = edition.say("assess.check_change_label", title=first.title)
    page.get_by_role("link", name=change).click()
    scoring.choose(first.id, 1)
    scoring.press("next")
    scoring.press("see-result")
    expect(scoring.part("code")).not_to_have_text(code)
    scoring.expect_chosen((1, *edition.choices[1:]))
    row = scoring.part("result").locator("tbody tr", has_text=first.title)
    expect(row).to_contain_text(edition.framework.scale.labels[0])
