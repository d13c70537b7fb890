"""What a facilitator takes away: the comparison and the people as tables, the diagram, a report.

The rule for small groups holds for all of them but the workshop's own table of people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.small_groups import ALL, showing
from mainstream.scoring.answers.sources import joined_sources
from mainstream.scoring.answers.tally import Tally
from mainstream.scoring.answers.tally_file import TallyFile, tally_file_data
from mainstream.scoring.contract.limits import SHIFT_FIELDS
from mainstream.scoring.drawing.dot_plot import standalone_dot_plot
from mainstream.scoring.drawing.radar_group import Series, standalone_group_radar
from mainstream.scoring.figures.comparison import CLOSE, MOSTLY_AGREE, SPLIT, SPREAD, comparison
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_text import write_json
from mainstream.scoring.reading.text import safe_file_name
from mainstream.scoring.tables import people as people_table
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.tables.people import people_rows
from mainstream.scoring.words import STATE_WORDS, Words, phrase
from mainstream.scoring.workshop.ledger import sources_of
from mainstream.scoring.workshop.model import (
    Shift,
    Workshop,
    tally_of_workshop,
    workshop_data,
)
from mainstream.scoring.workshop.report import shown_series
from mainstream.scoring.workshop.shown import BY_GROUP, Picture, Shown, picture_of, shown_data

if TYPE_CHECKING:
    from mainstream.scoring.contract.actions import WorkshopFile
    from mainstream.scoring.contract.workshop import Figures, SplitBy

SHIFT_WORDS: Final = {
    name: "shift_from_" if name == "from" else f"shift_{name}" for name in SHIFT_FIELDS
}
WORD_WORDS: Final = {
    word: f"word_{word.replace('-', '_')}" for word in (CLOSE, MOSTLY_AGREE, SPREAD, SPLIT)
}
_TABLE: Final = ("table_number", "table_enabler", "table_level")
_COLUMNS: Final = (
    "column_marked",
    "column_median",
    "column_lower_quartile",
    "column_upper_quartile",
    "column_lowest",
    "column_highest",
    "column_agreement",
    "column_word",
)
WORDS: Final = (
    *people_table.WORDS,
    *_TABLE,
    *SHIFT_WORDS.values(),
    *WORD_WORDS.values(),
    *_COLUMNS,
    "report_people",
    "report_indicator",
    "report_row",
    "report_no_marks",
    "report_priority",
    "report_shift",
)

Rows = list[list[str | int | float]]


def export_workshop(
    framework: Framework,
    workshop: Workshop,
    kind: str,
    words: Words,
    *,
    enabler: str = "",
    by: SplitBy = BY_GROUP,
    shown: Shown | None = None,
) -> WorkshopFile:
    """`{filename, media_type, text}` of one kind; with `shown` where it shows counts.

    Kinds: `json`, `csv`, `people`, `text`, `tally`, and the drawings `svg` (the whole), `plot` (of
    one enabler, by its id) and `groups`.

    Errors: `ScoringProblem("too-few-to-show")` where the group is too small to be shown.
    """
    if kind == "json":
        return _file(framework, workshop, "workshop.json", write_json(workshop_data(workshop)))
    if kind == "people":
        people = people_rows(framework, workshop.people, words)
        return _file(framework, workshop, "people.csv", write_delimited(people))
    # A file without groups shows none of them.
    picture = shown_picture(framework, workshop, shown, by if kind == "groups" else None)
    file = _shown_file(framework, workshop, kind, words, enabler, picture)
    return {**file, "shown": shown_data(picture.shown)}


def _shown_file(
    framework: Framework,
    workshop: Workshop,
    kind: str,
    words: Words,
    enabler: str,
    picture: Picture,
) -> WorkshopFile:
    """A file of counts."""
    tally = picture.everyone
    if kind == "csv":
        rows = comparison_rows(framework, tally, words)
        return _file(framework, workshop, "comparison.csv", write_delimited(rows))
    under = " · ".join(part for part in (workshop.title, workshop.date) if part)
    if kind == "plot":
        chosen = next((each for each in framework.enablers if each.id == enabler), None)
        if chosen is None:
            raise ScoringProblem("request-broken")
        svg = standalone_dot_plot(framework, chosen, tally.counts[enabler], words, under=under)
        return _file(framework, workshop, f"{enabler}.svg", svg)
    if kind == "groups":
        svg = standalone_group_radar(framework, shown_series(picture), words, under=under)
        return _file(framework, workshop, "groups.svg", svg)
    if kind == "svg":
        svg = standalone_group_radar(framework, [Series("", tally)], words, under=under)
        return _file(framework, workshop, "diagram.svg", svg)
    if kind == "text":
        return _file(framework, workshop, "report.txt", report(framework, workshop, tally, words))
    if kind == "tally":
        file = tally_file_of(workshop, tally)
        data = tally_file_data(framework, file)
        return _file(framework, workshop, "tally.json", write_json(data))
    raise ScoringProblem("request-unknown", action=f"export {kind}")


def tally_file_of(workshop: Workshop, tally: Tally) -> TallyFile:
    """The counts as a file that says of all sources of the people in them."""
    title, day, view = workshop.title, workshop.date, workshop.point_of_view
    counted = (source for each in workshop.counted for source in sources_of(each))
    merged = joined_sources(workshop.merged, counted)
    return TallyFile(workshop.id, tally, title, day, view, merged)


_MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "svg": "image/svg+xml",
    "txt": "text/plain",
}


def shown_picture(
    framework: Framework,
    workshop: Workshop,
    shown: Shown | None,
    by: SplitBy | None = None,
) -> Picture:
    """What may be shown after what was shown; without groups where they are by nothing.

    Errors: `ScoringProblem("too-few-to-show", count=...)`.
    """
    people = tally_of_workshop(workshop, framework).people
    if showing(people, workshop.consent, framework.small_groups) != ALL:
        raise ScoringProblem("too-few-to-show", count=people)
    return picture_of(framework, workshop, shown, by)


def _file(framework: Framework, workshop: Workshop, name: str, text: str) -> WorkshopFile:
    media_type = _MEDIA_TYPES[name.rpartition(".")[2]]
    filename = file_name(framework, workshop, name)
    return {"filename": filename, "media_type": media_type, "text": text}


def file_name(framework: Framework, workshop: Workshop, name: str) -> str:
    """The framework, the date where there is one, and what the file is."""
    stem, _, suffix = name.rpartition(".")
    return safe_file_name([framework.id, workshop.date, stem], suffix)


def comparison_rows(framework: Framework, tally: Tally, words: Words) -> Rows:
    """A heading row, then a row for each enabler: its figures and how many gave each answer."""
    compared = comparison(framework, tally, words)
    levels = {level.id: level.title for level in framework.levels}
    heading: list[str | int | float] = [
        *(phrase(words, key) for key in _TABLE),
        *(phrase(words, key) for key in _COLUMNS),
        *(f"{mark} {label}" for mark, label in enumerate(framework.scale.labels, 1)),
        *(phrase(words, key) for key in STATE_WORDS.values()),
    ]
    rows: Rows = [heading]
    for row in compared["rows"]:
        word = row["word"]
        figures = (
            *(row["marked"], row["median"], row["lower_quartile"], row["upper_quartile"]),
            *(row["lowest"], row["highest"], row["agreement"]),
        )
        counts = row["counts"]
        rows.append(
            [
                row["number"],
                row["title"],
                levels[row["level"]],
                *("" if figure is None else figure for figure in figures),
                phrase(words, WORD_WORDS[word]) if word else "",
                *counts["marks"],
                counts["not_sure"],
                counts["does_not_apply"],
                counts["unanswered"],
            ]
        )
    return rows


def plan_rows(framework: Framework, workshop: Workshop, words: Words) -> Rows:
    """A heading row, then a row for each shift of each priority."""
    names = SHIFT_FIELDS
    titles = {enabler.id: enabler.title for enabler in framework.enablers}
    levels = {level.id: level.title for level in framework.levels}
    rows: Rows = [
        [phrase(words, "table_enabler"), *(phrase(words, SHIFT_WORDS[name]) for name in names)]
    ]
    for priority in workshop.priorities:
        for shift in priority.shifts:
            values = [shift.text(name) for name in names]
            values[0] = levels.get(shift.level, shift.level)
            rows.append([titles.get(priority.enabler, priority.enabler), *values])
    return rows


def report(framework: Framework, workshop: Workshop, tally: Tally, words: Words) -> str:
    """The comparison and the plan in sentences, as plain text."""
    compared = comparison(framework, tally, words)
    rows = {row["enabler"]: row for row in compared["rows"]}
    lines = [workshop.title or framework.title]
    lines += [part for part in (workshop.date, workshop.purpose) if part]
    lines += ["", phrase(words, "report_people", count=compared["people"])]
    lines += [phrase(words, "report_indicator"), ""]
    for id_ in compared["talking_order"]:
        lines.append(_sentence(rows[id_], words))
    titles = {enabler.id: enabler.title for enabler in framework.enablers}
    for priority in workshop.priorities:
        lines += [
            "",
            phrase(words, "report_priority", title=titles.get(priority.enabler, priority.enabler)),
        ]
        for shift in priority.shifts:
            lines += _shift_lines(shift, words)
    return "\n".join(lines) + "\n"


def _sentence(row: Figures, words: Words) -> str:
    if not row["marked"]:
        return phrase(words, "report_no_marks", title=row["title"])
    word = row["word"]
    return phrase(
        words,
        "report_row",
        title=row["title"],
        middle=row["median_text"],
        lowest=row["lowest"],
        highest=row["highest"],
        count=row["marked"],
        word=phrase(words, WORD_WORDS[word]) if word else "–",
    )


_PAIR = 3  # a shift's first fields: its level, and the two ends that the sentence names


def _shift_lines(shift: Shift, words: Words) -> list[str]:
    lines = [phrase(words, "report_shift", shift_from=shift.from_, shift_to=shift.to)]
    for name in SHIFT_FIELDS[_PAIR:]:
        value = shift.text(name)
        if value:
            lines.append(f"  {phrase(words, SHIFT_WORDS[name])}: {value}")
    return lines
