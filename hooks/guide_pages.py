"""MkDocs events that turn `content/` into the guide's pages."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mainstream import pages
from mainstream.guide import ContentProblems, Guide, load_guide


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read `content/` afresh and teach Markdown to explain the glossary's terms."""
    try:
        guide = load_guide(Path(config.config_file_path).parent)
    except ContentProblems as error:
        raise PluginError(f"content/ has problems:\n{error}") from None
    config.extra["guide"] = guide
    if not config.repo_url:
        config.edit_uri = ""  # nothing to link to; MkDocs would warn on every page
    cast(list[object], config.markdown_extensions).append(
        pages.GlossaryExtension(guide.glossary, address="/glossary.md")
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and the navigation."""
    guide = _guide(config)
    for path, text in pages.markdown_pages(guide).items():
        files.append(File.generated(config, path, content=text))
    config.nav = pages.navigation(guide)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Point the edit link of a generated page at the file it was made from."""
    origin = page.meta.get("origin")
    if origin and config.repo_url:
        root = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri or "")
        page.edit_url = urljoin(root, f"../{origin}")
    return markdown


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give every template the guide, its words and the drawings made from it."""
    guide = _guide(config)
    env.globals["guide"] = guide
    env.globals["words"] = guide.words
    env.globals["lists"] = pages.Listings(guide)
    env.globals["framework_json"] = pages.framework_json(guide)
    env.globals["words_json"] = pages.words_json(guide)
    env.globals["tool_words_json"] = pages.tool_words_json(guide)
    env.globals["tool_json"] = pages.tool_json
    env.globals["place_of_form"] = pages.PLACE_OF_FORM
    env.globals["site_json"] = partial(pages.site_json, guide)
    env.globals["workshop_words_json"] = pages.words_json(guide, pages.WORKSHOP_AREAS)
    env.globals["blank_radar"] = {
        layout: Markup(svg) for layout, svg in pages.blank_radars(guide).items()
    }
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Draw the wheel for this page, with links that fit its address."""
    here: Iterable[str] = page.meta.get("wheel", ())
    context["wheel"] = Markup(pages.wheel(_guide(config), page_url=page.url, here=frozenset(here)))
    return context


def _guide(config: MkDocsConfig) -> Guide:
    guide: Guide = config.extra["guide"]
    return guide
