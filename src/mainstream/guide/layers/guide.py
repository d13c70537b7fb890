"""The guide as a whole: every item of the content, found by its id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mainstream.guide.layers.translation import WRITTEN_IN, Progress
from mainstream.guide.model.account import Account
from mainstream.guide.model.items import ItemKey
from mainstream.guide.model.kinds import (
    CASE_STUDY,
    ENABLER,
    PLACE,
    PURPOSE,
    SITUATION,
    SOURCE,
    TERM,
    THEME,
    Kind,
    M,
)
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
    items: Mapping[str, tuple[Any, ...]]  # by the name of their kind, in a reader's order
    words: Mapping[str, Mapping[str, Any]]  # a phrase, or {"one": ..., "other": ...}
    facts: Mapping[str, str]  # figures and names that texts mention
    settings: Settings | None = None  # of an adapted version
    account: Account = field(default_factory=Account)  # what it changes
    notices: tuple[Problem, ...] = ()  # what the publisher should know
    language: str = WRITTEN_IN  # its code, such as `cy`
    untranslated: frozenset[ItemKey] = frozenset()  # items that are in another language
    progress: tuple[Progress, ...] = ()  # how much of each part is translated

    def of(self, kind: Kind[M]) -> tuple[M, ...]:
        """The items of a kind."""
        return self.items[kind.name]

    @property
    def enablers(self) -> tuple[Enabler, ...]:
        """The enablers, by number."""
        return self.of(ENABLER)

    @property
    def case_studies(self) -> tuple[CaseStudy, ...]:
        """The case studies, by title."""
        return self.of(CASE_STUDY)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places; these and the rest in the order of their file."""
        return self.of(PLACE)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of case studies."""
        return self.of(THEME)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What tools are for."""
        return self.of(PURPOSE)

    @property
    def situations(self) -> tuple[Situation, ...]:
        """Where a reader may be stuck."""
        return self.of(SITUATION)

    @property
    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """The terms that are explained."""
        return self.of(TERM)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents that the guide draws on."""
        return self.of(SOURCE)

    def is_untranslated(self, kind: Kind[Any], item_id: str) -> bool:
        """Whether an item is in the language it was written in, which is not the guide's."""
        return (kind.name, item_id) in self.untranslated

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
        return self.item(ENABLER, enabler_id)

    def case_study(self, case_study_id: str) -> CaseStudy:
        """The case study with this id."""
        return self.item(CASE_STUDY, case_study_id)

    def place(self, place_id: str) -> Place:
        """The place with this id."""
        return self.item(PLACE, place_id)

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id."""
        return self.item(THEME, theme_id)

    def source(self, source_id: str) -> Source:
        """The source with this id."""
        return self.item(SOURCE, source_id)

    def item(self, kind: Kind[M], item_id: str) -> M:
        """The item of a kind with this id."""
        found: M = self._by_id[kind.name][item_id]
        return found

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
    def _by_id(self) -> dict[str, dict[str, Any]]:
        return {kind: {item.id: item for item in items} for kind, items in self.items.items()}
