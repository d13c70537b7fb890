"""Tables as forms export and people send them come out right, on the page and in `combine`."""

import base64
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from mainstream.combine import Combiner
from mainstream.guide import Guide
from mainstream.pages.framework_json import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import MARKED, Answer, Response
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.contract.limits import WORKSHOP_FORMAT
from mainstream.scoring.doors import workshop as workshop_door
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.tables.reading_file import decisions_in, reading_file
from mainstream.scoring.words import Words
from mainstream.spreadsheet import service

from .workbooks import hidden_rows, open_document, workbook

Rows = list[list[Any]]

PEOPLE = 12
ENABLERS = 11
MARKS = [
    [1 + (2 * place + 3 * person) % 5 for place in range(ENABLERS)] for person in range(PEOPLE)
]
AGREEMENT = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
TENDENCY = ["Strongly disagree", "Tend to disagree", "Neither", "Tend to agree", "Strongly agree"]
GERMAN = [
    *("Stimme überhaupt nicht zu", "Stimme nicht zu", "Weder noch", "Stimme zu"),
    "Stimme voll und ganz zu",
]
WELSH = ["Anghytuno'n gryf", "Anghytuno", "Niwtral", "Cytuno", "Cytuno'n gryf"]
FRENCH = [
    *("Pas du tout d’accord", "Plutôt pas d’accord", "Ni d’accord ni pas d’accord"),
    *("Plutôt d’accord", "Tout à fait d’accord"),
]
STARS = ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"]
KEYCAPS = [f"{n}\ufe0f\u20e3" for n in range(1, 6)]
NUMBERED = [f"{n} - {label}" for n, label in enumerate(AGREEMENT, 1)]
SURVEY = [f"{label} [A{n}]" for n, label in enumerate(AGREEMENT, 1)]


@pytest.fixture(scope="module")
def framework(guide: Guide) -> Framework:
    """The real framework, as the browser has it."""
    return Framework.from_json(framework_data(guide))


@pytest.fixture(scope="module")
def words(guide: Guide) -> Words:
    """The words that the workshop's door and the command need."""
    return {**guide.words["result"], **guide.words["import"], **guide.words["workshop"]}


def about(person: int) -> list[Any]:
    """What Microsoft Forms writes before the answers."""
    day = datetime(2026, 11, 20, 9, person)
    return [person + 1, day, day, f"p{person}@example.org", f"Gîven Fâmily {person}"]


ABOUT = ["ID", "Start time", "Completion time", "Email", "Name"]


def likert(titles: list[str], labels: Sequence[Any]) -> Rows:
    """A row for each person, with these texts for the marks."""
    rows: Rows = [[*ABOUT, *titles]]
    return rows + [
        [*about(person), *(labels[mark - 1] for mark in marks)]
        for person, marks in enumerate(MARKS)
    ]


def csv(rows: Rows) -> bytes:
    """The rows as a form's CSV."""
    return write_delimited([[str(cell) for cell in row] for row in rows]).encode()


def survey_monkey(titles: list[str]) -> bytes:
    """A second row of headings that says `Response` below each question."""
    rows: Rows = [["Respondent ID", *titles], ["", *["Response"] * ENABLERS]]
    for person, marks in enumerate(MARKS):
        rows.append([1000 + person, *(AGREEMENT[mark - 1] for mark in marks)])
    return csv(rows)


def qualtrics(titles: list[str]) -> bytes:
    """Names of questions, their texts, and their ids as JSON."""
    names = [f"Q1_{n}" for n in range(1, ENABLERS + 1)]
    texts = [f"How present is each of these? - {title}" for title in titles]
    ids = [json.dumps({"ImportId": f"QID1_{n}"}) for n in range(1, ENABLERS + 1)]
    rows: Rows = [["StartDate", *names], ["Start Date", *texts], ['{"ImportId":"startDate"}', *ids]]
    rows += [["2026-11-20 09:00:00", *marks] for marks in MARKS]
    return csv(rows)


def lime_survey(titles: list[str], labels: Sequence[str]) -> bytes:
    """Semicolons, a code before each question, the options' codes in the cells."""
    heads = ["id", "submitdate", *(f"Q{n:02}. {title}" for n, title in enumerate(titles, 1))]
    lines = [heads] + [
        [str(person), "2026-11-20 09:00:00", *(labels[mark - 1] for mark in marks)]
        for person, marks in enumerate(MARKS, 1)
    ]
    return "\n".join(";".join(line) for line in lines).encode()


