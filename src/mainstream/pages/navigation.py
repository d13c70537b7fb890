"""The site's menu, as MkDocs takes it: titles in order, each with a page or a section."""

from typing import Any

from mainstream.guide import Guide
from mainstream.pages import addresses

NavItem = dict[str, Any]


def navigation(guide: Guide) -> list[NavItem]:
    """The menu. Case studies are reached from their index and by links, not from the menu."""
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
        {words["adapt"]: [{words["add_a_tool"]: "adapt/tools.md"}]},
        {
            words["about"]: [
                {words["framework"]: "framework.md"},
                {words["toolkit"]: "about.md"},
                {words["glossary"]: addresses.GLOSSARY},
                {words["sources"]: addresses.SOURCES},
                {words["privacy"]: "privacy.md"},
                {words["accessibility"]: "accessibility.md"},
            ]
        },
    ]
