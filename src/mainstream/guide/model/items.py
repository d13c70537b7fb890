"""The items of a layer or of a whole guide: by kind, then by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mainstream.guide.model.kinds import KINDS, Kind, M
from mainstream.guide.model.layer import FRAMEWORK, SETTINGS, WORDS
from mainstream.guide.model.model import Framework, Words
from mainstream.guide.model.settings import Settings
from mainstream.guide.reading.references import LEVEL

ItemKey = tuple[str, str]  # the name of an item's kind, and its id


@dataclass(frozen=True)
class Items:
    """Items by the name of their kind and by id; a file that is not there gives none."""

    single: Mapping[str, Any] = field(default_factory=dict)  # framework, words, settings: by file
    by_kind: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, kind: Kind[M]) -> Mapping[str, M]:
        """The items of a kind, by id."""
        return self.by_kind.get(kind.name, {})

    def keys(self) -> frozenset[ItemKey]:
        """Every item that is of a kind."""
        return frozenset((kind.name, id_) for kind in KINDS for id_ in self.of(kind))

    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of each kind, levels among them."""
        found = {kind.name: frozenset(self.of(kind)) for kind in KINDS}
        return {**found, LEVEL: frozenset(level.id for level in self.framework.levels)}

    def with_kind(self, kind: Kind[M], items: Mapping[str, M]) -> "Items":
        """The same, with other items of one kind."""
        return replace(self, by_kind={**self.by_kind, kind.name: items})

    def with_framework(self, framework: Framework) -> "Items":
        """The same, with another framework."""
        return replace(self, single={**self.single, FRAMEWORK: framework})

    @property
    def framework(self) -> Framework:
        """The framework. Errors: `KeyError` where the layer has none."""
        framework: Framework = self.single[FRAMEWORK]
        return framework

    @property
    def words(self) -> Words | None:
        """The texts of the interface."""
        return self.single.get(WORDS)

    @property
    def settings(self) -> Settings | None:
        """The settings of an adapted version."""
        return self.single.get(SETTINGS)
