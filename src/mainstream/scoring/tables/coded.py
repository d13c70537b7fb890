"""Codes and links in the cells of a table: a form may ask for nothing else."""

from collections.abc import Sequence

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.codes.find import Find, find_responses

_LEAST = 5  # characters of a cell that is searched
_MOST = 50_000


def finds_in_row(row: Sequence[str], framework: Framework) -> list[Find]:
    """Every code and link in the row's cells, read, each text once."""
    texts = dict.fromkeys(cell for cell in row if _LEAST <= len(cell) <= _MOST)
    return [find for text in texts for find in find_responses(text, framework)]


def has_answers(row: Sequence[str], framework: Framework) -> bool:
    """Whether a code or link in the row can be read."""
    return any(find.response for find in finds_in_row(row, framework))
