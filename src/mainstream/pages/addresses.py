"""Where each item's page is, and how one page links to another."""

import posixpath

ENABLERS = "enablers/index.md"
LEVELS = "levels/index.md"
CASE_STUDIES = "case-studies/index.md"
PLACES = "places.md"
THEMES = "themes.md"
STUCK = "stuck.md"
GLOSSARY = "glossary.md"
SOURCES = "sources.md"
ASSESS = "assess.md"
WORKSHOP = "workshop.md"
TOOLS = "tools.md"
BASED_ON = "based-on.md"
ACCESSIBILITY_STATEMENT = "accessibility-statement.md"

# What the toolkit's own version has, and an adapted one lacks where it has nothing to list.
LISTS = frozenset({ENABLERS, LEVELS, CASE_STUDIES, PLACES, THEMES, STUCK, GLOSSARY, SOURCES, TOOLS})

# Where, in a page’s text, its template puts what people fill in.
PLACE_OF_FORM = "<!-- form -->"


def enabler_page(enabler_id: str) -> str:
    """The Markdown path of an enabler's page."""
    return f"enablers/{enabler_id}.md"


def level_page(level_id: str) -> str:
    """The Markdown path of a level's page."""
    return f"levels/{level_id}.md"


def case_study_page(case_study_id: str) -> str:
    """The Markdown path of a case study's page."""
    return f"case-studies/{case_study_id}.md"


def tool(case_study_id: str) -> str:
    """The Markdown path of the tool on a case study's page, with its anchor."""
    return f"{case_study_page(case_study_id)}#tool"


def markdown_link(origin: str, target: str) -> str:
    """The link from one Markdown path to another, as Markdown writes it (`../places.md#oldham`)."""
    path, _, anchor = target.partition("#")
    link = posixpath.relpath(path, posixpath.dirname(origin) or ".")
    return f"{link}#{anchor}" if anchor else link


def address(path: str) -> str:
    """The address that a Markdown path is published at, from the site's root: `places/`."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


def relative_address(page_address: str, target: str) -> str:
    """The link from a published address (`enablers/x/`) to a Markdown path's (`../y/`)."""
    path, _, anchor = target.partition("#")
    link = posixpath.relpath("/" + address(path), "/" + page_address) + "/"
    return f"{link}#{anchor}" if anchor else link
