"""A case study's tool: a worksheet of one or more sections, each of a kind.

What a kind does with what a person enters is in `mainstream.scoring.tools`, a module for each.
Texts are plain: no Markdown. Ids become part of what a person saves; do not change their meaning.
"""

from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from mainstream.guide.reading.basics import Cited, Model, OneOrMore, Slug, Text, TwoOrMore
from mainstream.guide.reading.references import PurposeId


class Choice(Model):
    """Something to choose."""

    id: Slug
    title: Text


class _Question(Model):
    id: Slug
    title: Text
    question: Text


class _Section(Model):
    id: Slug
    title: Text | None = None  # a heading; a tool of one section needs none
    hint: Text | None = None


class Rule(_Question):
    """A question answered by yes, no or not sure.

    `if_no` says what a “no” asks for, `ask` whose role can settle a “not sure”, `write_down` what
    to keep so that somebody else could check a “yes”.
    """

    if_no: Text
    ask: Text
    write_down: Text


class RulesCheck(_Section):
    """An action put to every rule: one “no” pauses it, one “not sure” asks first."""

    kind: Literal["rules"]
    rules: OneOrMore[Rule]


class Element(_Question):
    """Something that a proposal helps, leaves as it is, or harms."""


class Lens(_Section):
    """Proposals seen through the same elements, side by side; whoever uses it may edit these."""

    kind: Literal["lens"]
    elements: OneOrMore[Element]


class Stage(Model):
    """A step; `options` lists ways to go, `decision` chooses one of them."""

    id: Slug
    title: Text
    prompt: Text
    part: Literal["notes", "options", "decision"] = "notes"


class Stages(_Section):
    """Steps in order, ending in a dated record.

    `always` is an option that is always on the list, such as doing nothing.
    """

    kind: Literal["stages"]
    stages: TwoOrMore[Stage]
    always: Text | None = None


class Log(_Section):
    """Rows counted and ranked: what happens, how often, what it leads to, who can change it.

    `effects` are from the slightest to the gravest. `labels` say the columns' names.
    """

    kind: Literal["log"]
    row: Text  # what one row is called, such as “Block”
    labels: "LogLabels"
    effects: TwoOrMore[Choice]
    deciders: OneOrMore[Choice]


class LogLabels(Model):
    """The headings of a log's columns."""

    what: Text
    count: Text
    effect: Text
    leads_to: Text
    decider: Text


class State(Model):
    """The state of an item; `done` where nothing is left to do, otherwise its `next` is shown."""

    id: Slug
    title: Text
    done: bool = False


class Item(_Question):
    """Something on a checklist; `next` says what to do about it while it is not done."""

    next: Text


class Checklist(_Section):
    """Items, each in one of the states."""

    kind: Literal["checklist"]
    states: TwoOrMore[State]
    note: Text  # the label of the field next to each item
    some_left: Text | None = None  # what to say where items are not done: `{count}`, `{total}`
    none_left: Text | None = None
    items: OneOrMore[Item]


class TextField(Model):
    """Something to write; `lead` opens it on the finished page in place of the label."""

    id: Slug
    label: Text
    hint: Text | None = None
    lead: Text | None = None
    optional: bool = False
    choices: tuple[Choice, ...] = ()  # to tick, as well as what is written


class Builder(_Section):
    """Fields assembled into a page; what is missing is named, unless it is optional."""

    kind: Literal["builder"]
    fields: OneOrMore[TextField]


class Rung(_Question):
    """A step up; `next` says what to do to get past it."""

    next: Text


class Ladder(_Section):
    """Rungs in order, each answered by yes, no or not sure; one may not be skipped.

    `climb` says which answer leads on to the next rung: yes where each is a test to meet, no where
    each is somebody who may settle the matter. `fields` are asked on each rung; the first of them
    is its evidence. `top` says what it means to be past the last rung.
    """

    kind: Literal["ladder"]
    climb: Literal["when-yes", "when-no"] = "when-yes"
    rungs: TwoOrMore[Rung]
    fields: OneOrMore[TextField]
    top: Text


class TwoViews(_Section):
    """The same questions answered from two sides.

    With `answers` each side chooses one, from the least to the most, and they are compared;
    without them the two say in words how they see it, and whether they agree. `together` is written
    jointly.
    """

    kind: Literal["two-views"]
    sides: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=2)]
    questions: OneOrMore[_Question]
    answers: tuple[Choice, ...] = ()
    together: OneOrMore[TextField]


class Column(Model):
    """A column of a register: text, a whole number, or one of its choices."""

    id: Slug
    label: Text
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    number: bool = False


class Check(Model):
    """A remark on each row whose columns hold the choices of `when` and are empty in `empty`."""

    when: dict[Slug, OneOrMore[Slug]] = Field(default_factory=dict)
    empty: tuple[Slug, ...] = ()
    say: Text


class Limit(Model):
    """Numbers of one column added up, against what the person says there is."""

    column: Slug
    label: Text  # of the field that says how much there is
    over: Text  # what to think of where it is more


class Difference(Model):
    """Two columns of numbers held against each other, such as what is there and what is wanted."""

    have: Slug
    want: Slug
    short: Text  # what to think of where less is there


class Register(_Section):
    """Rows of the tool's own columns, in groups, with remarks on what they lack.

    The first column names the row. `group_by` is a column of choices; `none_in_group` is said of a
    choice without a row, which may be named in it as `{group}`.
    """

    kind: Literal["register"]
    row: Text  # what one row is called, such as “Agenda item”
    columns: TwoOrMore[Column]
    starts_with: tuple[dict[Slug, Text], ...] = ()
    group_by: Slug | None = None
    none_in_group: Text | None = None
    checks: tuple[Check, ...] = ()
    limit: Limit | None = None
    difference: Difference | None = None


Section = Annotated[
    RulesCheck | Lens | Stages | Log | Checklist | Builder | Ladder | TwoViews | Register,
    Field(discriminator="kind"),
]
SECTIONS: Final = {
    get_args(section.model_fields["kind"].annotation)[0]: section
    for section in get_args(get_args(Section)[0])
}


class Tool(Cited):
    """A practice made into something to use: a worksheet with a result."""

    title: Text
    purposes: OneOrMore[PurposeId]
    summary: Text  # what a person does with it
    gives: Text  # what comes out
    is_not: Text  # what nobody should take it for
    about: Text  # the label of the sheet's own title, such as “The decision you are testing”
    sections: OneOrMore[Section]
    questions: OneOrMore[Text]  # to talk about next; ours
