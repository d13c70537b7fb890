"""One person's answers: the four states of an answer, and reading and writing them as JSON data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem

FORMAT = "mainstream.response"
FORMAT_VERSION = 1

MARKED = "marked"
NOT_SURE = "not-sure"
DOES_NOT_APPLY = "does-not-apply"
UNANSWERED = "unanswered"

TAGS = 128  # a tag is a number below this


@dataclass(frozen=True)
class Answer:
    """What a person said of one enabler. `mark` is None unless `state` is `MARKED`."""

    state: str = UNANSWERED
    mark: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Response:
    """One person's answers to one framework.

    `answers` holds an entry only where there is an answer or a note, in the framework's order.
    `unknown_answers` and `unknown_fields` are what we read and do not know, kept as it was. `tag`
    (0–127) tells two people's equal answers from one person's given twice. `points` are those of
    the scale that the marks are on.
    """

    framework_id: str
    framework_version: str
    points: int | None = field(default=None, compare=False)
    point_of_view: str | None = None
    group: str = ""
    date: str | None = None  # like 2026-11-23
    tag: int | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    unknown_answers: Mapping[str, Any] = field(default_factory=dict)
    unknown_fields: Mapping[str, Any] = field(default_factory=dict)

    def answer(self, enabler_id: str) -> Answer:
        """The answer to an enabler; `UNANSWERED` where there is none."""
        return self.answers.get(enabler_id, Answer())

    def has_notes(self) -> bool:
        """Whether any answer has a note."""
        return any(answer.note for answer in self.answers.values())

    def with_tag(self, tag: int) -> "Response":
        """The same answers with this tag, unless they already have one."""
        return self if self.tag is not None else replace(self, tag=tag)


@dataclass(frozen=True)
class Notice:
    """Something the person should know about what was read; `key` as in `ScoringProblem`."""

    key: str
    values: Mapping[str, Any]


def read_response(data: Any, framework: Framework) -> tuple[Response, tuple[Notice, ...]]:
    """Check JSON data and make a response of it, with what there is to say about it.

    Errors: `ScoringProblem` with one of the keys `not-a-response`, `other-format`,
    `newer-format`, `other-framework`, `field-broken`, `answer-broken`, `mark-off-scale`.
    """
    check_format(data, FORMAT, FORMAT_VERSION)
    framework_version = check_framework(data, framework)
    given = data.get("answers", {})
    if not isinstance(given, dict):
        raise ScoringProblem("field-broken", field="answers")
    known = [enabler.id for enabler in framework.enablers if enabler.id in given]
    answers = {id_: _answer(id_, given[id_], framework.scale.points) for id_ in known}
    response = Response(
        framework_id=framework.id,
        framework_version=framework_version,
        points=framework.scale.points,
        point_of_view=_text_or_none(data, "point_of_view"),
        group=one_line(_text_or_none(data, "group") or ""),
        date=_date_or_none(data),
        tag=_tag_or_none(data),
        answers={id_: answer for id_, answer in answers.items() if answer != Answer()},
        unknown_answers={id_: value for id_, value in given.items() if id_ not in answers},
        unknown_fields={name: value for name, value in data.items() if name not in _FIELDS},
    )
    return response, tuple(notices_about(response, framework))


def check_format(data: Any, ours: str, newest: int) -> None:
    """Refuse what is not of the format `ours`, or of a version later than `newest`.

    Errors: `ScoringProblem` with the key `not-a-response`, `other-format`, `field-broken` or
    `newer-format`.
    """
    if not isinstance(data, dict) or not isinstance(data.get("format"), str):
        raise ScoringProblem("not-a-response")
    format_, version = data["format"], data.get("format_version")
    if format_ != ours:
        raise ScoringProblem("other-format", format=format_)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ScoringProblem("field-broken", field="format_version")
    if version > newest:
        raise ScoringProblem("newer-format", version=version, ours=newest)


def check_framework(data: dict[str, Any], framework: Framework) -> str:
    """The version of the framework that a file names, once it is ours.

    Errors: `ScoringProblem` with the key `field-broken` or `other-framework`.
    """
    id_, version = _framework_named(data)
    if id_ != framework.id:
        raise ScoringProblem("other-framework", id=id_, ours=framework.id)
    return version


def framework_data(id_: str, version: str, points: int | None) -> dict[str, Any]:
    """What a file says of the framework that it belongs to."""
    named: dict[str, Any] = {"id": id_, "version": version}
    return named if points is None else {**named, "points": points}


def version_notices(version: str, framework: Framework) -> tuple[Notice, ...]:
    """A notice where answers were given to another version of the framework."""
    if version == framework.version:
        return ()
    return (Notice("other-framework-version", {"version": version, "ours": framework.version}),)


def _framework_named(data: dict[str, Any]) -> tuple[str, str]:
    named = data.get("framework")
    if not isinstance(named, dict):
        raise ScoringProblem("field-broken", field="framework")
    for name in ("id", "version"):
        if not isinstance(named.get(name), str) or not named[name]:
            raise ScoringProblem("field-broken", field=f"framework.{name}")
    return named["id"], named["version"]


def response_data(response: Response) -> dict[str, Any]:
    """The response as JSON data, with everything that was read and not known."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "framework": framework_data(
            response.framework_id, response.framework_version, response.points
        ),
        "point_of_view": response.point_of_view,
    }
    if response.group:
        data["group"] = response.group
    data["date"] = response.date
    if response.tag is not None:
        data["tag"] = response.tag
    answers = {id_: _answer_data(answer) for id_, answer in response.answers.items()}
    data["answers"] = {**answers, **response.unknown_answers}
    return {**data, **response.unknown_fields}


