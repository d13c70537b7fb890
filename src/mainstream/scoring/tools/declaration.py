"""A case study's tool as its page declares it: checked once, then typed.

`mainstream.guide.model.tools` says what each field means; a text that there is not is empty here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields


@dataclass(frozen=True)
class Choice:
    """Something to choose; the sides of two views and a log's effects are choices too."""

    id: str
    title: str


@dataclass(frozen=True)
class Question:
    """Something with a title and a question about it."""

    id: str
    title: str
    question: str


@dataclass(frozen=True)
class Section:
    """What every section of a tool has; one that is alone needs no title."""

    id: str
    title: str


@dataclass(frozen=True)
class Rule(Question):
    """A question answered by yes, no or not sure, and what follows from each."""

    if_no: str
    ask: str
    write_down: str


@dataclass(frozen=True)
class RulesCheck(Section):
    """An action put to every rule."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Lens(Section):
    """Proposals seen through the same elements."""

    elements: tuple[Question, ...]


@dataclass(frozen=True)
class Stage:
    """A step; `part` is `notes`, `options` or `decision`."""

    id: str
    title: str
    prompt: str
    part: str


@dataclass(frozen=True)
class Stages(Section):
    """Steps in order; `always` is an option that is always on the list."""

    stages: tuple[Stage, ...]
    always: str


@dataclass(frozen=True)
class Column:
    """A column of rows: text, a whole number, or one of its choices."""

    id: str
    label: str
    choices: tuple[Choice, ...] = ()
    number: bool = False


@dataclass(frozen=True)
class LogLabels:
    """The headings of a log's columns."""

    what: str
    count: str
    effect: str
    leads_to: str
    decider: str


