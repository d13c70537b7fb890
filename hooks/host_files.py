"""MkDocs events for hosts: files of headers, and a "not found" page that finds its own files."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mainstream import pages, runtime
from mainstream.site_build import build_of


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the "not found" page, which is shown at any address, links from the site's base."""
    base = build_of(config).base
    if template_name == "404.html" and base and not config.site_url:
        context["base_url"] = base
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of headers next to the pages."""
    if not build_of(config).is_first:
        return
    site = Path(config.site_dir)
    folder = runtime.read_manifest(site / "assets" / "runtime").folder
    files = {
        "_headers": pages.headers_file(folder),
        "staticwebapp.config.json": pages.static_web_app_config(folder),
        ".nojekyll": "",  # GitHub Pages: publish files as they are
    }
    for name, text in files.items():
        (site / name).write_text(text, encoding="utf-8")
