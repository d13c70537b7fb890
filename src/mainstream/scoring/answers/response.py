"""One person's answers: the four states of an answer, and reading and writing them as JSON data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.contract import limits
from mainstream.scoring.contract.limits import RESPONSE_FORMAT, RESPONSE_VERSION
from mainstream.scoring.problem import Notice, ScoringProblem
from mainstream.scoring.reading.formats import (
    check_format,
    framework_named,
    framework_version,
    version_notices,
)
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.text import cleaned

if TYPE_CHECKING:
    from mainstream.scoring.contract import answers as contract

MARKED: Final = limits.MARKED
NOT_SURE: Final = limits.NOT_SURE
DOES_NOT_APPLY: Final = limits.DOES_NOT_APPLY
UNANSWERED: Final = limits.UNANSWERED

TAGS = 128  # a tag is a number below this


@dataclass(frozen=True)
class Answer:
    """What a person said of one enabler. `mark` is None unless `state` is `MARKED`."""

    state: contract.State = UNANSWERED
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

    def with_tag(self, tag: int) -> Response:
        """The same answers with this tag, unless they already have one."""
        return self if self.tag is not None else replace(self, tag=tag)


def read_response(data: Any, framework: Framework) -> tuple[Response, tuple[Notice, ...]]:
    """Check JSON data and make a response of it, with what there is to say about it.

    Errors: `ScoringProblem` with one of the keys `not-a-response`, `other-format`,
    `newer-format`, `other-framework`, `field-broken`, `answer-broken`, `mark-off-scale`.
    """
    file = check_format(data, RESPONSE_FORMAT, RESPONSE_VERSION)
    return read_person(file, framework, framework_version(file, framework.id))


def read_person(
    fields: Fields, framework: Framework, version: str
) -> tuple[Response, tuple[Notice, ...]]:
    """As `read_response`, of the fields about a person; `version` is that of their framework."""
    given = fields.data.get("answers", {})
    if not isinstance(given, dict):
        raise fields.broken("answers")
    known = [enabler.id for enabler in framework.enablers if enabler.id in given]
    answers = {id_: _answer(id_, given[id_], framework.scale.points) for id_ in known}
    unknown = cleaned({id_: value for id_, value in given.items() if id_ not in answers})
    response = Response(
        framework_id=framework.id,
        framework_version=version,
        points=framework.scale.points,
        point_of_view=fields.line("point_of_view") or None,
        group=fields.line("group"),
        date=fields.day("date") or None,
        tag=fields.whole_number_or_none("tag", most=TAGS - 1),
        answers={id_: answer for id_, answer in answers.items() if answer != Answer()},
        unknown_answers={id_: value for id_, value in unknown.items() if id_ not in answers},
        unknown_fields=fields.rest(_FIELDS),
    )
    return response, tuple(notices_about(response, framework))


def response_data(response: Response) -> contract.Response:
    """The response as JSON data, with everything that was read and not known."""
    data: dict[str, object] = {
        "format": RESPONSE_FORMAT,
        "format_version": RESPONSE_VERSION,
        "framework": framework_named(
            response.framework_id, response.framework_version, response.points
        ),
        **person_data(response),
    }
    return cast("contract.Response", data)


def person_data(response: Response) -> contract.Person:
    """The response as JSON data without what says that it is one, and of which framework."""
    data: dict[str, object] = {"point_of_view": response.point_of_view}
    if response.group:
        data["group"] = response.group
    data["date"] = response.date
    if response.tag is not None:
        data["tag"] = response.tag
    answers = {id_: _answer_data(answer) for id_, answer in response.answers.items()}
    data["answers"] = {**answers, **response.unknown_answers}
    return cast("contract.Person", {**data, **response.unknown_fields})


_FIELDS = frozenset(
    ["format", "format_version", "framework", "point_of_view", "group", "date", "tag", "answers"]
)


def _answer(enabler_id: str, data: Any, points: int) -> Answer:
    fields = Fields(data, "", lambda _: ScoringProblem("answer-broken", id=enabler_id))
    note, mark = fields.text("note"), data.get("mark")
    if mark is None:
        state = fields.choice("state", limits.STATES_WITHOUT_MARK)
        return Answer(cast("contract.State", state), None, note)
    if isinstance(mark, bool | str | list | dict):
        raise fields.broken("mark")
    fields.choice("state", [MARKED], MARKED)
    if not isinstance(mark, int) or not 1 <= mark <= points:
        raise ScoringProblem("mark-off-scale", id=enabler_id, mark=mark, points=points)
    return Answer(MARKED, mark, note)


def _answer_data(answer: Answer) -> contract.Answer:
    data: contract.Answer
    data = {"state": answer.state} if answer.mark is None else {"mark": answer.mark}
    return {**data, "note": answer.note} if answer.note else data


def notices_about(response: Response, framework: Framework) -> list[Notice]:
    """What the person should know of a response that was read."""
    notices = list(version_notices(response.framework_version, framework.version))
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
