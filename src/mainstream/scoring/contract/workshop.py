"""A workshop as a page keeps it, what became of answers brought in, and the comparison."""

from typing import Literal, NotRequired, TypedDict

from mainstream.scoring.contract.answers import (
    FrameworkNamed,
    Notice,
    Person,
    Problem,
    Radars,
    ToolLink,
)
from mainstream.scoring.contract.tools import Sheet

Showing = Literal["nothing", "ask", "all"]
SpreadWord = Literal["close", "split", "mostly-agree", "spread"]
VerdictName = Literal[
    "added",
    "completed",
    "replaced",
    "here",
    "update",
    "overlap",
    "empty",
    "problem",
    "nothing",
]
GatheredFrom = Literal["answers", "table", "workshop", "tally"]
OfferChoice = Literal["replace", "both"]
SplitBy = Literal["group", "point-of-view"]
NotesShown = Literal["none", "few", "changing", "hidden", "shown"]
HiddenWhy = Literal["few-in", "few-outside", "remainder", "shown-before"]
VerdictPlace = Literal["line", "row", "file"]
ColumnRole = Literal[
    "mark",
    "statement",
    "note",
    "group",
    "point-of-view",
    "date",
    "tag",
    "person",
    "question",
    "answer",
    "count",
    "ignore",
    "personal",
]
ColumnRemark = Literal["doubled", "damaged"]
TableLayout = Literal["people", "one-person", "turned", "long", "counts", "codes"]
LeaveOutReason = Literal["heading", "total", "hidden"]
StateWithoutMark = Literal["not-sure", "does-not-apply", "unanswered"]
ScaleWay = Literal["as-it-is", "shift", "reverse", "stretch"]


class Hands(TypedDict):
    """How many people raised a hand for each answer; `marks` from the lowest to the highest."""

    marks: list[int]
    not_sure: int
    does_not_apply: int


class Counts(Hands):
    """How many people gave each answer to one enabler, or none."""

    unanswered: int


class Tally(TypedDict):
    """How many people there are, and what they said of each enabler, by its id."""

    people: int
    counts: dict[str, Counts]


class Source(TypedDict):
    """Where people came from who are counted here: a workshop, a tally or a table of people.

    `people` are how many it held, `new` how many of them were new. `counts` tell equal counts from
    others. `id` is empty for a table.
    """

    id: str
    people: int
    new: int
    counts: str


class Counted(Tally):
    """Answers that came as counts: hands in a room, or another workshop's tally.

    `merged` are the sources of the people in the counts, where there are others than `id`.
    """

    id: str
    title: str
    date: str
    group: str
    point_of_view: NotRequired[str]
    merged: NotRequired[list[Source]]


class Earlier(Tally):
    """The counts of an earlier date, to look at next to these."""

    title: str
    date: str


class TallyFile(Tally):
    """A tally as a file to send upward; `merged` as for `Counted`."""

    format: str
    format_version: int
    framework: FrameworkNamed
    id: str
    title: str
    date: str
    point_of_view: str
    merged: NotRequired[list[Source]]


Shift = TypedDict(
    "Shift",
    {
        "level": str,
        "from": str,
        "to": str,
        "why": str,
        "start": str,
        "stop": str,
        "first_step": str,
        "owner": str,
        "local": str,
        "regional": str,
        "national": str,
        "review_date": str,
    },
    total=False,
)
Shift.__doc__ = "A change that the group plans, in its own words; a field that is missing is empty."


class Priority(TypedDict):
    """An enabler that the group chose to work on, with its shifts."""

    enabler: str
    shifts: list[Shift]


class Workshop(TypedDict):
    """Everything of one workshop; `own` is the facilitator's view, which is in no count.

    `votes` are counts by an enabler's id. `invited` says how many people were, and `reply_to` is
    the address that they send their answers to. `merged` are where people came from, missing where
    there is nothing to say. Fields that we do not know are kept too.
    """

    format: str
    format_version: int
    framework: FrameworkNamed
    id: str
    title: str
    date: str
    purpose: str
    point_of_view: str
    groups: list[str]
    invited: NotRequired[int]
    reply_to: NotRequired[str]
    people: list[Person]
    counted: list[Counted]
    own: Person | None
    consent: bool
    votes: dict[str, int]
    priorities: list[Priority]
    earlier: Earlier | None
    merged: NotRequired[list[Source]]


class WholeWorkshop(Workshop):
    """A workshop with the sheets of case studies' tools, as its file has it."""

    tool_records: list[Sheet]


class Offer(TypedDict):
    """What came that may be somebody's who is here: `number` in the list of people, from 1.

    `choices` are what a person may decide: that it takes the other's place, or that both are
    different people.
    """

    number: int
    here: Person
    came: Person
    choices: list[OfferChoice]


