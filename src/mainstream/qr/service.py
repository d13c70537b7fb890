"""The QR room's door: JSON in, JSON out, as the browser's worker calls it."""

from typing import Any

from mainstream.qr import MOST_CHARACTERS, TooLong, qr_svg
from mainstream.scoring.doors.person import answer
from mainstream.scoring.problem import ScoringProblem


def handle(text: str) -> str:
    """Answer `{"action": "qr", "text", "title"}` with `{"svg"}`."""
    return answer(_act, text)


def _act(request: dict[str, Any]) -> Any:
    content, title = request.get("text"), request.get("title")
    if request.get("action") != "qr" or not isinstance(content, str) or not isinstance(title, str):
        raise ScoringProblem("request-broken")
    try:
        return {"svg": qr_svg(content, title=title)}
    except TooLong as error:
        raise ScoringProblem("qr-too-long", most=MOST_CHARACTERS) from error
