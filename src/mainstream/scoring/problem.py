"""What is wrong with something a person gave us, or worth knowing: a key into the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mainstream.scoring.contract import answers as contract


class ScoringProblem(Exception):
    """Input that cannot be used.

    `key` names an entry of the words' `problem` area; `values` fill its `{placeholders}` and can
    be written as JSON.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def as_json(self) -> contract.Problem:
        """`{"key", "values"}`, as a door gives it."""
        return {"key": self.key, "values": self.values}


@dataclass(frozen=True)
class Notice:
    """Something the person should know about what was read; `key` as in `ScoringProblem`."""

    key: str
    values: Mapping[str, str | int]

    def as_json(self) -> contract.Notice:
        """`{"key", "values"}`, as a door gives it."""
        return {"key": self.key, "values": dict(self.values)}


def notices_data(notices: Iterable[Notice]) -> list[contract.Notice]:
    """Notices as a door gives them."""
    return [notice.as_json() for notice in notices]
