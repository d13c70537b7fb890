"""Makes an adapted version of the toolkit's items: removed, reworded, replaced, added, ordered.

Nothing here reads a file. What upstream changed under an adaptation is a notice, not a problem:
the site can still be published, and its owner is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mainstream.guide.checks.adaptation import said_again
from mainstream.guide.layers.layers import Items
from mainstream.guide.model.account import Account, Difference, Reworded
from mainstream.guide.model.kinds import (
    CASE_STUDIES,
    ENABLERS,
    FRAMEWORK,
    GLOSSARY,
    PLACES,
    PURPOSES,
    SITUATIONS,
    SOURCES,
    THEMES,
)
from mainstream.guide.model.model import CaseStudy, Enabler, Framework, Level
from mainstream.guide.model.settings import (
    CaseStudyChange,
    EnablerChange,
    LevelChange,
    Rewording,
    Settings,
)
from mainstream.guide.reading.basics import Model
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.problems import Problem

_M = TypeVar("_M", bound=Model)

KIND_OF = {
    ENABLERS: "enabler",
    CASE_STUDIES: "case_study",
    PLACES: "place",
    THEMES: "theme",
    PURPOSES: "purpose",
    SITUATIONS: "situation",
    GLOSSARY: "term",
    SOURCES: "source",
}
REMOVABLE = {
    "enablers": ENABLERS,
    "case_studies": CASE_STUDIES,
    "places": PLACES,
    "situations": SITUATIONS,
    "glossary": GLOSSARY,
}


@dataclass
class Adapted:
    """The items of an adapted version, what it changes, and what its owner should know."""

    items: Items
    account: Account = field(default_factory=Account)
    notices: list[Problem] = field(default_factory=list)


def adapt(upstream: Items, own: Items, settings: Settings, document: Document) -> Adapted:
    """The toolkit's items with an organisation's changes; both have been checked.

    `document` is that of the settings; notices point into it.
    """
    framework: Framework = upstream.single[FRAMEWORK]
    adapted = Adapted(Items())
    if settings.based_on.start_from == "toolkit":
        for name in (*KIND_OF,):
            adapted.items.by_file[name] = dict(upstream.of(name))
        levels = framework.levels
    else:
        adapted.account.own_framework = True
        levels = ()
    _remove(adapted, settings)
    levels = _reword(adapted, levels, settings, document)
    _join(adapted, own, document)
    levels = _levels(adapted, levels, settings)
    _forget_what_is_gone(adapted)
    _order(adapted, levels, settings, document)
    adapted.items.single[FRAMEWORK] = _framework(adapted, framework, levels, settings)
    return adapted


def _remove(adapted: Adapted, settings: Settings) -> None:
    for key, name in REMOVABLE.items():
        for removal in getattr(settings.remove, key):
            item = adapted.items.of(name).pop(removal.id, None)
            if item is not None:
                adapted.account.removed.append(_difference(name, item, removal.why))


def _reword(
    adapted: Adapted, levels: tuple[Level, ...], settings: Settings, document: Document
) -> tuple[Level, ...]:
    """Put the adaptation's words in the place of the toolkit's; the levels as they are then."""
    by_id = {level.id: level for level in levels}
    for index, change in enumerate(settings.change):
        loc: Loc = ("change", index)
        if isinstance(change, LevelChange):
            if change.level in by_id:
                by_id[change.level] = _reworded(
                    adapted, "level", by_id[change.level], change, document, loc
                )
            continue
        name, id_ = (
            (ENABLERS, change.enabler)
            if isinstance(change, EnablerChange)
            else (CASE_STUDIES, change.case_study)
        )
        items = adapted.items.of(name)
        if id_ in items:
            items[id_] = _reworded(adapted, KIND_OF[name], items[id_], change, document, loc)
    return tuple(by_id.values())


def _reworded(
    adapted: Adapted,
    kind: str,
    item: Any,
    change: EnablerChange | LevelChange | CaseStudyChange,
    document: Document,
    loc: Loc,
) -> Any:
    new: dict[str, Any] = {}
    for name in ("title", "short_title", "summary", "level"):
        rewording = getattr(change, name, None)
        if isinstance(rewording, Rewording):
            new[name] = rewording.now
            _note(adapted, kind, item, name, getattr(item, name), rewording, document, (*loc, name))
    statements = {each.id: each for each in getattr(change, "statements", ())}
    if statements:
        places = {each.id: n for n, each in enumerate(getattr(change, "statements", ()))}
        changed = []
        for statement in item.statements:
            if statement.id in statements:
                rewording = statements[statement.id]
                place = (*loc, "statements", places[statement.id])
                _note(adapted, kind, item, statement.id, statement.text, rewording, document, place)
                # The words are the organisation's now, so the source no longer vouches for them.
                changed.append(
                    statement.model_copy(update={"text": rewording.now, "source": (), "ours": True})
                )
            else:
                changed.append(statement)
        new["statements"] = tuple(changed)
    return item.model_copy(update=new)


def _note(
    adapted: Adapted,
    kind: str,
    item: Any,
    name: str,
    text: str,
    rewording: Rewording,
    document: Document,
    loc: Loc,
) -> None:
    """Enter a rewording in the account, and tell where upstream's text is not what it was."""
    adapted.account.reworded.append(Reworded(kind, item.id, item.title, name, text, rewording.now))
    problem = said_again(text, rewording, document, loc)
    if problem:
        adapted.notices.append(problem)


