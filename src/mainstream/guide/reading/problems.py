"""What is wrong with the content: where it is, what it is, and what may have been meant."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `path` is relative to the root, in POSIX form; `line` and `column` count from 1, in characters;
    `key` names the keys that lead to the place, joined by dots, and is empty for a whole file. A
    notice keeps nobody from publishing.
    """

    path: str
    line: int
    column: int
    key: str
    message: str
    suggestion: str = ""
    notice: bool = False

    def as_notice(self) -> "Problem":
        """The same, as something to know rather than to mend first."""
        return replace(self, notice=True)

    def __str__(self) -> str:
        what = f"{self.key}: {self.message}" if self.key else self.message
        meant = f' Did you mean "{self.suggestion}"?' if self.suggestion else ""
        return f"{self.path}:{self.line}:{self.column}: {what}.{meant}"


class ContentProblems(Exception):
    """The content cannot be used; `problems` holds all that is wrong with it, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def of_file(path: str, message: str, suggestion: str = "") -> Problem:
    """A problem with a file as a whole."""
    return Problem(path, 1, 1, "", message, suggestion)


def nearest(word: str, possibilities: Iterable[str]) -> str:
    """The possibility most like `word`, or an empty string where none is like it."""
    import difflib  # only needed once something is wrong

    matches = difflib.get_close_matches(word, sorted(possibilities), n=1)
    return matches[0] if matches else ""