def google_grid(titles: list[str]) -> bytes:
    """The question and the row of its grid in each heading."""
    rows: Rows = [["Timestamp", *(f"How present? [{title}]" for title in titles)]]
    rows += [["2026/11/20 9:00:00 am GMT", *(AGREEMENT[m - 1] for m in marks)] for marks in MARKS]
    return csv(rows)


def averages(titles: list[str]) -> bytes:
    """Two rows of figures below the people."""
    rows = likert(titles, range(1, 6))
    rows.append(["Average", None, None, None, None, *[3.1] * ENABLERS])
    rows.append(["Count", None, None, None, None, *[12] * ENABLERS])
    return workbook({"Sheet": rows})


def odd_cells(titles: list[str]) -> bytes:
    """One that says nothing known, one with two options, one that does not apply."""
    rows = likert(titles, AGREEMENT)
    rows[2][7], rows[11][6], rows[4][9] = "maybe", "Agree;Strongly agree;", "N/A"
    return workbook({"Sheet": rows})


def damaged(titles: list[str]) -> bytes:
    """A column that a spreadsheet took for days."""
    rows = likert(titles, range(1, 6))
    for row in rows[1:]:
        row[7] = datetime(2026, row[7], 5)
    return workbook({"Sheet": rows})


def on_its_side(titles: list[str]) -> bytes:
    """A column for each person, as somebody types answers in."""
    rows: Rows = [["", *(f"Person {n}" for n in range(1, PEOPLE + 1))]]
    rows += [[title, *(marks[n] for marks in MARKS)] for n, title in enumerate(titles)]
    return csv(rows)


def long_format(titles: list[str]) -> bytes:
    """A row for each person and question."""
    rows: Rows = [["Respondent", "Question", "Answer"]]
    rows += [
        [f"R{person}", title, AGREEMENT[marks[n] - 1]]
        for person, marks in enumerate(MARKS)
        for n, title in enumerate(titles)
    ]
    return csv(rows)


def branches(titles: list[str]) -> bytes:
    """A form that begins with the language: each enabler twice, one of them filled."""
    rows: Rows = [["ID", "Language", *titles, *(f"{title}2" for title in titles)]]
    for person, marks in enumerate(MARKS):
        given = [AGREEMENT[mark - 1] for mark in marks]
        none = [""] * ENABLERS
        both = [*given, *none] if person % 2 else [*none, *given]
        rows.append([person + 1, "English" if person % 2 else "Cymraeg", *both])
    return csv(rows)


def two_sheets(titles: list[str]) -> bytes:
    """Each with half of the people, and a third of something else."""
    rows = likert(titles, AGREEMENT)
    return workbook(
        {
            "Monday": rows[:7],
            "Notes": [["To do"], ["Ask the others"]],
            "Tuesday": [rows[0], *rows[7:]],
        }
    )


def with_hidden_row(titles: list[str]) -> bytes:
    """A test answer that somebody hid."""
    rows = likert(titles, AGREEMENT)
    return hidden_rows(workbook({"Sheet": [*rows, [99, *rows[1][1:]]]}), [14])


