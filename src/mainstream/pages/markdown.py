"""Fills the Markdown templates from the model, one text a page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jinja2

from mainstream.guide import CASE_STUDY, ENABLER, Guide, Kind
from mainstream.pages import addresses
from mainstream.pages.citations import Citations
from mainstream.pages.listings import Listings
from mainstream.pages.sayings import filler


def markdown_pages(guide: Guide) -> dict[str, str]:
    """Every generated page: Markdown path, relative to the docs folder, to its text."""
    templates = _templates(guide.language)
    return {
        page.path: _filled(templates, guide, page)
        for page in sorted(_pages(guide), key=lambda page: page.path)
    }


@dataclass(frozen=True)
class _Page:
    """A page to fill: its Markdown path, its template, and what the template is about.

    `here` is set after a heading in the site's language, where the page's texts are in another.
    """

    path: str
    template: str
    about: Mapping[str, Any] = field(default_factory=dict)
    here: str = ""


def _pages(guide: Guide) -> Iterator[_Page]:
    def here(kind: Kind[Any], id_: str) -> str:
        return f" lang={guide.language}" if guide.is_untranslated(kind, id_) else ""

    for enabler in guide.enablers:
        path = addresses.enabler_page(enabler.id)
        yield _Page(path, "enabler", {"enabler": enabler}, here(ENABLER, enabler.id))
    for level in guide.levels:
        yield _Page(addresses.level_page(level.id), "level", {"level": level})
    for case in guide.case_studies:
        path = addresses.case_study_page(case.id)
        yield _Page(path, "case-study", {"case_study": case}, here(CASE_STUDY, case.id))
    yield from _lists(guide)
    if guide.settings:
        own = {"settings": guide.settings, "account": guide.account}
        yield _Page(addresses.BASED_ON, "based-on", own)
        if guide.settings.accessibility:
            yield _Page(addresses.ACCESSIBILITY_STATEMENT, "accessibility-statement", own)


def _lists(guide: Guide) -> Iterator[_Page]:
    """The pages that list something; one with nothing to list is left out."""
    for path, template, items in (
        (addresses.ENABLERS, "enablers", guide.enablers),
        (addresses.LEVELS, "levels", guide.case_studies),
        (addresses.CASE_STUDIES, "case-studies", guide.case_studies),
        (addresses.PLACES, "places", guide.places),
        (addresses.THEMES, "themes", guide.case_studies and guide.themes),
        (addresses.STUCK, "stuck", guide.situations),
        (addresses.GLOSSARY, "glossary", guide.glossary),
        (addresses.SOURCES, "sources", guide.sources),
        (addresses.ASSESS, "assess", guide.enablers),
        (addresses.WORKSHOP, "workshop", guide.enablers),
        (addresses.TOOLS, "tools", Listings(guide).with_tool),
    ):
        if items:
            yield _Page(path, template)


def _filled(templates: jinja2.Environment, guide: Guide, page: _Page) -> str:
    return templates.get_template(f"{page.template}.md.jinja").render(
        guide=guide,
        words=guide.words,
        citations=Citations(guide),
        lists=Listings(guide),
        link=lambda target: addresses.markdown_link(page.path, target),
        address=lambda target: addresses.relative_address(addresses.address(page.path), target),
        to=addresses,
        here=page.here,
        **page.about,
    )


@cache  # each template is compiled once, however many guides are made into pages
def _templates(language: str) -> jinja2.Environment:
    """The templates of pages in this language, with the filters that they use."""
    templates = jinja2.Environment(
        loader=jinja2.PackageLoader("mainstream.pages"),
        autoescape=False,  # Markdown out; what goes into HTML is escaped where it is put
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["fill"] = filler(language)
    templates.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    templates.filters["cell"] = lambda text: " ".join(text.split()).replace("|", "\\|")
    templates.filters["indent_item"] = lambda text: text.replace("\n", "\n    ")
    return templates
