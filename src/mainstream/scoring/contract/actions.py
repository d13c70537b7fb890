"""Every action of every door: what it takes, and what it gives where that can be used.

A request holds the fields below and `action`. What cannot be used is a `Problem` instead.
"""

from typing import Literal, NotRequired, TypedDict

from mainstream.scoring.contract.answers import (
    Framework,
    Match,
    Notice,
    Response,
    Result,
    TextFile,
)
from mainstream.scoring.contract.tools import (
    FinishedPage,
    Rows,
    RowsRead,
    Sheet,
    SheetsRead,
    Tool,
)
from mainstream.scoring.contract.workshop import (
    ColumnMapping,
    Comparison,
    Earlier,
    Gathered,
    Hands,
    NotShown,
    ReadAs,
    Remembered,
    RowKept,
    Settled,
    Shown,
    SplitBy,
    TableToConfirm,
    Tally,
    WholeWorkshop,
    Workshop,
    WorkshopRead,
)

WordTexts = dict[str, str | dict[str, str]]


class OpenFramework(TypedDict):
    """Opens with a framework; `words` are the areas that the door needs, in one."""

    framework: Framework
    words: WordTexts


class OpenedFramework(TypedDict):
    """The framework that was opened."""

    id: str
    version: str


class OneResponse(TypedDict):
    """One person's answers."""

    response: Response


class ShareResponse(OneResponse):
    """One person's answers to hand over; `address` is the page that a link to them opens."""

    address: NotRequired[str]


class Shared(TypedDict):
    """How to hand answers over; `code` is null for a framework too long for one.

    `notes_left_out` says that there are notes, which the code does not hold. A page that keeps the
    `tag` with the answers gets the same code for them again. `message` is there where the request
    gave an address: the link and the code, on two lines.
    """

    code: str | None
    fragment: str
    notes_left_out: bool
    tag: int
    message: NotRequired[str]


class ResponseExport(TypedDict):
    """One person's answers, to be made a file of that kind."""

    response: Response
    kind: Literal["json", "csv", "svg"]


class TextToRead(TypedDict):
    """What a person pasted, or what a file holds."""

    text: str


class Reading(TypedDict):
    """Answers that were read.

    `match` is null for answers to this framework and version; for others it is how they fit, and
    the response holds only what fits.
    """

    response: Response
    notices: list[Notice]
    match: Match | None


class GatherText(TypedDict):
    """Answers to bring in: pasted, or a file's where `name` is given.

    `group` is for answers that name none. `remembered` are readings of tables by their `shape`.
    """

    workshop: Workshop
    text: str
    name: NotRequired[str]
    group: NotRequired[str]
    remembered: NotRequired[dict[str, Remembered]]


class GatherTable(TypedDict):
    """The table that waits, to be read as a person confirmed.

    `read_as` goes before what was proposed for the values; a proposal that is sure holds for those
    that it does not name. `keep_rows` are rows that were to be left out. `sheets` are the names of
    those to read, where there are several.
    """

    workshop: Workshop
    mapping: ColumnMapping
    read_as: NotRequired[ReadAs]
    keep_rows: NotRequired[list[RowKept]]
    sheets: NotRequired[list[str]]
    group: NotRequired[str]


class GatherWorkbook(TypedDict):
    """A workbook to bring in, its bytes as base64."""

    workshop: Workshop
    base64: str
    name: NotRequired[str]
    group: NotRequired[str]
    remembered: NotRequired[dict[str, Remembered]]


class SettleOffers(TypedDict):
    """What a person decided about answers that may be somebody's who is here."""

    workshop: Workshop
    settled: list[Settled]


class CountHands(TypedDict):
    """A show of hands in a room, by an enabler's id."""

    hands: dict[str, Hands]


class CompareWorkshop(TypedDict):
    """A workshop to compare; with the facilitator's own view in words where `own` is true.

    `by` says what to set side by side, groups if missing. With `notes`, what people noted is shown
    too. `shown` is what the page was last told that it has shown.
    """

    workshop: Workshop
    own: NotRequired[bool]
    by: NotRequired[SplitBy]
    notes: NotRequired[bool]
    shown: NotRequired[Shown]