def zipped(name: str, data: bytes) -> bytes:
    """A zip with one table, and what a system adds."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"export/{name}", data)
        archive.writestr(f"__MACOSX/._{name}", b"\0\1")
    return file.getvalue()


def groups_by_value(titles: list[str]) -> bytes:
    """A question about the group whose heading says nothing."""
    rows = likert(titles, AGREEMENT)
    rows[0].append("And you?")
    for person, row in enumerate(rows[1:]):
        row.append(["Housing", "Health"][person % 2])
    return workbook({"Sheet": rows})


def headings_that_say_nothing(_: list[str]) -> bytes:
    """Questions by number alone."""
    rows: Rows = [["Timestamp", *(f"Q{n}" for n in range(1, ENABLERS + 1))]]
    return csv(rows + [["2026/11/20", *marks] for marks in MARKS])


@dataclass(frozen=True)
class Case:
    """A file, and what is right for it.

    `asked` is how many values wait for a person; `blank` are cells, by person and place, that
    count as unanswered; `says` are keys of what is told.
    """

    name: str
    write: Callable[[list[str]], bytes]
    layout: str = "people"
    asked: int = 0
    values: int | None = None
    blank: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    left_out: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


def labelled(name: str, labels: Sequence[Any], asked: int = 0, values: int = 5) -> Case:
    """A Microsoft form with these options."""
    return Case(
        f"{name}.xlsx",
        lambda titles: workbook({"Sheet1": likert(titles, labels)}),
        asked=asked,
        values=values,
    )


CASES = [
    labelled("neutral", AGREEMENT, values=1),
    labelled("tend-to", TENDENCY, values=3),
    labelled("german", GERMAN),
    labelled("welsh", WELSH),
    labelled("french", FRENCH),
    labelled("stars", STARS),
    labelled("keycaps", KEYCAPS),
    labelled("numbered", NUMBERED, values=0),
    labelled("option-codes-and-labels", SURVEY),
    labelled("zero-to-four", range(5), asked=5),
    labelled("minus-two-to-two", range(-2, 3), asked=5),
    labelled("frequency", ["Never", "Rarely", "Sometimes", "Often", "Always"], asked=5),
    labelled("percentages", ["0%", "25%", "50%", "75%", "100%"], asked=5),
    Case("lime.csv", lambda t: lime_survey(t, ["A1", "A2", "A3", "A4", "A5"]), asked=5, values=5),
    Case("lime.csv", lambda t: lime_survey(t, [f"AO0{n}" for n in range(1, 6)]), asked=5, values=5),
    Case("monkey.csv", survey_monkey, left_out=("heading",)),
    Case("qualtrics.csv", qualtrics, left_out=("heading",)),
    Case("google.csv", google_grid),
    Case("averages.xlsx", averages, left_out=("total", "total")),
    Case(
        "odd.xlsx",
        odd_cells,
        blank=frozenset({(1, 2), (10, 1), (3, 4)}),
        says=("cells-unread",),
        values=3,
    ),
    Case(
        "dates.xlsx",
        damaged,
        blank=frozenset((person, 2) for person in range(PEOPLE)),
        says=("column-damaged",),
    ),
    Case("turned.csv", on_its_side, layout="turned"),
    Case("long.csv", long_format, layout="long"),
    Case("branches.csv", branches),
    Case("sheets.xlsx", two_sheets),
    Case("hidden.xlsx", with_hidden_row, left_out=("hidden",)),
    Case("zip.zip", lambda t: zipped("answers.csv", google_grid(t))),
    Case("zip.zip", lambda t: zipped("answers.xlsx", averages(t)), left_out=("total", "total")),
    Case("calc.ods", lambda t: open_document({"Answers": likert(t, AGREEMENT)})),
    Case("groups.xlsx", groups_by_value),
]
IDS = [f"{n}-{case.name}" for n, case in enumerate(CASES)]


class Door:
    """The workshop's door and the one for workbooks, asked with plain data."""

    def __init__(self, guide: Guide, framework: Framework, words: Words) -> None:
        self._workshop = workshop_door.new_door(lambda: 5)
        self._spreadsheet = service.new_door(self._workshop)
        self._empty = {
            "format": WORKSHOP_FORMAT,
            "format_version": 1,
            "framework": {"id": framework.id, "version": framework.version},
            "id": "w1",
        }
        self._ask(self._workshop, "open", framework=framework_data(guide), words=dict(words))

    def gather(self, name: str, data: bytes, **fields: Any) -> Any:
        """What becomes of a file, as the page hands it over."""
        given = {"workshop": self._empty, "name": name, **fields}
        if name.endswith((".csv", ".txt")):
            text = data.decode("utf-8")
            return self._ask(self._workshop, "gather", text=text, **given)
        encoded = base64.b64encode(data).decode("ascii")
        return self._ask(self._spreadsheet, "gather", base64=encoded, **given)

    def read(self, **fields: Any) -> Any:
        """What becomes of the table that waits."""
        return self._ask(self._workshop, "gather-table", workshop=self._empty, **fields)

    def _ask(self, door: Any, action: str, **fields: Any) -> Any:
        answer = json.loads(door.handle(json.dumps({"action": action, **fields})))
        return answer["value"] if answer["ok"] else answer


@pytest.fixture
def door(guide: Guide, framework: Framework, words: Words) -> Door:
    """Doors of their own for each test."""
    return Door(guide, framework, words)


def titles_of(framework: Framework) -> list[str]:
    """The titles of the enablers."""
    return [enabler.title for enabler in framework.enablers]


