"""The site's menu, as MkDocs takes it: titles in order, each with a page or a section."""

from collections.abc import Collection
from typing import Any

from mainstream.guide import Guide
from mainstream.pages import addresses

NavItem = dict[str, Any]

# Sections that pages of an adaptation's own join, by their folder; others come under "About".
_SECTION_OF_FOLDER = {"use": "use", "adapt": "adapt"}


def navigation(
    guide: Guide, pages: Collection[str], own_pages: Collection[str] = ()
) -> list[NavItem]:
    """The menu of a site that has `pages`, Markdown paths; `own_pages` have no place in it yet.

    Case studies are reached from their index and by links, not from the menu.
    """
    words = guide.words["nav"]
    menu = _whole_menu(guide)
    listed = set(_paths(menu))
    for path in sorted(set(own_pages) - listed):
        title = words[_SECTION_OF_FOLDER.get(path.split("/")[0], "about")]
        next(iter(item[title] for item in menu if title in item)).append(path)
    return _present(menu, frozenset(pages) | frozenset(own_pages))


def _paths(menu: Any) -> list[str]:
    if isinstance(menu, str):
        return [menu]
    inner = menu.values() if isinstance(menu, dict) else menu
    return [path for item in inner for path in _paths(item)]


def _present(menu: list[Any], pages: frozenset[str]) -> list[Any]:
    """The menu without pages that are not there, and without sections that have none left."""
    kept: list[Any] = []
    for item in menu:
        if isinstance(item, str):
            kept.append(item)
            continue
        ((title, target),) = item.items()
        if isinstance(target, list):
            inner = _present(target, pages)
            if inner:
                kept.append({title: inner})
        elif target in pages:
            kept.append(item)
    return kept


def _whole_menu(guide: Guide) -> list[NavItem]:
    words = guide.words["nav"]
    levels: list[NavItem] = [
        {
            level.title: [
                {level.title: addresses.level_page(level.id)},
                *(
                    {enabler.title: addresses.enabler_page(enabler.id)}
                    for enabler in guide.enablers_of(level.id)
                ),
            ]
        }
        for level in guide.levels
    ]
    return [
        {words["home"]: "index.md"},
        {words["enablers"]: [{words["all_enablers"]: addresses.ENABLERS}, *levels]},
        {
            words["case_studies"]: [
                {words["all_case_studies"]: addresses.CASE_STUDIES},
                {words["by_place"]: addresses.PLACES},
                {words["by_theme"]: addresses.THEMES},
                {words["by_level"]: addresses.LEVELS},
            ]
        },
        {words["stuck"]: addresses.STUCK},
        {words["assess"]: addresses.ASSESS},
        {
            words["use"]: [
                {words["how_to_use"]: "use/index.md"},
                {words["in_a_group"]: "use/group.md"},
                {words["workshop"]: addresses.WORKSHOP},
                {words["tools"]: addresses.TOOLS},
            ]
        },
        {
            words["adapt"]: [
                {words["make_your_own"]: "adapt/index.md"},
                {words["every_setting"]: "adapt/settings.md"},
                {words["add_a_tool"]: "adapt/tools.md"},
                {words["translate"]: "adapt/languages.md"},
                {words["upgrade"]: "adapt/upgrade.md"},
                {words["publish"]: "adapt/publish.md"},
            ]
        },
        {
            words["about"]: [
                {words["framework"]: "framework.md"},
                {words["toolkit"]: "about.md"},
                {words["develop"]: "develop/index.md"},
                {words["glossary"]: addresses.GLOSSARY},
                {words["sources"]: addresses.SOURCES},
                {words["privacy"]: "privacy.md"},
                {words["accessibility"]: "accessibility.md"},
                {words["accessibility_statement"]: addresses.ACCESSIBILITY_STATEMENT},
                {words["based_on"]: addresses.BASED_ON},
            ]
        },
    ]


def foot_links(guide: Guide, pages: Collection[str]) -> list[tuple[str, str]]:
    """What the foot of every page links to, as far as it is there: address and title."""
    words = guide.words["nav"]
    links = (
        (addresses.GLOSSARY, "glossary"),
        (addresses.SOURCES, "sources"),
        ("privacy.md", "privacy"),
        (addresses.ACCESSIBILITY_STATEMENT, "accessibility_statement"),
        ("accessibility.md", "accessibility"),
        (addresses.BASED_ON, "based_on"),
    )
    return [(addresses.address(path), words[key]) for path, key in links if path in pages]
