"""Rules for the framework that an adaptation makes: it must hold together, and go by its own id."""

from collections.abc import Iterator

from mainstream.guide.model.account import Account
from mainstream.guide.model.items import Items
from mainstream.guide.model.kinds import ENABLER
from mainstream.guide.model.settings import MOST_ENABLERS, Settings
from mainstream.guide.reading.document import Document
from mainstream.guide.reading.problems import Problem
from mainstream.guide.reading.references import LEVEL


def framework_checks(
    document: Document, settings: Settings, adapted: Items, account: Account, toolkit_id: str
) -> Iterator[Problem]:
    """What is wrong with the framework that comes out; `document` is that of the settings."""
    enablers = {id_: enabler.level for id_, enabler in adapted.of(ENABLER).items()}
    levels = [level.id for level in adapted.framework.levels]
    at = ("levels",) if isinstance(document.data, dict) and "levels" in document.data else ()
    for id_, level in enablers.items():
        if level not in levels:
            message = f'the enabler "{id_}" is on the level "{level}", which is left out'
            yield document.at_key(at, f"{message}; remove the enabler or move it")
    if not enablers:
        yield document.at_key(("remove",), "no enabler is left; a framework needs one or more")
    if len(enablers) > MOST_ENABLERS:
        message = f"{len(enablers)} enablers are too many; a framework may have {MOST_ENABLERS}"
        yield document.at_key((), message)
    empty = [level for level in levels if level not in enablers.values()]
    for level in empty:
        yield document.at_key(at, f'no enabler is on the level "{level}"; leave it out')
    why = next(_differences(account, settings), "")
    for loc, id_ in document.find("id"):
        if why and id_ == toolkit_id:
            message = (
                f'"{id_}" is the toolkit\'s own id; this framework differs, since {why}, and '
                "needs a different one"
            )
            yield document.at(loc, message)
    if why and "id" not in document.data:
        message = (
            f"is missing: the framework differs from the toolkit's, since {why}, and needs an id "
            "of its own, so that its answers are not taken for the toolkit's"
        )
        yield document.missing(("id",), message)


def _differences(account: Account, settings: Settings) -> Iterator[str]:
    """In what the framework that people answer differs from the toolkit's, in plain English."""
    kinds = {ENABLER.word, LEVEL}
    if account.own_framework:
        yield "it starts from nothing"
        return
    if any(each.kind in kinds for each in account.removed):
        yield "something is removed"
    if any(each.kind in kinds for each in (*account.added, *account.replaced)):
        yield "something is added"
    if any(each.kind in kinds for each in account.reworded):
        yield "something is reworded"
    if account.moved:
        yield "an enabler is on another level"
    if account.scale:
        yield "the scale is different"
    if settings.order:
        yield "the order is different"
