"""Reads the one table in a zip, as forms that export several files pack it."""

import zipfile

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.text import decoded
from mainstream.scoring.tables.delimited import read_delimited
from mainstream.scoring.tables.waiting import Sheet

_TEXTS = (".csv", ".tsv", ".txt")
_WORKBOOKS = (".xlsx", ".ods")


def table_inside(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one file in the zip that may be a table; what systems add themselves is passed over.

    Errors: `ScoringProblem` with one of the keys `zip-without-table` and `zip-of-several`.
    """
    tables = [
        part
        for part in archive.infolist()
        if part.filename.lower().endswith((*_TEXTS, *_WORKBOOKS)) and not _is_added(part.filename)
    ]
    if not tables:
        raise ScoringProblem("zip-without-table")
    if len(tables) > 1:
        raise ScoringProblem("zip-of-several", count=len(tables))
    return tables[0]


def is_workbook(part: zipfile.ZipInfo) -> bool:
    """Whether a file in a zip is a workbook by its name."""
    return part.filename.lower().endswith(_WORKBOOKS)


def sheet_of_text(data: bytes) -> Sheet:
    """A table of delimited text. Errors: as `read_delimited`."""
    return Sheet("", read_delimited(decoded(data)))


def _is_added(name: str) -> bool:
    last = name.rpartition("/")[2]
    return name.startswith("__MACOSX/") or last.startswith((".", "~$"))
