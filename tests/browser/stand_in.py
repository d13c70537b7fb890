"""Answers the pages' requests with this Python, in place of the one that a browser would run.

A page that starts Pyodide waits a second or more for what these doors answer at once, and the code
behind the doors is the same: `tests/pyodide` holds that both give the same answers.
"""

import json
import traceback
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from mainstream.qr import service as qr
from mainstream.scoring.doors import person, tools, workshop
from mainstream.spreadsheet import service as spreadsheet

WORKER = "assets/browser/engine/worker.js"  # where a site has the worker that is stood in for
DOORS = "assets/browser/engine/doors"  # where the stand-in sends its requests

Answering = Callable[[str], str]


def _doors_of_one_worker() -> dict[str | None, Answering]:
    """What answers in new doors, by the name of their pack; `None` is the scoring page's."""
    of_workshop = workshop.new_door()
    return {
        None: person.new_door().handle,
        "workshop": of_workshop.handle,
        "tools": tools.new_door().handle,
        "spreadsheet": spreadsheet.new_door(of_workshop).handle,
        "qr": qr.new_door().handle,
    }


class StandIn:
    """A worker's script that needs no WebAssembly, and the doors that it asks.

    `in_use` says whether pages get it, or their site's own worker.
    """

    def __init__(self) -> None:
        self.in_use = True
        self.script = Path(__file__).with_name("stand_in_worker.js").read_bytes()
        self._doors: dict[str, dict[str | None, Answering]] = defaultdict(_doors_of_one_worker)
        self._one_at_a_time = Lock()

    def answer(self, body: bytes) -> tuple[bool, str]:
        """What the door says that a worker's message asks; false with an error that is ours."""
        asked = json.loads(body)
        try:
            with self._one_at_a_time:
                door = self._doors[asked["worker"]][asked.get("pack")]
                return True, door(asked["request"])
        except Exception:
            return False, traceback.format_exc()
