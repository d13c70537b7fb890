"""Tells how everyone's answers compare: as a table for a terminal, as rows, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.figures.comparison import comparison
from mainstream.scoring.words import Words, phrase
from mainstream.scoring.workshop import exports
from mainstream.scoring.workshop.exports import Rows, comparison_rows

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import ComparisonFigures, Groups, HiddenWhy

# Nothing was shown before on a command line.
HIDDEN_WORDS: Final[Mapping[HiddenWhy, str]] = {
    "few-in": "hidden_few_in",
    "few-outside": "hidden_few_outside",
    "remainder": "hidden_remainder",
}
WORDS: Final = (*exports.WORDS, *HIDDEN_WORDS.values())


def as_text(framework: Framework, tally: Tally, groups: Groups | None, words: Words) -> str:
    """The comparison as a table for a terminal, the groups' middle marks in further columns.

    The middle is said as on the page: of an even number of marks it may lie between two.
    """
    whole = [[str(cell) for cell in row] for row in as_rows(framework, tally, groups, words)]
    for line, row in zip(whole[1:], comparison(framework, tally, words)["rows"], strict=True):
        line[_MIDDLE] = row["median_text"]
    states = len(whole[0]) - len(groups["names"] if groups else ()) - 3
    shown = [*_IN_A_TERMINAL, *range(states, len(whole[0]))]
    rows = [[row[column] for column in shown] for row in whole]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join(lines) + "\n"


_MIDDLE = 4
# Number, title, middle, lowest, highest, views, marks: a terminal is narrow. The states follow.
_IN_A_TERMINAL = (0, 1, _MIDDLE, 7, 8, 10, 3)


def as_rows(framework: Framework, tally: Tally, groups: Groups | None, words: Words) -> Rows:
    """The comparison as rows for a spreadsheet, with a column of middle marks for each group."""
    rows = comparison_rows(framework, tally, words)
    if not groups:
        return rows
    middles = [groups["rows"][enabler.id] for enabler in framework.enablers]
    named = zip(groups["names"], groups["people"], strict=True)
    rows[0] += [f"{name} ({people})" for name, people in named]
    for row, briefs in zip(rows[1:], middles, strict=True):
        row += [brief["median_text"] for brief in briefs]
    return rows


def hidden_lines(groups: Groups, words: Words) -> list[str]:
    """Which groups are not shown on their own, and why, a line for each reason."""
    by_reason: dict[str, list[str]] = {}
    for name, why in groups["why"].items():
        by_reason.setdefault(HIDDEN_WORDS[why], []).append(name)
    return [phrase(words, key, names=", ".join(names)) for key, names in by_reason.items()]


def as_json(compared: ComparisonFigures, groups: Groups | None) -> str:
    """The comparison, and the groups where they are wanted, as JSON text."""
    return json.dumps({**compared, "groups": groups}, ensure_ascii=False, indent=2) + "\n"