def given(framework: Framework, workshop: Any) -> list[list[int | str | None]]:
    """The marks and states of a workshop's people, sorted."""
    return sorted(
        (
            [
                answer.get("mark") or answer.get("state")
                for enabler in framework.enablers
                for answer in [person["answers"].get(enabler.id, {})]
            ]
            for person in workshop["people"]
        ),
        key=repr,
    )


def expected(case: Case) -> list[list[int | str | None]]:
    """The marks that went in, without the cells that are blank now."""
    people: list[list[int | str | None]] = [list(marks) for marks in MARKS]
    for person, place in case.blank:
        people[person][place] = None
    if case.name == "odd.xlsx":
        people[3][4] = "does-not-apply"
    return sorted(people, key=repr)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_everybody_comes_through_the_door(door: Door, framework: Framework, case: Case) -> None:
    """Twelve people with their own marks, after what had to be asked; nobody is seen by name."""
    data = case.write(titles_of(framework))
    table = door.gather(case.name, data)["table"]
    assert table["layout"] == case.layout
    assert "example.org" not in json.dumps(table)
    assert "Fâmily" not in json.dumps(table, ensure_ascii=False)
    assert tuple(row["reason"] for row in table["left_out"]) == case.left_out
    waits = [v for v in table["values"] if not v["sure"] and v["proposal"]]
    assert len(waits) == case.asked
    if case.values is not None:
        assert len(table["values"]) == case.values
    unread = sum(each["count"] for each in waits)
    answer = door.read(mapping=table)
    if unread:
        assert answer["counts"] == {"problem": PEOPLE}, "nothing is decided without a person"
        table = door.gather(case.name, data)["table"]
        read_as = {value["text"]: value["proposal"] for value in waits}
        answer = door.read(mapping=table, read_as=read_as)
    assert answer["counts"] == {"added": PEOPLE}
    assert given(framework, answer["workshop"]) == expected(case)
    assert tuple(notice["key"] for notice in answer["notices"]) == case.says


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_command_counts_the_same(
    framework: Framework, words: Words, tmp_path: Path, case: Case
) -> None:
    """With the start of a reading where there was something to ask."""
    path = tmp_path / case.name
    path.write_bytes(case.write(titles_of(framework)))
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    if case.asked:
        assert combiner.tally.people == 0
        start = json.loads(json.dumps(reading_file([each.tables for each in combiner.tables])))
        combiner = Combiner(framework, words, decisions_in(start, framework))
        combiner.add_path(path)
    assert combiner.left_out == []
    assert combiner.tally.people == PEOPLE
    (read,) = combiner.tables
    assert tuple(notice.key for notice in read.notices) == case.says
    for place, counts in enumerate(combiner.tally.counts.values()):
        marks = [row[place] for row in expected(case)]
        assert list(counts.marks) == [marks.count(mark) for mark in range(1, 6)]


def test_headings_that_say_nothing_open_the_mapping(door: Door, framework: Framework) -> None:
    """In order is proposed, with examples of each column; nothing is read before."""
    table = door.gather("q.csv", headings_that_say_nothing([]))["table"]
    assert {column["role"] for column in table["columns"]} <= {"ignore", "personal"}
    assert [len(column["samples"]) for column in table["columns"]] == [0, *[3] * ENABLERS]
    ordered = {**table, "columns": table["in_order"]}
    answer = door.read(mapping=ordered)
    assert given(framework, answer["workshop"]) == sorted(MARKS, key=repr)


def test_the_command_asks_for_the_columns(
    framework: Framework, words: Words, tmp_path: Path
) -> None:
    """And takes them from the start that it writes, also for another file of that shape."""
    path = tmp_path / "q.csv"
    path.write_bytes(headings_that_say_nothing([]))
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    assert [each.problem.key for each in combiner.left_out] == ["table-columns-open"]
    start = reading_file([each.tables for each in combiner.tables])
    combiner = Combiner(framework, words, decisions_in(start, framework))
    combiner.add_path(path)
    assert combiner.tally.people == PEOPLE


