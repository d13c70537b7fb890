"""The guide as a whole: every item of the content, found by its id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mainstream.guide.layers.translation import WRITTEN_IN, Item, Progress
from mainstream.guide.model.account import Account
from mainstream.guide.model.model import (
    CaseStudy,
    Enabler,
    Framework,
    GlossaryEntry,
    Level,
    Place,
    Purpose,
    Situation,
    Source,
    Theme,
)
from mainstream.guide.model.settings import Settings, SmallGroups
from mainstream.guide.reading.problems import Problem


@dataclass(frozen=True)
class Guide:
    """Everything that the guide says, each look-up by id; an unknown id is a `KeyError`."""

    framework: Framework
    enablers: tuple[Enabler, ...]  # by number
    case_studies: tuple[CaseStudy, ...]  # by title
    places: tuple[Place, ...]  # these and the rest in the order of their file
    themes: tuple[Theme, ...]
    purposes: tuple[Purpose, ...]
    situations: tuple[Situation, ...]
    glossary: tuple[GlossaryEntry, ...]
    sources: tuple[Source, ...]
    words: Mapping[str, Mapping[str, Any]]  # a phrase, or {"one": ..., "other": ...}
    facts: Mapping[str, str]  # figures and names that texts mention
    settings: Settings | None = None  # of an adapted version
    account: Account = field(default_factory=Account)  # what it changes
    notices: tuple[Problem, ...] = ()  # what whoever publishes should know
    language: str = WRITTEN_IN  # its code, such as `cy`
    untranslated: frozenset[Item] = frozenset()  # items that stand in another language
    progress: tuple[Progress, ...] = ()  # how much of each part is translated

    @property
    def small_groups(self) -> SmallGroups:
        """How many people it takes to show marks."""
        return self.settings.small_groups if self.settings else SmallGroups()

    @property
    def levels(self) -> tuple[Level, ...]:
        """The framework's levels, in its order."""
        return self.framework.levels

    def level(self, level_id: str) -> Level:
        """The level with this id."""
        return self._levels[level_id]

    def enabler(self, enabler_id: str) -> Enabler:
        """The enabler with this id."""
        return self._enablers[enabler_id]

    def case_study(self, case_study_id: str) -> CaseStudy:
        """The case study with this id."""
        return self._case_studies[case_study_id]

    def place(self, place_id: str) -> Place:
        """The place with this id."""
        return self._places[place_id]

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id."""
        return self._themes[theme_id]

    def source(self, source_id: str) -> Source:
        """The source with this id."""
        return self._sources[source_id]

    def enablers_of(self, level_id: str) -> tuple[Enabler, ...]:
        """The enablers of a level, by number."""
        return tuple(enabler for enabler in self.enablers if enabler.level == level_id)

    def case_studies_of(self, enabler_id: str) -> tuple[CaseStudy, ...]:
        """The case studies that build an enabler: first those it is the main one of, by title."""
        cases = (case for case in self.case_studies if enabler_id in case.enablers)
        return tuple(sorted(cases, key=lambda case: case.enablers[0] != enabler_id))

    @cached_property
    def _levels(self) -> dict[str, Level]:
        return {level.id: level for level in self.levels}

    @cached_property
    def _enablers(self) -> dict[str, Enabler]:
        return {enabler.id: enabler for enabler in self.enablers}

    @cached_property
    def _case_studies(self) -> dict[str, CaseStudy]:
        return {case.id: case for case in self.case_studies}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}
