"""A file's data together with its YAML nodes, so that each value can be found in the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import EllipsisType
from typing import Any, Final

import yaml

from mainstream.guide.reading.problems import Problem

Key = str | int
Loc = tuple[Key, ...]  # the keys and list positions that lead from the top to a value

RETYPED: Final = object()  # stands for a value that YAML read differently from how it was meant
EMPTY: Final = "is empty"  # the surprise of a value that is not there

TAG: Final = "tag:yaml.org,2002:"
_READ_AS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
    "value": "a special sign",
}


@dataclass(frozen=True)
class Document:
    """One file's data: text, whole numbers, truths, dicts and tuples, or `RETYPED`."""

    path: str
    data: Any
    root: yaml.Node

    def at(self, loc: Loc, message: str, suggestion: str = "") -> Problem:
        """A problem with the value at `loc`; an empty value is shown at its key."""
        keys, key_node, node = self._walk(loc)
        if key_node and surprise_of(node) == EMPTY:
            node = key_node
        return problem_at(self.path, node, keys, message, suggestion)

    def at_key(self, loc: Loc, message: str, suggestion: str = "") -> Problem:
        """A problem with the key that ends `loc`."""
        keys, key_node, node = self._walk(loc)
        return problem_at(self.path, key_node or node, keys, message, suggestion)

    def missing(self, loc: Loc, message: str) -> Problem:
        """A problem with the key that ends `loc` and is not there, shown where its item starts."""
        keys, _, node = self._walk(loc[:-1])
        return problem_at(self.path, node, [*keys, str(loc[-1])], message)

    def surprise(self, loc: Loc) -> str:
        """What YAML made of the unquoted word at `loc`; empty where it is text or not a word."""
        _, _, node = self._walk(loc)
        return surprise_of(node)

    def word(self, loc: Loc) -> str:
        """The word at `loc` as it is written; empty where there is a list or keys."""
        _, _, node = self._walk(loc)
        return node.value if isinstance(node, yaml.ScalarNode) else ""

    def find(self, *keys: str | EllipsisType) -> Iterator[tuple[Loc, Any]]:
        """Every value that `keys` lead to, with its place; `...` stands for each item of a list."""
        return _find(self.data, keys, ())

    def _walk(self, loc: Loc) -> tuple[list[str], yaml.Node | None, yaml.Node]:
        """The keys on the way, the last key and the value; a step that is not there is left out."""
        keys: list[str] = []
        key_node: yaml.Node | None = None
        node = self.root
        for step in loc:
            if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                key_node, node = None, node.value[step]
            elif isinstance(node, yaml.MappingNode):
                for name, value in node.value:
                    if name.value == step:
                        keys.append(str(step))
                        key_node, node = name, value
                        break
        return keys, key_node, node


def surprise_of(node: yaml.Node) -> str:
    """What YAML made of an unquoted word; empty where it is text or not a word."""
    if not isinstance(node, yaml.ScalarNode) or node.style or node.tag == f"{TAG}str":
        return ""
    if not node.value:
        return EMPTY
    return f"YAML reads this as {_READ_AS[node.tag.removeprefix(TAG)]}"


def problem_at(
    path: str,
    place: yaml.Node | yaml.Event,
    keys: Iterable[str],
    message: str,
    suggestion: str = "",
) -> Problem:
    """A problem at a node or event of the file at `path`."""
    mark = place.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(path, line, column, ".".join(keys), message, suggestion)


def _find(data: Any, keys: tuple[str | EllipsisType, ...], loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if not keys:
        yield loc, data
        return
    key, *rest = keys
    if isinstance(key, EllipsisType):
        if isinstance(data, tuple):
            for index, item in enumerate(data):
                yield from _find(item, tuple(rest), (*loc, index))
    elif isinstance(data, dict) and key in data:
        yield from _find(data[key], tuple(rest), (*loc, key))
