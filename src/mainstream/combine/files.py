"""Tells what kind of file there is, and reads its text in whatever encoding it has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".eml", ".html", ".htm", ".md", ".log")
WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".zip")
OTHER_TABLES = (".xls", ".xlsb", ".numbers", ".gsheet")  # known, but not read here
OF_A_PROGRAM = ("~$", ".")  # how names of files begin that programs keep for themselves
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x00")  # what other files have at first
_BEGINNING = 4_096  # bytes, in which they have it


def is_no_text(path: Path) -> bool:
    """Whether a file begins as those do that hold no text, such as pictures."""
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # text of two bytes a letter, with many zeros
    return beginning.startswith(_NO_TEXT) or b"\x00" in beginning


def encoding_of(path: Path) -> str:
    """How a file's text is encoded: UTF-8, or what older spreadsheets write."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
    try:
        with path.open(encoding="utf-8") as text:
            while text.read(1_000_000):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


class RereadableLines:
    """Lines that can be read again from the first, until they are no longer kept."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._kept: list[str] | None = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if self._kept is not None:
                self._kept.append(line)
            yield line

    def again(self) -> Iterator[str]:
        """Every line, those that were read already before the others."""
        kept, self._kept = self._kept or [], None
        return chain(kept, self._lines)

    def forget(self) -> None:
        """Keep no more of them."""
        self._kept = None
