"""The framework as a page gives it, one person's answers, and what is made of them."""

from typing import Literal, NotRequired, TypedDict

State = Literal["marked", "not-sure", "does-not-apply", "unanswered"]

# What fills the gaps of a phrase.
Values = dict[str, str | int]


class Problem(TypedDict):
    """Why something was refused: a key into the words' `problem` area, and what fills its gaps."""

    key: str
    values: Values


class Notice(TypedDict):
    """Something to know about what was read; the fields are those of a problem."""

    key: str
    values: Values


class Titled(TypedDict):
    """Something with a title to choose it by: a level, a point of view, a choice."""

    id: str
    title: str


class Scale(TypedDict):
    """Marks run from 1 to `points`; `labels` are their words, lowest first."""

    points: int
    labels: list[str]


class SmallGroups(TypedDict):
    """How many people there must be for anything to be shown, for all of it, and in a group."""

    least: int
    freely: int
    split_out: int


class Colours(TypedDict):
    """A version's own colours of drawings that are saved, such as `#1b4f7c`; empty for none."""

    accent: str
    levels: list[str]


class Statement(TypedDict):
    """A sentence to weigh before giving an enabler its mark."""

    id: str
    text: str


ShiftExample = TypedDict("ShiftExample", {"from": str, "to": str})
ShiftExample.__doc__ = "An example of a change, from one way of working to another."


class ToolLink(TypedDict):
    """A tool on a case study's page; `id` is the case study's."""

    id: str
    title: str
    url: str


class CaseStudyLink(TypedDict):
    """A case study's page; `place` is empty for one tied to no place."""

    id: str
    title: str
    place: str
    url: str


class Enabler(TypedDict):
    """One axis of the diagram; `level` is a level's id, `url` is relative to the scoring page."""

    id: str
    number: int
    title: str
    short_title: str
    level: str
    url: str
    statements: list[Statement]
    questions: list[str]
    shifts: list[ShiftExample]
    case_studies: list[CaseStudyLink]
    tools: list[ToolLink]


class Framework(TypedDict):
    """A framework, as the pages have it embedded; enablers stand in the order of the diagram."""

    id: str
    version: str
    title: str
    scale: Scale
    points_of_view: list[Titled]
    levels: list[Titled]
    enablers: list[Enabler]
    retired: dict[str, str]
    small_groups: SmallGroups
    colours: NotRequired[Colours]


class FrameworkNamed(TypedDict):
    """What a file says of the framework that it belongs to; `points` are those of its scale."""

    id: str
    version: str
    points: NotRequired[int]


class Answer(TypedDict):
    """What a person said of one enabler: a mark, or else a state; and perhaps a note."""

    mark: NotRequired[int]
    state: NotRequired[State]
    note: NotRequired[str]


class Person(TypedDict):
    """One person's answers within a workshop, which names the framework; a date is a day or null.

    `tag` tells two people's equal answers from one person's given twice.
    """

    framework: NotRequired[FrameworkNamed]
    point_of_view: str | None
    group: NotRequired[str]
    date: str | None
    tag: NotRequired[int]
    answers: dict[str, Answer]


class Response(TypedDict):
    """One person's answers as a file of their own. Fields that we do not know are kept too."""

    format: str
    format_version: int
    framework: FrameworkNamed
    point_of_view: str | None
    group: NotRequired[str]
    date: str | None
    tag: NotRequired[int]
    answers: dict[str, Answer]


class Match(TypedDict):
    """How answers to another framework or version fit this one; enablers by id, in order.

    `points` is their scale where it is another one; then nothing is comparable.
    """

    id: str
    version: str
    comparable: list[str]
    only_there: list[str]
    only_here: list[str]
    points: int | None


class Radars(TypedDict):
    """A diagram as SVG markup, for a wide and for a narrow page."""

    wide: str
    narrow: str


class StateCounts(TypedDict):
    """How many enablers have a mark, or each of the states, of how many."""

    marked: int
    not_sure: int
    does_not_apply: int
    unanswered: int
    total: int


class ResultRow(TypedDict):
    """One enabler in a person's result; `label` is the answer in words."""

    enabler: str
    number: int
    title: str
    url: str
    level: str
    state: State
    mark: int | None
    label: str
    note: str


class ResultLevel(TypedDict):
    """One level in a person's result; `rows` are its enablers' ids."""

    id: str
    title: str
    rows: list[str]
    counts: StateCounts


class NotScored(TypedDict):
    """An enabler without a mark."""

    enabler: str
    state: State


class Suggestion(TypedDict):
    """Where to start: an enabler, with a question to ask, a shift to look at, and further pages."""

    enabler: str
    title: str
    url: str
    state: State
    mark: int | None
    question: str | None
    shift: ShiftExample | None
    case_studies: list[CaseStudyLink]
    tools: list[ToolLink]


class Summary(TypedDict):
    """What one person's answers show; `stands_out` and `less_present` are enablers' ids.

    The totals say how many enablers share that mark, also where not all of them are named.
    `all_equal`: two marks or more, and all the same. `too_few`: fewer marks than can be compared.
    """

    rows: list[ResultRow]
    levels: list[ResultLevel]
    counts: StateCounts
    stands_out: list[str]
    stands_out_total: int
    less_present: list[str]
    less_present_total: int
    all_equal: bool
    too_few: bool
    not_scored: list[NotScored]
    suggestions: list[Suggestion]


class Result(Summary):
    """A person's result: everything of the summary, and the diagram."""

    radar: Radars


class TextFile(TypedDict):
    """A file to save."""

    filename: str
    media_type: str
    text: str
