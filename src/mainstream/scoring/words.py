"""Fills the phrases that the drawing and the files need: the words' `result` area."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE, UNANSWERED
from mainstream.scoring.problem import ScoringProblem

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


REQUIRED_FOR_TOOLS = (
    "none",
    "answer_yes",
    "answer_no",
    "answer_not_sure",
    "total",
    "no_reason",
    "row_unnamed",
    "not_a_number",
    "not_a_number_in",
    "check_numbers",
    "answered",
    "still_open",
    "still_to_write",
    "reason_missing",
    "column_rule",
    "column_answer",
    "column_reason",
    "column_element",
    "column_option",
    "column_for",
    "column_against",
    "column_item",
    "column_state",
    "column_rung",
    "column_question",
    "column_share",
    "column_gap",
    "rules_pause",
    "rules_pause_text",
    "rules_unsure",
    "rules_unsure_text",
    "rules_within",
    "rules_within_text",
    "rules_why",
    "rules_ask",
    "rules_write_down",
    "rules_table",
    "lens_helps",
    "lens_leaves",
    "lens_harms",
    "lens_none",
    "lens_helps_all",
    "lens_only_together",
    "lens_has_gaps",
    "lens_harms_some",
    "lens_gaps",
    "lens_harm",
    "lens_table",
    "stages_next",
    "stages_whole",
    "stages_blank",
    "stages_few_options",
    "stages_think_again",
    "stages_chosen",
    "stages_decided",
    "stages_why",
    "stages_none_chosen",
    "stages_two_chosen",
    "stages_two_chosen_text",
    "checklist_all",
    "checklist_left",
    "checklist_table",
    "builder_none",
    "builder_open",
    "builder_whole",
    "ladder_start",
    "ladder_at",
    "ladder_settles",
    "ladder_top",
    "ladder_skipped",
    "ladder_skips",
    "ladder_unshown",
    "ladder_table",
    "views_none",
    "views_count",
    "views_all_agreed",
    "views_agreed",
    "views_differ",
    "views_open",
    "views_table",
    "views_together",
    "log_none",
    "log_counted",
    "log_few",
    "log_same",
    "log_same_text",
    "log_merge",
    "log_by_count",
    "log_by_effect",
    "log_for",
    "log_for_nobody",
    "pareto_title",
    "pareto_axis",
    "pareto_desc",
    "pareto_each",
    "register_none",
    "register_count",
    "register_used",
    "register_used_of",
    "register_over",
    "register_group",
    "register_no_group",
    "register_remarks",
    "register_nothing",
    "register_difference",
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


def phrase(words: Words, key: str, /, **values: object) -> str:
    """The phrase with its `{placeholders}` filled, as `filled` does."""
    return filled(str(words[key]), **values)


def filled(text: str, /, **values: object) -> str:
    """The text with its `{placeholders}` filled; a placeholder without a value stays."""
    return re.sub(r"\{(\w+)\}", lambda gap: str(values.get(gap.group(1), gap.group())), text)


def phrases(words: Words, key: str) -> list[str]:
    """The texts of a phrase that lists several, parted by semicolons."""
    return [text.strip() for text in str(words[key]).split(";") if text.strip()]
