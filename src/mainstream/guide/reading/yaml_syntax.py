"""What the YAML parser says about broken syntax, in plain English."""

import yaml

# The parser's words, as libyaml 0.2 has them, and ours. Those in _AT_START are found far behind
# their cause, so we name the place where the unfinished part began.
_PLAIN = {
    "mapping values are not allowed in this context": (
        "a colon is not expected here; put the text in quotes, or check the indentation"
    ),
    "could not find expected ':'": 'a line is not a "key: value"; a colon may be missing',
    "did not find expected key": (
        "this does not fit what comes before it; check the indentation and the quotes"
    ),
    "did not find expected '-' indicator": 'a list item must start with "- "',
    "block sequence entries are not allowed in this context": (
        "a list must start on a line of its own, or be in [square brackets]"
    ),
    "found unexpected end of stream": "a quote is opened here and never closed",
    "found unexpected document indicator": "a quote is opened here and not closed before the ---",
    "did not find expected ',' or ']'": 'a "[" is opened here and not closed',
    "did not find expected ',' or '}'": 'a "{" is opened here and not closed',
    "found unknown escape character": (
        "a backslash in double quotes must be written twice; or use single quotes"
    ),
    "did not find expected alphabetic or numeric character": (
        'a text that starts with "*" or "&" must be in quotes'
    ),
    "did not find expected comment or line break": (
        'a text after ">" or "|" must start on the next line'
    ),
    "did not find expected node content": "a value is missing here, or there is a bracket too many",
    "mapping keys are not allowed in this context": (
        'a text that starts with "?" must be in quotes'
    ),
    "found unexpected ':'": "a colon is not expected here; put the text in quotes",
    "did not find expected <document start>": (
        "the data ended before this line; check the indentation"
    ),
    "but found another document": "a file holds one document; delete the ---",
}
_AT_START = frozenset(
    {
        "could not find expected ':'",
        "found unexpected end of stream",
        "found unexpected document indicator",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "did not find expected alphabetic or numeric character",
    }
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Line and column, from 1, and what is wrong there."""
    problem = error.problem or ""
    at_start = problem in _AT_START
    mark = (error.context_mark if at_start else None) or error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if problem == "found character that cannot start any token":
        sign = text.splitlines()[line][column]
        return line + 1, column + 1, f'a text that starts with "{sign}" must be in quotes'
    return line + 1, column + 1, _PLAIN.get(problem, f"this is not YAML: {problem}")
