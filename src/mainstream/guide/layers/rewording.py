"""Puts an adaptation's words in the place of the toolkit's, and enablers on other levels.

What the toolkit changed under an adaptation is a notice, not a problem: the site can still be
published, and its owner is told.
"""

from dataclasses import dataclass, field
from typing import Any

from mainstream.guide.model.account import Reworded
from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import KINDS
from mainstream.guide.model.model import Level, Statement
from mainstream.guide.model.settings import Change, EnablerChange, Rewording, Settings
from mainstream.guide.reading.document import Document, Loc
from mainstream.guide.reading.problems import Problem
from mainstream.guide.reading.references import LEVEL

Levels = tuple[Level, ...]


@dataclass
class Changes:
    """What was reworded so far, and what the owner of the version should know of it."""

    document: Document  # of the settings; notices point into it
    reworded: list[Reworded] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def reworded(
    items: Items, levels: Levels, settings: Settings, document: Document
) -> tuple[Items, Levels, Changes]:
    """The items and levels with the changes of the settings, and an account of these."""
    changes = Changes(document)
    by_id = {level.id: level for level in levels}
    for place, change in enumerate(settings.change):
        loc: Loc = ("change", place)
        if change.kind == LEVEL and change.about in by_id:
            by_id[change.about] = _changed(by_id[change.about], change, loc, changes)
        for kind in KINDS:
            there = items.of(kind)
            if kind.name == change.kind and change.about in there:
                changed = _changed(there[change.about], change, loc, changes)
                items = items.with_kind(kind, {**there, change.about: changed})
    return items, tuple(by_id.values()), changes


def _changed(item: Any, change: Change, loc: Loc, changes: Changes) -> Any:
    new: dict[str, Any] = {}
    for name in ("title", "short_title", "summary"):
        rewording = getattr(change, name, None)
        if rewording:
            new[name] = rewording.now
            _note(item, name, getattr(item, name), rewording, change.kind, (*loc, name), changes)
    if isinstance(change, EnablerChange):
        if change.level:
            new["level"] = change.level.now
            changes.notices += _moved_again(item.level, change, (*loc, "level"), changes.document)
        if change.statements:
            new["statements"] = _statements(item, change, (*loc, "statements"), changes)
    return item.model_copy(update=new)


def _statements(
    item: Any, change: EnablerChange, loc: Loc, changes: Changes
) -> tuple[Statement, ...]:
    """An enabler's statements; the words of a reworded one are no longer its source's."""
    rewordings = {each.id: (place, each) for place, each in enumerate(change.statements)}
    changed = []
    for statement in item.statements:
        if statement.id in rewordings:
            place, rewording = rewordings[statement.id]
            here = (*loc, place)
            _note(item, statement.id, statement.text, rewording, change.kind, here, changes)
            update = {"text": rewording.now, "source": (), "ours": True}
            changed.append(statement.model_copy(update=update))
        else:
            changed.append(statement)
    return tuple(changed)


def _note(
    item: Any, name: str, text: str, rewording: Rewording, kind: str, loc: Loc, changes: Changes
) -> None:
    """Enter a rewording in the account, and tell where the toolkit's text is not what it was."""
    word = kind.replace(" ", "_")
    changes.reworded.append(Reworded(word, item.id, item.title, name, text, rewording.now))
    changes.notices += _said_again(text, rewording, loc, changes.document)


def _said_again(text: str, rewording: Rewording, loc: Loc, document: Document) -> list[Problem]:
    """A notice where the toolkit's text is no longer what it was when it was reworded."""
    was, is_now, now = (" ".join(each.split()) for each in (rewording.was, text, rewording.now))
    if is_now == was:
        return []
    if is_now == now:
        message = "the toolkit now says the same; delete this change"
    else:
        message = (
            f"the toolkit's text has changed since this was written. It was “{was}” and is now "
            f"“{is_now}”. This version says “{now}”. Check yours, then copy the new text to “was”"
        )
    return [document.at((*loc, "was"), message).as_notice()]


def _moved_again(level: str, change: EnablerChange, loc: Loc, document: Document) -> list[Problem]:
    """A notice where the toolkit no longer has the enabler on the level that it was moved from."""
    assert change.level
    was, now = change.level.was, change.level.now
    if level == was:
        return []
    if level == now:
        message = "the toolkit now has it on the same level; delete this change"
    else:
        message = (
            f"the toolkit has moved this enabler since this was written, from “{was}” to "
            f"“{level}”. This version has it on “{now}”. Check yours, then copy the new level to "
            "“was”"
        )
    return [document.at((*loc, "was"), message).as_notice()]
