"""The fields of a file's JSON objects, each asked for with the type it must have."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from mainstream.scoring.answers.response import clean, is_day, one_line
from mainstream.scoring.problem import ScoringProblem

T = TypeVar("T")


class Fields:
    """One object; `where` is its place in the file, empty for the whole.

    Errors, from each method: `ScoringProblem("field-broken", field=...)`.
    """

    def __init__(self, data: Any, where: str) -> None:
        if not isinstance(data, dict):
            raise ScoringProblem("field-broken", field=where)
        self.data: dict[str, Any] = data
        self._where = where

    def text(self, name: str) -> str:
        """A text without what no file can hold; empty where there is none."""
        value = self._value(name, "")
        if not isinstance(value, str):
            raise self._broken(name)
        return clean(value)

    def line(self, name: str) -> str:
        """A text on one line."""
        return one_line(self.text(name))

    def day(self, name: str) -> str:
        """A day like 2026-11-23, or an empty text."""
        value = self.line(name)
        if value and not is_day(value):
            raise self._broken(name)
        return value

    def rest(self, known: Collection[str]) -> dict[str, Any]:
        """What is there besides the known fields."""
        return {name: value for name, value in self.data.items() if name not in known}

    def lines(self, name: str) -> list[str]:
        """A list of texts, each on one line."""
        values = self._list(name)
        if not all(isinstance(value, str) for value in values):
            raise self._broken(name)
        return [one_line(value) for value in values]

    def counts(self, name: str) -> dict[str, int]:
        """Whole numbers from 0 by name."""
        values = self._value(name, {})
        whole = isinstance(values, dict) and all(
            isinstance(v, int) and not isinstance(v, bool) and v >= 0 for v in values.values()
        )
        if not whole:
            raise self._broken(name)
        return dict(values)

    def texts(self, name: str) -> dict[str, str]:
        """Texts by name, the empty ones left out."""
        return Fields(self._value(name, {}), self._path(name)).all_texts()

    def rows(self, name: str) -> dict[str, tuple[dict[str, str], ...]]:
        """Lists of rows by name, each row being texts by name."""
        given = Fields(self._value(name, {}), self._path(name))
        return {key: given.each(key, Fields.all_texts) for key in given.data}

    def all_texts(self) -> dict[str, str]:
        """All fields of this object as texts, the empty ones left out."""
        return {key: text for key in self.data if (text := self.text(key))}

    def one(self, name: str, make: "Callable[[Fields], T]") -> T | None:
        """What `make` makes of the object of that name, if there is one."""
        value = self.data.get(name)
        return None if value is None else make(Fields(value, self._path(name)))

    def each(self, name: str, make: "Callable[[Fields], T]") -> tuple[T, ...]:
        """What `make` makes of each object in the list of that name."""
        items = enumerate(self._list(name))
        return tuple(make(Fields(item, f"{self._path(name)}[{index}]")) for index, item in items)

    def _list(self, name: str) -> list[Any]:
        values = self._value(name, [])
        if not isinstance(values, list):
            raise self._broken(name)
        return values

    def _value(self, name: str, missing: Any) -> Any:
        value = self.data.get(name)
        return missing if value is None else value

    def _path(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name

    def _broken(self, name: str) -> ScoringProblem:
        return ScoringProblem("field-broken", field=self._path(name))
