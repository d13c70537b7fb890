"""Brings answers from many files together, with the same figures as the workshop page.

Tables are read row by row and codes line by line, in memory that does not grow with them. To count
nobody twice, what tells people apart is kept as a number each, for the first 200,000 of them;
beyond that everyone is counted, whether they were counted before or not, and `forgets` says so.
"""

from mainstream.combine.combiner import Combiner
from mainstream.combine.counting import LeftOut
from mainstream.combine.tables import TableRead
from mainstream.combine.telling import WORDS, as_json, as_rows, as_text, hidden_lines

__all__ = [
    "WORDS",
    "Combiner",
    "LeftOut",
    "TableRead",
    "as_json",
    "as_rows",
    "as_text",
    "hidden_lines",
]
