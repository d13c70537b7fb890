"""MkDocs events that begin each build: the site's own language, then each further one."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as run_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mainstream.guide import ContentProblems
from mainstream.site_build import build_of, first_build, in_language

log = logging.getLogger("mkdocs.hooks.builds")

_command = "build"


def on_startup(command: str, dirty: bool) -> None:
    """Note MkDocs's command, which it says here alone and before it reads the configuration."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the build that all hooks read, or take up the one of a further language."""
    if "build" not in config.extra:
        with _content_problems_as_errors():
            config.extra["build"] = first_build(
                Path(config.config_file_path).parent,
                command=_command,
                adaptation=str(config.extra["adaptation"]),
                languages=str(config.extra["languages"] or ""),
                base=os.environ.get("BASE", ""),
            )
    build = build_of(config)
    for notice in build.notices:
        log.info("Notice: %s", notice)
    if not build.is_first:
        config.extra_css = [f"../{path}" for path in config.extra_css]
        config.theme.static_templates.discard("404.html")  # hosts show the one at the site's root
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Build each further language, with pages alone: scripts, styles and Python are shared."""
    build = build_of(config)
    if not build.is_first:
        return
    for language in build.languages[1:]:
        with _content_problems_as_errors():
            build = in_language(build, language)
        nested = _config_below(config, language)
        nested.extra["build"] = build
        run_build(nested)


def _config_below(config: MkDocsConfig, language: str) -> MkDocsConfig:
    """The same configuration, read again, for a site in a folder of this one."""
    changed: dict[str, Any] = {"site_dir": str(Path(config.site_dir) / language)}
    if config.site_url:
        changed["site_url"] = f"{config.site_url.rstrip('/')}/{language}/"
    return load_config(config.config_file_path, strict=config.strict, **changed)


@contextmanager
def _content_problems_as_errors() -> Iterator[None]:
    """Let them end the build with their own words, not with a traceback."""
    try:
        yield
    except ContentProblems as error:
        raise PluginError(f"the content has problems:\n{error}") from None
