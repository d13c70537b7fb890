"""Reads `content/` and an adaptation, and makes the guide of them, or tells of every problem."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mainstream.guide.checks.adaptation import Surroundings, result_checks, settings_checks
from mainstream.guide.checks.cross import cross_checks, forms_checks, own_checks
from mainstream.guide.layers.adaptation import adapt, differs
from mainstream.guide.layers.guide import Guide
from mainstream.guide.layers.layers import Items, Reading, of_file, read_layer, stem
from mainstream.guide.layers.translation import (
    LANGUAGES,
    WRITTEN_IN,
    Item,
    progress,
    read_translation,
    translated,
    translation_of,
    untranslated,
)
from mainstream.guide.layers.words import (
    lacking_words,
    merged_words,
    untranslated_words,
    words_checks,
)
from mainstream.guide.model.account import Account
from mainstream.guide.model.facts import all_stated, facts
from mainstream.guide.model.kinds import (
    CASE_STUDIES,
    CONTENT,
    ENABLERS,
    FRAMEWORK,
    GLOSSARY,
    PLACES,
    PURPOSES,
    SETTINGS,
    SITUATIONS,
    SOURCES,
    THEMES,
    WORDS,
    adaptation_layer,
)
from mainstream.guide.model.settings import Settings, SmallGroups
from mainstream.guide.reading.document import Document
from mainstream.guide.reading.plurals import is_same_language, locale_of
from mainstream.guide.reading.problems import ContentProblems, Problem
from mainstream.guide.reading.references import KnownIds

ADAPTATION = "adaptation"  # where a fork keeps its own layer
_NO_LAYER = frozenset({"README.md"})


def load_guide(root: Path, adaptation: str = ADAPTATION, language: str | None = None) -> Guide:
    """The guide in `root`/content, with the changes in `root`/`adaptation` where there are any.

    `language` is the site's own unless given; another one needs translations to make a difference.

    Errors: `ContentProblems`, with all that is wrong in all files.
    """
    toolkit = read_layer(root, CONTENT)
    problems = [*toolkit.problems, *_no_enablers(toolkit)]
    known = KnownIds(toolkit.ids(), toolkit.retired())
    items, found = toolkit.items(_without_empty(known))
    problems += found
    problems += cross_checks(toolkit.documents, known)
    problems += _words_checks(toolkit, toolkit, WRITTEN_IN)
    version = _Version(items=items)
    if _is_adapted(root / adaptation):
        version, found = _adapted_version(root, toolkit, items, adaptation, problems)
        problems += found
    if problems:
        raise ContentProblems(problems)
    return _in_language(root, adaptation, toolkit, items, version, language)


@dataclass
class _Version:
    """What stands after the adaptation and before any translation."""

    items: Items
    own: Items = field(default_factory=Items)
    settings: Settings | None = None
    account: Account = field(default_factory=Account)
    notices: list[Problem] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language that the organisation writes in."""
        return self.settings.language if self.settings else WRITTEN_IN


def _adapted_version(
    root: Path, toolkit: Reading, items: Items, adaptation: str, problems: list[Problem]
) -> tuple[_Version, list[Problem]]:
    own = read_layer(root, adaptation_layer(adaptation))
    found = list(own.problems)
    document = own.documents.get(SETTINGS)
    from_nothing = document is not None and "nothing" in [
        value for _, value in document.find("based_on", "start_from")
    ]
    known = _known_to_own(toolkit, own, _removed(document), from_nothing=from_nothing)
    own_items, wrong = own.items(known)
    found += wrong
    found += own_checks(own.documents)
    found += _words_checks(own, toolkit, _language(document))
    if document:
        found += settings_checks(document, _surroundings(root, toolkit, own, from_nothing))
    settings = own_items.single.get(SETTINGS)
    if problems or found or document is None or settings is None:
        return _Version(items=items), found
    adapted = adapt(items, own_items, settings, document)
    framework = adapted.items.single[FRAMEWORK]
    found += result_checks(
        document,
        enablers={id_: each.level for id_, each in adapted.items.of(ENABLERS).items()},
        levels=[level.id for level in framework.levels],
        differences=differs(adapted.account, settings),
        toolkit_id=items.single[FRAMEWORK].id,
    )
    found += forms_checks([(entry.path, entry) for entry in adapted.items.of(GLOSSARY).values()])
    notices = [*adapted.notices, *_unfilled(document, settings)]
    return _Version(adapted.items, own_items, settings, adapted.account, notices), found


