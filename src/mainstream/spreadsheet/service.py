"""The door for workbooks: it works on what the workshop's door has open."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.doors.door import Action, Door
from mainstream.scoring.doors.gathering_tables import gather_sheets
from mainstream.scoring.doors.workshop_state import WorkshopState, workshop_of
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.words import check_words
from mainstream.scoring.workshop.exports import file_name, shown_picture
from mainstream.scoring.workshop.model import Workshop
from mainstream.scoring.workshop.shown import read_shown, shown_data
from mainstream.spreadsheet import workshop as workbooks
from mainstream.spreadsheet.read import read_workbook
from mainstream.spreadsheet.workshop import people_workbook, workshop_workbook

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract
    from mainstream.scoring.contract.actions import BinaryFile

_FILES: Final = {"xlsx": "comparison.xlsx", "people-xlsx": "people.xlsx"}
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def new_door(workshop: Door[WorkshopState]) -> Door[WorkshopState]:
    """A door that shares the state of the workshop's."""
    return Door(workshop.state, ACTIONS)


def _gather(state: WorkshopState, request: Fields) -> contract.Gathered | contract.TableToConfirm:
    """As the workshop's `gather`, of the sheets that hold answers."""
    return gather_sheets(state, read_workbook(_bytes(request)), request)


def _export(state: WorkshopState, request: Fields) -> BinaryFile:
    framework, workshop = workshop_of(state, request)
    kind = request.choice("kind", _FILES)
    words = check_words(state.words, workbooks.WORDS)
    if kind == "people-xlsx":
        return _file(framework, workshop, kind, people_workbook(framework, workshop, words))
    shown = request.one("shown", lambda fields: read_shown(fields, framework))
    picture = shown_picture(framework, workshop, shown)
    data = workshop_workbook(framework, workshop, picture.everyone, words)
    return {**_file(framework, workshop, kind, data), "shown": shown_data(picture.shown)}


def _file(framework: Framework, workshop: Workshop, kind: str, data: bytes) -> BinaryFile:
    return {
        "filename": file_name(framework, workshop, _FILES[kind]),
        "media_type": _MEDIA_TYPE,
        "base64": base64.b64encode(data).decode("ascii"),
    }


ACTIONS: Mapping[str, Action[WorkshopState]] = {"gather": _gather, "export": _export}


def _bytes(request: Fields) -> bytes:
    try:
        return base64.b64decode(request.raw_text("base64"), validate=True)
    except ValueError as error:  # not base64, or not even ASCII
        raise request.broken("base64") from error
