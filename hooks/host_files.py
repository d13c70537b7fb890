"""MkDocs events for hosts: files of headers, and a "not found" page that finds its own files."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mainstream import pages


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the "not found" page, which is shown at any address, links from the site's base."""
    base = os.environ.get("BASE", "")
    if template_name == "404.html" and base and not config.site_url:
        further = config.extra["language"]
        context["base_url"] = f"/{base.strip('/')}/{further or ''}".replace("//", "/").rstrip("/")
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of headers beside the pages."""
    if config.extra["language"]:
        return
    site = Path(config.site_dir)
    runtime = next(path for path in (site / "assets" / "runtime").iterdir() if path.is_dir())
    files = {
        "_headers": pages.headers_file(runtime.name),
        "staticwebapp.config.json": pages.static_web_app_config(runtime.name),
        ".nojekyll": "",  # GitHub Pages: publish files as they are
    }
    for name, text in files.items():
        (site / name).write_text(text, encoding="utf-8")
