"""Log: rows counted and ranked, the few that matter most, and who could change each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mainstream.scoring.drawing import pareto
from mainstream.scoring.drawing.pareto import pareto_chart
from mainstream.scoring.tools import columns as cells
from mainstream.scoring.tools.blocks import drawing, points, same_rows, table, verdict
from mainstream.scoring.tools.columns import row_name, whole_number, wrong_numbers
from mainstream.scoring.tools.declaration import Log
from mainstream.scoring.tools.sheet import Entries, Row
from mainstream.scoring.words import Words, phrase

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Part, VerdictPart

WORDS: Final = (
    *cells.WORDS,
    *pareto.WORDS,
    "check_numbers",
    "column_share",
    "log_none",
    "log_counted",
    "log_few",
    "log_same",
    "log_same_text",
    "log_merge",
    "log_by_count",
    "log_by_effect",
    "log_for",
    "log_for_nobody",
)

# Pareto's rule of thumb: a few causes make up about four fifths of what happens.
_MOST_OF_IT = 0.8


@dataclass(frozen=True)
class Noted:
    """A row with a name: how often it was counted, how grave it is (from 0), who can change it."""

    place: int
    name: str
    count: int
    gravity: int
    effect: str
    leads_to: str
    decider: str


def noted(section: Log, entries: Entries, words: Words) -> list[Noted]:
    """The rows that say something, in their order; one without a count was met once."""
    columns = section.columns
    gravities = {effect.id: n for n, effect in enumerate(section.effects, 1)}
    titles = {effect.id: effect.title for effect in section.effects}
    found = []
    for place, row in entries.filled_rows():
        count, effect = whole_number(row.get("count", "")), row.get("effect", "")
        found.append(
            Noted(
                place,
                row_name(columns, row, place, words),
                1 if count is None else count,
                gravities.get(effect, 0),
                titles.get(effect, ""),
                row.get("leads_to", "").strip(),
                row.get("decider", ""),
            )
        )
    return found


def by_count(rows: Iterable[Noted]) -> list[Noted]:
    """The most frequent first; of equals the gravest, then the one entered first."""
    return sorted(rows, key=lambda row: (-row.count, -row.gravity, row.place))


def by_effect(rows: Iterable[Noted]) -> list[Noted]:
    """The gravest first; of equals the most frequent, then the one entered first."""
    return sorted(rows, key=lambda row: (-row.gravity, -row.count, row.place))


def most_of_it(ranked: list[Noted]) -> list[Noted]:
    """The fewest rows, from the top, that make up four fifths of all that was counted."""
    total, sum_ = sum(row.count for row in ranked), 0
    for number, row in enumerate(ranked, 1):
        sum_ += row.count
        if total and sum_ >= _MOST_OF_IT * total:
            return ranked[:number]
    return []


def result(section: Log, entries: Entries, words: Words) -> list[Part]:
    """The ranking by count with its chart, the ranking by effect, and a sheet for each decider."""
    rows = noted(section, entries, words)
    if not rows:
        return [verdict("open", phrase(words, "log_none"))]
    ranked = by_count(rows)
    total = sum(row.count for row in rows)
    labels = section.labels
    chart = pareto_chart([(row.name, row.count) for row in ranked], words) if total else None
    columns = section.columns
    return [
        _verdict(ranked, total, words),
        *same_rows(
            phrase(words, "log_same"),
            phrase(words, "log_same_text"),
            phrase(words, "log_merge"),
            alike(rows),
        ),
        *points(
            phrase(words, "check_numbers"), wrong_numbers(columns, entries.filled_rows(), words)
        ),
        *([drawing(chart)] if chart else ()),
        *table(
            phrase(words, "log_by_count"),
            [labels.what, labels.count, phrase(words, "column_share"), labels.effect],
            ([row.name, str(row.count), _share(row, total), row.effect] for row in ranked),
            numbers=[1, 2],
        ),
        *table(
            phrase(words, "log_by_effect"),
            [labels.what, labels.effect, labels.count, labels.leads_to],
            ([row.name, row.effect, str(row.count), row.leads_to] for row in by_effect(rows)),
            numbers=[2],
        ),
        *_escalation(section, ranked, words),
    ]


def alike(rows: list[Noted]) -> list[tuple[str, list[int]]]:
    """Rows whose names have the same words, whatever their order, case and punctuation."""
    groups: dict[tuple[str, ...], list[Noted]] = {}
    for row in rows:
        key = tuple(sorted(re.findall(r"\w+", row.name.casefold())))
        groups.setdefault(key, []).append(row)
    return [
        (group[0].name, [row.place for row in group])
        for key, group in groups.items()
        if key and len(group) > 1
    ]


def merged(section: Log, rows: list[Row]) -> Row:
    """One row in place of several: counts added up, the gravest effect, every other text kept.

    What its own cell cannot hold, such as a second decider or a count that is not a number, goes
    behind what the row leads to.
    """
    gravest = {effect.id: n for n, effect in enumerate(section.effects)}

    def said(name: str) -> list[str]:
        return list(dict.fromkeys(filter(None, (row.get(name, "").strip() for row in rows))))

    counts = [row.get("count", "") for row in rows]
    count = sum(1 if (n := whole_number(text)) is None else n for text in counts)
    unread = [text.strip() for text in counts if text.strip() and whole_number(text) is None]
    names, deciders = said("what"), said("decider")
    titles = {decider.id: decider.title for decider in section.deciders}
    effects = sorted(said("effect"), key=lambda effect: gravest.get(effect, -1))
    others = [name for name in names[1:] if name.casefold() != names[0].casefold()]
    row = {
        "what": names[0] if names else "",
        "count": str(count),
        "effect": effects[-1] if effects else "",
        "leads_to": "; ".join(
            [*said("leads_to"), *others, *(titles.get(id_, id_) for id_ in deciders[1:]), *unread]
        ),
        "decider": deciders[0] if deciders else "",
    }
    return {name: text for name, text in row.items() if text}


SORTS: dict[str, Callable[[Iterable[Noted]], list[Noted]]] = {
    "count": by_count,
    "effect": by_effect,
}


def _verdict(ranked: list[Noted], total: int, words: Words) -> VerdictPart:
    few = most_of_it(ranked)
    title = phrase(words, "log_counted", rows=len(ranked), total=total)
    if len(ranked) < 3 or not few or len(few) == len(ranked):
        return verdict("open", title)
    share = round(100 * sum(row.count for row in few) / total)
    text = phrase(words, "log_few", few=len(few), rows=len(ranked), share=share)
    return verdict("ask", title, f"{text} {', '.join(row.name for row in few)}.")


def _share(row: Noted, total: int) -> str:
    return f"{round(100 * row.count / total)} %" if total else ""


def _escalation(section: Log, ranked: list[Noted], words: Words) -> list[Part]:
    """For each of those who can change something, what to take to them."""
    labels = section.labels
    known = {decider.id: decider.title for decider in section.deciders}
    blocks: list[Part] = []
    for id_, title in [*known.items(), ("", "")]:
        theirs = [row for row in ranked if (row.decider if row.decider in known else "") == id_]
        heading = (
            phrase(words, "log_for", decider=title) if id_ else phrase(words, "log_for_nobody")
        )
        blocks += table(
            heading,
            [labels.what, labels.count, labels.leads_to],
            ([row.name, str(row.count), row.leads_to] for row in theirs),
            numbers=[1],
        )
    return blocks
