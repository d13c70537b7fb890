"""Reads JSON text from outside: bounded in size and depth, and exact about where it is broken."""

import json
import math
import re
from collections import Counter
from typing import Any, NoReturn

from mainstream.scoring.problem import ScoringProblem

MOST_CHARACTERS = 1_000_000
MOST_DEPTH = 50
_MOST_DIGITS = 18


def read_json(text: str, *, most_characters: int = MOST_CHARACTERS) -> Any:
    """The data in a JSON text.

    Errors: `ScoringProblem` with one of the keys `file-too-large`, `json-broken` (with `line` and
    `column`, from 1), `json-too-deep`, `json-number`, `json-twice`.
    """
    if len(text) > most_characters:
        raise ScoringProblem("file-too-large", most=most_characters)
    if _depth(text) > MOST_DEPTH:
        raise ScoringProblem("json-too-deep", most=MOST_DEPTH)
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_refuse_number,
            object_pairs_hook=_without_doubles,
        )
    except json.JSONDecodeError as error:
        raise ScoringProblem("json-broken", line=error.lineno, column=error.colno) from error


def _depth(text: str) -> int:
    """How deep brackets nest, strings left out; a deep nest would exhaust the reader's stack."""
    depth = deepest = 0
    for bracket in re.finditer(r'[\[{\]}]|"[^"\\]*+(?:\\.[^"\\]*+)*+"?', text, re.DOTALL):
        if bracket.group() in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif bracket.group() in "]}":
            depth -= 1
    return deepest


def _whole_number(digits: str) -> int:
    return int(digits) if len(digits) <= _MOST_DIGITS else _refuse_number(digits)


def _number(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse_number(text)


def _refuse_number(text: str) -> NoReturn:
    raise ScoringProblem("json-number", number=text[:20])


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise ScoringProblem("json-twice", name=counts.most_common(1)[0][0])
    return data


def looks_like_json(text: str) -> bool:
    """Whether a text begins as one of our files does, or as a list of them.

    A bracket alone says nothing: a line of a chat may begin with the time in brackets.
    """
    return re.match(r"\s*(?:\{|\[\s*[{\]])", text) is not None


def write_json(data: Any) -> str:
    """JSON text as our files have it: indented, letters as they are, ending in a line break."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