class Verdict(TypedDict):
    """What became of one line, row or entry of what was brought in; `number` counts from 1.

    `shown` is the code or the beginning of the link, or empty. A find in several lines, such as a
    link that mail has broken, ends in `last_line`. An `update` counts nobody until its `offer` is
    settled; others with an offer were taken for somebody's who is here. `overlap` are counts that
    hold some of the people who are here, and are not added. `point_of_view` is the title of the one
    that was answered for, where it is another than planned.
    """

    where: VerdictPlace
    number: int
    last_line: NotRequired[int]
    shown: str
    verdict: VerdictName
    problem: NotRequired[Problem]
    offer: NotRequired[Offer]
    point_of_view: NotRequired[str]


class Settled(TypedDict):
    """What a person decided about an offer; to leave all as it is needs no request."""

    here: Person
    came: Person
    choice: OfferChoice


class ViewCount(TypedDict):
    """How many answered for a point of view; `id` and `title` are empty for those who named none.

    Those who are only counted are of the view that their workshop planned.
    """

    id: str
    title: str
    people: int
    planned: bool


class Gathered(TypedDict):
    """The workshop after answers were brought in.

    `verdicts` are those that say more than "added"; `counts` says how many people there are of
    each. `title` is that of a workshop or of a tally. `points_of_view` are those of everyone who is
    here now; empty where all answered for the one that was planned, or alike. `lines_without` are
    the numbers of the lines of a text, from 1, that hold words and no code.
    """

    workshop: WholeWorkshop
    changed: bool
    source: GatheredFrom
    title: str
    verdicts: list[Verdict]
    counts: dict[str, int]
    notices: list[Notice]
    points_of_view: list[ViewCount]
    lines_without: NotRequired[list[int]]


class ReadAsMark(TypedDict):
    """A cell's text is a mark on the scale."""

    mark: int


class ReadAsState(TypedDict):
    """A cell's text is an answer without a mark; `unanswered` leaves it out."""

    state: StateWithoutMark


CellReading = ReadAsMark | ReadAsState
ReadAs = dict[str, CellReading]


class Column(TypedDict):
    """A column of a table, its `number` from 1, and what it holds.

    `letter` names it in the file: where the table lies on its side, it is the row's number. `sure`
    is false where a person should look twice. `samples` are some cells, of a column that holds
    answers or may hold them. `reading` is what a column of the role `count` counts.

    A `doubled` column holds the same as another one: whichever is filled is read. A `damaged` one
    has an enabler's heading, and dates where its answers should be.
    """

    number: int
    letter: str
    heading: str
    role: ColumnRole
    enabler: str | None
    statement: str | None
    sure: bool
    samples: list[str]
    reading: NotRequired[CellReading]
    remark: NotRequired[ColumnRemark]


class ColumnMapping(TypedDict):
    """How to read a table: its layout, the number of its heading row from 1, its columns.

    The layout `people` has a row for each person, `turned` a column, and `long` a row for each
    person and question: columns of the roles `person`, `question` and `answer`. `counts` has a row
    for each enabler and columns of the role `count`. `codes` has a code or link in each row. The
    heading row is 0 where there is none.
    """

    layout: TableLayout
    header_row: int
    columns: list[Column]


class CellValue(TypedDict):
    """A text in columns of answers that is not on the scale, and in how many cells it stands.

    `proposal` is null where nothing can be proposed. One that is not `sure` needs a person's word:
    without it, the cells count as unanswered.
    """

    text: str
    count: int
    proposal: CellReading | None
    sure: bool


class ScaleChoice(TypedDict):
    """A way to read the numbers of another scale; `read_as` holds every number in the table."""

    way: ScaleWay
    read_as: ReadAs


class OtherScale(TypedDict):
    """Numbers that seem to be of another scale: the lowest and the highest, and how to read them.

    `proposal` is the likely one of the `choices`, or null.
    """

    found: list[int]
    proposal: ScaleWay | None
    choices: list[ScaleChoice]


class RowLeftOut(TypedDict):
    """A row that is left out unless it is among `keep_rows`; `row` counts from 1 in its sheet."""

    row: int
    reason: LeaveOutReason
    sheet: str


class RowKept(TypedDict):
    """A row to read although it was to be left out."""

    row: int
    sheet: str


class SheetFound(TypedDict):
    """A sheet of a workbook with people's answers; whether it is proposed to be read."""

    name: str
    people: int
    chosen: bool


class CountsFound(TypedDict):
    """A table of counts: how many people there are, and the enablers that have fewer."""

    people: int
    fewer: list[str]


class ProposedMapping(ColumnMapping):
    """How a table may have to be read, for a person to confirm; `rows` are its people.

    `shape` stays the same for tables with the same headings: a page keeps `{mapping, read_as}` by
    it, and `remembered` says that they were proposed. `in_order` are the columns with the
    framework's enablers or statements in order, where there are as many that may hold answers.
    `sheets` are given where more than one has people. `counts` is null for other layouts.
    """

    rows: int
    shape: str
    remembered: bool
    values: list[CellValue]
    scale: OtherScale | None
    left_out: list[RowLeftOut]
    sheets: list[SheetFound]
    in_order: list[Column] | None
    counts: CountsFound | None


