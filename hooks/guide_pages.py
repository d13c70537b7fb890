"""MkDocs events that turn `content/` and an adaptation into the guide's pages."""

from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mainstream import pages, site_build
from mainstream.site_build import build_of


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the settings of an adaptation, and explain the glossary's terms."""
    build = build_of(config)
    guide = build.guide
    if guide.settings and build.own_folder:
        config.site_name = guide.settings.name
        config.copyright = pages.small_print(guide.settings, guide.words)
        own_theme = build.own_folder / "theme"
        if own_theme.is_dir():
            config.theme.dirs.insert(0, str(own_theme))
        config.watch.append(str(build.own_folder))
    config.extra_css += site_build.own_style_sheets(build)
    if not config.repo_url:
        config.edit_uri = ""  # nothing to link to; MkDocs would warn on every page
    if guide.glossary:
        cast(list[object], config.markdown_extensions).append(
            pages.GlossaryExtension(guide.glossary, address="/glossary.md")
        )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Lay the adaptation's files over the toolkit's; add the generated pages and the menu."""
    build = build_of(config)
    own = site_build.own_docs(build)
    for path in build.left_out | own.keys():
        there = files.get_file_from_path(path)
        if there:
            files.remove(there)
    for path, folder in own.items():
        files.append(File(path, str(folder), config.site_dir, config.use_directory_urls))
    for path, text in site_build.written_files(build, own).items():
        files.append(File.generated(config, path, content=text))
    for path, source in site_build.own_assets(build).items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    own_pages = [path for path in own if path.endswith(".md")]
    config.nav = pages.navigation(build.guide, _pages_in(files), own_pages)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fit each page to this version; point its edit link at the file that it is made from."""
    fitted = site_build.fitted_page(
        build_of(config),
        markdown,
        page.meta,
        path=page.file.src_uri,
        folder=Path(page.file.src_dir) if page.file.src_dir else None,
        site=_pages_in(files),
    )
    page.meta.update(fitted.meta)
    if fitted.origin and config.repo_url:
        page.edit_url = site_build.edit_url(config.repo_url, config.edit_uri or "", fitted.origin)
    return fitted.markdown


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Give every template the guide, its words and the drawings made from it.

    The parts in `browser/` come after the theme's, so that an adaptation's theme can replace them.
    """
    build = build_of(config)
    loaders = (env.loader, site_build.part_templates(build.root / "browser"))
    env.loader = jinja2.ChoiceLoader([loader for loader in loaders if loader])
    env.filters["fill"] = pages.filler(build.guide.language)
    env.globals.update(site_build.template_globals(build, _pages_in(files)))
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give this page's template the wheel and what else links from its address."""
    here = page.meta.get("wheel", ())
    return context | site_build.page_globals(build_of(config), page.url, here)


def _pages_in(files: Files) -> frozenset[str]:
    """The Markdown paths of the site's pages."""
    return frozenset(file.src_uri for file in files.documentation_pages())
