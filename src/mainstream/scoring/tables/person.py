"""One person's answers as a table for a spreadsheet: writes it as CSV, reads its rows again."""

from collections.abc import Sequence
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    MARKED,
    Answer,
    Response,
)
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.tables.cells import (
    AnswerReader,
    cell_at,
    not_readable,
    plain,
    response_of_cells,
    with_note,
)
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.words import STATE_WORDS, Words, phrase

_NEEDED = {"table_enabler", "table_mark", "table_answer"}
_NONE = Answer()

_COLUMNS: Final = (
    "table_number",
    "table_enabler",
    "table_level",
    "table_mark",
    "table_answer",
    "table_note",
    "table_point_of_view",
    "table_group",
    "table_date",
    "people_tag",
)
_ABOUT: Final = ("table_point_of_view", "table_group", "table_date", "people_tag")

WORDS: Final = (*_COLUMNS, *STATE_WORDS.values())


def csv_table(framework: Framework, response: Response, words: Words) -> str:
    """A row for each enabler, in order, then one for each unknown id, with a heading row.

    Text that a spreadsheet would run as a formula is guarded as `write_delimited` does it.
    """
    views = {view.id: view.title for view in framework.points_of_view}
    view = response.point_of_view or ""
    tag = "" if response.tag is None else response.tag
    about = [views.get(view, view), response.group, response.date or "", tag]
    levels = {level.id: level.title for level in framework.levels}
    rows: list[list[str | int]] = [[phrase(words, key) for key in _COLUMNS]]
    for enabler in framework.enablers:
        answer = response.answer(enabler.id)
        mark = answer.mark if answer.mark is not None else ""
        if answer.state == MARKED and answer.mark is not None:
            said = framework.scale.labels[answer.mark - 1]
        else:
            said = phrase(words, STATE_WORDS[answer.state])
        level = levels[enabler.level]
        rows.append([enabler.number, enabler.title, level, mark, said, answer.note, *about])
    for id_, given in response.unknown_answers.items():
        fields = given if isinstance(given, dict) else {}
        said, note = (str(fields.get(name, "")) for name in ("state", "note"))
        rows.append(["", id_, "", str(fields.get("mark", "")), said, note, *about])
    return write_delimited(rows)


def person_heading_row(rows: Sequence[Sequence[str]], words: Words) -> int | None:
    """The number, from 1, of the row with the headings of `csv_table`; None where there is none."""
    for number, row in enumerate(rows, 1):
        if _places(row, words).keys() >= _NEEDED:
            return number
    return None


def person_in_table(
    framework: Framework, rows: Sequence[Sequence[str]], heading_row: int, words: Words
) -> tuple[Response, tuple[Notice, ...]]:
    """The answers in the rows of a `csv_table`, and what there is to say about them.

    Enablers are found by title or id; others are kept as unknown. `words` are the words' areas
    `result` and `import` in one.

    Errors: `ScoringProblem` with one of the keys `row-cell` (with `row`, `column` and `value`),
    `table-no-match` (no answer to an enabler of ours), `mapping-broken` (no such headings).
    """
    places = _places(rows[heading_row - 1] if heading_row <= len(rows) else (), words)
    if not places.keys() >= _NEEDED:
        raise ScoringProblem("mapping-broken", where="header_row")
    reader = AnswerReader(framework, words)
    ids = {plain(text): e.id for e in framework.enablers for text in (e.title, e.id)}
    given: dict[str, Answer] = {}
    unknown: dict[str, object] = {}
    about: dict[str, str] = {}
    for number, row in enumerate(rows[heading_row:], heading_row + 1):
        cells = {key: cell_at(row, place) for key, place in places.items()}
        for key in _ABOUT:
            about.setdefault(key, cells.get(key, ""))
        named, note = cells["table_enabler"], cells.get("table_note", "")
        id_ = ids.get(plain(named))
        key = "table_mark" if cells["table_mark"].strip() else "table_answer"
        said = reader.read(cells[key])
        if id_ is None:
            if named.strip():
                unknown[named] = _unknown(cells["table_mark"], cells["table_answer"], note)
        elif said is None:
            raise not_readable(number, places[key])
        else:
            given[id_] = with_note(said, note)
    answers = {e.id: given[e.id] for e in framework.enablers if given.get(e.id, _NONE) != _NONE}
    if not answers:
        raise ScoringProblem("table-no-match")
    return response_of_cells(
        framework,
        answers,
        unknown=unknown,
        view=about.get("table_point_of_view", ""),
        group=about.get("table_group", ""),
        day=about.get("table_date", ""),
        tag=about.get("people_tag", ""),
    )


def _places(row: Sequence[str], words: Words) -> dict[str, int]:
    """Where, from 1, the headings of `_COLUMNS` stand in the row."""
    keys = {plain(phrase(words, key)): key for key in _COLUMNS}
    return {keys[plain(text)]: n for n, text in enumerate(row, 1) if plain(text) in keys}


def _unknown(mark: str, state: str, note: str) -> dict[str, object]:
    """An answer to an enabler that is not ours, as near as the table holds it."""
    given: dict[str, object] = {"mark": int(mark)} if mark.isdecimal() else {"state": state}
    return {**given, "note": note} if note else given
