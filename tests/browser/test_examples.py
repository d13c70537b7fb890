"""The three example versions: built, scored, brought together, read by keyboard and by axe."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from mainstream.guide import Guide, load_guide
from mainstream.pages import framework_data
from mainstream.scoring.framework import Framework
from mainstream.scoring.response import DOES_NOT_APPLY, NOT_SURE
from tests.browser.conftest import RunAxe
from tests.browser.scoring_page import ENGINE_PATIENCE, Choice, ScoringPage
from tests.browser.serving import serve_folder
from tests.browser.workshop_page import WorkshopPage, codes, responses
from tests.conftest import ROOT

EXAMPLES = ("council", "dimensions", "right-to-left")
SIZES: tuple[ViewportSize, ...] = (
    {"width": 1280, "height": 900},
    {"width": 320, "height": 640},
)
WIDER_THAN_THE_WINDOW = """[...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0
    && (element.getBoundingClientRect().right > innerWidth + 1
      || element.getBoundingClientRect().left < -1)
    && !element.closest(".assess-scroll, .assess-hidden, [aria-hidden], .panel, .skip, svg"))
  .map((element) => element.outerHTML.slice(0, 100))"""


@dataclass(frozen=True)
class Example:
    """A built example: its guide, the framework of its pages, and where it is served."""

    name: str
    guide: Guide
    framework: Framework
    folder: Path
    site: str

    @property
    def choices(self) -> list[Choice]:
        """An answer of every kind, for as many enablers as there are."""
        points = self.framework.scale.points
        marks: list[Choice] = [1 + n % points for n in range(len(self.framework.enablers))]
        marks[1], marks[2], marks[3] = NOT_SURE, DOES_NOT_APPLY, None
        return marks


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Iterator[Example]:
    """Each of the examples, as `make examples` builds it."""
    name: str = request.param
    guide = load_guide(ROOT, f"examples/{name}")
    folder = ROOT / "build" / "examples" / name
    assert folder.is_dir(), "build the examples first: make examples"
    with serve_folder(folder) as site:
        yield Example(name, guide, Framework.from_json(framework_data(guide)), folder, site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own; an error in its scripts fails the test."""
    context = browser.new_context(viewport=SIZES[0], color_scheme="light")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


def test_a_person_scores_and_the_answers_come_back(
    example: Example, page: Page, axe: RunAxe, tmp_path: Path
) -> None:
    """The form, the result, the code and the file; without faults at both widths."""
    form = ScoringPage(page, example.site).open()
    form.press("begin-button")
    page.locator('[name="point-of-view"]').first.check()
    form.press("next")
    for enabler, choice in zip(form.enablers, example.choices, strict=True):
        form.choose(enabler, choice)
        form.press("next")
    expect(form.part("check")).to_be_visible()
    form.see_result()
    expect(
        page.locator('[data-part="result-row"] ~ *, tbody tr:has([data-part="link"])')
    ).not_to_have_count(0)
    found = []
    for size in SIZES:
        page.set_viewport_size(size)
        found += axe(page)
        found += page.evaluate(WIDER_THAN_THE_WINDOW)
    assert found == []
    code = form.part("code").inner_text()
    file = form.save("save_json", tmp_path)
    saved = json.loads(file.read_text("utf-8"))
    assert saved["framework"] == {
        "id": example.framework.id,
        "version": example.framework.version,
        "points": example.framework.scale.points,
    }
    page.evaluate("localStorage.clear()")
    form.open().load_text(code)
    expect(page.locator("input[name^='mark-']:checked")).to_have_count(
        sum(choice is not None for choice in example.choices), timeout=ENGINE_PATIENCE
    )
    form.expect_chosen(example.choices)


def test_a_group_compares_and_decides(
    example: Example, page: Page, axe: RunAxe, tmp_path: Path
) -> None:
    """Codes pasted, compared under this version's rule, a priority with a shift, the file saved."""
    people = responses(example.framework, 12)
    workshop = WorkshopPage(page, example.site).open()
    workshop.go("gather")
    few = example.guide.small_groups.least_shown - 1
    workshop.paste("\n".join(codes(example.framework, people[:few])))
    workshop.go("compare")
    expect(workshop.part("comparison")).to_be_hidden()
    workshop.go("gather")
    workshop.paste("\n".join(codes(example.framework, people)))
    workshop.go("compare")
    workshop.expect_comparison()
    found = []
    for size in SIZES:
        page.set_viewport_size(size)
        found += axe(page)
    assert found == []
    workshop.go("decide")
    page.locator(f"label[for=priority-{example.framework.enablers[0].id}]").click()
    expect(page.locator("#decide")).to_be_visible()
    workshop.go("keep")
    kept = workshop.kept
    assert kept is not None
    assert len(kept["people"]) == 12
    assert len(kept["priorities"]) == 1


class _Links(HTMLParser):
    """The addresses that a page's links lead to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, a style sheet, a script or a picture."""
        given = dict(attrs)
        self.found += [given[name] or "" for name in ("href", "src") if given.get(name)]


def test_every_link_of_the_site_leads_to_a_file(example: Example) -> None:
    """Also those to what an adaptation left out, and to other languages."""
    broken = set()
    for path in sorted(example.folder.rglob("*.html")):
        if path.name == "404.html":
            continue
        here = example.site + path.relative_to(example.folder).as_posix()
        for link in _Links(path.read_text("utf-8")).found:
            target = urlsplit(urljoin(here, link))
            if not target.geturl().startswith(example.site):
                continue
            inside = target.path.removeprefix(urlsplit(example.site).path)
            file = example.folder / inside
            if not (file / "index.html" if target.path.endswith("/") else file).is_file():
                broken.add(f"{path.relative_to(example.folder)} → {target.path}")
    assert sorted(broken) == []


def test_the_site_says_whose_it_is_and_in_which_language(example: Example, page: Page) -> None:
    """On every page: the name, the language and its direction; and what it is based on."""
    settings = example.guide.settings
    assert settings is not None
    page.goto(f"{example.site}based-on/")
    expect(page.locator(".bar__home")).to_contain_text(settings.name)
    html = page.locator("html")
    expect(html).to_have_attribute("lang", settings.language)
    direction = "rtl" if example.name == "right-to-left" else "ltr"
    expect(page.locator("body")).to_have_attribute("dir", direction)
    main = page.locator("main")
    expect(main).to_contain_text(settings.organisation)
    for each in example.guide.account.removed:
        expect(main).to_contain_text(each.title)
    expect(page.locator(".small-print")).to_contain_text(settings.organisation)


@pytest.mark.parametrize("example", ["council"], indirect=True)
def test_a_page_leads_to_itself_in_another_language(example: Example, page: Page) -> None:
    """And a code made in one language is read in the other."""
    page.goto(f"{example.site}enablers/digital-inclusion/")
    page.locator(".languages a").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert page.url == f"{example.site}cy/enablers/digital-inclusion/"
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator(".as-written").first).to_have_attribute("lang", "en-GB")
    code = codes(example.framework, responses(example.framework, 1))[0]
    form = ScoringPage(page, f"{example.site}cy/").open()
    form.load_text(code)
    expect(page.locator("input[name^='mark-']:checked")).not_to_have_count(
        0, timeout=ENGINE_PATIENCE
    )
