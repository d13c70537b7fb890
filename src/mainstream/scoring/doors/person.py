"""The scoring room's door: one JSON text in, one out, as the browser's worker calls it.

A request is `{"action": ..., ...}`; the answer `{"ok": true, "value": ...}`, or for input that
cannot be used `{"ok": false, "problem": {"key", "values"}}`. An error that is ours is raised.
"""

import json
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from mainstream.scoring.answers.foreign import Match, matched
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import (
    FORMAT,
    FORMAT_VERSION,
    TAGS,
    Notice,
    Response,
    check_format,
    read_response,
    response_data,
)
from mainstream.scoring.codes.code import read_code, write_code
from mainstream.scoring.codes.find import find_responses
from mainstream.scoring.codes.link import fragment_of_codes, fragment_of_data
from mainstream.scoring.drawing.radar_frame import STYLES
from mainstream.scoring.drawing.radar_person import radar, standalone_svg
from mainstream.scoring.figures.summary import summary
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_text import looks_like_json, read_json, write_json
from mainstream.scoring.tables.person import csv_table
from mainstream.scoring.words import Words, check_words

_MOST_CODE_CHARACTERS = 100  # typed text beyond this is no code, nor a slip in one


def handle(text: str) -> str:
    """Answer one request to the page's only service."""
    return _SERVICE.handle(text)


def answer(act: Callable[[dict[str, Any]], Any], text: str) -> str:
    """Have a request's JSON text answered by `act`; the answer, or the problem, as JSON text."""
    try:
        request = json.loads(text)
        if not isinstance(request, dict):
            raise ScoringProblem("request-broken")
        return json.dumps({"ok": True, "value": act(request)})
    except ScoringProblem as problem:
        return json.dumps({"ok": False, "problem": problem.as_json()})
    except json.JSONDecodeError:
        return json.dumps({"ok": False, "problem": ScoringProblem("request-broken").as_json()})


def safe_file_name(parts: Iterable[str | None], suffix: str) -> str:
    """The parts that there are, joined by hyphens, of letters that any system takes."""
    name = "-".join(part for part in parts if part)
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name) + f".{suffix}"


class Service:
    """Answers requests about one framework at a time, from the `open` request on.

    `random_tag` gives a number from 0 to 127, for a response that brings no `tag` of its own. The
    answer names the tag: a page that keeps it with the answers gets the same code for them again,
    and the next person on the same device gets another.
    """

    def __init__(self, random_tag: Callable[[], int]) -> None:
        self._random_tag = random_tag
        self._framework: Framework | None = None
        self._words: Words = {}
        self._actions: dict[str, Callable[[dict[str, Any]], Any]] = {
            "open": self._open,
            "result": self._result,
            "share": self._share,
            "export": self._export,
            "read": self._read,
        }

    def handle(self, text: str) -> str:
        """Answer one request; both texts are JSON."""
        return answer(self._act, text)

    def _act(self, request: dict[str, Any]) -> Any:
        name = request.get("action")
        if not isinstance(name, str) or name not in self._actions:
            raise ScoringProblem("request-unknown", action=str(name))
        return self._actions[name](request)

    def _open(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{framework, words}` → `{id, version}`; every other action needs it first."""
        framework = Framework.from_json(request.get("framework"))
        self._words = check_words(request.get("words"))
        self._framework = framework
        return {"id": framework.id, "version": framework.version}

    def _result(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{response}` → the two diagrams and everything of `summary`."""
        framework, response = self._opened(), self._response(request)
        diagrams = {
            layout: radar(
                framework, response.answers, self._words, layout=layout, prefix=f"radar-{layout}"
            )
            for layout in STYLES
        }
        return {"radar": diagrams, **summary(framework, response, self._words)}

    def _share(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{response, address?}` → `{code, fragment, notes_left_out, tag, message?}`.

        With the page's `address` there is a `message` to copy: the link and the code, each on a
        line of its own, so that one arrives where the other is damaged.

        The fragment holds the code where that says everything but the date, else the whole
        response. `notes_left_out` says that there are notes, which the code does not hold.
        """
        framework, response = self._opened(), self._tagged(request)
        assert response.tag is not None  # just given
        code = write_code(framework, response, response.tag)
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
        shared: dict[str, Any] = {
            "code": code,
            "fragment": fragment,
            "notes_left_out": code is not None and response.has_notes(),
            "tag": response.tag,
        }
        address = request.get("address")
        if isinstance(address, str):
            link = address.partition("#")[0] + fragment
            shared["message"] = "\n".join([link, code] if code else [link])
        return shared

    def _export(self, request: dict[str, Any]) -> dict[str, str]:
        """`{response, kind}` → `{filename, media_type, text}`; `kind` is `json`, `csv` or `svg`."""
        framework, response, kind = self._opened(), self._tagged(request), request.get("kind")
        if kind == "json":
            text = write_json(response_data(response))
            media_type = "application/json"
        elif kind == "csv":
            text, media_type = csv_table(framework, response, self._words), "text/csv"
        elif kind == "svg":
            text, media_type = standalone_svg(framework, response, self._words), "image/svg+xml"
        else:
            raise ScoringProblem("request-unknown", action=f"export {kind}")
        parts = [framework.id, response.point_of_view, response.date]
        name = safe_file_name(parts, kind)
        return {"filename": name, "media_type": media_type, "text": text}

    def _read(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{text}` → `{response, notices, match}`; the text is a code, a link or a file's.

        `match` is null for answers to this framework and version. For others it is how they fit
        (`Match`), and the response holds only what fits.
        """
        text = request.get("text")
        if not isinstance(text, str):
            raise ScoringProblem("request-broken")
        response, notices, match = _read_text(text, self._opened())
        return {
            "response": response_data(response),
            "notices": [{"key": n.key, "values": dict(n.values)} for n in notices],
            "match": match.as_json() if match else None,
        }

    @property
    def framework(self) -> Framework:
        """The framework that was opened. Errors: `ScoringProblem("not-open")`."""
        return self._opened()

    @property
    def words(self) -> Words:
        """The words that it was opened with."""
        return self._words

    def _opened(self) -> Framework:
        if self._framework is None:
            raise ScoringProblem("not-open")
        return self._framework

    def _response(self, request: dict[str, Any]) -> Response:
        return read_response(request.get("response"), self._opened())[0]

    def _tagged(self, request: dict[str, Any]) -> Response:
        response = self._response(request)
        return response if response.tag is not None else response.with_tag(self._random_tag())


Reading = tuple[Response, tuple[Notice, ...], Match | None]


def _read_text(text: str, framework: Framework) -> Reading:
    text = text.removeprefix("\ufeff").strip()
    if not text:
        raise ScoringProblem("nothing-to-read")
    if looks_like_json(text):
        return _read_data(read_json(text), framework)
    finds = find_responses(text, framework)
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


def _read_data(data: Any, framework: Framework) -> Reading:
    check_format(data, FORMAT, FORMAT_VERSION)
    fitting, match = matched(data, framework)
    response, notices = read_response(fitting, framework)
    return response, notices, match


def _new_service() -> Service:
    return Service(lambda: secrets.randbelow(TAGS))


_SERVICE = _new_service()
