"""The pieces of a text that are codes or links, or were meant as one, and where they stand."""

import re
from collections.abc import Iterator
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.codes.link import CODES, DATA, data_at
from mainstream.scoring.codes.places import CODE, LINK, Lines, Piece, Stretches
from mainstream.scoring.codes.shapes import Shapes
from mainstream.scoring.codes.traced import Traced
from mainstream.scoring.codes.undone import tidied, unmarked, ways_to_read
from mainstream.scoring.problem import ScoringProblem

_FRAGMENT = re.compile(r"#(?:[rR]|d)=")
_INVITATION = re.compile(r"#invite&[^\s<>\"|]*")
_MOST_DAMAGED = 1_000  # links; a text with more of them is not a message but a file of something
_AS_TYPED = str.maketrans("IiLlOo", "111100", "- ")
_SAID_ONCE = frozenset({"link-hidden", "link-is-invitation"})  # a thread quotes them many times
_SHOWN_OF_DATA = 12  # letters
_LETTERS = re.compile(r"[\w-]*", re.ASCII)
_CODE_AS_WRITTEN = re.compile(r"[0-9A-Za-z]+(?:-{1,2}[0-9A-Za-z]+)*")
_NEXT_CODE = re.compile(r"[.,+](?=[0-9A-Za-z])")
# Services that keep the address to themselves: Mimecast (except for its form with `url=`) and
# Intermedia LinkSafe. Of a meeting's link nothing is missing.
_HIDDEN = re.compile(
    r"https?://(?:[\w-]+\.)*(?:mimecast\.com|mimecastprotect\.com|emailprotection\.link)/"
    r"(?![^\s<>]*(?:[?&]url=|domain=[\w.-]*(?:zoom|teams|webex|meet)\b))[^\s<>\"]+"
)
# Shortened links are many people's signatures; one that stands alone was meant to be opened.
_SHORTENED = re.compile(
    r"^(?:https?://)?(?:bit\.ly|tinyurl\.com|t\.co|lnkd\.in|ow\.ly|is\.gd|goo\.gl|t\.ly|rb\.gy)"
    r"/[^\s<>\"]+$",
    re.MULTILINE,
)


def pieces_in(text: str, framework: Framework) -> list[Piece]:
    """Every piece of the text that holds answers, or was meant to, in order."""
    shapes = Shapes(framework)
    plain = tidied(text)
    whole: list[Piece] = []
    others: list[Piece] = []
    for way in ways_to_read(plain):
        versions = [way.as_it_is]
        if way.decoded is not way.as_it_is:
            versions.append(way.decoded)
        for traced in versions:
            links = list(_links(traced, shapes))
            whole += [piece for piece in links if piece.is_whole]
            if way.in_lines:
                # Of lines that run together only what is whole can be believed.
                others += [piece for piece in links if not piece.is_whole]
                others += _invitations(traced)
                whole += _codes(traced, shapes)
        if way.in_lines:
            others += _hidden(way.as_it_is)
            others += _slips(unmarked(way.as_it_is), shapes)
    lines = Lines(plain.text)
    whole = _once(whole)
    kept = whole + _told(others, whole, lines)
    return lines.numbered(sorted(kept, key=lambda piece: piece.start))


def _links(traced: Traced, shapes: Shapes) -> Iterator[Piece]:
    """What stands behind each `#r=` and `#d=`."""
    damaged = 0
    for match in _FRAGMENT.finditer(traced.text):
        if match.group() == DATA:
            pieces = [_data_link(traced, match)]
        else:
            pieces = list(_code_links(traced, match, shapes))
        yield from pieces
        damaged += sum(not piece.is_whole for piece in pieces)
        if damaged > _MOST_DAMAGED:
            return


def _data_link(traced: Traced, match: re.Match[str]) -> Piece:
    start, end = match.end(), match.end()
    letters = _LETTERS.match(traced.text, start, start + _SHOWN_OF_DATA)
    shown = DATA + (letters.group() if letters else "") + "…"
    data, problem = None, None
    try:
        data, end = data_at(traced.text, start)
    except ScoringProblem as raised:
        problem = raised
    return _piece(traced, match.start(), end, LINK, shown, data=data, problem=problem)


