"""The files that a version of the site adds to the toolkit's, or puts in their place."""

from collections.abc import Collection, Iterator
from pathlib import Path

from mainstream import pages
from mainstream.site_build.build import Build

_OWN_STYLES = "own.css"
_OWN_ASSETS = "own"


def docs_folders(build: Build) -> dict[Path, str]:
    """Folders of handwritten pages that take the place of the toolkit's, each with its language.

    A later one takes the place of an earlier one.
    """
    language = build.guide.language
    folders = {build.root / "languages" / language / "docs": language}
    if build.own_folder and build.guide.settings:
        folders[build.own_folder / "docs"] = build.guide.settings.language
        folders[build.own_folder / "languages" / language / "docs"] = language
    return folders


def own_docs(build: Build) -> dict[str, Path]:
    """What stands in those folders: the folder of each file, by the file's path there."""
    return {name: folder for folder in docs_folders(build) for name in _files_in(folder)}


def written_files(build: Build, own: Collection[str]) -> dict[str, str]:
    """Text by path of the pages and styles made from the guide, except for what `own` docs hold."""
    made = pages.markdown_pages(build.guide)
    texts = {path: text for path, text in made.items() if path not in own}
    styles = _own_styles(build)
    if styles and build.is_first:
        texts[f"assets/{_OWN_STYLES}"] = styles
    return texts


def own_assets(build: Build) -> dict[str, Path]:
    """Pictures and the like of an adapted version: the source of each by its path on the site."""
    if not build.own_folder or not build.is_first:
        return {}  # a further language takes them from the first one's folder
    folder = build.own_folder / "assets"
    return {
        f"assets/{_OWN_ASSETS}/{path.relative_to(folder).as_posix()}": path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def own_style_sheets(build: Build) -> list[str]:
    """The style sheets that an adapted version adds to every page, from the root of this build."""
    return [build.assets + _OWN_STYLES] if _own_styles(build) else []


def _own_styles(build: Build) -> str:
    return pages.own_styles(build.guide.settings) if build.guide.settings else ""


def _files_in(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name[0] != ".":
            yield path.relative_to(folder).as_posix()
