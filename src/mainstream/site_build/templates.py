"""What the templates of pages may use: the guide, its words, and what is drawn from it."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

import jinja2
from markupsafe import Markup

from mainstream import pages
from mainstream.guide import WRITTEN_IN
from mainstream.site_build.build import Build

# The folders of `browser/` whose templates are a page's parts. What every page has, such as the
# notice, is a part of the scoring page by its name; an adaptation may have one of that name.
_PARTS_OF = {
    "assess": ("assess", "common", "engine"),
    "workshop": ("workshop",),
    "tool": ("tools",),
    "kept": ("kept",),
}


def part_templates(browser: Path) -> jinja2.BaseLoader:
    """Load the templates that stand next to their scripts, by the names that a theme gives them.

    `partials/assess/start.html` is the file `start.html` anywhere below `assess/`.
    """
    parts = {
        page: jinja2.FileSystemLoader(
            [
                place
                for folder in folders
                for place in (browser / folder, *sorted((browser / folder).rglob("*/")))
            ]
        )
        for page, folders in _PARTS_OF.items()
    }
    return jinja2.PrefixLoader({"partials": jinja2.PrefixLoader(parts)})


def template_globals(build: Build, site: Collection[str]) -> dict[str, object]:
    """What every template may use, by name; `site` holds the Markdown paths of all pages."""
    guide = build.guide
    return {
        "guide": guide,
        "assets": build.assets,
        "direction": pages.direction(guide.language),
        "written_in": WRITTEN_IN,
        "words": guide.words,
        "lists": pages.Listings(guide),
        "there": site,
        "wheel_has_names": pages.has_names(guide),
        "foot": pages.foot_links(guide, site),
        "framework_json": pages.framework_json(guide),
        "words_json": pages.words_json(guide),
        "tool_words_json": pages.tool_words_json(guide),
        "tool_json": pages.tool_json,
        "place_of_form": pages.PLACE_OF_FORM,
        "site_json": partial(pages.site_json, guide),
        "workshop_words_json": pages.words_json(guide, pages.WORKSHOP_AREAS),
        "blank_radar": {layout: Markup(svg) for layout, svg in pages.blank_radars(guide).items()},
    }


def page_globals(build: Build, url: str, here: Collection[str]) -> dict[str, object]:
    """What the template of one page may use besides: what links from its address `url`.

    `here` are the ids of the levels and enablers that the page is about.
    """
    return {
        "language_links": pages.language_links(build.languages, build.language, url),
        "wheel": Markup(pages.wheel(build.guide, page_url=url, here=frozenset(here))),
    }
