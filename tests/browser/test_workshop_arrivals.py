"""Answers as they really arrive: damaged on their way, twice, from two tabs at once, by camera."""

import json
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from mainstream.qr import qr_svg
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import response_data
from tests.browser.conftest import OpenContext
from tests.browser.scoring_page import ScoringPage
from tests.browser.workshop_page import WorkshopPage, codes, responses

SITE = "https://toolkit.example/workshop/"
FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


@pytest.fixture
def workshop(page: Page, site: str) -> WorkshopPage:
    """The workshop page at its second step, with nothing in it."""
    return WorkshopPage(page, site).open("#gather")


def seven_damaged_ways(people: list[str]) -> str:
    """Fourteen people’s codes, two in each of the ways in which mail, chat and forms send them."""
    links = [f"{SITE}#r={code}" for code in people]
    safe = "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7C&reserved=0"
    return "\n".join(
        (
            *(safe.format(quote(link, safe="")) for link in links[:2]),
            *(f"> {link[:40]}\n> {link[40:]}" for link in links[2:4]),
            *(f"My code is {code.translate(FULL_WIDTH)}, thanks" for code in people[4:6]),
            *(f"Mine – {code.replace('-', ' – ')}" for code in people[6:8]),
            *(f"{code[:3]}\u200b{code[3:]}\u00ad" for code in people[8:10]),
            *(f"<{link}|my answers>" for link in links[10:12]),
            *(f"{link.replace('#', '%23')}&web=1" for link in links[12:]),
        )
    )


