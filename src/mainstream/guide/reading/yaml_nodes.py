"""YAML text made into plain data that knows its positions, with YAML's surprises as problems.

YAML lets a text turn into a date, a truth or a number, lets a key be given twice, and lets one
part of a file stand for another. None of that is wanted in content that many people edit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import EllipsisType
from typing import Any, Final

import yaml

from mainstream.guide.reading.problems import Problem
from mainstream.guide.reading.yaml_syntax import explain

Key = str | int
Loc = tuple[Key, ...]  # the keys and list positions that lead from the top to a value

RETYPED: Final = object()  # stands where YAML would make of a word what its writer did not mean
EMPTY: Final = "is empty"  # the surprise of a value that is not there

_TAG = "tag:yaml.org,2002:"
_READ_AS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
    "value": "a special sign",
}
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_TRUTHS = {"true": True, "false": False}

# What YAML refuses, what it takes for the end of a line where an editor shows none, and what
# hides in a word.
_UNWANTED = re.compile(
    "[\u200b\u2060]|"
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_MAYBE_SHARED = re.compile(r"(?<![\w*])[&*!](?![\s*])|<<")
# The composer calls itself for each level; beyond some tens of thousands it takes Python with it.
# Each level needs a bracket, or (with a list, two levels) a column more before its line's text.
_BEFORE_TEXT = re.compile(r"^[\s?:-]*", re.MULTILINE)
_MAYBE_DEEP = 200
_MOST_DEPTH = 40


@dataclass(frozen=True)
class Document:
    """One file's data: text, whole numbers, truths, dicts and tuples, or `RETYPED`."""

    path: str
    data: Any
    root: yaml.Node

    def at(self, loc: Loc, message: str, suggestion: str = "") -> Problem:
        """A problem with the value at `loc`; an empty value is shown at its key."""
        keys, key_node, node = self._walk(loc)
        if key_node and _surprise(node) == EMPTY:
            node = key_node
        return _problem(self.path, node, keys, message, suggestion)

    def at_key(self, loc: Loc, message: str, suggestion: str = "") -> Problem:
        """A problem with the key that ends `loc`."""
        keys, key_node, node = self._walk(loc)
        return _problem(self.path, key_node or node, keys, message, suggestion)

    def missing(self, loc: Loc, message: str) -> Problem:
        """A problem with the key that ends `loc` and is not there, shown where its item starts."""
        keys, _, node = self._walk(loc[:-1])
        return _problem(self.path, node, [*keys, str(loc[-1])], message)

    def surprise(self, loc: Loc) -> str:
        """What YAML made of the unquoted word at `loc`; empty where it is text or no word."""
        _, _, node = self._walk(loc)
        return _surprise(node)

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


def read_document(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """A file's data, or none where it cannot be had, and what is wrong with it as YAML."""
    text, problems = _decode(path, raw)
    if text is None:
        return None, problems
    shared = _shared_parts(path, text)
    if shared:
        return None, problems + shared
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        if problems:  # a tab, most likely, and already named
            return None, problems
        line, column, message = explain(error, text)
        return None, [Problem(path, line, column, "", message)]
    if root is None:
        return None, [*problems, Problem(path, 1, 1, "", "this file is empty")]
    return Document(path, _Reader(path, text, problems).data(root, ()), root), problems


def _decode(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
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
        for number, content in enumerate(_LINE_END.split(text), 1):
            if "\t" in content:
                column = content.index("\t") + 1
                problems.append(Problem(path, number, column, "", "a tab; use spaces"))
    return text, problems


def _position(before: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows a text."""
    lines = _LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1


def _shared_parts(path: str, text: str) -> list[Problem]:
    """Anchors, aliases, merges, tags and endless nesting: what must not reach the composer."""
    brackets = text.count("[") + text.count("{")
    columns = max(map(len, _BEFORE_TEXT.findall(text)))
    if brackets + 2 * columns < _MAYBE_DEEP and not _MAYBE_SHARED.search(text):
        return []
    problems = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            message = _sharing(event)
            if message:
                problems.append(_problem(path, event, (), message))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _MOST_DEPTH:
                    return [*problems, _problem(path, event, (), "this is nested too deep")]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError:
        return problems  # the composer meets the same error and tells of it
    return problems


def _sharing(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f'"*{event.anchor}" repeats another part; write it out, or put the text in quotes'
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return f'"&{event.anchor}" marks a part to repeat; delete it, or put the text in quotes'
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
        return '"<<" merges another part into this one; write it out'
    if getattr(event, "tag", None):
        return 'a text that starts with "!" must stand in quotes'
    return ""


class _Reader:
    """Makes data of one file's nodes and collects what is wrong on the way."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self._path = path
        self._lines = [*_LINE_END.split(text), ""]  # the parser may stop a line after the last
        self._problems = problems

    def data(self, node: yaml.Node, keys: tuple[str, ...]) -> Any:
        """Text, whole numbers, truths, dicts and tuples, or `RETYPED`."""
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.data(item, keys) for item in node.value)
        if isinstance(node, yaml.MappingNode):
            return self._dict(node, keys)
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node, keys)

    def _dict(self, node: yaml.MappingNode, keys: tuple[str, ...]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._note(key_node, keys, "a key must be a word")
                continue
            key = key_node.value
            if not key:
                self._note(key_node, keys, "a key is missing before the colon")
                continue
            here = (*keys, key)
            if key in data:
                message = f"the same key twice; it stands on line {first[key]} already"
                self._note(key_node, here, message)
                continue
            surprise = _surprise(key_node)
            if surprise:
                self._note(key_node, here, f'{surprise}; put the key in quotes: "{key}"')
            first[key] = key_node.start_mark.line + 1
            data[key] = self.data(value_node, here)
        return data

    def _scalar(self, node: yaml.ScalarNode, keys: tuple[str, ...]) -> Any:
        surprise = _surprise(node)
        if not node.style and (not node.value or not surprise):
            mark = node.end_mark
            rest = self._lines[mark.line][mark.column :].lstrip() if mark else ""
            if rest.startswith("#"):
                message = (
                    "what follows # is left out; put the text in quotes, "
                    "or the comment on a line of its own"
                )
                self._note(node, keys, message)
                return node.value or rest
        if not surprise:
            return node.value
        if node.tag == f"{_TAG}int" and _WHOLE_NUMBER.fullmatch(node.value):
            return int(node.value)
        return _TRUTHS.get(node.value, RETYPED)

    def _note(self, node: yaml.Node, keys: tuple[str, ...], message: str) -> None:
        self._problems.append(_problem(self._path, node, keys, message))


def _surprise(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.style or node.tag == f"{_TAG}str":
        return ""
    if not node.value:
        return EMPTY
    return f"YAML reads this as {_READ_AS[node.tag.removeprefix(_TAG)]}"


def _problem(
    path: str,
    place: yaml.Node | yaml.Event,
    keys: Iterable[str],
    message: str,
    suggestion: str = "",
) -> Problem:
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
