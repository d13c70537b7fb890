"""A file's bytes made into text, without what an editor hides and YAML would trip over."""

import re
from typing import Final

from mainstream.guide.reading.problems import Problem

LINE_END: Final = re.compile(r"\r\n|\r|\n")
# What YAML refuses, what it takes for the end of a line where an editor shows none, and what
# hides in a word.
_UNWANTED = re.compile(
    "[\u200b\u2060]|"
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def decoded(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file, or none where it cannot be had, and what is wrong with its characters."""
    problems = []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(raw[: error.start].decode("utf-8"))
        return None, [Problem(path, line, column, "", "this is not UTF-8; save the file as UTF-8")]
    if text.startswith("\ufeff"):
        text = text[1:]
        message = "the file starts with a byte order mark; save it as UTF-8 without one"
        problems.append(Problem(path, 1, 1, "", message))
    unwanted = [
        Problem(
            path,
            *_position(text[: match.start()]),
            "",
            f"an invisible character, U+{ord(match.group()):04X}; delete it",
        )
        for match in _UNWANTED.finditer(text)
    ]
    if unwanted:
        return None, problems + unwanted
    if "\t" in text:
        for number, content in enumerate(LINE_END.split(text), 1):
            if "\t" in content:
                column = content.index("\t") + 1
                problems.append(Problem(path, number, column, "", "a tab; use spaces"))
    return text, problems


def _position(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows a text."""
    lines = LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1
