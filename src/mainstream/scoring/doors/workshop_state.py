"""What the workshop's door has open, and the workshop that a request brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.doors.opened import Opened, tag_at_random
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.tables import waiting
from mainstream.scoring.tables.waiting import WaitingTables
from mainstream.scoring.workshop import exports, report
from mainstream.scoring.workshop.model import Workshop, read_workshop

WORDS: Final = (*waiting.WORDS, *exports.WORDS, *report.WORDS)


class WorkshopState(Opened):
    """What was opened, and the tables of a file that wait for their mapping."""

    def __init__(self, random_tag: Callable[[], int] = tag_at_random) -> None:
        super().__init__(WORDS, random_tag)
        self.tables: WaitingTables | None = None


def workshop_of(state: Opened, request: Fields) -> tuple[Framework, Workshop]:
    """The framework, and the workshop that a request brings."""
    framework = state.framework
    return framework, read_workshop(request.data.get("workshop"), framework)[0]