def test_a_reading_is_remembered_for_the_next_file(door: Door, framework: Framework) -> None:
    """It is proposed by the table's shape, and marked; another shape has none."""
    data = workbook({"Sheet1": likert(titles_of(framework), range(5))})
    table = door.gather("a.xlsx", data)["table"]
    kept = {table["shape"]: {"mapping": table, "read_as": {"0": {"state": "not-sure"}}}}
    again = door.gather("b.xlsx", data, remembered=kept)["table"]
    assert again["remembered"]
    zero = next(value for value in again["values"] if value["text"] == "0")
    assert (zero["proposal"], zero["sure"]) == ({"state": "not-sure"}, True)
    other = workbook({"Sheet1": likert(titles_of(framework)[::-1], range(5))})
    assert not door.gather("c.xlsx", other, remembered=kept)["table"]["remembered"]
    broken = {table["shape"]: {"mapping": 3}}
    assert not door.gather("b.xlsx", data, remembered=broken)["table"]["remembered"]


def test_rows_and_sheets_can_be_chosen(door: Door, framework: Framework) -> None:
    """A row that was left out comes back in; a sheet can be left out."""
    titles = titles_of(framework)
    table = door.gather("h.xlsx", with_hidden_row(titles))["table"]
    answer = door.read(mapping=table, keep_rows=[{"row": 14, "sheet": "Sheet"}])
    assert answer["counts"] == {"added": PEOPLE + 1}
    table = door.gather("s.xlsx", two_sheets(titles))["table"]
    assert table["sheets"] == [
        {"name": "Monday", "people": 6, "chosen": True},
        {"name": "Tuesday", "people": 6, "chosen": True},
    ]
    assert door.read(mapping=table, sheets=["Tuesday"])["counts"] == {"added": 6}


def test_numbers_of_another_scale_are_a_question(door: Door, framework: Framework) -> None:
    """With each way to read them, and the likely one."""
    titles = titles_of(framework)
    table = door.gather("z.xlsx", workbook({"S": likert(titles, range(5))}))["table"]
    assert (table["scale"]["found"], table["scale"]["proposal"]) == ([0, 4], "shift")
    reversed_ = [f"{title} (1 = strongly agree, 5 = strongly disagree)" for title in titles]
    table = door.gather("r.xlsx", workbook({"S": likert(reversed_, range(1, 6))}))["table"]
    assert (table["scale"]["found"], table["scale"]["proposal"]) == ([1, 5], "reverse")
    ways = {choice["way"]: choice["read_as"] for choice in table["scale"]["choices"]}
    assert ways["reverse"]["1"] == {"mark": 5}
    rows = likert(titles, [1, 2, 3, 6, 7])
    table = door.gather("s.xlsx", workbook({"S": rows}))["table"]
    assert (table["scale"]["found"], table["scale"]["proposal"]) == ([1, 7], "stretch")


def test_counts_for_each_mark_are_offered_as_counts(
    door: Door, framework: Framework, words: Words, tmp_path: Path
) -> None:
    """Of as many people as gave a mark; an enabler with fewer is told."""
    rows: Rows = [["Enabler", *AGREEMENT, "Not sure"]]
    rows += [[title, 3, 2, 2, 3, 1, 1] for title in titles_of(framework)]
    table = door.gather("counts.csv", csv(rows))["table"]
    assert (table["layout"], table["counts"]) == ("counts", {"people": 12, "fewer": []})
    answer = door.read(mapping=table)
    assert answer["counts"] == {"added": 12}
    (counted,) = answer["workshop"]["counted"]
    assert (counted["people"], counted["title"]) == (12, "counts.csv")
    rows[2][1] = 1
    table = door.gather("counts.csv", csv(rows))["table"]
    assert table["counts"] == {"people": 12, "fewer": [framework.enablers[1].title]}
    path = tmp_path / "counts.csv"
    path.write_bytes(csv(rows))
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    assert combiner.tally.people == PEOPLE
    assert combiner.tally.counts[framework.enablers[1].id].unanswered == 2


def coded(framework: Framework, *, missing: int) -> Rows:
    """A form with one question: paste your code."""
    rows: Rows = [[*ABOUT, "What is your response code?"]]
    for person, marks in enumerate(MARKS):
        answers = {e.id: Answer(MARKED, m) for e, m in zip(framework.enablers, marks, strict=True)}
        response = Response(framework.id, framework.version, answers=answers)
        code = write_code(framework, response, person) or ""
        rows.append([*about(person), "see my mail" if person == missing else f"My code: {code}"])
    return rows


