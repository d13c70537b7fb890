"""Frameworks, words and answers that the scoring tests share."""

from collections.abc import Sequence
from typing import Any, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import MARKED, NOT_SURE, Answer, Response
from mainstream.scoring.contract.answers import State
from mainstream.scoring.doors import workshop_state

VIEWS = ("service", "organisation", "local-system")

_TITLES = (
    ("Seeing the whole of it, now and later", "The whole"),
    ("Looking at danger in another way", "Danger"),
    ("Working side by side as a habit", "Collaboration"),
    ("Leave to act, and the means to do so", "Permission"),
    ("Bonds strong enough to carry a heavy change", "Trust"),
    ("A voice that is heard outside this place", "Influence"),
    ("A strong reason, and a bold picture of the future", "Case and vision"),
    ("Sharing what we own and answer for", "Ownership"),
    ("Rules and routines that help", "Policies"),
    ("Passing on what we know, to think and to try without end", "Learning"),
    ("Money and time for change", "Capacity"),
)
_LEVELS = ("mindset", "mindset", *["behaviours"] * 4, *["infrastructure"] * 5)

WORDS = {
    "radar_title": "Diagram of {framework}",
    "radar_desc": "{total} lines; 1 is {lowest}, {points} is {highest}; {marked} marked",
    "radar_desc_table": "See the table.",
    "radar_desc_marks": "All: {marks}.",
    "blank_radar_title": "Blank diagram of {framework}",
    "blank_radar_desc": "{total} lines; 1 is {lowest}, {points} is {highest}",
    "state_not_sure": "not sure",
    "state_does_not_apply": "does not apply",
    "state_unanswered": "not answered",
    "table_number": "Number",
    "table_enabler": "Enabler",
    "table_level": "Level",
    "table_mark": "Mark",
    "table_answer": "Answer",
    "table_note": "Note",
    "table_point_of_view": "Point of view",
    "table_group": "Group",
    "table_date": "Date",
    "people_tag": "Tag",
}

IMPORT_WORDS = {
    **WORDS,
    "not_sure_texts": "Don’t know; unsure",
    "does_not_apply_texts": "N/A; not applicable",
    "unanswered_texts": "skipped",
    "note_texts": "Note; Comments; Comment (optional)",
    "group_headings": "Group; Team",
    "point_of_view_headings": "Point of view",
    "date_headings": "Date",
    "agreement_labels": (
        "strongly disagree; completely disagree | disagree | somewhat disagree; tend to disagree"
        " | neither agree nor disagree; neither; neutral | somewhat agree; tend to agree | agree"
        " | strongly agree; completely agree\n"
        "stimme gar nicht zu | stimme nicht zu | stimme weniger zu | weder noch"
        " | stimme etwas zu | stimme zu | stimme voll zu"
    ),
    "other_labels": "never | rarely | sometimes | often | always",
    "total_texts": "total; average; mean; count",
}


def framework_data(enablers: int = 11, points: int = 5) -> dict[str, Any]:
    """A framework `m2m` with enablers `e1`, `e2`, …, on three levels."""
    return {
        "id": "m2m",
        "version": "1.0",
        "title": "An example",
        "scale": {"points": points, "labels": [f"label {n}" for n in range(1, points + 1)]},
        "points_of_view": [{"id": view, "title": f"View of {view}"} for view in VIEWS],
        "levels": [
            {"id": "mindset", "title": "Mindset"},
            {"id": "behaviours", "title": "Behaviours, values and relationships"},
            {"id": "infrastructure", "title": "Infrastructure"},
        ],
        "retired": {"e0": "e1"},
        "enablers": [_enabler_data(number) for number in range(1, enablers + 1)],
    }


def _enabler_data(number: int) -> dict[str, Any]:
    title, short_title = _TITLES[(number - 1) % len(_TITLES)]
    return {
        "id": f"e{number}",
        "number": number,
        "title": title,
        "short_title": short_title,
        "level": _LEVELS[(number - 1) % len(_LEVELS)],
        "url": f"../enablers/e{number}/",
        "statements": [{"id": "first", "text": "We do this."}],
        "questions": [f"Question {n} of e{number}?" for n in (1, 2, 3)],
        "shifts": [{"from": f"from {n} of e{number}", "to": f"to {n}"} for n in (1, 2)],
        "case_studies": [
            {"id": f"case-{n}", "title": f"Case {n}", "place": "", "url": f"../cases/{n}/"}
            for n in range(1, 5)
        ],
        "tools": [
            {"id": f"case-{n}", "title": f"Tool {n}", "url": f"../cases/{n}/#tool"}
            for n in range(1, 4)
        ],
    }


def framework(enablers: int = 11, points: int = 5) -> Framework:
    """The framework of `framework_data`."""
    return Framework.from_json(framework_data(enablers, points))


def response(
    marks: Sequence[int | str | None], view: str | None = None, tag: int | None = None
) -> Response:
    """Answers to `e1`, `e2`, …: marks, states, or None for unanswered."""
    answers = {
        f"e{number}": Answer(MARKED, mark) if isinstance(mark, int) else Answer(cast(State, mark))
        for number, mark in enumerate(marks, 1)
        if mark is not None
    }
    return Response("m2m", "1.0", point_of_view=view, tag=tag, answers=answers)


def response_json(**fields: Any) -> dict[str, Any]:
    """A response with three marks and a "not sure", as JSON data, some fields replaced."""
    return {
        "format": "mainstream.response",
        "format_version": 1,
        "framework": {"id": "m2m", "version": "1.0", "points": 5},
        "point_of_view": "service",
        "date": "2026-11-23",
        "answers": {
            "e1": {"mark": 3},
            "e2": {"mark": 1, "note": "A note"},
            "e3": {"state": NOT_SURE},
            "e11": {"mark": 5},
        },
        **fields,
    }


WORKSHOP_WORDS = {
    **WORDS,
    **{key: key for key in workshop_state.WORDS if key not in IMPORT_WORDS},
    "median_between": "between {low} and {high}",
    "dot_each": "{mark} {label}: {count}",
    "dot_desc": "{each}.",
    "group_radar_title": "{framework}, {count} people",
    "report_shift": "From {shift_from} to {shift_to}",
    "shift_stop": "Stop",
}