_FIELDS = frozenset(
    ["format", "format_version", "framework", "point_of_view", "group", "date", "tag", "answers"]
)


def _answer(enabler_id: str, data: Any, points: int) -> Answer:
    if not isinstance(data, dict):
        raise ScoringProblem("answer-broken", id=enabler_id)
    note, mark, state = data.get("note", ""), data.get("mark"), data.get("state")
    if not isinstance(note, str):
        raise ScoringProblem("answer-broken", id=enabler_id)
    if mark is not None:
        if state not in (None, MARKED) or isinstance(mark, bool | str | list | dict):
            raise ScoringProblem("answer-broken", id=enabler_id)
        if not isinstance(mark, int) or not 1 <= mark <= points:
            raise ScoringProblem("mark-off-scale", id=enabler_id, mark=mark, points=points)
        return Answer(MARKED, mark, clean(note))
    if state not in (NOT_SURE, DOES_NOT_APPLY, UNANSWERED):
        raise ScoringProblem("answer-broken", id=enabler_id)
    return Answer(state, None, clean(note))


def _answer_data(answer: Answer) -> dict[str, Any]:
    given = {"mark": answer.mark} if answer.state == MARKED else {"state": answer.state}
    return {**given, "note": answer.note} if answer.note else given


def _text_or_none(data: dict[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise ScoringProblem("field-broken", field=name)
    return value or None


def _date_or_none(data: dict[str, Any]) -> str | None:
    value = _text_or_none(data, "date")
    if value is not None and not is_day(value):
        raise ScoringProblem("field-broken", field="date")
    return value


def is_day(text: str) -> bool:
    """Whether a text is a day like 2026-11-23 that there is."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _tag_or_none(data: dict[str, Any]) -> int | None:
    value = data.get("tag")
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < TAGS:
        raise ScoringProblem("field-broken", field="tag")
    return value


def clean(text: str) -> str:
    """Leave out what no file or diagram can hold: control characters and halves of characters."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", text)


def one_line(text: str) -> str:
    """The text as `clean` gives it, with single spaces for all white space."""
    return " ".join(clean(text).split())


def notices_about(response: Response, framework: Framework) -> list[Notice]:
    """What the person should know of a response that was read."""
    notices = list(version_notices(response.framework_version, framework))
    view = response.point_of_view
    if view is not None and view not in {known.id for known in framework.points_of_view}:
        notices.append(Notice("unknown-point-of-view", {"id": view}))
    for id_ in response.unknown_answers:
        if id_ in framework.retired:
            notices.append(Notice("retired-enabler", {"id": id_, "new": framework.retired[id_]}))
    unknown = [id_ for id_ in response.unknown_answers if id_ not in framework.retired]
    if unknown:
        notices.append(Notice("unknown-enablers", {"ids": ", ".join(unknown)}))
    if response.unknown_fields:
        notices.append(Notice("unknown-fields", {"fields": ", ".join(response.unknown_fields)}))
    return notices
