"""One person's answers as a table for a spreadsheet: CSV that keeps its letters in Excel."""

from mainstream.scoring.delimited import write_delimited
from mainstream.scoring.framework import Framework
from mainstream.scoring.response import MARKED, Response
from mainstream.scoring.words import STATE_WORDS, Words, phrase

_COLUMNS = (
    "table_number",
    "table_enabler",
    "table_level",
    "table_mark",
    "table_answer",
    "table_note",
    "table_point_of_view",
    "table_group",
    "table_date",
)


def csv_table(framework: Framework, response: Response, words: Words) -> str:
    """A row for each enabler, in order, then one for each unknown id, with a heading row.

    Text that a spreadsheet would run as a formula is guarded as `write_delimited` does it.
    """
    views = {view.id: view.title for view in framework.points_of_view}
    view = response.point_of_view or ""
    about = [views.get(view, view), response.group, response.date or ""]
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
