"""What is wrong with something a person gave us: a key into the words, and the values it needs."""

from typing import Any


class ScoringProblem(Exception):
    """Input that cannot be used.

    `key` names an entry of the words' `problem` area; `values` fill its `{placeholders}` and can
    be written as JSON.
    """

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def as_json(self) -> dict[str, Any]:
        """`{"key", "values"}`, as the service answers it."""
        return {"key": self.key, "values": self.values}