def _code_links(traced: Traced, match: re.Match[str], shapes: Shapes) -> Iterator[Piece]:
    """The codes that stand behind one `#r=`, joined by dots."""
    text, start, place = traced.text, match.start(), match.end()
    while True:
        found = shapes.code_at(text, place)
        if found:
            end, response = found
            yield _piece(traced, start, end, LINK, text[place:end], response=response)
        else:
            written = _CODE_AS_WRITTEN.match(text, place)
            end = written.end() if written else place
            if start == match.start():
                shown = written.group() if written else match.group()
                problem = None if written else ScoringProblem("link-without-answers")
                yield _piece(traced, start, end, LINK, shown, problem=problem)
            elif written and any(sign.isdigit() for sign in written.group()):
                yield _piece(traced, start, end, LINK, written.group())
        behind = _NEXT_CODE.match(text, end)
        if not behind:
            return
        start, place = behind.end(), behind.end()


def _codes(traced: Traced, shapes: Shapes) -> Iterator[Piece]:
    for start, end, response in shapes.codes_in(traced.text):
        yield _piece(traced, start, end, CODE, traced.text[start:end], response=response)


def _slips(traced: Traced, shapes: Shapes) -> Iterator[Piece]:
    for start, end in shapes.slips_in(traced.text):
        yield _piece(traced, start, end, CODE, traced.text[start:end])


def _invitations(traced: Traced) -> Iterator[Piece]:
    for match in _INVITATION.finditer(traced.text):
        problem = ScoringProblem("link-is-invitation")
        yield _piece(traced, *match.span(), LINK, "#invite", problem=problem)


def _hidden(traced: Traced) -> Iterator[Piece]:
    for pattern in (_HIDDEN, _SHORTENED):
        for match in pattern.finditer(traced.text):
            problem = ScoringProblem("link-hidden")
            yield _piece(traced, *match.span(), LINK, "", problem=problem)


def _piece(traced: Traced, start: int, end: int, form: str, shown: str, **what: Any) -> Piece:
    return Piece(*traced.origin(start, end), form, shown.replace("\n", ""), **what)


def _once(pieces: list[Piece]) -> list[Piece]:
    """Each piece once: the same one is found in several ways to read the text."""
    kept: list[Piece] = []
    ends: dict[str, int] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        says = piece.shown.translate(_AS_TYPED).upper() if piece.data is None else repr(piece.data)
        if piece.start >= ends.get(says, 0):
            kept.append(piece)
            ends[says] = piece.end
    return kept


def _is_cut_copy(piece: Piece, whole: Piece, lines: Lines) -> bool:
    """Whether a damaged link is the beginning of a whole one in the same address.

    Services that count what is opened repeat the first part of an address in their own.
    """
    if piece.form != LINK or not piece.shown or not lines.are_one_word(piece, whole):
        return False
    shown, full = (
        each.shown.removeprefix(CODES).rstrip("…-").translate(_AS_TYPED).upper()
        for each in (piece, whole)
    )
    return full.startswith(shown)


def _told(others: list[Piece], whole: list[Piece], lines: Lines) -> list[Piece]:
    """What is said of the pieces that hold no answers: nothing where some were read after all."""
    read = Stretches(whole)
    with_answers: set[int] = set()
    for piece in lines.numbered(whole):
        with_answers.update(range(piece.line, piece.last_line + 1))
    kept: list[Piece] = []
    said: set[str] = set()
    end = 0
    for piece in sorted(others, key=lambda piece: piece.start):
        key = piece.problem.key if piece.problem else ""
        if piece.start < end or read.meet(piece) or key in said:
            continue
        if any(_is_cut_copy(piece, other, lines) for other in read.next_to(piece)):
            continue
        if key in _SAID_ONCE:
            if key == "link-hidden" and with_answers.intersection(lines.of(piece)):
                continue
            said.add(key)
        kept.append(piece)
        end = piece.end
    return kept