def _join(adapted: Adapted, own: Items, document: Document) -> None:
    """An item of the organisation's takes the place of one with its id, or comes after the rest."""
    for name in KIND_OF:
        items = adapted.items.of(name)
        for id_, item in own.of(name).items():
            there = id_ in items
            found = adapted.account.replaced if there else adapted.account.added
            if name not in (SOURCES, PURPOSES, THEMES):
                found.append(_difference(name, item))
            if there and isinstance(item, Enabler):
                item = _numbered_as(item, items[id_].number)
            items[id_] = item


def _numbered_as(enabler: Enabler, number: int) -> Enabler:
    return enabler.model_copy(update={"number": number})


def _levels(adapted: Adapted, levels: tuple[Level, ...], settings: Settings) -> tuple[Level, ...]:
    """The levels in their order: the settings', or else those of the toolkit that are in use."""
    if not settings.levels:
        used = {enabler.level for enabler in adapted.items.of(ENABLERS).values()}
        adapted.account.removed += [
            Difference("level", level.id, level.title) for level in levels if level.id not in used
        ]
        return tuple(level for level in levels if level.id in used)
    by_id = {level.id: level for level in levels}
    chosen = []
    for each in settings.levels:
        if isinstance(each, Level):
            found = adapted.account.replaced if each.id in by_id else adapted.account.added
            found.append(Difference("level", each.id, each.title))
            chosen.append(each)
        elif each in by_id:
            chosen.append(by_id[each])
    kept = {level.id for level in chosen}
    adapted.account.removed += [
        Difference("level", level.id, level.title) for level in levels if level.id not in kept
    ]
    return tuple(chosen)


def _forget_what_is_gone(adapted: Adapted) -> None:
    """Take out references to what was removed, and the items that are about nothing else."""
    items = adapted.items
    enablers, places = items.of(ENABLERS), items.of(PLACES)
    cases: dict[str, CaseStudy] = {}
    for id_, case in items.of(CASE_STUDIES).items():
        kept = _those_in(case.enablers, enablers)
        if kept:
            update = {"enablers": kept, "places": _those_in(case.places, places)}
            cases[id_] = case.model_copy(update=update)
        else:
            adapted.account.left_out.append(_difference(CASE_STUDIES, case))
    items.by_file[CASE_STUDIES] = dict(cases)
    for id_, enabler in enablers.items():
        practices = tuple(
            practice
            if practice.case_study is None or practice.case_study in cases
            else practice.model_copy(update={"case_study": None})
            for practice in enabler.practices
        )
        related = tuple(each for each in enabler.related if each.enabler in enablers)
        enablers[id_] = enabler.model_copy(update={"practices": practices, "related": related})
    situations = {}
    for id_, situation in items.of(SITUATIONS).items():
        kept = _those_in(situation.enablers, enablers)
        if kept:
            update = {"enablers": kept, "case_studies": _those_in(situation.case_studies, cases)}
            situations[id_] = situation.model_copy(update=update)
        else:
            adapted.account.left_out.append(_difference(SITUATIONS, situation))
    items.by_file[SITUATIONS] = situations
    for id_, entry in items.of(GLOSSARY).items():
        update = {"enablers": _those_in(entry.enablers, enablers)}
        items.of(GLOSSARY)[id_] = entry.model_copy(update=update)


def _those_in(ids: tuple[str, ...], there: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in there)


def _order(
    adapted: Adapted, levels: tuple[Level, ...], settings: Settings, document: Document
) -> None:
    """Number the enablers: by level; in it as the settings order them, then the others."""
    position = {level.id: n for n, level in enumerate(levels)}
    named = {id_: n for n, id_ in enumerate(settings.order)}
    enablers = adapted.items.of(ENABLERS)

    def place(enabler: Enabler) -> tuple[int, int, int, str]:
        last = len(named)
        return (
            position.get(enabler.level, len(position)),
            named.get(enabler.id, last),
            enabler.number,
            enabler.id,
        )

    ordered = sorted(enablers.values(), key=place)
    adapted.items.by_file[ENABLERS] = {
        enabler.id: _numbered_as(enabler, number) for number, enabler in enumerate(ordered, 1)
    }
    unnamed = [f'"{enabler.id}"' for enabler in ordered if enabler.id not in named]
    if named and unnamed:
        message = f"not named here, and so last on their levels: {', '.join(unnamed)}"
        adapted.notices.append(document.at_key(("order",), message).as_notice())


def _framework(
    adapted: Adapted, framework: Framework, levels: tuple[Level, ...], settings: Settings
) -> Framework:
    adapted.account.scale = settings.scale is not None and settings.scale != framework.scale
    title = settings.title
    if adapted.account.own_framework:
        title = title or settings.name
    own = settings.id is not None
    return framework.model_copy(
        update={
            "id": settings.id or framework.id,
            "path": settings.path,
            "version": settings.version if own else framework.version,
            "title": title or framework.title,
            "levels": levels,
            "scale": settings.scale or framework.scale,
            "points_of_view": settings.points_of_view or framework.points_of_view,
            "retired": {**framework.retired, **settings.retired},
        }
    )


def _difference(name: str, item: Any, why: str = "") -> Difference:
    title = item.term if name == GLOSSARY else item.title
    return Difference(KIND_OF[name], item.id, title, why)


def differs(account: Account, settings: Settings) -> Iterator[str]:
    """In what the framework that people answer differs from the toolkit's, in plain English."""
    kinds = {"enabler", "level"}
    if account.own_framework:
        yield "it starts from nothing"
        return
    if any(each.kind in kinds for each in account.removed):
        yield "something is removed"
    if any(each.kind in kinds for each in (*account.added, *account.replaced)):
        yield "something is added"
    if any(each.kind in kinds for each in account.reworded):
        yield "something is reworded"
    if account.scale:
        yield "the scale is another one"
    if settings.order:
        yield "the order is another one"