def _in_language(
    root: Path,
    adaptation: str,
    toolkit: Reading,
    originals: Items,
    version: _Version,
    language: str | None,
) -> Guide:
    """The guide in a language: the toolkit's translation, then the organisation's own."""
    language = language or version.language
    try:
        locale_of(language)
    except ValueError as error:
        raise ContentProblems([of_file(f"{LANGUAGES}/{language}", str(error))]) from None
    items, done = version.items, set[Item]()
    problems: list[Problem] = []
    words = [originals.single[WORDS]]
    if is_same_language(language, WRITTEN_IN):
        done |= {(name, id_) for name in items.by_file for id_ in originals.of(name)}
    for folder, translates in (("", originals), (adaptation, version.items)):
        reading = read_translation(root, folder, language)
        if folder and language == version.language:
            words.append(version.own.single.get(WORDS))
            done |= {(name, id_) for name in items.by_file for id_ in version.own.of(name)}
        if reading is None:
            continue
        problems += reading.problems
        problems += _words_checks(reading, toolkit, language)
        known = KnownIds({**toolkit.ids(), **_ids_of(translates)}, toolkit.retired())
        translation, found = translation_of(reading, known, translates)
        problems += found
        if not problems:
            items = translated(items, translation, translates, done)
            words.append(translation.single.get(WORDS))
    if problems:
        raise ContentProblems(problems)
    own = f"{adaptation}/{LANGUAGES}" if version.settings else LANGUAGES
    return _guide(items, version, language, words, done, f"{own}/{language}/{WORDS}")


def _ids_of(items: Items) -> dict[str, frozenset[str]]:
    """The ids that a translation's references may name."""
    kinds = {
        ENABLERS: "enabler",
        CASE_STUDIES: "case study",
        PLACES: "place",
        THEMES: "theme",
        PURPOSES: "purpose",
        SOURCES: "source",
    }
    found = {kind: frozenset(items.of(name)) for name, kind in kinds.items()}
    levels = items.single[FRAMEWORK].levels
    return {**found, "level": frozenset(level.id for level in levels)}


def _is_adapted(folder: Path) -> bool:
    """Whether anything but the toolkit's own page stands there."""
    if not folder.is_dir():
        return False
    return any(file.name not in _NO_LAYER and file.name[0] != "." for file in folder.iterdir())


def _no_enablers(toolkit: Reading) -> Iterator[Problem]:
    folder = f"{toolkit.layer.folder}/{ENABLERS}"
    if not toolkit.ids()["enabler"] and toolkit.names:
        yield of_file(folder, "there is no enabler; add a file for each")


def _without_empty(known: KnownIds) -> KnownIds:
    """A kind without any item is told of once, not at each reference to it."""
    by_kind = {kind: ids for kind, ids in known.by_kind.items() if ids or kind != "enabler"}
    return KnownIds(by_kind, known.retired, known.removed)


def _known_to_own(
    toolkit: Reading, own: Reading, removed: frozenset[str], *, from_nothing: bool
) -> KnownIds:
    """What the organisation's own items may name."""
    theirs, mine = toolkit.ids(), own.ids()
    if from_nothing:
        by_kind = {kind: mine.get(kind, frozenset[str]()) for kind in theirs}
        return KnownIds(by_kind, own.retired())
    by_kind = {kind: (ids - removed) | mine.get(kind, frozenset()) for kind, ids in theirs.items()}
    if "level" in mine:
        by_kind["level"] = mine["level"]
    return KnownIds(by_kind, {**toolkit.retired(), **own.retired()}, removed)


