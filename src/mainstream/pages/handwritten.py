"""Pages written by hand, fitted to the version that they are part of.

They may name facts (`{enablers_word}`), and hold parts that stand only under a condition, between
`<!-- if CONDITIONS -->` and `<!-- end -->`, each on a line of its own. Conditions are separated by
spaces, and all have to hold: `original` (the toolkit's own version), `adapted`, `toolkit-framework`
(changed or not), `own-framework` (one that starts from nothing), or the path of a page that has to
be there.
"""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from mainstream.guide import Guide, stated
from mainstream.pages import addresses

_PART = re.compile(
    r"^<!-- if (?P<conditions>[^>]+) -->\n(?P<text>.*?)^<!-- end -->\n?", re.DOTALL | re.MULTILINE
)
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<path>[^)#\s:]*\.md)?(?P<anchor>#[^)\s]+)?\)")
_ABOUT_ORIGINAL = re.compile(r"---\n(?:.*\n)*?original: true\n(?:.*\n)*?---\n")
_CODE = re.compile(r"(^ *```.*?^ *```|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
_GENERATED = re.compile(r"^(enablers|levels|case-studies)/[^/]+\.md$")


@dataclass(frozen=True)
class SitePages:
    """Which pages a site has, by Markdown path, so that no link leads to one that it lacks.

    `anchors` are those of each page that lists items; `left_out` are the toolkit's handwritten
    pages that this version does not show.
    """

    paths: Collection[str]
    anchors: Mapping[str, Collection[str]]
    left_out: frozenset[str]

    @classmethod
    def of(cls, guide: Guide, paths: Collection[str], left_out: frozenset[str]) -> "SitePages":
        """The pages of a site with these paths, made from a guide."""
        anchors = {
            addresses.SOURCES: [source.id for source in guide.sources],
            addresses.PLACES: [place.id for place in guide.places],
            addresses.STUCK: [situation.id for situation in guide.situations],
            addresses.GLOSSARY: [entry.id for entry in guide.glossary],
            addresses.THEMES: [theme.id for theme in guide.themes],
        }
        return cls(paths, anchors, left_out)


def fitted(markdown: str, page: str, guide: Guide, site: SitePages) -> str:
    """The page's Markdown with its facts, its parts, and no link to what this version lacks."""
    adapted = guide.settings is not None
    own = guide.settings is not None and guide.settings.based_on.start_from == "nothing"
    named = {"original": not adapted, "adapted": adapted}
    named |= {"toolkit-framework": not own, "own-framework": own}

    def part(match: re.Match[str]) -> str:
        conditions = match["conditions"].split()
        holds = all(named.get(each, each in site.paths) for each in conditions)
        return match["text"] if holds else ""

    def link(match: re.Match[str]) -> str:
        return match["text"] if _is_gone(match["path"], match["anchor"], page, site) else match[0]

    texts = _CODE.split(_PART.sub(part, markdown))  # every second one is code, and stays
    return "".join(
        text if place % 2 else stated(_LINK.sub(link, text), guide.facts)
        for place, text in enumerate(texts)
    )


def _is_gone(path: str | None, anchor: str | None, page: str, site: SitePages) -> bool:
    """Whether a link leads to a page or an item of the toolkit's that this version lacks."""
    if path is None:
        return False
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if target not in site.paths:
        return bool(_GENERATED.match(target)) or target in site.left_out | addresses.LISTS
    known = site.anchors.get(target)
    return known is not None and anchor is not None and anchor[1:] not in known


def pages_left_out(guide: Guide, texts: Mapping[str, str]) -> frozenset[str]:
    """The toolkit's pages, of those with these texts, that an adapted version does not show.

    Those that its settings remove; and in a framework of its own, those about the toolkit's, which
    say `original: true` in their head.
    """
    if guide.settings is None:
        return frozenset()
    removed = {each.id for each in guide.settings.remove.pages}
    if guide.account.own_framework:
        removed |= {path for path, text in texts.items() if _ABOUT_ORIGINAL.match(text)}
    return frozenset(removed)


def fitted_meta(meta: Mapping[str, Any], guide: Guide) -> dict[str, Any]:
    """The head of a page with its facts; the settings' texts stand at the top of the home page."""
    fitted_: dict[str, Any] = _stated_all(dict(meta), guide.facts)
    if "hero" in fitted_ and guide.settings:
        own = guide.settings.home.model_dump(exclude_none=True)
        fitted_["hero"] = {**fitted_["hero"], **own}
    return fitted_


def _stated_all(value: Any, facts: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _stated_all(inner, facts) for key, inner in value.items()}
    if isinstance(value, list):
        return [_stated_all(inner, facts) for inner in value]
    return stated(value, facts) if isinstance(value, str) else value
