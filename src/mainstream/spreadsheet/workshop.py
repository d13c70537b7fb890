"""A workshop as a workbook: the comparison with a radar chart and the plan; the people apart."""

from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.tables.people import people_rows
from mainstream.scoring.words import Words, phrase
from mainstream.scoring.workshop.exports import comparison_rows, plan_rows
from mainstream.scoring.workshop.model import Workshop
from mainstream.spreadsheet.write import RadarRange, Table, write_workbook

WORDS: Final = ("sheet_comparison", "sheet_people", "sheet_plan")

_ENABLER, _MEDIAN = 2, 5  # columns of the comparison


def people_workbook(framework: Framework, workshop: Workshop, words: Words) -> bytes:
    """An XLSX file of each person's answers, which can be read back."""
    rows = people_rows(framework, workshop.people, words)
    return write_workbook([Table(phrase(words, "sheet_people"), rows)])


def workshop_workbook(
    framework: Framework, workshop: Workshop, tally: Tally, words: Words
) -> bytes:
    """An XLSX file of the comparison with its chart, and of the plan where there is one.

    `tally` are the counts that may be shown.
    """
    tables = [comparison_table(framework, tally, words)]
    if workshop.priorities:
        plan = plan_rows(framework, workshop, words)
        tables.append(Table(phrase(words, "sheet_plan"), plan))
    return write_workbook(tables)


def comparison_table(framework: Framework, tally: Tally, words: Words) -> Table:
    """The comparison as a table with a chart of the middle marks."""
    chart = RadarRange(framework.title, _ENABLER, (_MEDIAN,), framework.scale.points)
    name = phrase(words, "sheet_comparison")
    return Table(name, comparison_rows(framework, tally, words), chart)