@dataclass(frozen=True)
class Log(Section):
    """Rows counted and ranked; `effects` from the slightest to the gravest."""

    labels: LogLabels
    effects: tuple[Choice, ...]
    deciders: tuple[Choice, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, as a register has its own."""
        return (
            Column("what", self.labels.what),
            Column("count", self.labels.count, number=True),
            Column("effect", self.labels.effect, self.effects),
            Column("leads_to", self.labels.leads_to),
            Column("decider", self.labels.decider, self.deciders),
        )


@dataclass(frozen=True)
class State:
    """How an item may stand; `done` where nothing is left to do."""

    id: str
    title: str
    done: bool


@dataclass(frozen=True)
class NextStep(Question):
    """An item of a checklist, or a rung of a ladder; `next` says what to do about it."""

    next: str


@dataclass(frozen=True)
class Checklist(Section):
    """Items, each in one of the states; `some_left` or `none_left` sums up, where there is one."""

    states: tuple[State, ...]
    note: str
    some_left: str
    none_left: str
    items: tuple[NextStep, ...]


@dataclass(frozen=True)
class TextField:
    """Something to write; `lead` opens it on the finished page in place of the label."""

    id: str
    label: str
    hint: str
    lead: str
    optional: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Builder(Section):
    """Fields assembled into a page."""

    fields: tuple[TextField, ...]


@dataclass(frozen=True)
class Ladder(Section):
    """Rungs in order; `climb` is `when-yes` or `when-no`, the answer that leads on."""

    climb: str
    rungs: tuple[NextStep, ...]
    fields: tuple[TextField, ...]
    top: str


@dataclass(frozen=True)
class TwoViews(Section):
    """The same questions from two sides; `together` is written jointly."""

    sides: tuple[Choice, ...]
    questions: tuple[Question, ...]
    answers: tuple[Choice, ...]
    together: tuple[TextField, ...]


@dataclass(frozen=True)
class Check:
    """A remark on each row whose columns hold the choices of `when` and are empty in `empty`."""

    when: Mapping[str, tuple[str, ...]]
    empty: tuple[str, ...]
    say: str


@dataclass(frozen=True)
class Limit:
    """Numbers of one column added up, against what there is."""

    column: str
    label: str
    over: str


@dataclass(frozen=True)
class Difference:
    """Two columns of numbers held against each other, and what to say where less is there."""

    have: str
    want: str
    short: str


@dataclass(frozen=True)
class Register(Section):
    """Rows of the tool's own columns; `group_by` is a column of choices, or empty."""

    row: str
    columns: tuple[Column, ...]
    group_by: str
    none_in_group: str
    checks: tuple[Check, ...]
    limit: Limit | None
    difference: Difference | None

    def column(self, id_: str) -> Column:
        """The column of that id; the declaration has it."""
        return next(column for column in self.columns if column.id == id_)


@dataclass(frozen=True)
class Tool:
    """A worksheet of sections; `is_not` says what nobody should take its result for."""

    id: str
    title: str
    is_not: str
    sections: tuple[Section, ...]


def read_tool(data: Any) -> Tool:
    """Check JSON data and make a tool of it.

    Errors: `ScoringProblem("tool-broken", where=...)`, where `where` is like `sections[2].rules`.
    """
    top = Fields(data, "", _broken)
    return Tool(
        top.required_text("id"),
        top.required_text("title"),
        top.text("is_not"),
        top.some("sections", read_section),
    )


def read_section(fields: Fields) -> Section:
    """Make a section of a JSON object, of the kind that it names."""
    return _KINDS[fields.choice("kind", _KINDS)](fields)


def _broken(where: str) -> ScoringProblem:
    return ScoringProblem("tool-broken", where=where)


def _head(fields: Fields) -> tuple[str, str]:
    return fields.required_text("id"), fields.text("title")


def _choice(fields: Fields) -> Choice:
    return Choice(fields.required_text("id"), fields.required_text("title"))


def _question_texts(fields: Fields) -> tuple[str, str, str]:
    return fields.required_text("id"), fields.required_text("title"), fields.text("question")


def _question(fields: Fields) -> Question:
    return Question(*_question_texts(fields))


def _next_step(fields: Fields) -> NextStep:
    return NextStep(*_question_texts(fields), fields.text("next"))


def _rule(fields: Fields) -> Rule:
    texts = (fields.text(name) for name in ("if_no", "ask", "write_down"))
    return Rule(*_question_texts(fields), *texts)


def _rules_check(fields: Fields) -> RulesCheck:
    return RulesCheck(*_head(fields), fields.some("rules", _rule))


def _lens(fields: Fields) -> Lens:
    return Lens(*_head(fields), fields.some("elements", _question))


def _stage(fields: Fields) -> Stage:
    part = fields.choice("part", ("notes", "options", "decision"), "notes")
    id_, title = fields.required_text("id"), fields.required_text("title")
    return Stage(id_, title, fields.text("prompt"), part)


def _stages(fields: Fields) -> Stages:
    return Stages(*_head(fields), fields.some("stages", _stage), fields.text("always"))


def _log(fields: Fields) -> Log:
    labels = fields.inner("labels")
    return Log(
        *_head(fields),
        LogLabels(
            what=labels.required_text("what"),
            count=labels.required_text("count"),
            effect=labels.required_text("effect"),
            leads_to=labels.required_text("leads_to"),
            decider=labels.required_text("decider"),
        ),
        fields.some("effects", _choice),
        fields.some("deciders", _choice),
    )


def _state(fields: Fields) -> State:
    return State(fields.required_text("id"), fields.required_text("title"), fields.flag("done"))


def _checklist(fields: Fields) -> Checklist:
    return Checklist(
        *_head(fields),
        fields.some("states", _state),
        fields.text("note"),
        fields.text("some_left"),
        fields.text("none_left"),
        fields.some("items", _next_step),
    )


def _text_field(fields: Fields) -> TextField:
    return TextField(
        fields.required_text("id"),
        fields.required_text("label"),
        fields.text("hint"),
        fields.text("lead"),
        fields.flag("optional"),
        fields.each("choices", _choice),
    )


def _builder(fields: Fields) -> Builder:
    return Builder(*_head(fields), fields.some("fields", _text_field))


def _ladder(fields: Fields) -> Ladder:
    return Ladder(
        *_head(fields),
        fields.choice("climb", ("when-yes", "when-no"), "when-yes"),
        fields.some("rungs", _next_step),
        fields.some("fields", _text_field),
        fields.text("top"),
    )


def _two_views(fields: Fields) -> TwoViews:
    sides = fields.each("sides", _choice)
    if len(sides) != 2:
        raise fields.broken("sides")
    return TwoViews(
        *_head(fields),
        sides,
        fields.some("questions", _question),
        fields.each("answers", _choice),
        fields.some("together", _text_field),
    )


def _column(fields: Fields) -> Column:
    return Column(
        fields.required_text("id"),
        fields.required_text("label"),
        fields.each("choices", _choice),
        fields.flag("number"),
    )


def _check(fields: Fields) -> Check:
    return Check(fields.lists_of_texts("when"), fields.list_of_texts("empty"), fields.text("say"))


def _register(fields: Fields) -> Register:
    columns = fields.some("columns", _column)
    ids = [column.id for column in columns]

    def limit(given: Fields) -> Limit:
        return Limit(given.choice("column", ids), given.text("label"), given.text("over"))

    def difference(given: Fields) -> Difference:
        have, want = given.choice("have", ids), given.choice("want", ids)
        return Difference(have, want, given.text("short"))

    return Register(
        *_head(fields),
        fields.text("row"),
        columns,
        fields.choice("group_by", [*ids, ""], ""),
        fields.text("none_in_group"),
        fields.each("checks", _check),
        fields.one("limit", limit),
        fields.one("difference", difference),
    )


_KINDS: Mapping[str, Callable[[Fields], Section]] = {
    "rules": _rules_check,
    "lens": _lens,
    "stages": _stages,
    "log": _log,
    "checklist": _checklist,
    "builder": _builder,
    "ladder": _ladder,
    "two-views": _two_views,
    "register": _register,
}