class Remembered(TypedDict):
    """How a table of one shape was read before."""

    mapping: ColumnMapping
    read_as: ReadAs


class TableToConfirm(TypedDict):
    """A table whose columns have to be confirmed before it is read, with `gather-table`."""

    table: ProposedMapping


class WorkshopRead(TypedDict):
    """A workshop made of a file's and of the one that was here.

    `counts` say how many people of the file were new, known and so on, as of `Gathered`; so do
    `verdicts`. Both are empty where the file took the place of what was here.
    """

    workshop: WholeWorkshop
    notices: list[Notice]
    counts: dict[str, int]
    verdicts: list[Verdict]


class Figures(TypedDict):
    """One enabler's figures; null where there is no mark. `word` says how far the marks agree."""

    enabler: str
    number: int
    title: str
    short_title: str
    level: str
    url: str
    counts: Counts
    marked: int
    median: float | None
    median_text: str
    lower_quartile: float | None
    upper_quartile: float | None
    lowest: int | None
    highest: int | None
    word: SpreadWord | None
    agreement: float | None


class ComparisonFigures(TypedDict):
    """The figures of every enabler; `talking_order` are ids."""

    people: int
    rows: list[Figures]
    talking_order: list[str]


class ComparisonRow(Figures):
    """An enabler in a comparison, with its dot plot as SVG markup.

    `tools` are given where the group sees little of the enabler, or does not see it alike.
    `notes` are what people noted, where that was asked for and may be shown, in an order that says
    nothing of them.
    """

    plot: str
    tools: list[ToolLink]
    notes: NotRequired[list[str]]


class Brief(TypedDict):
    """An enabler's figures in short; without `counts` where those could reveal a person."""

    median_text: str
    word: SpreadWord | None
    marked: int
    counts: NotRequired[Counts]


class Groups(TypedDict):
    """The groups that may be shown, side by side; `rows` by an enabler's id.

    `people` are their sizes, `hidden` the names of those not shown on their own; `why` by such a
    name: too few in it, too few outside it, too few left over next to those shown, or a difference
    from what was shown before that says too much of a few. `everyone` by an enabler's id stands
    next to the groups where they are not all of them.
    """

    names: list[str]
    people: list[int]
    hidden: list[str]
    why: dict[str, HiddenWhy]
    rows: dict[str, list[Brief]]
    everyone: dict[str, Brief] | None


class GroupsDrawn(Groups):
    """The groups, with a diagram of the first few where there are any.

    `by` is what they are; by points of view they are named by their titles.
    """

    by: SplitBy
    radar: Radars | None


class PictureShown(Tally):
    """The counts that were shown last, and those of each group shown, by what they are."""

    groups: dict[str, dict[str, Tally]]


class SetApart(TypedDict):
    """People whom no picture tells apart: how many stand behind each key.

    Whether they are in the picture that was shown last is `inside`.
    """

    inside: bool
    people: dict[str, int]


class Shown(TypedDict):
    """What has been shown of a workshop since its page was opened, for the page to keep.

    The page hands it back as it is with each request that shows something, and takes the newer one
    from the answer. `id` is the workshop's. `apart` are sets of people that pictures tell apart.
    `content` are the keys of those who were content to be shown.
    """

    id: str
    apart: list[SetApart]
    content: list[str]
    picture: PictureShown


class Waiting(TypedDict):
    """Who is not in the picture yet, or is still in it: too few for a new one to hide them.

    The picture stays as it was shown before until `least` have joined, or everyone is content.
    """

    joined: int
    left: int
    least: int


class EarlierBrief(TypedDict):
    """The earlier date next to this one; `whole` is false where counts could reveal a person."""

    people: int
    title: str
    date: str
    whole: bool
    rows: dict[str, Brief]


class NotShown(TypedDict):
    """A comparison of too few people to be shown, or not before they agree."""

    people: int
    showing: Literal["nothing", "ask"]
    least: int


class Comparison(TypedDict):
    """A comparison that may be shown; `own` is the facilitator's view in words, if asked for.

    `people` are those in the picture. `points_of_view` as of `Gathered`. `noted` are how many
    people sent notes: `notes` says whether there are none, too few people's, none while somebody
    has left the picture, or whether they are hidden until asked for, or shown. `shown` is for the
    page to keep and to hand back.
    """

    people: int
    showing: Literal["all"]
    least: int
    freely: int
    rows: list[ComparisonRow]
    talking_order: list[str]
    radar: Radars
    plan_radar: str
    groups: GroupsDrawn | None
    own: dict[str, str] | None
    earlier: EarlierBrief | None
    points_of_view: list[ViewCount]
    noted: int
    notes: NotesShown
    waiting: Waiting | None
    shown: Shown | None
