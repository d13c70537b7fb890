"""A person's door: the result of one person's answers, and handing them over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from mainstream.scoring.answers.foreign import Match, matched
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response, read_response, response_data
from mainstream.scoring.codes.code import read_code, write_code
from mainstream.scoring.codes.find import find_responses, finds_in_another_programs
from mainstream.scoring.codes.link import fragment_of_codes, fragment_of_data
from mainstream.scoring.contract.limits import RESPONSE_FORMAT, RESPONSE_VERSION
from mainstream.scoring.doors.door import Action, Door
from mainstream.scoring.doors.opened import Opened, tag_at_random
from mainstream.scoring.drawing import radar_person
from mainstream.scoring.figures import summary
from mainstream.scoring.problem import Notice, ScoringProblem, notices_data
from mainstream.scoring.reading.formats import check_format
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import looks_like_json, read_json, write_json
from mainstream.scoring.reading.text import safe_file_name
from mainstream.scoring.tables import person as table

if TYPE_CHECKING:
    from mainstream.scoring.contract import actions as contract
    from mainstream.scoring.contract.answers import Result, TextFile

WORDS: Final = (*summary.WORDS, *radar_person.WORDS, *table.WORDS)

_MOST_CODE_CHARACTERS = 100  # typed text beyond this is neither a code nor a slip in one


def new_door(random_tag: Callable[[], int] = tag_at_random) -> Door[Opened]:
    """A door with nothing open; `random_tag` as for `Opened`."""
    return Door(Opened(WORDS, random_tag), ACTIONS)


def read(opened: Opened, request: Fields) -> contract.Reading:
    """Read a code, a link or a file's text, also one of another framework or version."""
    response, notices, match = _read_text(request.raw_text("text"), opened.framework)
    return {
        "response": response_data(response),
        "notices": notices_data(notices),
        "match": match.as_json() if match else None,
    }


def _result(opened: Opened, request: Fields) -> Result:
    framework, response = opened.framework, _response(opened, request)

    def drawn(layout: str) -> str:
        return radar_person.radar(
            framework, response.answers, opened.words, layout=layout, prefix=f"radar-{layout}"
        )

    return {
        "radar": {"wide": drawn("wide"), "narrow": drawn("narrow")},
        **summary.summary(framework, response, opened.words),
    }


def _share(opened: Opened, request: Fields) -> contract.Shared:
    """The fragment holds the code where that says everything but the date, else the whole.

    The message has the link and the code each on a line of its own, so that one arrives where the
    other is damaged.
    """
    framework, response, tag = opened.framework, *_tagged(opened, request)
    code = write_code(framework, response, tag)
    whole = not (
        response.has_notes()
        or response.group
        or response.unknown_answers
        or response.unknown_fields
    )
    if code is not None and whole:
        fragment = fragment_of_codes([code])
    else:
        fragment = fragment_of_data(response_data(response))
    shared: contract.Shared = {
        "code": code,
        "fragment": fragment,
        "notes_left_out": code is not None and response.has_notes(),
        "tag": tag,
    }
    if address := request.line("address"):
        link = address.partition("#")[0] + fragment
        shared["message"] = "\n".join([link, code] if code else [link])
    return shared


def _export(opened: Opened, request: Fields) -> TextFile:
    framework, (response, _) = opened.framework, _tagged(opened, request)
    kind = request.text("kind")
    if kind == "json":
        text, media_type = write_json(response_data(response)), "application/json"
    elif kind == "csv":
        text, media_type = table.csv_table(framework, response, opened.words), "text/csv"
    elif kind == "svg":
        text = radar_person.standalone_svg(framework, response, opened.words)
        media_type = "image/svg+xml"
    else:
        raise ScoringProblem("request-unknown", action=f"export {kind}")
    parts = [framework.id, response.point_of_view, response.date]
    return {"filename": safe_file_name(parts, kind), "media_type": media_type, "text": text}


ACTIONS: Mapping[str, Action[Opened]] = {
    "open": Opened.open,
    "result": _result,
    "share": _share,
    "export": _export,
    "read": read,
}


def _response(opened: Opened, request: Fields) -> Response:
    return read_response(request.data.get("response"), opened.framework)[0]


def _tagged(opened: Opened, request: Fields) -> tuple[Response, int]:
    """The response with its tag, a new one where it brings none."""
    response = _response(opened, request)
    tag = opened.random_tag() if response.tag is None else response.tag
    return response.with_tag(tag), tag


_Read = tuple[Response, tuple[Notice, ...], Match | None]


def _read_text(text: str, framework: Framework) -> _Read:
    text = text.removeprefix("\ufeff").strip()
    if not text:
        raise ScoringProblem("nothing-to-read")
    if not looks_like_json(text):
        finds = find_responses(text, framework)
    elif not (finds := finds_in_another_programs(text, framework)):
        return _read_data(read_json(text), framework)
    read = [find for find in finds if find.response or find.data is not None]
    if len(read) > 1:
        raise ScoringProblem("link-of-many", count=len(read))
    if read and read[0].data is not None:
        return _read_data(read[0].data, framework)
    if read and read[0].response:
        return read[0].response, (), None
    if finds and finds[0].problem:
        raise finds[0].problem
    if "://" in text:
        raise ScoringProblem("link-without-answers")
    if len(text) > _MOST_CODE_CHARACTERS:
        raise ScoringProblem("text-not-recognised")
    return read_code(framework, text), (), None


def _read_data(data: Any, framework: Framework) -> _Read:
    check_format(data, RESPONSE_FORMAT, RESPONSE_VERSION)
    fitting, match = matched(data, framework)
    response, notices = read_response(fitting, framework)
    return response, notices, match
