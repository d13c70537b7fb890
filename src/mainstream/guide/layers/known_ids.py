"""What the references of each layer may name."""

from collections.abc import Mapping
from pathlib import Path

from mainstream.guide.layers.read_layer import Reading
from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import ENABLER, KINDS, kinds_referred_to
from mainstream.guide.model.layer import SETTINGS, kind_of_file, stem
from mainstream.guide.reading.document import Document
from mainstream.guide.reading.references import LEVEL, KnownIds, KnownToSettings

Ids = Mapping[str, frozenset[str]]


def known_to_toolkit(toolkit: Reading) -> KnownIds:
    """What the toolkit's items may name.

    A kind that is needed and has no item is reported once, not at each reference to it.
    """
    ids = _referred_to(toolkit.ids())
    needed = {kind.name for kind in KINDS if kind.is_needed}
    by_kind = {kind: found for kind, found in ids.items() if found or kind not in needed}
    return KnownIds(by_kind, toolkit.retired())


def known_to_own(toolkit: Reading, own: Reading) -> KnownIds:
    """What an organisation's own items may name: what it keeps of the toolkit's, and its own."""
    theirs, mine = _referred_to(toolkit.ids()), own.ids()
    if starts_from_nothing(own):
        by_kind = {kind: mine.get(kind, frozenset[str]()) for kind in theirs}
        return KnownIds(by_kind, own.retired())
    removed = _removed(own.documents.get(SETTINGS))
    by_kind = {
        kind: (ids - removed.get(kind, frozenset())) | mine.get(kind, frozenset())
        for kind, ids in theirs.items()
    }
    if LEVEL in mine:
        by_kind[LEVEL] = mine[LEVEL]
    return KnownIds(by_kind, {**toolkit.retired(), **own.retired()}, removed)


def known_to_settings(root: Path, toolkit: Reading, own: Reading) -> KnownToSettings:
    """What the settings of the version in `own` may name: items, pages and files."""
    docs, assets = root / "docs", root / own.layer.folder / "assets"
    theirs = toolkit.ids()
    if starts_from_nothing(own):
        theirs = dict.fromkeys(theirs, frozenset[str]())
    pages = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    return KnownToSettings(
        toolkit={**theirs, "page": frozenset(pages)},
        own=own.ids(),
        statements={
            stem(name): tuple(id_ for _, id_ in document.find("statements", ..., "id"))
            for name, document in toolkit.documents.items()
            if kind_of_file(name) is ENABLER
        },
        retired=toolkit.retired(),
        files=frozenset(
            path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()
        ),
        folder=own.layer.folder,
    )


def known_to_translation(toolkit: Reading, translates: Items) -> KnownIds:
    """What a translation's items may name: what the toolkit has, or the version that it is of."""
    ids = {**toolkit.ids(), **translates.ids()}
    return KnownIds(_referred_to(ids), toolkit.retired())


def starts_from_nothing(own: Reading) -> bool:
    """Whether a version brings a framework of its own; its settings may have problems."""
    document = own.documents.get(SETTINGS)
    found = document.find("based_on", "start_from") if document else ()
    return "nothing" in [value for _, value in found]


def _referred_to(ids: Ids) -> dict[str, frozenset[str]]:
    return {kind: found for kind, found in ids.items() if kind in kinds_referred_to()}


def _removed(document: Document | None) -> dict[str, frozenset[str]]:
    """The ids that settings remove, by kind."""
    if document is None:
        return {}
    return {
        kind.name: frozenset(
            id_ for _, id_ in document.find("remove", kind.key, ..., "id") if isinstance(id_, str)
        )
        for kind in KINDS
        if kind.is_removable
    }
