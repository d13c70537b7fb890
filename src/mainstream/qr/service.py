"""The QR codes' door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mainstream.qr import TooLong, qr_svg
from mainstream.scoring.contract.limits import MOST_QR_CHARACTERS
from mainstream.scoring.doors.door import Action, Door
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields

if TYPE_CHECKING:
    from mainstream.scoring.contract.actions import QrDrawing


def new_door(_page: Door[object] | None = None) -> Door[None]:
    """A door that holds nothing, whichever door its page has."""
    return Door(None, ACTIONS)


def _qr(_state: None, request: Fields) -> QrDrawing:
    try:
        return {"svg": qr_svg(request.required_text("text"), title=request.text("title"))}
    except TooLong as error:
        raise ScoringProblem("qr-too-long", most=MOST_QR_CHARACTERS) from error


ACTIONS: Mapping[str, Action[None]] = {"qr": _qr}
