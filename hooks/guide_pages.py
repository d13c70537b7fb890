"""MkDocs events that turn `content/` and an adaptation into the guide's pages."""

import logging
from collections.abc import Iterable, Iterator
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
from mainstream.guide import WRITTEN_IN, ContentProblems, Guide, is_same_language, load_guide

log = logging.getLogger("mkdocs.hooks.guide_pages")

_OWN_LOOK = "assets/own.css"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the content afresh, take the settings of an adaptation, and explain the glossary."""
    try:
        guide = load_guide(_root(config), config.extra["adaptation"], config.extra["language"])
    except ContentProblems as error:
        raise PluginError(f"the content has problems:\n{error}") from None
    told = config.extra.setdefault("told", set())  # by the build of another language
    for notice in guide.notices:
        if notice not in told:
            log.info("Notice: %s", notice)
    told.update(guide.notices)
    config.extra["guide"] = guide
    if guide.settings:
        config.site_name = guide.settings.name
        config.copyright = pages.small_print(guide.settings, guide.words)
        own_theme = _adaptation(config) / "theme"
        if own_theme.is_dir():
            config.theme.dirs.insert(0, str(own_theme))
        config.watch.append(str(_adaptation(config)))
    if not config.repo_url:
        config.edit_uri = ""  # nothing to link to; MkDocs would warn on every page
    if guide.glossary:
        cast(list[object], config.markdown_extensions).append(
            pages.GlossaryExtension(guide.glossary, address="/glossary.md")
        )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Lay the adaptation's files over the toolkit's; add the generated pages and the menu."""
    guide = _guide(config)
    toolkit_pages = frozenset(file.src_uri for file in files.documentation_pages())
    own: dict[str, File] = {}
    for folder in _docs_folders(config, guide):
        own.update(_files_in(folder, config))
    for path in pages.pages_left_out(guide, _texts(files)) - own.keys():
        _drop(files, path)
    for path, file in own.items():
        _drop(files, path)
        files.append(file)
    for path, text in pages.markdown_pages(guide).items():
        if path not in own:
            files.append(File.generated(config, path, content=text))
    if guide.settings and not config.extra["language"]:
        assets = _adaptation(config) / "assets"
        for asset in sorted(asset for asset in assets.rglob("*") if asset.is_file()):
            name = asset.relative_to(assets).as_posix()
            files.append(File.generated(config, f"assets/own/{name}", abs_src_path=str(asset)))
        styles = pages.own_styles(guide.settings)
        if styles:
            files.append(File.generated(config, _OWN_LOOK, content=styles))
    if guide.settings and pages.own_styles(guide.settings):
        config.extra_css.append(_assets(config) + _OWN_LOOK.removeprefix("assets/"))
    there = frozenset(file.src_uri for file in files.documentation_pages())
    config.nav = pages.navigation(guide, there, [path for path in own if path.endswith(".md")])
    config.extra["surroundings"] = pages.Surroundings.of(guide, there, toolkit_pages)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Fit a page written by hand to this version; point each edit link at the page's own file."""
    guide = _guide(config)
    origin = page.meta.get("origin") or _file_of_adaptation(page, config)
    if origin and config.repo_url:
        root = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri or "")
        page.edit_url = urljoin(root, f"../{origin}")
    page.meta["untranslated"] = pages.is_untranslated(guide, page.meta)
    if page.meta.get("origin"):
        page.meta["partly_untranslated"] = pages.is_partly_untranslated(guide, page.meta)
        return markdown
    page.meta["untranslated"] = not is_same_language(guide.language, _language_of(page, config))
    page.meta.update(pages.fitted_meta(page.meta, guide))
    return pages.fitted(markdown, page.file.src_uri, guide, config.extra["surroundings"])


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give every template the guide, its words and the drawings made from it."""
    guide = _guide(config)
    there = config.extra["surroundings"].pages
    env.filters["fill"] = pages.filler(guide.language)
    env.globals["guide"] = guide
    env.globals["assets"] = _assets(config)
    env.globals["direction"] = pages.direction(guide.language)
    env.globals["written_in"] = WRITTEN_IN
    env.globals["words"] = guide.words
    env.globals["lists"] = pages.Listings(guide)
    env.globals["there"] = there
    env.globals["wheel_has_names"] = pages.has_names(guide)
    env.globals["foot"] = pages.foot_links(guide, there)
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
    guide = _guide(config)
    codes = pages.languages(guide, config.extra["languages"])
    context["language_links"] = pages.language_links(codes, guide.language, page.url)
    context["wheel"] = Markup(pages.wheel(guide, page_url=page.url, here=frozenset(here)))
    return context


def _docs_folders(config: MkDocsConfig, guide: Guide) -> Iterator[Path]:
    """Folders of pages that take the place of the toolkit's, each before those that outdo it."""
    yield _root(config) / "languages" / guide.language / "docs"
    if guide.settings:
        yield _adaptation(config) / "docs"
        yield _adaptation(config) / "languages" / guide.language / "docs"


def _language_of(page: Page, config: MkDocsConfig) -> str:
    """The language that a page written by hand can be taken to be in."""
    folder = Path(str(page.file.src_dir))
    if folder.parent.parent.name == "languages":
        return folder.parent.name
    settings = _guide(config).settings
    if settings and folder == _adaptation(config) / "docs":
        return settings.language
    return WRITTEN_IN


def _assets(config: MkDocsConfig) -> str:
    """Where scripts and styles are, from the root of this build."""
    return "../assets/" if config.extra["language"] else "assets/"


def _files_in(folder: Path, config: MkDocsConfig) -> Iterator[tuple[str, File]]:
    """What stands in a folder of pages, by its path there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name[0] != ".":
            name = path.relative_to(folder).as_posix()
            yield name, File(name, str(folder), config.site_dir, config.use_directory_urls)


def _drop(files: Files, path: str) -> None:
    there = files.get_file_from_path(path)
    if there:
        files.remove(there)


def _texts(files: Files) -> dict[str, str]:
    return {file.src_uri: file.content_string for file in files.documentation_pages()}


def _file_of_adaptation(page: Page, config: MkDocsConfig) -> str:
    """The path of a page's file from the root, where it is one of the adaptation's."""
    folder = Path(str(page.file.src_dir))
    if folder == Path(config.docs_dir):
        return ""
    return (folder / page.file.src_uri).relative_to(_root(config)).as_posix()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _adaptation(config: MkDocsConfig) -> Path:
    return _root(config) / str(config.extra["adaptation"])


def _guide(config: MkDocsConfig) -> Guide:
    guide: Guide = config.extra["guide"]
    return guide
