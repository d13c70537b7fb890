"""What is known of one build of the site: made when it begins, and read by every hook."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from mainstream import pages
from mainstream.guide import Guide, Problem, load_guide

_DOCS = "docs"


@dataclass(frozen=True)
class Build:
    """One build of the site, in one language.

    `command` is MkDocs's (`build`, `serve`); `root` is the repository's folder; `base` is where
    the site will stand on its host (`/toolkit`), empty where that is its root or unknown.
    `languages` are those that the site is built in, its own first, and `language` is this build's.
    `adaptation` is the folder below `root` where an adapted version stands, if there is one.
    `left_out` holds the paths of the toolkit's handwritten pages that this version does not show,
    and `reported` the notices that an earlier build of the same site has given.
    """

    command: str
    root: Path
    base: str
    languages: tuple[str, ...]
    language: str
    guide: Guide
    adaptation: str
    left_out: frozenset[str]
    reported: frozenset[Problem] = frozenset()

    @property
    def own_folder(self) -> Path | None:
        """The folder of the adapted version, where this is one."""
        return self.root / self.adaptation if self.guide.settings else None

    @property
    def is_first(self) -> bool:
        """Whether it makes the site's root; a further language's pages stand in a folder there."""
        return self.language == self.languages[0]

    @property
    def is_served(self) -> bool:
        """Whether MkDocs serves it, with a script of its own in each page for live reload."""
        return self.command == "serve"

    @property
    def assets(self) -> str:
        """Where scripts and styles are, from the root of this build: all languages share them."""
        return "assets/" if self.is_first else "../assets/"

    @property
    def notices(self) -> list[Problem]:
        """What there is to know of the content, and has not been reported yet."""
        return [notice for notice in self.guide.notices if notice not in self.reported]


class HasExtra(Protocol):
    """A configuration with room for what is not MkDocs's own."""

    @property
    def extra(self) -> Mapping[str, Any]:
        """What hooks and templates share."""


def build_of(config: HasExtra) -> Build:
    """The build that a configuration belongs to. Errors: `KeyError` before it has begun."""
    build: Build = config.extra["build"]
    return build


def first_build(root: Path, *, command: str, adaptation: str, languages: str, base: str) -> Build:
    """The build of the site in its own language.

    `adaptation` is a folder below `root`; `languages`, separated by spaces, are further ones of a
    site without an adaptation; `base` is a path with or without slashes around it.

    Errors: `ContentProblems`.
    """
    guide = load_guide(root, adaptation)
    languages_ = pages.languages(guide, languages)
    docs = root / _DOCS
    texts = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8-sig")
        for path in docs.rglob("*.md")
    }
    return Build(
        command=command,
        root=root,
        base=f"/{base.strip('/')}".rstrip("/"),
        languages=languages_,
        language=languages_[0],
        guide=guide,
        adaptation=adaptation,
        left_out=pages.pages_left_out(guide, texts),
    )


def in_language(before: Build, language: str) -> Build:
    """The build of the same site in a further language, after `before`.

    Errors: `ContentProblems`, of the translation.
    """
    return replace(
        before,
        language=language,
        guide=load_guide(before.root, before.adaptation, language),
        reported=before.reported | frozenset(before.guide.notices),
    )
