"""A page fitted to the version of the site that it is part of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mainstream import pages
from mainstream.guide import WRITTEN_IN, is_same_language
from mainstream.site_build.build import Build
from mainstream.site_build.files import docs_folders


@dataclass(frozen=True)
class FittedPage:
    """A page's Markdown, what its head says, and the file it is made from.

    `origin` is a path below the root; it is empty for the toolkit's handwritten pages, whose edit
    links MkDocs makes.
    """

    markdown: str
    meta: Mapping[str, Any]
    origin: str


def fitted_page(
    build: Build,
    markdown: str,
    meta: Mapping[str, Any],
    *,
    path: str,
    folder: Path | None,
    site: Collection[str],
) -> FittedPage:
    """Fit the page at `path`, which stands in `folder`, to a site with the Markdown paths `site`.

    A page made from the guide fits already; its head says what it was made from.
    """
    if meta.get("origin") or folder is None:
        of_guide = {
            "untranslated": pages.is_untranslated(build.guide, meta),
            "partly_untranslated": pages.is_partly_untranslated(build.guide, meta),
        }
        return FittedPage(markdown, {**meta, **of_guide}, str(meta.get("origin", "")))
    language = docs_folders(build).get(folder, WRITTEN_IN)
    of_docs = {"untranslated": not is_same_language(build.guide.language, language)}
    site_pages = pages.SitePages.of(build.guide, site, build.left_out)
    return FittedPage(
        pages.fitted(markdown, path, build.guide, site_pages),
        pages.fitted_meta({**meta, **of_docs}, build.guide),
        _path_in_repository(build, folder, path),
    )


def edit_url(repo_url: str, edit_uri: str, origin: str) -> str:
    """Where a file below the root is edited; `edit_uri` leads to the folder of the docs."""
    docs = urljoin(repo_url.rstrip("/") + "/", edit_uri)
    return urljoin(docs, f"../{origin}")


def _path_in_repository(build: Build, folder: Path, path: str) -> str:
    if folder not in docs_folders(build):
        return ""
    return (folder / path).relative_to(build.root).as_posix()
