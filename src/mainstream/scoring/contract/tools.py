"""A case study's tool as a page declares it, a sheet of it, and the finished page."""

from typing import Literal, TypedDict

from mainstream.scoring.contract.answers import Notice, Titled

Row = dict[str, str]
Tone = Literal["ready", "ask", "pause", "open"]


class Question(TypedDict):
    """Something with a title and a question about it."""

    id: str
    title: str
    question: str


class Rule(Question):
    """A rule: what a "no" asks for, whose role settles a "not sure", what to keep of a "yes"."""

    if_no: str
    ask: str
    write_down: str


class Stage(TypedDict):
    """A step; `options` lists ways to go, `decision` chooses one of them."""

    id: str
    title: str
    prompt: str
    part: Literal["notes", "options", "decision"]


class LogLabels(TypedDict):
    """The headings of a log's columns."""

    what: str
    count: str
    effect: str
    leads_to: str
    decider: str


class ItemState(TypedDict):
    """How an item may stand; `done` where nothing is left to do."""

    id: str
    title: str
    done: bool


class NextStep(Question):
    """An item of a checklist, or a rung of a ladder; `next` says what to do about it."""

    next: str


class TextField(TypedDict):
    """Something to write; `lead` opens it on the finished page in place of the label."""

    id: str
    label: str
    hint: str | None
    lead: str | None
    optional: bool
    choices: list[Titled]


class RegisterColumn(TypedDict):
    """A column of a register: text, a whole number, or one of its choices."""

    id: str
    label: str
    hint: str | None
    choices: list[Titled]
    number: bool


class Check(TypedDict):
    """A remark on each row whose columns hold the choices of `when` and are empty in `empty`."""

    when: dict[str, list[str]]
    empty: list[str]
    say: str


class Limit(TypedDict):
    """Numbers of one column added up, against what there is."""

    column: str
    label: str
    over: str


class Difference(TypedDict):
    """Two columns of numbers held against each other."""

    have: str
    want: str
    short: str


class SectionBase(TypedDict):
    """What every section of a tool has; one that is alone needs no title."""

    id: str
    title: str | None
    hint: str | None


class RulesSection(SectionBase):
    """An action put to every rule."""

    kind: Literal["rules"]
    rules: list[Rule]


class LensSection(SectionBase):
    """Proposals seen through the same elements."""

    kind: Literal["lens"]
    elements: list[Question]


class StagesSection(SectionBase):
    """Steps in order; `always` is an option that is always on the list."""

    kind: Literal["stages"]
    stages: list[Stage]
    always: str | None


class LogSection(SectionBase):
    """Rows counted and ranked; `effects` from the slightest to the gravest."""

    kind: Literal["log"]
    row: str
    labels: LogLabels
    effects: list[Titled]
    deciders: list[Titled]


class ChecklistSection(SectionBase):
    """Items, each in one of the states."""

    kind: Literal["checklist"]
    states: list[ItemState]
    note: str
    some_left: str | None
    none_left: str | None
    items: list[NextStep]


class BuilderSection(SectionBase):
    """Fields assembled into a page."""

    kind: Literal["builder"]
    fields: list[TextField]


class LadderSection(SectionBase):
    """Rungs in order; `climb` says which answer leads on to the next."""

    kind: Literal["ladder"]
    climb: Literal["when-yes", "when-no"]
    rungs: list[NextStep]
    fields: list[TextField]
    top: str


class TwoViewsSection(SectionBase):
    """The same questions from two sides; `together` is written jointly."""

    kind: Literal["two-views"]
    sides: list[Titled]
    questions: list[Question]
    answers: list[Titled]
    together: list[TextField]


class RegisterSection(SectionBase):
    """Rows of the tool's own columns; `group_by` is a column of choices."""

    kind: Literal["register"]
    row: str
    columns: list[RegisterColumn]
    starts_with: list[Row]
    group_by: str | None
    none_in_group: str | None
    checks: list[Check]
    limit: Limit | None
    difference: Difference | None


Section = (
    RulesSection
    | LensSection
    | StagesSection
    | LogSection
    | ChecklistSection
    | BuilderSection
    | LadderSection
    | TwoViewsSection
    | RegisterSection
)


class Tool(TypedDict):
    """A tool as its page declares it; `id` is the case study's, `questions` are for talking."""

    id: str
    title: str
    is_not: str
    about: str
    sections: list[Section]
    questions: list[str]


class Sheet(TypedDict):
    """One filled-in worksheet of the tool `tool`.

    `fields` are texts by their place, `section.item.field`; `rows` are lists by section. `date` is
    a day such as 2026-11-23, or empty.
    """

    id: str
    tool: str
    title: str
    date: str
    fields: dict[str, str]
    rows: dict[str, list[Row]]


class Heading(TypedDict):
    """A section's own title."""

    type: Literal["heading"]
    title: str


class OfSection(TypedDict):
    """What a section has made; `section` is its id."""

    section: str


class VerdictPart(TypedDict):
    """Where things stand; `on_paper` is false where that is of no use in print."""

    type: Literal["verdict"]
    tone: Tone
    title: str
    text: str
    on_paper: bool


class Point(TypedDict):
    """A point of a list, with a further text or none."""

    text: str
    more: str


class PointsPart(TypedDict):
    """A list under a title."""

    type: Literal["points"]
    title: str
    items: list[Point]


class TablePart(TypedDict):
    """A table; the first cell of a row names it, `numbers` are the places of columns of numbers."""

    type: Literal["table"]
    title: str
    columns: list[str]
    rows: list[list[str]]
    numbers: list[int]


class Passage(TypedDict):
    """A text under its heading."""

    title: str
    text: str


class PassagesPart(TypedDict):
    """Texts under their headings."""

    type: Literal["passages"]
    title: str
    items: list[Passage]


class DrawingPart(TypedDict):
    """A picture, as SVG markup."""

    type: Literal["drawing"]
    svg: str


class RowsAlike(TypedDict):
    """Rows that seem to say the same, by their places from 0."""

    text: str
    rows: list[int]


class SamePart(TypedDict):
    """Groups of rows that seem to say the same, to be made one."""

    type: Literal["same"]
    title: str
    text: str
    button: str
    groups: list[RowsAlike]


class VerdictBlock(VerdictPart, OfSection):
    """A section's verdict."""


class PointsBlock(PointsPart, OfSection):
    """A section's list."""


class TableBlock(TablePart, OfSection):
    """A section's table."""


class PassagesBlock(PassagesPart, OfSection):
    """A section's texts."""


class DrawingBlock(DrawingPart, OfSection):
    """A section's picture."""


class SameBlock(SamePart, OfSection):
    """A section's rows that seem to say the same."""


# What a kind of section makes, and what the finished page holds of it.
Part = VerdictPart | PointsPart | TablePart | PassagesPart | DrawingPart | SamePart
Block = Heading | VerdictBlock | PointsBlock | TableBlock | PassagesBlock | DrawingBlock | SameBlock


class FinishedPage(TypedDict):
    """A sheet's result: the page in blocks, and the same as plain text."""

    blocks: list[Block]
    text: str


class Rows(TypedDict):
    """A section's rows as they are now."""

    rows: list[Row]


class RowsRead(Rows):
    """The rows with those of a table behind them, how many those are, and what was left out."""

    added: int
    notices: list[Notice]


class SheetsRead(TypedDict):
    """The sheets that were here and those of a file, how many are new, and what there is to say."""

    sheets: list[Sheet]
    added: int
    notices: list[Notice]
