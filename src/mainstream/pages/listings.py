"""What belongs together on a page: the case studies of a place, a theme or a level."""

from dataclasses import dataclass

from mainstream.guide import WRITTEN_IN, CaseStudy, Guide, Item, kind_of

CaseStudies = tuple[CaseStudy, ...]


@dataclass(frozen=True)
class Listings:
    """What templates look up; each list is in the guide's order."""

    guide: Guide

    def level_position(self, level_id: str) -> int:
        """A level's place in the framework's order, from 1; it picks the level's colour."""
        return [level.id for level in self.guide.levels].index(level_id) + 1

    def lang(self, item: Item) -> str:
        """The attribute that tells an item's language, where it is not the page's own.

        It begins with a space; HTML and attribute lists both take it as it is.
        """
        is_missing = self.guide.is_untranslated(kind_of(item), item.id)
        return f" lang={WRITTEN_IN}" if is_missing else ""

    def lang_of_link(self, item: Item) -> str:
        """The same, as an attribute list after a link."""
        lang = self.lang(item)
        return f"{{{lang} }}" if lang else ""

    def place_titles(self, case: CaseStudy) -> str:
        """The names of a case study's places, joined by commas; empty where it has none."""
        return ", ".join(self.guide.place(place).title for place in case.places)

    def of_place(self, place_id: str) -> CaseStudies:
        """The case studies from a place."""
        return tuple(case for case in self.guide.case_studies if place_id in case.places)

    def of_theme(self, theme_id: str) -> CaseStudies:
        """The case studies on a theme."""
        return tuple(case for case in self.guide.case_studies if theme_id in case.themes)

    def of_level(self, level_id: str) -> CaseStudies:
        """The case studies whose main enabler, the first one named, is on a level."""
        enablers = {enabler.id for enabler in self.guide.enablers_of(level_id)}
        return tuple(case for case in self.guide.case_studies if case.enablers[0] in enablers)

    @property
    def with_tool(self) -> CaseStudies:
        """The case studies that have a tool."""
        return tuple(case for case in self.guide.case_studies if case.tool)

    def with_tool_for(self, purpose_id: str) -> CaseStudies:
        """The case studies whose tool is for a purpose, those that name it first at the front."""
        cases = (c for c in self.with_tool if c.tool and purpose_id in c.tool.purposes)
        return tuple(sorted(cases, key=lambda c: c.tool.purposes[0] != purpose_id if c.tool else 0))

    @property
    def from_places(self) -> CaseStudies:
        """The case studies that are tied to a place."""
        return tuple(case for case in self.guide.case_studies if case.places)

    @property
    def practices(self) -> CaseStudies:
        """The case studies that are tied to no place."""
        return tuple(case for case in self.guide.case_studies if not case.places)
