"""Finds people's answers in a text as it came: codes and links, one or many, among other words.

Each find has a verdict of its own, so that one bad line never stops the rest. A finding never
carries the words around it: a chat or an e-mail names people.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import UNANSWERED, Response, read_response
from mainstream.scoring.codes.code import read_code
from mainstream.scoring.codes.pieces import pieces_in
from mainstream.scoring.codes.places import CODE, LINK, Piece
from mainstream.scoring.codes.signs import lines_of
from mainstream.scoring.contract.limits import MOST_RESPONSE_CHARACTERS
from mainstream.scoring.problem import Notice, ScoringProblem

_OUR_FORMATS = '"mainstream.'  # what each of our files says of itself begins so
_PIECE = 2_000  # lines, after which a long text is cut where a line is empty
_MOST_LINES = 20_000  # of a piece, wherever it is cut


@dataclass(frozen=True)
class Find:
    """Something in a text that is, or looks like, one person's answers.

    `line` counts from 1, as `lines_of` counts them, and `last_line` is where it ends. `shown` is
    the code or the beginning of the link; it is empty for a piece that may be something else.
    Exactly one of `response` and `problem` is given. `data` is what a link held, as it was.
    """

    line: int
    shown: str
    response: Response | None = None
    problem: ScoringProblem | None = None
    notices: tuple[Notice, ...] = ()
    data: Any = None
    last_line: int = 0


def find_responses(text: str, framework: Framework) -> list[Find]:
    """Every code and link in the text, read, in order. Lines without any give no find.

    A link and the same code next to it, as its text or for those who type, are one find.
    """
    finds: list[Find] = []
    previous = ""  # the form of the last that was read, and its place
    last = -1
    for piece in pieces_in(text, framework):
        find = _find(piece, framework)
        if find.response is None and find.data is None:
            finds.append(find)
            continue
        if last >= 0 and LINK in (previous, piece.form) and _are_one(finds[last], find):
            finds[last] = _fuller(finds[last], find)
        else:
            last = len(finds)
            finds.append(find)
        previous = piece.form
    return finds


def finds_in_another_programs(text: str, framework: Framework) -> list[Find]:
    """As `find_responses`, of what looks like JSON but is not a file of ours: a chat's export.

    None where it may be one of ours, or has no answers in it.
    """
    if _OUR_FORMATS in text or len(text) > MOST_RESPONSE_CHARACTERS:
        return []
    finds = find_responses(text, framework)
    return finds if any(find.response for find in finds) else []


def find_in_lines(lines: Iterable[str], framework: Framework) -> Iterator[Find]:
    """As `find_responses`, for a text of any length that comes line by line."""
    held: list[str] = []
    done = 0
    for line in lines:
        held.append(line.rstrip("\r\n"))
        full = len(held) >= _PIECE and not line.strip()
        if full or len(held) >= _MOST_LINES:
            text = "\n".join(held)
            yield from _moved(find_responses(text, framework), done)
            done += len(lines_of(text))
            held = []
    yield from _moved(find_responses("\n".join(held), framework), done)


def lines_without_answers(text: str, finds: Iterable[Find]) -> list[int]:
    """The numbers of the lines, from 1, that hold words and no find."""
    found: set[int] = set()
    for find in finds:
        found.update(range(find.line, find.last_line + 1))
    return [
        number
        for number, line in enumerate(lines_of(text), 1)
        if line.strip() and number not in found
    ]


def _moved(finds: Iterable[Find], lines: int) -> Iterator[Find]:
    for find in finds:
        yield replace(find, line=find.line + lines, last_line=find.last_line + lines)


def _find(piece: Piece, framework: Framework) -> Find:
    response, problem, shown = piece.response, piece.problem, piece.shown
    notices: tuple[Notice, ...] = ()
    try:
        if piece.data is not None:
            response, notices = read_response(piece.data, framework)
        elif not response and not problem:
            read_code(framework, shown)  # says what is wrong
    except ScoringProblem as raised:
        problem = raised
        if piece.form == CODE and not any(sign in " -" for sign in shown):
            shown = ""
    return Find(piece.line, shown, response, problem, notices, piece.data, piece.last_line)


def _are_one(one: Find, other: Find) -> bool:
    """Whether two finds say what one code says: point of view, marks and states, and tag."""
    if one.response is None or other.response is None:
        return one.data is not None and one.data == other.data
    return _as_a_code_says(one.response) == _as_a_code_says(other.response)


def _as_a_code_says(response: Response) -> tuple[Any, ...]:
    answers = {id_: (given.state, given.mark) for id_, given in response.answers.items()}
    stated = {id_: said for id_, said in answers.items() if said[0] != UNANSWERED}
    return response.point_of_view, response.tag, stated


def _fuller(one: Find, other: Find) -> Find:
    """The one that is a whole response, with its notes; else the first."""
    fuller = other if one.data is None and other.data is not None else one
    return replace(fuller, line=one.line, last_line=max(one.last_line, other.last_line))
