"""Answers the requests of the golden files again: `python -m tests.scoring.rewrite_golden`.

Run it after a wanted change, and read the difference before you commit it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mainstream.scoring.doors.person import new_door
from tests.scoring.examples import WORDS, framework_data

GOLDEN = Path(__file__).parent / "golden"
TAG = 97  # what stands for the random tag


def steps() -> list[dict[str, Any]]:
    """The steps of the golden file: each `says` what it shows, with its `request` and `answer`."""
    loaded: list[dict[str, Any]] = json.loads((GOLDEN / "service.json").read_text("utf-8"))
    return loaded


def answered(requests: list[dict[str, Any]]) -> Iterator[Any]:
    """The answer to each request, in one session with the example framework open."""
    service = new_door(lambda: TAG)
    opening = {"action": "open", "framework": framework_data(), "words": WORDS}
    service.handle(json.dumps(opening))
    for request in requests:
        yield json.loads(service.handle(json.dumps(request)))


def drawings_taken_out(answer: Any) -> dict[str, str]:
    """Take the SVG texts out of an answer, so that each has a file of its own."""
    value = answer.get("value", {})
    drawings = {f"radar-{layout}.svg": svg for layout, svg in value.pop("radar", {}).items()}
    if value.get("media_type") == "image/svg+xml":
        drawings["radar-file.svg"] = value.pop("text")
    return drawings


def _rewrite() -> None:
    given = steps()
    for step, answer in zip(given, answered([step["request"] for step in given]), strict=True):
        for name, svg in drawings_taken_out(answer).items():
            (GOLDEN / name).write_text(svg.replace("><", ">\n<") + "\n", "utf-8")
        step["answer"] = answer
    text = json.dumps(given, ensure_ascii=False, indent=1) + "\n"
    (GOLDEN / "service.json").write_text(text, "utf-8")


if __name__ == "__main__":
    _rewrite()
