"""The fields of a JSON object from outside, each asked for with the type that it must have."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.text import clean, cleaned, is_day, one_line

T = TypeVar("T")

Broken = Callable[[str], ScoringProblem]


def field_broken(where: str) -> ScoringProblem:
    """The problem with a file whose field at `where` is missing or of the wrong type."""
    return ScoringProblem("field-broken", field=where)


class Fields:
    """One object; `where` is its place in the whole, empty for the whole itself.

    Every text that is asked for comes clean. What is not as it must be raises what `broken` makes
    of its place, such as `people[2].date`.
    """

    def __init__(self, data: Any, where: str = "", broken: Broken = field_broken) -> None:
        if not isinstance(data, dict):
            raise broken(where or "{}")
        self.data: dict[str, Any] = data
        self._where = where
        self._broken_at = broken

    def __contains__(self, name: str) -> bool:
        return self.data.get(name) is not None

    def text(self, name: str) -> str:
        """A text; empty where there is none."""
        value = self._value(name, "")
        if not isinstance(value, str):
            raise self.broken(name)
        return clean(value)

    def raw_text(self, name: str) -> str:
        """A text that must be there, as it came: whoever takes it apart cleans what it finds."""
        value = self.data.get(name)
        if not isinstance(value, str):
            raise self.broken(name)
        return value

    def required_text(self, name: str) -> str:
        """A text that must be there, and not empty."""
        if text := self.text(name):
            return text
        raise self.broken(name)

    def line(self, name: str) -> str:
        """A text on one line."""
        return one_line(self.text(name))

    def day(self, name: str) -> str:
        """A day like 2026-11-23, or an empty text."""
        value = self.line(name)
        if value and not is_day(value):
            raise self.broken(name)
        return value

    def choice(self, name: str, choices: Collection[str], default: str | None = None) -> str:
        """One of some texts; where it is missing, the default if there is one."""
        value = self._value(name, default)
        if not isinstance(value, str) or value not in choices:
            raise self.broken(name)
        return value

    def flag(self, name: str) -> bool:
        """Whether it is true; anything else is not."""
        return self.data.get(name) is True

    def whole_number(self, name: str, least: int = 0, most: int | None = None) -> int:
        """A whole number that must be there, within its limits."""
        if (number := self.whole_number_or_none(name, least, most)) is None:
            raise self.broken(name)
        return number

    def whole_number_or_none(
        self, name: str, least: int = 0, most: int | None = None
    ) -> int | None:
        """A whole number within its limits; none where it is missing."""
        value = self.data.get(name)
        if value is not None and not _is_whole(value, least, most):
            raise self.broken(name)
        return value

    def whole_numbers(self, name: str, most: int | None = None) -> tuple[int, ...]:
        """A list of whole numbers from 0."""
        values = self._list(name)
        if not all(_is_whole(value, 0, most) for value in values):
            raise self.broken(name)
        return tuple(values)

    def counts(self, name: str) -> dict[str, int]:
        """Whole numbers from 0 by name."""
        values = self._value(name, {})
        if not isinstance(values, dict) or not all(_is_whole(v, 0, None) for v in values.values()):
            raise self.broken(name)
        return {clean(key): value for key, value in values.items()}

    def list_of_texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._list(name)
        for index, value in enumerate(values):
            if not isinstance(value, str):
                raise self.broken(f"{name}[{index}]")
        return tuple(map(clean, values))

    def lines(self, name: str) -> list[str]:
        """A list of texts, each on one line."""
        return [one_line(text) for text in self.list_of_texts(name)]

    def texts(self, name: str) -> dict[str, str]:
        """Texts by name, the empty ones left out."""
        return self.inner(name).all_texts() if name in self else {}

    def lists_of_texts(self, name: str) -> dict[str, tuple[str, ...]]:
        """Lists of texts by name."""
        given = self._optional(name)
        return {clean(key): given.list_of_texts(key) for key in given.data}

    def rows(self, name: str) -> dict[str, tuple[dict[str, str], ...]]:
        """Lists of rows by name, each row being texts by name."""
        given = self._optional(name)
        return {clean(key): given.each(key, Fields.all_texts) for key in given.data}

    def all_texts(self) -> dict[str, str]:
        """All fields of this object as texts, the empty ones left out."""
        return {clean(key): text for key in self.data if (text := self.text(key))}

    def rest(self, known: Collection[str]) -> dict[str, Any]:
        """What is there besides the known fields, its texts clean."""
        kept = {name: value for name, value in self.data.items() if name not in known}
        return {name: value for name, value in cleaned(kept).items() if name not in known}

    def inner(self, name: str) -> "Fields":
        """An object that must be there."""
        return self._of(self.data.get(name), self._path(name))

    def one(self, name: str, make: "Callable[[Fields], T]") -> T | None:
        """What `make` makes of the object of that name, if there is one."""
        return make(self.inner(name)) if name in self else None

    def each(self, name: str, make: "Callable[[Fields], T]") -> tuple[T, ...]:
        """What `make` makes of each object in the list of that name."""
        items = enumerate(self._list(name))
        return tuple(make(self._of(item, f"{self._path(name)}[{n}]")) for n, item in items)

    def some(self, name: str, make: "Callable[[Fields], T]") -> tuple[T, ...]:
        """As `each`, of a list that holds one at least."""
        if made := self.each(name, make):
            return made
        raise self.broken(name)

    def broken(self, name: str) -> ScoringProblem:
        """The problem with a field of this object."""
        return self._broken_at(self._path(name))

    def _of(self, data: Any, where: str) -> "Fields":
        return Fields(data, where, self._broken_at)

    def _optional(self, name: str) -> "Fields":
        return self._of(self._value(name, {}), self._path(name))

    def _list(self, name: str) -> list[Any]:
        values = self._value(name, [])
        if not isinstance(values, list):
            raise self.broken(name)
        return values

    def _value(self, name: str, missing: Any) -> Any:
        value = self.data.get(name)
        return missing if value is None else value

    def _path(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name


def _is_whole(value: Any, least: int, most: int | None) -> bool:
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return least <= value and (most is None or value <= most)