def _removed(document: Document | None) -> frozenset[str]:
    if document is None:
        return frozenset()
    kinds = ("enablers", "case_studies", "places")
    found = (id_ for kind in kinds for _, id_ in document.find("remove", kind, ..., "id"))
    return frozenset(id_ for id_ in found if isinstance(id_, str))


def _language(document: Document | None) -> str:
    given = [value for _, value in document.find("language")] if document else []
    return str(given[0]) if given and isinstance(given[0], str) else WRITTEN_IN


def _words_checks(reading: Reading, toolkit: Reading, language: str) -> Iterator[Problem]:
    if WORDS not in reading.documents or WORDS not in toolkit.documents:
        return
    usual = toolkit.documents[WORDS].data
    if isinstance(usual, dict) and all(isinstance(texts, dict) for texts in usual.values()):
        try:
            yield from words_checks(reading.documents[WORDS], usual, language)
        except ValueError:
            return  # the language is unknown, which the settings are told of


def _surroundings(root: Path, toolkit: Reading, own: Reading, from_nothing: bool) -> Surroundings:
    docs, assets = root / "docs", root / own.layer.folder / "assets"
    theirs = toolkit.ids() | {
        kind: frozenset(
            id_ for _, id_ in toolkit.documents[name].find(..., "id") if isinstance(id_, str)
        )
        for kind, name in (("situation", SITUATIONS), ("term", GLOSSARY))
        if name in toolkit.documents
    }
    if from_nothing:
        theirs = dict.fromkeys(theirs, frozenset[str]())
    pages = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return Surroundings(
        toolkit={**theirs, "page": frozenset(pages)},
        own=own.ids(),
        statements={
            stem(name): tuple(id_ for _, id_ in document.find("statements", ..., "id"))
            for name, document in toolkit.documents.items()
            if name.startswith(f"{ENABLERS}/")
        },
        retired=toolkit.retired(),
        files=frozenset(
            path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()
        ),
        folder=own.layer.folder,
    )


def _unfilled(document: Document, settings: Any) -> Iterator[Problem]:
    """What an adapted version should say before it is published."""
    if settings.accessibility is None:
        message = (
            "is missing: a public body has to publish an accessibility statement; fill it in and "
            "it becomes the site's"
        )
        yield document.missing(("accessibility",), message).as_notice()


def _guide(
    items: Items,
    version: _Version,
    language: str,
    layers: Sequence[Any],
    done: set[Item],
    words_file: str,
) -> Guide:
    """The guide of what stands in the language; `words_file` is where its missing words belong."""

    def of(name: str) -> tuple[Any, ...]:
        return tuple(items.of(name).values())

    framework = items.single[FRAMEWORK]
    whole = layers[0]
    for layer in layers[1:]:
        whole = merged_words(whole, layer)
    words = whole.model_dump(exclude_none=True)
    if "assess" in words:
        words["assess"]["locale"] = language
    is_english = is_same_language(language, WRITTEN_IN)
    lacking = untranslated_words(words, layers[1:])
    total, missing = (sum(map(len, areas.values())) for areas in (words, lacking))
    notices = [] if is_english else lacking_words(words_file, words, lacking)
    small_groups = version.settings.small_groups if version.settings else SmallGroups()
    numbers = words.get("numbers", {})
    figures = facts(framework, len(items.of(ENABLERS)), small_groups, numbers, language)
    return Guide(
        framework=framework,
        enablers=tuple(sorted(of(ENABLERS), key=lambda enabler: enabler.number)),
        case_studies=tuple(
            sorted(of(CASE_STUDIES), key=lambda case: (case.title.casefold(), case.id))
        ),
        places=of(PLACES),
        themes=of(THEMES),
        purposes=of(PURPOSES),
        situations=of(SITUATIONS),
        glossary=of(GLOSSARY),
        sources=of(SOURCES),
        words=all_stated(words, figures),
        facts=figures,
        settings=version.settings,
        account=version.account,
        notices=tuple(sorted({*version.notices, *notices})),
        language=language,
        untranslated=untranslated(items, done),
        progress=() if is_english else progress(items, done, (total - missing, total)),
    )
