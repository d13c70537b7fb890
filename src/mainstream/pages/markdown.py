"""Fills the Markdown templates from the model, one text a page."""

import json
from collections.abc import Iterable
from typing import Any

import jinja2

from mainstream.guide import CASE_STUDY, ENABLER, Guide
from mainstream.pages import addresses
from mainstream.pages.citations import Citations
from mainstream.pages.listings import Listings
from mainstream.pages.sayings import filler


def markdown_pages(guide: Guide) -> dict[str, str]:
    """Every generated page: Markdown path, relative to the docs folder, to its text."""
    pages = dict(_pages(guide))
    return {path: pages[path] for path in sorted(pages)}


def _pages(guide: Guide) -> Iterable[tuple[str, str]]:
    env = jinja2.Environment(
        loader=jinja2.PackageLoader("mainstream.pages"),
        autoescape=False,  # Markdown out; what goes into HTML is escaped where it is put
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["fill"] = filler(guide.language)
    env.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    env.filters["cell"] = lambda text: " ".join(text.split()).replace("|", "\\|")
    env.filters["indent_item"] = lambda text: text.replace("\n", "\n    ")

    def page(
        path: str, template: str, *, untranslated: bool = False, **item: Any
    ) -> tuple[str, str]:
        text = env.get_template(f"{template}.md.jinja").render(
            guide=guide,
            words=guide.words,
            citations=Citations(guide),
            lists=Listings(guide),
            link=lambda target: addresses.markdown_link(path, target),
            address=lambda target: addresses.relative_address(addresses.address(path), target),
            to=addresses,
            # A heading in the site's language, in a page whose texts are in another one.
            here=f" lang={guide.language}" if untranslated else "",
            **item,
        )
        return path, text

    for enabler in guide.enablers:
        missing = guide.is_untranslated(ENABLER, enabler.id)
        yield page(
            addresses.enabler_page(enabler.id), "enabler", untranslated=missing, enabler=enabler
        )
    for level in guide.levels:
        yield page(addresses.level_page(level.id), "level", level=level)
    for case_study in guide.case_studies:
        missing = guide.is_untranslated(CASE_STUDY, case_study.id)
        path = addresses.case_study_page(case_study.id)
        yield page(path, "case-study", untranslated=missing, case_study=case_study)
    shown = listed_pages(guide)
    for path, template in (
        (addresses.ENABLERS, "enablers"),
        (addresses.LEVELS, "levels"),
        (addresses.CASE_STUDIES, "case-studies"),
        (addresses.PLACES, "places"),
        (addresses.THEMES, "themes"),
        (addresses.STUCK, "stuck"),
        (addresses.GLOSSARY, "glossary"),
        (addresses.SOURCES, "sources"),
        (addresses.ASSESS, "assess"),
        (addresses.WORKSHOP, "workshop"),
        (addresses.TOOLS, "tools"),
    ):
        if path in shown:
            yield page(path, template)
    if guide.settings:
        own: dict[str, Any] = {"settings": guide.settings, "account": guide.account}
        yield page(addresses.BASED_ON, "based-on", **own)
        if guide.settings.accessibility:
            yield page(addresses.ACCESSIBILITY_STATEMENT, "accessibility-statement", **own)


def listed_pages(guide: Guide) -> frozenset[str]:
    """The paths of the pages that list something; one with nothing to list is left out."""
    lists = {
        addresses.ENABLERS: guide.enablers,
        addresses.LEVELS: guide.case_studies,
        addresses.CASE_STUDIES: guide.case_studies,
        addresses.PLACES: guide.places,
        addresses.THEMES: guide.case_studies and guide.themes,
        addresses.STUCK: guide.situations,
        addresses.GLOSSARY: guide.glossary,
        addresses.SOURCES: guide.sources,
        addresses.ASSESS: guide.enablers,
        addresses.WORKSHOP: guide.enablers,
        addresses.TOOLS: Listings(guide).with_tool,
    }
    return frozenset(path for path, items in lists.items() if items)
