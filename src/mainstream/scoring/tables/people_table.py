"""The answers of many people as one table: a row for each person, to keep or to work on."""

from collections.abc import Sequence

from mainstream.scoring.answers.framework import Enabler, Framework
from mainstream.scoring.answers.response import UNANSWERED, Response
from mainstream.scoring.tables.headings import mark_heading, note_heading
from mainstream.scoring.words import STATE_WORDS, Words, phrase

_ABOUT = ("table_group", "table_point_of_view", "table_date", "people_tag")


def people_rows(
    framework: Framework, responses: Sequence[Response], words: Words
) -> list[list[str | int]]:
    """A heading row, then a row for each person: about them, and a cell for each enabler.

    A cell is a mark, the word for a state, or empty for unanswered. Behind an enabler for which
    anyone has a note stands a column of notes. `form_table` reads the same responses from these
    rows. What a response holds beyond the framework, such as a retired enabler's answer, is kept
    by its JSON file only.
    """
    noted = {
        enabler.id
        for enabler in framework.enablers
        if any(response.answer(enabler.id).note for response in responses)
    }
    note = phrase(words, "table_note")
    headings: list[str | int] = [phrase(words, key) for key in _ABOUT]
    for enabler in framework.enablers:
        headings.append(mark_heading(enabler))
        if enabler.id in noted:
            headings.append(note_heading(enabler, note))
    views = {view.id: view.title for view in framework.points_of_view}
    rows = [headings]
    for response in responses:
        view = response.point_of_view or ""
        tag = "" if response.tag is None else response.tag
        row: list[str | int] = [response.group, views.get(view, view), response.date or "", tag]
        for enabler in framework.enablers:
            row.append(_said(response, enabler, words))
            if enabler.id in noted:
                row.append(response.answer(enabler.id).note)
        rows.append(row)
    return rows


def _said(response: Response, enabler: Enabler, words: Words) -> str | int:
    answer = response.answer(enabler.id)
    if answer.mark is not None:
        return answer.mark
    return "" if answer.state == UNANSWERED else phrase(words, STATE_WORDS[answer.state])