class WorkshopExport(TypedDict):
    """A workshop, to be made a file; `plot` draws one enabler, by its id.

    `by` and `shown` as for a comparison: a file shows nothing that the screen may not.
    """

    workshop: Workshop
    kind: Literal["json", "csv", "people", "text", "tally", "svg", "plot", "groups"]
    enabler: NotRequired[str]
    by: NotRequired[SplitBy]
    shown: NotRequired[Shown]


class WorkshopFile(TextFile):
    """A file to save; `shown` for the page to keep, where the file shows counts."""

    shown: NotRequired[Shown]


class WorkbookExport(TypedDict):
    """A workshop, to be made a workbook; `shown` as for a comparison."""

    workshop: Workshop
    kind: Literal["xlsx", "people-xlsx"]
    shown: NotRequired[Shown]


class BinaryFile(TypedDict):
    """A file to save, its bytes as base64; `shown` as for `WorkshopFile`."""

    filename: str
    media_type: str
    base64: str
    shown: NotRequired[Shown]


class WorkshopAndText(TypedDict):
    """The workshop that is here, and a file's text."""

    workshop: WholeWorkshop
    text: str


class EarlierRead(TypedDict):
    """The counts of an earlier workshop's or tally's file; `match` as for answers."""

    earlier: Earlier
    match: Match | None


class OpenTool(TypedDict):
    """Opens with a tool, or with none: then only files are read."""

    tool: Tool | None
    words: WordTexts


class Nothing(TypedDict):
    """An answer without content."""


class OneSheet(TypedDict):
    """A sheet to work out."""

    sheet: Sheet


class SectionOfSheet(TypedDict):
    """A section of a sheet, by its id."""

    sheet: Sheet
    section: str


class MergeRows(SectionOfSheet):
    """Rows of a log, by their places from 0, to be made one."""

    rows: list[int]


class SortRows(SectionOfSheet):
    """A log to be sorted."""

    by: Literal["count", "effect"]


class ImportRows(SectionOfSheet):
    """A table's text, whose rows are to be added."""

    text: str


class ReadSheets(TypedDict):
    """A file's text, the sheets that are here, and the ids of the tools that the site has."""

    text: str
    sheets: list[Sheet]
    tools: list[str]


class QrText(TypedDict):
    """A link to draw, and what the drawing is called."""

    text: str
    title: str


class QrDrawing(TypedDict):
    """A QR code as SVG markup."""

    svg: str


Types = tuple[object, object]

# Each door's actions, with what each takes and gives.
ACTIONS: dict[str, dict[str, Types]] = {
    "person": {
        "open": (OpenFramework, OpenedFramework),
        "result": (OneResponse, Result),
        "share": (ShareResponse, Shared),
        "export": (ResponseExport, TextFile),
        "read": (TextToRead, Reading),
    },
    "workshop": {
        "open": (OpenFramework, OpenedFramework),
        "read": (TextToRead, Reading),
        "gather": (GatherText, Gathered | TableToConfirm),
        "gather-table": (GatherTable, Gathered),
        "settle": (SettleOffers, Gathered),
        "count-hands": (CountHands, Tally),
        "compare": (CompareWorkshop, Comparison | NotShown),
        "export": (WorkshopExport, WorkshopFile),
        "open-workshop": (WorkshopAndText, WorkshopRead),
        "merge": (WorkshopAndText, WorkshopRead),
        "read-earlier": (TextToRead, EarlierRead),
    },
    "tools": {
        "open": (OpenTool, Nothing),
        "result": (OneSheet, FinishedPage),
        "merge-rows": (MergeRows, Rows),
        "sort-rows": (SortRows, Rows),
        "export-rows": (SectionOfSheet, TextFile),
        "import-rows": (ImportRows, RowsRead),
        "read": (ReadSheets, SheetsRead),
    },
    "spreadsheet": {
        "gather": (GatherWorkbook, Gathered | TableToConfirm),
        "export": (WorkbookExport, BinaryFile),
    },
    "qr": {"qr": (QrText, QrDrawing)},
}
