"""MkDocs events that build the site in further languages, each below a folder of its own."""

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mainstream import pages

_command = "build"


def on_startup(command: str, dirty: bool) -> None:
    """Note whether MkDocs serves: its live reload adds a script that a policy would refuse."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Say which language this build is in, and where what all languages share is found."""
    config.extra.setdefault("language", None)
    config.extra.setdefault("serving", _command == "serve")
    if config.extra["language"]:
        config.extra_css = [f"../{path}" for path in config.extra_css]
        config.theme.static_templates.discard("404.html")  # hosts show the one at the site's root
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Build each further language, with pages alone: scripts, styles and Python are shared."""
    if config.extra["language"]:
        return
    first, *further = pages.languages(config.extra["guide"], config.extra["languages"])
    for language in further:
        nested: Any = load_config(
            config.config_file_path,
            site_dir=str(Path(config.site_dir) / language),
            strict=config.strict,
            **(
                {"site_url": f"{config.site_url.rstrip('/')}/{language}/"}
                if config.site_url
                else {}
            ),
        )
        nested.extra["language"] = language
        nested.extra["first_language"] = first
        nested.extra["told"] = config.extra["told"]
        nested.extra["serving"] = config.extra["serving"]
        build(nested)
