"""What must not reach YAML's composer: parts that stand for others, tags, and endless nesting."""

import re

import yaml

from mainstream.guide.reading.document import problem_at
from mainstream.guide.reading.problems import Problem

_MAYBE_SHARED = re.compile(r"(?<![\w*])[&*!](?![\s*])|<<")
# The composer calls itself for each level; beyond some tens of thousands it takes Python with it.
# Each level needs a bracket, or (with a list, two levels) a column more before its line's text.
_BEFORE_TEXT = re.compile(r"^[\s?:-]*", re.MULTILINE)
_MAYBE_DEEP = 200
_MOST_DEPTH = 40


def shared_parts(path: str, text: str) -> list[Problem]:
    """A problem at each anchor, alias, merge key and tag, and where the nesting is too deep."""
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
                problems.append(problem_at(path, event, (), message))
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _MOST_DEPTH:
                    return [*problems, problem_at(path, event, (), "this is nested too deeply")]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError:
        return problems  # the composer meets the same error and reports it
    return problems


def _sharing(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return f'"*{event.anchor}" repeats another part; write it out, or put the text in quotes'
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return f'"&{event.anchor}" marks a part to repeat; delete it, or put the text in quotes'
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
        return '"<<" merges another part into this one; write it out'
    if getattr(event, "tag", None):
        return 'a text that starts with "!" must be in quotes'
    return ""
