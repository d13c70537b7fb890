"""The door for workbooks: JSON in, JSON out, beside the workshop's service in the same Python."""

import base64
import binascii
from typing import Any

from mainstream.scoring.doors.person import answer
from mainstream.scoring.doors.workshop import SERVICE
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.workshop.exports import file_name
from mainstream.spreadsheet.pick import pick_table
from mainstream.spreadsheet.read import read_workbook
from mainstream.spreadsheet.workshop import people_workbook, workshop_workbook

_EXPORTS = {
    "xlsx": (workshop_workbook, "comparison.xlsx"),
    "people-xlsx": (people_workbook, "people.xlsx"),
}
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def handle(text: str) -> str:
    """Answer `gather` of a workbook (`base64`) and `export` of one."""
    return answer(_act, text)


def _act(request: dict[str, Any]) -> Any:
    action = request.get("action")
    if action == "gather":
        sheets = read_workbook(_bytes(request))
        sheet, _ = pick_table(sheets, SERVICE.framework, SERVICE.words)
        return SERVICE.gather_rows(sheet.rows, request)
    if action == "export":
        framework, workshop = SERVICE.workshop_of(request)
        write, name = _EXPORTS.get(str(request.get("kind")), _EXPORTS["xlsx"])
        data = write(framework, workshop, SERVICE.words)
        return {
            "filename": file_name(framework, workshop, name),
            "media_type": _MEDIA_TYPE,
            "base64": base64.b64encode(data).decode("ascii"),
        }
    raise ScoringProblem("request-unknown", action=str(action))


def _bytes(request: dict[str, Any]) -> bytes:
    given = request.get("base64")
    try:
        return base64.b64decode(given if isinstance(given, str) else "?", validate=True)
    except binascii.Error as error:
        raise ScoringProblem("request-broken") from error
