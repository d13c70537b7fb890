"""Finds the sheet of a workbook that holds the answers."""

from collections.abc import Sequence

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.columns import ONE_PERSON, ColumnMapping
from mainstream.scoring.tables.proposal import propose
from mainstream.scoring.words import Words
from mainstream.spreadsheet.read import Worksheet


def pick_table(
    sheets: Sequence[Worksheet], framework: Framework, words: Words
) -> tuple[Worksheet, ColumnMapping]:
    """The sheet with most columns of answers, the first of several, and what its columns hold.

    Our own table of one person's answers counts as one with all of them.

    Errors: `ScoringProblem("table-no-match")` where no sheet has any.
    """
    found: list[tuple[int, Worksheet, ColumnMapping]] = []
    for sheet in sheets:
        try:
            mapping = propose(framework, sheet.rows, words)
        except ScoringProblem:
            continue  # another sheet may match
        whole = mapping.layout == ONE_PERSON
        found.append((len(framework.enablers) if whole else mapping.answer_columns, sheet, mapping))
    if not found:
        raise ScoringProblem("table-no-match")
    _, sheet, mapping = max(found, key=lambda each: each[0])
    return sheet, mapping
