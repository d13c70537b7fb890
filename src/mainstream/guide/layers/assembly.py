"""Puts a guide together from what there is in one language, with its facts and its progress."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mainstream.guide.layers.guide import Guide
from mainstream.guide.layers.translation import WRITTEN_IN, Progress, progress
from mainstream.guide.layers.words import lacking_words, merged_words, untranslated_words
from mainstream.guide.model.account import Account
from mainstream.guide.model.facts import all_stated, facts
from mainstream.guide.model.items import ItemKey, Items
from mainstream.guide.model.kinds import CASE_STUDY, ENABLER, KINDS
from mainstream.guide.model.layer import LANGUAGES, WORDS
from mainstream.guide.model.model import Item, Words
from mainstream.guide.model.settings import Settings, SmallGroups
from mainstream.guide.reading.plurals import is_same_language
from mainstream.guide.reading.problems import Problem


@dataclass(frozen=True)
class Version:
    """What there is after adapting and before translating; without an adaptation, the toolkit."""

    items: Items
    own: Items = field(default_factory=Items)
    folder: str = ""  # of the adaptation
    settings: Settings | None = None
    account: Account = field(default_factory=Account)
    notices: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """The language that its publisher writes in."""
        return self.settings.language if self.settings else WRITTEN_IN


@dataclass(frozen=True)
class InLanguage:
    """A version in a language: its items, which of them are in it, and its texts of the interface.

    `words` are layers, each of which takes the place of the ones before; the first is the
    toolkit's, and those after it are in the language.
    """

    language: str
    items: Items
    done: frozenset[ItemKey]
    words: Sequence[Words | None]


def assembled(version: Version, said: InLanguage) -> Guide:
    """The guide of what a version says in a language."""
    items, language = said.items, said.language
    merged, *further = said.words
    for layer in further:
        merged = merged_words(merged, layer)
    assert merged
    words = merged.model_dump(exclude_none=True)
    if "assess" in words:
        words["assess"]["locale"] = language
    small_groups = version.settings.small_groups if version.settings else SmallGroups()
    numbers = words.get("numbers", {})
    figures = facts(items.framework, len(items.of(ENABLER)), small_groups, numbers, language)
    notices = list(version.notices)
    parts: tuple[Progress, ...] = ()
    if not is_same_language(language, WRITTEN_IN):
        lacking = untranslated_words(words, further)
        total, missing = (sum(map(len, areas.values())) for areas in (words, lacking))
        folder = f"{version.folder}/{LANGUAGES}".removeprefix("/")
        notices += lacking_words(f"{folder}/{language}/{WORDS}", words, lacking)
        parts = progress(items, said.done, (total - missing, total))
    return Guide(
        framework=items.framework,
        items=_in_order(items),
        words=all_stated(words, figures),
        facts=figures,
        settings=version.settings,
        account=version.account,
        notices=tuple(sorted(set(notices))),
        language=language,
        untranslated=items.keys() - said.done,
        progress=parts,
    )


def _in_order(items: Items) -> dict[str, tuple[Item, ...]]:
    """The items of each kind in the order that a reader meets them in."""
    enablers, cases = items.of(ENABLER).values(), items.of(CASE_STUDY).values()
    return {
        **{kind.name: tuple(items.of(kind).values()) for kind in KINDS},
        ENABLER.name: tuple(sorted(enablers, key=lambda enabler: enabler.number)),
        CASE_STUDY.name: tuple(sorted(cases, key=lambda case: (case.title.casefold(), case.id))),
    }
