"""Fills the phrases that the drawing and the files need: the words' `result` area."""

import re
from collections.abc import Mapping
from typing import Any

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.response import DOES_NOT_APPLY, NOT_SURE, UNANSWERED

Words = Mapping[str, Any]  # phrases by their key; what we do not name here is not read

STATE_WORDS = {
    NOT_SURE: "state_not_sure",
    DOES_NOT_APPLY: "state_does_not_apply",
    UNANSWERED: "state_unanswered",
}

REQUIRED = (
    *STATE_WORDS.values(),
    "radar_title",
    "radar_desc",
    "radar_desc_marks",
    "radar_desc_table",
    "blank_radar_title",
    "blank_radar_desc",
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

# What a table from elsewhere may hold: texts parted by semicolons, so that a translation can name
# its own. They stand in the words' `import` area; whoever reads tables gives both areas as one.
REQUIRED_TO_IMPORT = (
    "not_sure_texts",
    "does_not_apply_texts",
    "unanswered_texts",
    "note_texts",
    "group_headings",
    "point_of_view_headings",
    "date_headings",
)


def check_words(words: Any) -> Words:
    """The words, once every phrase that we need is there.

    Errors: `ScoringProblem("words-missing", keys=...)`.
    """
    given = words if isinstance(words, dict) else {}
    missing = [key for key in REQUIRED if not isinstance(given.get(key), str)]
    if missing:
        raise ScoringProblem("words-missing", keys=", ".join(missing))
    return given


def phrase(words: Words, key: str, **values: object) -> str:
    """The phrase with its `{placeholders}` filled; a placeholder without a value stays."""
    return re.sub(
        r"\{(\w+)\}", lambda gap: str(values.get(gap.group(1), gap.group())), str(words[key])
    )


def phrases(words: Words, key: str) -> list[str]:
    """The texts of a phrase that lists several, parted by semicolons."""
    return [text.strip() for text in str(words[key]).split(";") if text.strip()]
