"""A tally as a file to send upward: how many gave each answer, and nobody's single answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.sources import Source, read_source, source_data
from mainstream.scoring.answers.tally import Tally, read_tally, tally_data
from mainstream.scoring.contract.limits import TALLY_FORMAT, TALLY_VERSION
from mainstream.scoring.problem import Notice
from mainstream.scoring.reading.formats import (
    check_format,
    framework_named,
    framework_version,
    version_notices,
)

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract


@dataclass(frozen=True)
class TallyFile:
    """A tally with where it comes from.

    `id` tells it from others, so that none counts twice; `merged` are the sources of the people in
    it, where there are others.
    """

    id: str
    tally: Tally
    title: str = ""
    date: str = ""
    point_of_view: str = ""
    merged: tuple[Source, ...] = ()


def tally_file_data(framework: Framework, file: TallyFile) -> contract.TallyFile:
    """The file as JSON data."""
    data: contract.TallyFile = {
        "format": TALLY_FORMAT,
        "format_version": TALLY_VERSION,
        "framework": framework_named(framework.id, framework.version, framework.scale.points),
        "id": file.id,
        "title": file.title,
        "date": file.date,
        "point_of_view": file.point_of_view,
        "people": file.tally.people,
        "counts": tally_data(file.tally)["counts"],
    }
    if file.merged:
        data["merged"] = [source_data(source) for source in file.merged]
    return data


def read_tally_file(data: Any, framework: Framework) -> tuple[TallyFile, tuple[Notice, ...]]:
    """Check JSON data and make a tally file of it, with what there is to say about it.

    Errors: `ScoringProblem` with the keys of `read_response`'s format and of `read_tally`.
    """
    fields = check_format(data, TALLY_FORMAT, TALLY_VERSION)
    version = framework_version(fields, framework.id)
    id_, title, day, view = (fields.line(name) for name in ("id", "title", "date", "point_of_view"))
    tally, notices = read_tally(data, framework)
    notices = (*version_notices(version, framework.version), *notices)
    merged = fields.each("merged", read_source)
    return TallyFile(id_, tally, title, day, view, merged), notices
