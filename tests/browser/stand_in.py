"""Answers the pages' requests with this Python, in place of the one that a browser would run.

A page that starts Pyodide waits a second or more for what these doors answer at once, and the code
behind the doors is the same: `tests/pyodide` holds that both give the same answers.
"""

import json
import secrets
import traceback
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from mainstream.qr import service as qr
from mainstream.scoring.answers.response import TAGS
from mainstream.scoring.doors.person import Service
from mainstream.scoring.doors.tools import ToolService
from mainstream.scoring.doors.workshop import WorkshopService
from mainstream.spreadsheet import service as spreadsheet

WORKER = "assets/browser/engine/worker.js"  # where a site has the worker that is stood in for
DOORS = "assets/browser/engine/doors"  # where the stand-in sends its requests

Door = Callable[[str], str]


def _doors_of_one_worker() -> dict[str | None, Door]:
    """New doors by the name of their pack; `None` is the scoring page's."""
    workshop = WorkshopService(lambda: secrets.randbelow(TAGS))

    def workbook(request: str) -> str:
        vars(spreadsheet)["SERVICE"] = workshop  # the one whose table waits for its mapping
        return spreadsheet.handle(request)

    return {
        None: Service(lambda: secrets.randbelow(TAGS)).handle,
        "workshop": workshop.handle,
        "tools": ToolService().handle,
        "spreadsheet": workbook,
        "qr": qr.handle,
    }


class StandIn:
    """A worker's script that needs no WebAssembly, and the doors that it asks.

    `in_use` says whether pages get it, or their site's own worker.
    """

    def __init__(self) -> None:
        self.in_use = True
        self.script = Path(__file__).with_name("stand_in_worker.js").read_bytes()
        self._doors: dict[str, dict[str | None, Door]] = defaultdict(_doors_of_one_worker)
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
