"""Fills the phrases that the drawing and the files need: the words' `result` area."""

import re
from collections.abc import Iterable, Mapping
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


REQUIRED_FOR_WORKSHOP = (
    "median_between",
    "dot_title",
    "dot_desc",
    "dot_each",
    "group_radar_title",
    "group_radar_desc",
    "column_marked",
    "column_median",
    "column_lower_quartile",
    "column_upper_quartile",
    "column_lowest",
    "column_highest",
    "column_agreement",
    "column_word",
    "word_close",
    "word_mostly_agree",
    "word_spread",
    "word_split",
    "report_people",
    "report_indicator",
    "report_row",
    "report_no_marks",
    "report_hidden",
    "report_priority",
    "report_shift",
    "shift_level",
    "shift_from_",
    "shift_to",
    "shift_why",
    "shift_start",
    "shift_stop",
    "shift_first_step",
    "shift_owner",
    "shift_local",
    "shift_regional",
    "shift_national",
    "shift_review_date",
    "sheet_comparison",
    "sheet_people",
    "sheet_plan",
)


def check_words(words: Any, needed: Iterable[str] = REQUIRED) -> Words:
    """The words, once every phrase that we need is there.

    Errors: `ScoringProblem("words-missing", keys=...)`.
    """
    given = words if isinstance(words, dict) else {}
    missing = [key for key in needed if not isinstance(given.get(key), str)]
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
