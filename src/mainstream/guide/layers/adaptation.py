"""Makes an adapted version of the toolkit's items: removed, reworded, replaced, added, ordered.

Nothing here reads a file. Each step takes items and returns new ones, with its part of the account.
"""

from dataclasses import dataclass
from typing import Any

from mainstream.guide.layers.gone import GONE, still_there
from mainstream.guide.layers.rewording import Levels, reworded
from mainstream.guide.model.account import Account, Difference, Moved
from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import ENABLER, KINDS
from mainstream.guide.model.model import Enabler, Framework, Level
from mainstream.guide.model.settings import Settings
from mainstream.guide.reading.document import Document
from mainstream.guide.reading.problems import Problem
from mainstream.guide.reading.references import LEVEL

Differences = tuple[Difference, ...]


@dataclass(frozen=True)
class Adapted:
    """The items of an adapted version, what it changes, and what its owner should know."""

    items: Items
    account: Account
    notices: tuple[Problem, ...]


def adapt(toolkit: Items, own: Items, settings: Settings, document: Document) -> Adapted:
    """The toolkit's items with an organisation's changes; both have been checked.

    `document` is that of the settings; notices point into it.
    """
    framework = toolkit.framework
    is_own = settings.based_on.start_from == "nothing"
    items, levels = (Items(), ()) if is_own else (toolkit, framework.levels)

    items, removed = _without_removed(items, settings)
    items, levels, changes = reworded(items, levels, settings, document)
    items, added, replaced = _joined(items, own)
    levels, of_levels = _levels(items, levels, settings)
    items, left_out = _without_what_is_gone(items)
    items = items.with_kind(ENABLER, _in_order(items, levels, settings))
    framework = _framework(framework, levels, settings)
    account = Account(
        removed=(*removed, *of_levels["removed"]),
        left_out=left_out,
        added=(*added, *of_levels["added"]),
        replaced=(*replaced, *of_levels["replaced"]),
        reworded=tuple(changes.reworded),
        moved=_moved(items, toolkit, own, levels),
        scale=settings.scale is not None and settings.scale != toolkit.framework.scale,
        own_framework=is_own,
    )
    notices = (*changes.notices, *_not_in_order(items, settings, document))
    return Adapted(items.with_framework(framework), account, notices)


def _without_removed(items: Items, settings: Settings) -> tuple[Items, Differences]:
    removed = []
    for kind in KINDS:
        if kind.is_removable:
            left = dict(items.of(kind))
            for removal in settings.remove.of(kind.key):
                item = left.pop(removal.id, None)
                if item is not None:
                    removed.append(Difference(kind.word, item.id, item.title, removal.why))
            items = items.with_kind(kind, left)
    return items, tuple(removed)


def _joined(items: Items, own: Items) -> tuple[Items, Differences, Differences]:
    """An item of the organisation's takes the place of one with its id, or comes after the rest."""
    added: list[Difference] = []
    replaced: list[Difference] = []
    for kind in KINDS:
        joined = dict(items.of(kind))
        for id_, item in own.of(kind).items():
            there = joined.get(id_)
            if kind.is_removable:
                difference = Difference(kind.word, item.id, item.title)
                (replaced if there else added).append(difference)
            if there and isinstance(item, Enabler):
                item = _numbered(item, there.number)
            joined[id_] = item
        items = items.with_kind(kind, joined)
    return items, tuple(added), tuple(replaced)


def _levels(
    items: Items, levels: Levels, settings: Settings
) -> tuple[Levels, dict[str, Differences]]:
    """The levels in their order: the settings', or else those of the toolkit that are in use."""
    by_id = {level.id: level for level in levels}
    used = {enabler.level for enabler in items.of(ENABLER).values()}
    named = settings.levels or [level.id for level in levels if level.id in used]
    own = [each for each in named if isinstance(each, Level)]
    chosen = tuple(
        each if isinstance(each, Level) else by_id[each]
        for each in named
        if isinstance(each, Level) or each in by_id
    )
    kept = {level.id for level in chosen}
    return chosen, {
        "added": _of_levels(level for level in own if level.id not in by_id),
        "replaced": _of_levels(level for level in own if level.id in by_id),
        "removed": _of_levels(level for level in levels if level.id not in kept),
    }


def _of_levels(levels: Any) -> Differences:
    return tuple(Difference(LEVEL, level.id, level.title) for level in levels)


def _without_what_is_gone(items: Items) -> tuple[Items, Differences]:
    """Take out references to what was removed, and the items that are about nothing else.

    What goes with one item may be what another is about, so it is looked at until nothing goes.
    """
    left_out: list[Difference] = []
    more = True
    while more:
        there = {kind.name: items.of(kind).keys() for kind in KINDS if kind.is_removable}
        more = False
        for kind in KINDS:
            kept: dict[str, Any] = {}
            for id_, item in items.of(kind).items():
                now = still_there(item, kind.model, there)
                if now is GONE:
                    left_out.append(Difference(kind.word, id_, item.title))
                    more = True
                else:
                    kept[id_] = now
            items = items.with_kind(kind, kept)
    return items, tuple(left_out)


def _in_order(items: Items, levels: Levels, settings: Settings) -> dict[str, Enabler]:
    """The enablers, numbered: by level; in it as the settings order them, then the others."""
    position = {level.id: n for n, level in enumerate(levels)}
    named = {id_: n for n, id_ in enumerate(settings.order)}

    def place(enabler: Enabler) -> tuple[int, int, int, str]:
        return (
            position.get(enabler.level, len(position)),
            named.get(enabler.id, len(named)),
            enabler.number,
            enabler.id,
        )

    ordered = sorted(items.of(ENABLER).values(), key=place)
    return {enabler.id: _numbered(enabler, number) for number, enabler in enumerate(ordered, 1)}


def _numbered(enabler: Enabler, number: int) -> Enabler:
    return enabler.model_copy(update={"number": number})


def _not_in_order(items: Items, settings: Settings, document: Document) -> list[Problem]:
    """A notice of the enablers that the settings' order does not name."""
    unnamed = [f'"{id_}"' for id_ in items.of(ENABLER) if id_ not in settings.order]
    if not settings.order or not unnamed:
        return []
    message = f"not named here, and so last on their levels: {', '.join(unnamed)}"
    return [document.at_key(("order",), message).as_notice()]


def _moved(items: Items, toolkit: Items, own: Items, levels: Levels) -> tuple[Moved, ...]:
    """The toolkit's enablers that are now on a different level."""
    before = {level.id: level for level in toolkit.framework.levels}
    after = {level.id: level for level in levels}
    found = []
    for id_, enabler in items.of(ENABLER).items():
        its = toolkit.of(ENABLER).get(id_)
        is_its_own = id_ in own.of(ENABLER)
        if its and not is_its_own and enabler.level != its.level and enabler.level in after:
            found.append(Moved(id_, its.title, before[its.level], after[enabler.level]))
    return tuple(found)


def _framework(framework: Framework, levels: Levels, settings: Settings) -> Framework:
    title = settings.title
    if settings.based_on.start_from == "nothing":
        title = title or settings.name
    return framework.model_copy(
        update={
            "id": settings.id or framework.id,
            "path": settings.path,
            "version": settings.version if settings.id else framework.version,
            "title": title or framework.title,
            "levels": levels,
            "scale": settings.scale or framework.scale,
            "points_of_view": settings.points_of_view or framework.points_of_view,
            "retired": {**framework.retired, **settings.retired},
        }
    )