def test_fourteen_people_arrive_by_seven_damaged_ways(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """All are read, none twice, and nothing stays in the box."""
    text = seven_damaged_ways(codes(framework, responses(framework, 14)))
    workshop.paste(f"Hello all\n{text}\nBest wishes")
    workshop.expect_verdict("Added 14 people’s answers. 2 lines hold no code or link.")
    expect(workshop.part("paste")).to_have_value("")
    workshop.paste(text)
    workshop.expect_verdict("14 were already here.")
    workshop.expect_people(14)


def test_the_same_tag_with_other_marks_is_offered_as_an_update(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """It counts nobody before a person says whose answers they are; undo takes that back."""
    (one,) = responses(framework, 1)
    enabler, answer = list(one.answers.items())[-1]
    other = replace(answer, mark=1 + (answer.mark or 0) % framework.scale.points)
    old, new = codes(framework, [one, replace(one, answers={**one.answers, enabler: other})])
    workshop.paste(old)
    workshop.paste(new)
    workshop.expect_verdict("1 may be an update of someone’s answers.")
    workshop.expect_people(1)
    choices = workshop.part("choices").locator("button")
    choices.filter(has_text="same person").click()
    workshop.expect_people(1)
    expect(choices).to_have_count(0)
    workshop.paste(new)
    workshop.expect_verdict("1 was already here.")
    workshop.paste(old)
    choices.filter(has_text="different people").click()
    workshop.expect_people(2)
    workshop.press("verdicts-undo")
    workshop.expect_people(1)


def test_points_of_view_are_told_and_set_side_by_side(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """Gather and Compare say that they do not compare; notes are shown when asked for."""
    first, second = (view.id for view in framework.points_of_view[:2])
    data = [response_data(person) for person in responses(framework, 12)]
    for number, person in enumerate(data):
        person["point_of_view"] = first if number < 6 else second
        next(iter(person["answers"].values()))["note"] = f"Note {number} of somebody"
    file = json.dumps(data).encode()
    workshop.choose_files({"name": "p.json", "mimeType": "application/json", "buffer": file})
    workshop.expect_people(12)
    expect(workshop.part("verdicts-list")).to_contain_text("different points of view")
    workshop.go("compare")
    workshop.expect_comparison()
    expect(workshop.part("views-text")).to_contain_text("do not compare")
    workshop.press("views-split")
    for view in framework.points_of_view[:2]:
        expect(workshop.part("groups-head")).to_contain_text(f"{view.title} (6 people)")
    expect(workshop.part("notes").first).to_be_hidden()
    workshop.press("show-notes")
    expect(workshop.part("plots")).to_contain_text("of somebody")
    workshop.press("present")
    workshop.press("present-next")
    workshop.press("present-next")
    workshop.press("present-next")
    expect(workshop.part("present-notes")).to_contain_text("of somebody")


def test_what_was_not_read_stays_in_the_box_with_its_reason(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """Line by line; corrected there it is read, and lines without a code can be looked at."""
    one, two = codes(framework, responses(framework, 2))
    damaged = two[:-1] + ("7" if two[-1] != "7" else "8")
    workshop.paste(f"Dear all\n{one}\n{damaged}\n")
    box, left = workshop.part("paste"), workshop.part("paste-left")
    expect(box).to_have_value(f"{damaged}\n")
    expect(left).to_contain_text(f"Line 1, {damaged}: This code does not add up")
    without = workshop.part("without")
    without.locator("summary").click()
    expect(without.locator("li")).to_have_text("Dear all")
    assert "Dear all" not in json.dumps(workshop.kept)
    workshop.paste(two)
    workshop.expect_verdict("Added 1 person’s answers.")
    expect(left).to_be_hidden()


def test_a_paste_in_one_tab_and_a_file_in_another_lose_nobody(
    open_context: OpenContext, site: str, framework: Framework
) -> None:
    """And undoing the one leaves the other."""
    people = responses(framework, 12)
    context = open_context()
    first, second = (WorkshopPage(context.new_page(), site).open("#gather") for _ in range(2))
    first.page.evaluate(
        """() => {
          const { text } = File.prototype;
          const whole = Blob.prototype.arrayBuffer;
          Blob.prototype.arrayBuffer = function () {
            return new Promise((resolve) => { window.goOn = () => resolve(whole.call(this)); });
          };
        }"""
    )
    data = json.dumps([response_data(person) for person in people[:6]]).encode()
    first.choose_files({"name": "six.json", "mimeType": "application/json", "buffer": data})
    first.page.wait_for_function("'goOn' in window")
    second.paste("\n".join(codes(framework, people[6:])))
    first.page.evaluate("goOn()")
    first.expect_verdict("Added 6 people’s answers.")
    first.expect_people(12)
    second.expect_people(12)
    first.press("verdicts-undo")
    first.expect_people(6)
    kept = first.kept
    assert kept is not None
    assert {person["tag"] for person in kept["people"]} == {person.tag for person in people[6:]}


def test_undo_takes_back_one_removal_and_nothing_else(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """People who were pasted after somebody was removed stay when that is undone."""
    people = codes(framework, responses(framework, 8))
    workshop.paste("\n".join(people[:3]))
    workshop.part("people-box").locator("summary").click()
    workshop.part("people").locator("button").first.click()
    workshop.expect_people(2)
    workshop.paste("\n".join(people[3:]))
    workshop.expect_people(7)
    workshop.press("notice-undo")
    workshop.expect_people(8)


def test_a_person_is_found_by_group_note_and_code(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """The list shows who matches, with the number that each has."""
    people = responses(framework, 60)
    data = [response_data(person) for person in people]
    data[40]["group"] = "Managers"
    first = next(iter(data[41]["answers"].values()))
    first["note"] = "The lift never works"
    file = json.dumps(data).encode()
    workshop.choose_files({"name": "p.json", "mimeType": "application/json", "buffer": file})
    workshop.expect_people(60)
    workshop.part("people-box").locator("summary").click()
    rows = workshop.part("people").locator("tr")
    for sought, number in (
        ("managers", 41),
        ("LIFT works", 42),
        (codes(framework, people)[50], 51),
    ):
        workshop.part("people-find").fill(sought)
        expect(rows).to_have_count(1)
        expect(rows.locator("th")).to_have_text(f"Person {number}")
    workshop.part("people-find").fill("nobody at all")
    expect(workshop.part("people-found")).to_have_text("0 people found.")


def test_a_long_list_is_drawn_as_it_is_seen(workshop: WorkshopPage, framework: Framework) -> None:
    """Only the first of hundreds stand there at first, and the rest come when asked for."""
    people = codes(framework, responses(framework, 300))
    workshop.paste("\n".join(people))
    rows = workshop.part("people").locator("tr")
    workshop.expect_people(len(set(people)))
    assert rows.count() < 100
    workshop.part("people-box").locator("summary").click()
    for drawn in (20, 40, 60, 80, 100):
        expect(rows.nth(drawn - 1)).to_be_attached()
        workshop.part("people-more").scroll_into_view_if_needed()
    expect(rows.nth(100)).to_be_attached()


def test_codes_are_read_from_the_camera(
    open_fresh_context: OpenContext, site: str, framework: Framework
) -> None:
    """Each once; the camera is asked for only then, and is off when it is closed."""
    code = codes(framework, responses(framework, 1))[0]
    drawing = json.dumps(qr_svg(f"{site}assess/#r={code}", title="A code"))
    page = open_fresh_context().new_page()
    page.add_init_script(
        f"""
        navigator.mediaDevices.enumerateDevices = async () => [{{ kind: "videoinput" }}];
        navigator.mediaDevices.getUserMedia = async () => {{
          const image = new Image();
          image.src = URL.createObjectURL(new Blob([{drawing}], {{ type: "image/svg+xml" }}));
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = 640;
          canvas.height = 480;
          const draw = () => {{
            canvas.getContext("2d").fillRect(0, 0, 640, 480);
            canvas.getContext("2d").drawImage(image, 120, 40, 400, 400);
            requestAnimationFrame(draw);
          }};
          draw();
          window.camera = canvas.captureStream(10);
          return window.camera;
        }};
        """
    )
    workshop = WorkshopPage(page, site).open("#gather")
    assert page.evaluate("'camera' in window") is False
    workshop.press("camera-open")
    expect(workshop.part("camera-text")).to_contain_text("Added 1 person’s answers.")
    workshop.press("camera-close")
    workshop.expect_verdict("Added 1 person’s answers.")
    workshop.expect_people(1)
    assert page.evaluate("camera.getTracks().every(({ readyState }) => readyState === 'ended')")


def test_without_a_camera_the_page_says_so(workshop: WorkshopPage) -> None:
    """And offers no button that would do nothing."""
    expect(workshop.part("camera-none")).to_be_visible()
    expect(workshop.part("camera-open")).to_be_hidden()


def test_who_was_invited_is_counted_and_sends_to_the_facilitator(
    workshop: WorkshopPage, site: str, framework: Framework
) -> None:
    """The invitation carries the address, asks for the link where there are groups, and says so."""
    page = workshop.page
    workshop.go("plan")
    page.locator("#plan-groups").fill("Front line\nManagers")
    page.locator("#plan-invited").fill("14")
    page.locator("#plan-reply").fill("change@northshire.example")
    expect(workshop.part("paper-send")).to_contain_text("Send that link")
    expect(workshop.part("paper-send")).to_contain_text("change@northshire.example")
    invitation = workshop.part("invitation-link").input_value()
    workshop.go("gather")
    workshop.paste("\n".join(codes(framework, responses(framework, 12))))
    expect(workshop.part("people-count")).to_have_text("12 of 14 invited have answered.")
    person = ScoringPage(page, site)
    page.goto(invitation)
    expect(person.part("invited-text")).to_contain_text("send your link")
    person.press("begin-button")
    person.page.locator("#group").select_option("Managers")
    person.press("next")
    for enabler in person.enablers:
        person.choose(enabler, 3)
        person.press("next")
    person.see_result()
    mail = person.part("send-mail").get_attribute("href") or ""
    assert mail.startswith("mailto:change@northshire.example?subject=")
    assert quote("#d=") in mail
    expect(person.part("code-group")).to_be_visible()
    person.part("qr-box").locator("summary").click()
    expect(person.part("qr").locator("svg")).to_be_visible()
    assert re.search(r"\bcamera\b", person.part("qr-text").text_content() or "")
