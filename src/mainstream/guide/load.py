"""Reads `content/` and an adaptation, and makes the guide of them, or reports every problem."""

from pathlib import Path

from mainstream.guide.checks.adapted_framework import framework_checks
from mainstream.guide.checks.cross import cross_checks, forms_checks, needed_checks, own_checks
from mainstream.guide.checks.settings import language_of, settings_checks, unfilled
from mainstream.guide.checks.translation import translation_checks
from mainstream.guide.checks.words import words_checks
from mainstream.guide.layers.adaptation import adapt
from mainstream.guide.layers.assembly import InLanguage, Version, assembled
from mainstream.guide.layers.guide import Guide
from mainstream.guide.layers.known_ids import (
    known_to_own,
    known_to_settings,
    known_to_toolkit,
    known_to_translation,
)
from mainstream.guide.layers.misplaced import holds_a_layer
from mainstream.guide.layers.read_layer import Reading, read_layer
from mainstream.guide.layers.translation import WRITTEN_IN, read_translation, translated
from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import TERM
from mainstream.guide.model.layer import CONTENT, LANGUAGES, SETTINGS, adaptation_layer
from mainstream.guide.reading.plurals import is_same_language, locale_of
from mainstream.guide.reading.problems import ContentProblems, Problem, of_file

ADAPTATION = "adaptation"  # where a fork keeps its own layer


def load_guide(root: Path, adaptation: str = ADAPTATION, language: str | None = None) -> Guide:
    """The guide in `root`/content, with the changes in `root`/`adaptation` where there are any.

    `language` is the site's own unless given; a different one needs translations to have an effect.

    Errors: `ContentProblems`, with all that is wrong in all files.
    """
    toolkit = read_layer(root, CONTENT)
    originals, problems = _checked_toolkit(toolkit)
    version = Version(originals)
    if holds_a_layer(root / adaptation):
        own = read_layer(root, adaptation_layer(adaptation))
        own_items, found = _checked_own(root, toolkit, own)
        problems += found
        if not problems:
            version, problems = _adapted(originals, own, own_items)
    _stop_at(problems)
    said = _in_language(root, toolkit, originals, version, language or version.language)
    return assembled(version, said)


def _checked_toolkit(toolkit: Reading) -> tuple[Items, list[Problem]]:
    """The toolkit's items, and what is wrong with them."""
    known = known_to_toolkit(toolkit)
    items, problems = toolkit.items(known)
    problems += toolkit.problems
    if toolkit.names:
        problems += needed_checks(toolkit.layer.folder, toolkit.ids())
    problems += cross_checks(toolkit.documents, known)
    problems += words_checks(toolkit.documents, toolkit.documents, WRITTEN_IN)
    return items, problems


def _checked_own(root: Path, toolkit: Reading, own: Reading) -> tuple[Items, list[Problem]]:
    """An organisation's own items and settings, and what is wrong with them."""
    items, problems = own.items(known_to_own(toolkit, own))
    problems += own.problems
    problems += own_checks(own.documents)
    settings = own.documents.get(SETTINGS)
    language = language_of(settings) or WRITTEN_IN
    problems += words_checks(own.documents, toolkit.documents, language)
    if settings:
        problems += settings_checks(settings, known_to_settings(root, toolkit, own))
    return items, problems


def _adapted(originals: Items, own: Reading, own_items: Items) -> tuple[Version, list[Problem]]:
    """The toolkit's items as an organisation changes them, and what is wrong with the outcome."""
    settings, document = own_items.settings, own.documents[SETTINGS]
    assert settings  # a layer without problems has them
    adapted = adapt(originals, own_items, settings, document)
    problems = [
        *framework_checks(
            document, settings, adapted.items, adapted.account, originals.framework.id
        ),
        *forms_checks(adapted.items.of(TERM).values()),
    ]
    notices = (*adapted.notices, *unfilled(document, settings))
    version = Version(
        adapted.items, own_items, own.layer.folder, settings, adapted.account, notices
    )
    return version, problems


def _in_language(
    root: Path, toolkit: Reading, originals: Items, version: Version, language: str
) -> InLanguage:
    """A version in a language: the toolkit's translation, then the organisation's own.

    Errors: `ContentProblems`, with all that is wrong with the translations.
    """
    try:
        locale_of(language)
    except ValueError as error:
        raise ContentProblems([of_file(f"{LANGUAGES}/{language}", str(error))]) from None
    items, words = version.items, [originals.words]
    done = originals.keys() if is_same_language(language, WRITTEN_IN) else frozenset()
    problems: list[Problem] = []
    layers = [("", originals), *([(version.folder, version.items)] if version.settings else [])]
    for folder, translates in layers:
        if folder and language == version.language:
            words.append(version.own.words)
            done |= version.own.keys()
        reading = read_translation(root, folder, language)
        if reading is None:
            continue
        translation, found = _checked_translation(toolkit, reading, translates, language)
        problems += found
        if not problems:
            items, now_done = translated(items, translation, translates)
            done |= now_done
            words.append(translation.words)
    _stop_at(problems)
    return InLanguage(language, items, done, words)


def _checked_translation(
    toolkit: Reading, reading: Reading, translates: Items, language: str
) -> tuple[Items, list[Problem]]:
    """The items of a translation, and what is wrong with them and what they translate."""
    items, problems = reading.items(known_to_translation(toolkit, translates))
    problems += reading.problems
    problems += words_checks(reading.documents, toolkit.documents, language)
    problems += translation_checks(items, translates)
    return items, problems


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise ContentProblems(problems)
