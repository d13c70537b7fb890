"""A table of counts, a row for each enabler and a column for each mark, as a tally."""

from collections.abc import Mapping, Sequence

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE, Answer
from mainstream.scoring.answers.tally import Counts, Tally
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.cells import cell_at, column_letter
from mainstream.scoring.tables.columns import COUNT, QUESTION, ColumnMapping
from mainstream.scoring.tables.headings import MARK, Headings

_MOST_DIGITS = 6


def tally_in_table(
    framework: Framework,
    rows: Sequence[Sequence[str]],
    mapping: ColumnMapping,
    headings: Headings,
) -> tuple[Tally, tuple[str, ...]]:
    """The tally, and the titles of enablers that fewer people answered than the most.

    There are as many people as gave an answer to the enabler with the most; who is missing from
    another one counts as unanswered there.

    Errors: `ScoringProblem` with one of the keys `counts-broken` (with `cell`, which holds no
    whole number) and `table-no-match`.
    """
    question = next((c.number for c in mapping.columns if c.role == QUESTION), 0)
    readings = {c.number: c.reading for c in mapping.columns if c.role == COUNT and c.reading}
    given: dict[str, Mapping[Answer, int]] = {}
    for number, row in enumerate(rows[mapping.header_row :], mapping.header_row + 1):
        known = headings.exact(cell_at(row, question)) if question else []
        target = next((each for each in known if each.role == MARK), None)
        if target and target.enabler and target.enabler not in given:
            given[target.enabler] = {
                answer: _count(row, number, column) for column, answer in readings.items()
            }
    if not given:
        raise ScoringProblem("table-no-match")
    people = max(sum(counts.values()) for counts in given.values())
    fewer = tuple(
        enabler.title
        for enabler in framework.enablers
        if enabler.id in given and sum(given[enabler.id].values()) < people
    )
    counts = {
        enabler.id: _counts(framework, given.get(enabler.id, {}), people)
        for enabler in framework.enablers
    }
    return Tally(people, counts), fewer


def _count(row: Sequence[str], number: int, column: int) -> int:
    text = cell_at(row, column).strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise ScoringProblem("counts-broken", cell=f"{column_letter(column)}{number}")
    return int(text)


def _counts(framework: Framework, given: Mapping[Answer, int], people: int) -> Counts:
    marks = [0] * framework.scale.points
    states = {NOT_SURE: 0, DOES_NOT_APPLY: 0}
    for answer, count in given.items():
        if answer.mark is not None:
            marks[answer.mark - 1] += count
        elif answer.state in states:
            states[answer.state] += count
    answered = sum(marks) + sum(states.values())
    return Counts(tuple(marks), states[NOT_SURE], states[DOES_NOT_APPLY], people - answered)