@pytest.mark.parametrize("name", ["codes.xlsx", "codes.csv", "codes.ods"])
def test_codes_are_found_in_any_column(
    door: Door, framework: Framework, words: Words, tmp_path: Path, name: str
) -> None:
    """Row by row; the one without a code is named."""
    rows = coded(framework, missing=3)
    make = {"xlsx": lambda: workbook({"S": rows}), "csv": lambda: csv(rows)}
    data = make.get(name[-3:], make.get(name[-4:], lambda: open_document({"S": rows})))()
    answer = door.gather(name, data)
    assert answer["counts"] == {"added": 11, "problem": 1}
    (named,) = answer["verdicts"]
    assert (named["number"], named["problem"]["key"]) == (5, "row-no-code")
    path = tmp_path / name
    path.write_bytes(data)
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    assert combiner.tally.people == 11
    assert [(each.where, each.problem.key) for each in combiner.left_out] == [("5", "row-no-code")]


def test_a_group_is_proposed_by_its_values(door: Door, framework: Framework) -> None:
    """Whatever its heading is; for sure where the groups are planned."""
    data = groups_by_value(titles_of(framework))
    column = door.gather("g.xlsx", data)["table"]["columns"][-1]
    assert (column["role"], column["sure"]) == ("group", False)
    door._empty["groups"] = ["Health", "Housing", "Other"]
    column = door.gather("g.xlsx", data)["table"]["columns"][-1]
    assert (column["role"], column["sure"]) == ("group", True)


def test_two_columns_that_differ_are_told(door: Door, framework: Framework) -> None:
    """Neither is taken."""
    titles = titles_of(framework)
    rows: Rows = [[*titles, *(f"{title}2" for title in titles)]]
    rows += [[*marks, *[""] * ENABLERS] for marks in MARKS[:6]]
    rows += [[*[""] * ENABLERS, *marks] for marks in MARKS[6:]]
    rows[1][ENABLERS] = MARKS[0][0] % 5 + 1
    table = door.gather("b.csv", csv(rows))["table"]
    assert table["columns"][ENABLERS]["remark"] == "doubled"
    answer = door.read(mapping=table)
    assert answer["counts"] == {"added": PEOPLE}
    (notice,) = answer["notices"]
    assert (notice["key"], notice["values"]["cells"]) == ("cells-differ", "A2, L2")


def test_a_zip_of_several_tables_is_told(door: Door) -> None:
    """Which of them is meant cannot be known; nor is one without any read."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("one.csv", "a,b\n")
        archive.writestr("two.csv", "a,b\n")
    assert door.gather("a.zip", file.getvalue())["problem"] == {
        "key": "zip-of-several",
        "values": {"count": 2},
    }
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.md", "Hello")
    assert door.gather("a.zip", empty.getvalue())["problem"]["key"] == "zip-without-table"


def test_headings_in_words_of_their_own_are_nobody(
    door: Door, framework: Framework, words: Words
) -> None:
    """Numbered as questions are, in a language that we do not know; or merely not given below."""
    count = len(framework.enablers)
    numbered = ["Stamp amser", *(f"{n}. Cwestiwn {chr(96 + n)}" for n in range(1, count + 1))]
    own = ["When", *(f"4 seasons {chr(96 + n)}" for n in range(1, count + 1))]
    answers: Rows = [["", *(AGREEMENT[(n + row) % 5] for n in range(count))] for row in range(4)]
    for heading in (numbered, own):
        table = door.gather("headings.csv", csv([heading, *answers]))["table"]
        assert (table["header_row"], table["rows"]) == (1, 4)
        assert table["in_order"]
    table = door.gather("none.csv", csv(answers))["table"]
    assert (table["header_row"], table["rows"]) == (0, 4)


def test_columns_about_the_survey_do_not_stand_in_the_way_of_the_order(
    door: Door, framework: Framework, words: Words
) -> None:
    """LimeSurvey says how many pages somebody saw, which looks like a mark."""
    count = len(framework.enablers)
    heading = ["id", "submitdate", "lastpage", *(f"M[SQ{n:03}]" for n in range(1, count + 1))]
    rows: Rows = [
        [row, f"2026-11-0{row} 10:00", 3, *(f"A{(n + row) % 5 + 1}" for n in range(count))]
        for row in range(1, 5)
    ]
    table = door.gather("lime.csv", csv([heading, *rows]))["table"]
    marks = [column["enabler"] for column in table["in_order"] if column["role"] == "mark"]
    assert marks == [enabler.id for enabler in framework.enablers]
