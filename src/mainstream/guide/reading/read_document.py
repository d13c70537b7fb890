"""Reads a YAML file into a `Document`, with YAML's surprises as problems.

YAML lets a text turn into a date, a truth or a number, lets a key be given twice, and lets one
part of a file stand for another. None of that is wanted in content that many people edit.
"""

import re
from typing import Any

import yaml

from mainstream.guide.reading.document import RETYPED, TAG, Document, problem_at, surprise_of
from mainstream.guide.reading.file_text import LINE_END, decoded
from mainstream.guide.reading.problems import Problem
from mainstream.guide.reading.shared_parts import shared_parts
from mainstream.guide.reading.yaml_syntax import explain

_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_TRUTHS = {"true": True, "false": False}


def read_document(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """A file's data, or none where it cannot be had, and what is wrong with it as YAML."""
    text, problems = decoded(path, raw)
    if text is None:
        return None, problems
    shared = shared_parts(path, text)
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


class _Reader:
    """Makes data of one file's nodes and collects what is wrong on the way."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self._path = path
        self._lines = [*LINE_END.split(text), ""]  # the parser may stop a line after the last
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
                message = f"the same key twice; it is already on line {first[key]}"
                self._note(key_node, here, message)
                continue
            surprise = surprise_of(key_node)
            if surprise:
                self._note(key_node, here, f'{surprise}; put the key in quotes: "{key}"')
            first[key] = key_node.start_mark.line + 1
            data[key] = self.data(value_node, here)
        return data

    def _scalar(self, node: yaml.ScalarNode, keys: tuple[str, ...]) -> Any:
        surprise = surprise_of(node)
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
        if node.tag == f"{TAG}int" and _WHOLE_NUMBER.fullmatch(node.value):
            return int(node.value)
        return _TRUTHS.get(node.value, RETYPED)

    def _note(self, node: yaml.Node, keys: tuple[str, ...], message: str) -> None:
        self._problems.append(problem_at(self._path, node, keys, message))
