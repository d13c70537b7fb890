"""Links to answers that mail has damaged still lead to the answers, also from no page at all."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from mainstream.scoring.answers.framework import Framework
from tests.browser.scoring_page import ScoringPage
from tests.browser.serving import PREFIX
from tests.browser.workshop_page import WorkshopPage, codes, responses


@pytest.fixture
def code(framework: Framework) -> str:
    """One person's code."""
    return codes(framework, responses(framework, 1))[0]


@pytest.fixture
def lost(page: Page, site: str, site_folder: Path) -> Page:
    """A page on a host that shows "not found" where there is no page, as hosts do."""
    text = (site_folder / "404.html").read_text("utf-8").replace('="/', f'="{PREFIX}')

    def answer(route: Route) -> None:
        found = route.fetch()
        if found.status == 404 and route.request.resource_type == "document":
            route.fulfill(status=404, content_type="text/html", body=text)
        else:
            route.fulfill(response=found)

    page.route(f"{site}**", answer)
    return page


@pytest.mark.parametrize(
    "damaged",
    [
        "assess/%23r={code}",
        "assess/%2523r%253D{code}",
        "workshop%23r={code}&web=1",
        "nowhere/#r={code}",
        "assess/#r={code}&web=1",
        "assess/#r={code}%20",
        "assess/?web=1%23r={code}",
        "assess/#https://mail.example.org/?url=https%3A%2F%2Fexample.org%2Fassess%2F%23r%3D{code}",
    ],
)
def test_a_damaged_link_brings_the_person_to_their_answers(
    lost: Page, site: str, code: str, damaged: str
) -> None:
    """They are offered on the scoring page, and its address holds none of them any more."""
    lost.goto(site + damaged.format(code=code))
    scoring = ScoringPage(lost, site)
    expect(scoring.part("incoming-title")).to_be_focused()
    expect(scoring.part("incoming-new")).to_contain_text("of 11 enablers answered")
    assert lost.url.split("?web")[0] == scoring.address
    assert code not in lost.url


def test_an_invitation_whose_hash_was_encoded_still_invites(lost: Page, site: str) -> None:
    """The session's title stands on the scoring page."""
    lost.goto(f"{site}assess/%23invite&t=Ageing+well+pilot&g=Managers")
    expect(lost).to_have_url(f"{site}assess/")
    expect(lost.locator(".assess")).to_contain_text("Ageing well pilot")


def test_a_page_that_is_not_found_stays_where_it_is(lost: Page, site: str) -> None:
    """It says so, and leads to the scoring page."""
    lost.goto(f"{site}no/such/page/?r=1#part")
    expect(lost.get_by_role("heading", level=1)).to_have_text("There is no page at this address")
    lost.get_by_role("main").get_by_role("link", name="Score yourself").click()
    expect(lost).to_have_url(f"{site}assess/")


def test_a_workshops_link_with_a_tail_is_gathered(page: Page, site: str, code: str) -> None:
    """What a mail service put behind it, or encoded in it, is in the way of nothing."""
    workshop = WorkshopPage(page, site).open(f"#r%3D{code}&web=1")
    expect(workshop.part("people-count")).to_contain_text("1")
    assert code not in page.url
