"""Answers requests from a table of actions: one JSON text in, one JSON text out.

A request is `{"action": ..., ...}`; the answer `{"ok": true, "value": ...}`, or for input that
cannot be used `{"ok": false, "problem": {"key", "values"}}`. An error that is ours is raised.
`mainstream.scoring.contract.actions` says what each action takes and gives.
"""

import json
from collections.abc import Callable, Mapping
from typing import Generic, NoReturn, TypeVar

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields

State = TypeVar("State")

Action = Callable[[State, Fields], object]


class Door(Generic[State]):
    """Answers each action that its table has, of what `state` holds from one request to another."""

    def __init__(self, state: State, actions: Mapping[str, Action[State]]) -> None:
        self.state = state
        self.actions = actions

    def handle(self, text: str) -> str:
        """Answer one request; both texts are JSON."""
        try:
            request = _request(text)
            name = request.text("action")
            if name not in self.actions:
                raise ScoringProblem("request-unknown", action=name)
            return json.dumps({"ok": True, "value": self.actions[name](self.state, request)})
        except ScoringProblem as problem:
            return json.dumps({"ok": False, "problem": problem.as_json()})


def request_broken(_where: str = "") -> ScoringProblem:
    """The problem with a request that no page of ours makes."""
    return ScoringProblem("request-broken")


def _request(text: str) -> Fields:
    try:
        data = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:  # no JSON; numbers or depths beyond reading
        raise request_broken() from error
    return Fields(data, "", request_broken)


def _refuse(_name: str) -> NoReturn:
    raise request_broken()  # `NaN` is not JSON, and could not be answered
