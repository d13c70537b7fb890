"""A tally as a file to send upward: how many gave each answer, and nobody's single answers."""

from dataclasses import dataclass
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    Notice,
    check_format,
    check_framework,
    framework_data,
    version_notices,
)
from mainstream.scoring.answers.tally import Tally, read_tally, tally_data
from mainstream.scoring.problem import ScoringProblem

FORMAT = "mainstream.tally"
FORMAT_VERSION = 1


@dataclass(frozen=True)
class TallyFile:
    """A tally with where it comes from. `id` tells it from others, so that none counts twice."""

    id: str
    tally: Tally
    title: str = ""
    date: str = ""
    point_of_view: str = ""


def tally_file_data(framework: Framework, file: TallyFile) -> dict[str, Any]:
    """The file as JSON data."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "framework": framework_data(framework.id, framework.version, framework.scale.points),
        "id": file.id,
        "title": file.title,
        "date": file.date,
        "point_of_view": file.point_of_view,
        **tally_data(file.tally),
    }


def read_tally_file(data: Any, framework: Framework) -> tuple[TallyFile, tuple[Notice, ...]]:
    """Check JSON data and make a tally file of it, with what there is to say about it.

    Errors: `ScoringProblem` with the keys of `read_response`'s format and of `read_tally`.
    """
    check_format(data, FORMAT, FORMAT_VERSION)
    version = check_framework(data, framework)
    for name in ("id", "title", "date", "point_of_view"):
        if not isinstance(data.get(name, ""), str):
            raise ScoringProblem("field-broken", field=name)
    tally, notices = read_tally(data, framework)
    notices = (*version_notices(version, framework), *notices)
    texts = {name: data.get(name, "") for name in ("id", "title", "date", "point_of_view")}
    return TallyFile(tally=tally, **texts), notices
