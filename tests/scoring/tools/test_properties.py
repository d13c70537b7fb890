"""What holds of the kinds for whatever a person enters."""

import json
from collections import Counter
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.reading.text import clean
from mainstream.scoring.tools.columns import MOST, whole_number
from mainstream.scoring.tools.declaration import Column, Log, Register, Tool
from mainstream.scoring.tools.finished import as_text, finished_page
from mainstream.scoring.tools.log import SORTS, merged, most_of_it, noted
from mainstream.scoring.tools.register import total_of
from mainstream.scoring.tools.rows_csv import rows_from_csv, rows_to_csv
from mainstream.scoring.tools.sheet import Entries, Sheet
from tests.scoring.tools.examples import (
    SECTIONS,
    WORDS,
    declared,
    log_section,
    register_section,
    result,
    sheet,
    verdict_of,
)

TEXTS = st.one_of(
    st.sampled_from(["", "yes", "no", "not-sure", "there", "3", "grave", "team", "helps", "{row}"]),
    st.text(max_size=12),
)
LOG = log_section()
LOG_ROWS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "what": TEXTS,
            "count": st.one_of(TEXTS, st.integers(0, 50).map(str)),
            "effect": st.sampled_from(["", "slight", "grave"]),
            "leads_to": TEXTS,
            "decider": st.sampled_from(["", "team", "board"]),
        },
    ),
    max_size=8,
)


def places(kind: str) -> list[str]:
    """The places of a section's fields, as far as ids go."""
    section = SECTIONS[kind]
    lists = ("rules", "stages", "items", "fields", "rungs", "questions", "together")
    items = [item["id"] for name in lists for item in section.get(name, ())]
    ends = ("", ".answer", ".reason", ".state", ".note", ".notes", ".agree", ".evidence")
    sides = (".us.answer", ".them.answer", ".us.note", ".them.note")
    more = ("limit", "always.chosen", "always.for", "together.step")
    return [f"{item}{end}" for item in items for end in (*ends, *sides)] + list(more)


@st.composite
def sheets(draw: st.DrawFn, kind: str) -> Sheet:
    """A sheet of a section of some kind, with any texts in any of its places."""
    fields = draw(st.dictionaries(st.sampled_from(places(kind)), TEXTS, max_size=12))
    section = SECTIONS[kind]
    declared_ = declared(kind)
    own = [f"{e['id']}.{end}" for e in section.get("elements", ()) for end in ("effect", "why")]
    columns = (
        [column.id for column in declared_.columns] if isinstance(declared_, Log | Register) else []
    )
    cells = st.sampled_from([*columns, *own, "title", "for", "against", "chosen"])
    rows = draw(st.lists(st.dictionaries(cells, TEXTS, max_size=5), max_size=5))
    return sheet({f"{kind}.{place}": text for place, text in fields.items()}, {kind: rows})


@given(
    st.sampled_from(sorted(SECTIONS)).flatmap(lambda kind: st.tuples(st.just(kind), sheets(kind)))
)
def test_any_entries_of_any_kind_make_a_page(given_: tuple[str, Sheet]) -> None:
    """It is JSON, begins with a verdict, and can be had as text."""
    kind, filled = given_
    tool = Tool("x", "Try", "", (declared(kind),))
    blocks = finished_page(tool, filled, WORDS)
    assert json.loads(json.dumps(blocks)) == blocks
    assert blocks[0]["type"] == "verdict"
    assert as_text(tool, filled, blocks).endswith("\n")
    for block in blocks:
        if block["type"] == "table":
            assert {len(row) for row in block["rows"]} == {len(block["columns"])}


@given(st.lists(st.sampled_from(["yes", "no", "not-sure", "", "x"]), min_size=2, max_size=2))
def test_only_yes_to_every_rule_is_within_them(answers: list[str]) -> None:
    """A single no always pauses."""
    fields = dict(zip(("legal.answer", "fair.answer"), answers, strict=True))
    tone = verdict_of(result("rules", fields))[0]
    assert (tone == "ready") == (set(answers) == {"yes"})
    assert (tone == "pause") == ("no" in answers)


@given(st.lists(st.sampled_from(["yes", "no", "not-sure", ""]), min_size=3, max_size=3))
def test_nobody_stands_past_a_rung_that_is_not_passed(answers: list[str]) -> None:
    """The top needs every rung."""
    rungs = ("first", "second", "third")
    fields = {f"{rung}.answer": answer for rung, answer in zip(rungs, answers, strict=True)}
    title = verdict_of(result("ladder", fields))[1]
    assert (title == "ladder_top") == (set(answers) == {"yes"})
    for rung, answer in zip(rungs, answers, strict=True):
        if answer != "yes" and any(answers):
            assert title.endswith(rung.title())
            break


def counted(row: Mapping[str, str]) -> int:
    """How often a row was met: once, unless it says a number."""
    number = whole_number(row.get("count", ""))
    return 1 if number is None else number


@given(LOG_ROWS.filter(bool))
def test_making_rows_one_keeps_every_count_and_word(rows: list[dict[str, str]]) -> None:
    """The sum is the same, and each text stands somewhere."""
    row = merged(LOG, list(rows))
    assert int(row["count"]) == sum(map(counted, rows))
    told = " ".join(row.values()).casefold()
    for each in rows:
        for name in ("what", "leads_to"):
            assert each.get(name, "").strip().casefold() in told


@given(LOG_ROWS, st.sampled_from(sorted(SORTS)))
def test_sorting_loses_nothing(rows: list[dict[str, str]], by: str) -> None:
    """Each filled row stands once in the ranking."""
    found = noted(LOG, Entries(sheet(rows={"log": rows}), "log"), WORDS)
    assert Counter(SORTS[by](found)) == Counter(found)


@given(LOG_ROWS)
def test_the_few_are_as_few_as_can_be(rows: list[dict[str, str]]) -> None:
    """They reach four fifths, and without the last of them do not."""
    ranked = SORTS["count"](noted(LOG, Entries(sheet(rows={"log": rows}), "log"), WORDS))
    total, few = sum(row.count for row in ranked), most_of_it(ranked)
    if total:
        assert sum(row.count for row in few) >= 0.8 * total
        assert sum(row.count for row in few[:-1]) < 0.8 * total
    else:
        assert few == []


def _cell(column: Column) -> st.SearchStrategy[str]:
    if column.choices:
        return st.sampled_from([choice.id for choice in column.choices])
    if column.number:
        return st.integers(0, MOST).map(str)
    return st.text(max_size=20).map(lambda text: clean(text).strip()).filter(bool)


@given(st.data(), st.sampled_from([log_section(), register_section()]))
def test_rows_come_back_from_a_table(data: st.DataObject, section: Log | Register) -> None:
    """Whatever their texts are."""
    cells = {column.id: _cell(column) for column in section.columns}
    row = st.fixed_dictionaries({}, optional=cells).filter(bool)
    rows = data.draw(st.lists(row, max_size=6))
    text = rows_to_csv(section, Entries(sheet(rows={section.id: rows}), section.id))
    assert rows_from_csv(section, text) == (rows, [])


@given(st.lists(st.one_of(st.integers(0, 999).map(str), TEXTS), max_size=8))
def test_a_sum_counts_whole_numbers_alone(cells: list[str]) -> None:
    """What is none counts as nothing."""
    rows = [(place, {"minutes": cell}) for place, cell in enumerate(cells)]
    numbers = [whole_number(cell) for cell in cells]
    assert total_of(rows, "minutes") == sum(number for number in numbers if number is not None)
