"""What the example versions have of their own: whose they are, their language, their links."""

import pytest
from playwright.sync_api import Page, expect

from mainstream.guide import load_guide
from tests.browser.editions import Edition, every_example
from tests.browser.scoring_page import ScoringPage
from tests.browser.workshop_page import codes, responses
from tests.conftest import ROOT


@every_example
def test_the_site_says_whose_it_is_and_in_which_language(page: Page, edition: Edition) -> None:
    """On every page: the name, the language and its direction; and what it is based on."""
    settings = edition.guide.settings
    assert settings is not None
    page.goto(f"{edition.site}based-on/")
    expect(page.locator(".bar__home")).to_contain_text(settings.name)
    html = page.locator("html")
    expect(html).to_have_attribute("lang", settings.language)
    direction = "rtl" if edition.name == "right-to-left" else "ltr"
    expect(page.locator("body")).to_have_attribute("dir", direction)
    main = page.locator("main")
    expect(main).to_contain_text(settings.organisation)
    for each in edition.guide.account.removed:
        expect(main).to_contain_text(each.title)
    expect(page.locator(".small-print")).to_contain_text(settings.organisation)


council = pytest.mark.parametrize("edition", ["council"], indirect=True)


@council
def test_a_page_and_a_part_of_the_layout_of_its_own(page: Page, edition: Edition) -> None:
    """The page stands in the menu; the part stands on every page, those in Welsh included."""
    for start in ("", "cy/", "enablers/reframing-risk/"):
        page.goto(edition.site + start)
        page.locator(".small-print a", has_text="Our change network").click()
        expect(page.locator("h1")).to_have_text("Our change network")
    page.goto(f"{edition.site}based-on/")
    menu = page.locator("a", has_text="Our change network")
    assert menu.count() > 1


@council
def test_a_page_leads_to_itself_in_another_language(page: Page, edition: Edition) -> None:
    """And a code made in one language is read in the other."""
    page.goto(f"{edition.site}enablers/digital-inclusion/")
    page.locator(".languages a").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert page.url == f"{edition.site}cy/enablers/digital-inclusion/"
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".as-written").first).to_have_attribute("lang", "en-GB")
    code = codes(edition.framework, responses(edition.framework, 1))[0]
    form = ScoringPage(page, f"{edition.site}cy/").open()
    form.load_text(code)
    expect(page.locator("input[name^='mark-']:checked")).not_to_have_count(0)


@council
def test_a_list_says_which_of_its_texts_are_not_translated(page: Page, edition: Edition) -> None:
    """By a note for everyone, and by their language for a screen reader."""
    welsh = load_guide(ROOT, "examples/council", "cy").words["site"]["partly_untranslated"]
    for place, item in (
        ("case-studies/", ".card__link"),
        ("stuck/", "main h2"),
        ("glossary/", ".glossary h2"),
        ("assess/", ".assess-step__statements"),
    ):
        page.goto(f"{edition.site}cy/{place}")
        expect(page.locator(".original-note")).to_have_text(welsh)
        expect(page.locator(item).first).to_have_attribute("lang", "en-GB")
        page.goto(f"{edition.site}{place}")
        expect(page.locator("main [lang]")).to_have_count(0)
