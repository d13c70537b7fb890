"""`mainstream combine` says how tables are read, and takes it from a file that it can start."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from mainstream.cli import main
from mainstream.combine import Combiner
from mainstream.guide import Guide
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.words import Words

ROOT = Path(__file__).parents[1]
PEOPLE = 6


@pytest.fixture(scope="module")
def framework(guide: Guide) -> Framework:
    """The framework of this repository."""
    return Framework.from_json(framework_data(guide))


@pytest.fixture(scope="module")
def words(guide: Guide) -> Words:
    """The words that tables are read with."""
    return {**guide.words["result"], **guide.words["import"], **guide.words["workshop"]}


def table(framework: Framework, labels: Sequence[str], people: int = PEOPLE) -> str:
    """A form's CSV; a person's marks run on from the one before."""
    rows = [["Name", *(enabler.title for enabler in framework.enablers)]]
    rows += [
        [f"Person {n}", *(labels[(n + m) % len(labels)] for m in range(len(framework.enablers)))]
        for n in range(people)
    ]
    return write_delimited(rows)


def run(*arguments: str) -> int:
    """The command, on this repository's content."""
    return main(["combine", "--root", str(ROOT), *arguments])


def test_values_are_listed_and_read_as_a_file_says(
    framework: Framework, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """First asked, with status 1; then read from the start that was written and corrected."""
    answers, reading = tmp_path / "answers.csv", tmp_path / "reading.json"
    answers.write_text(table(framework, ["Often", "Never", "Sort of"]), encoding="utf-8")
    assert run(str(answers), "--read-as-start", str(reading)) == 1
    err = capfdbinary.readouterr().err.decode()
    assert "answers.csv: “Often” in 22 cells: not read; 4 Agree is proposed" in err
    assert "answers.csv: “Sort of” in 22 cells: not read" in err
    assert "Nothing could be read as an answer in 6 rows: 2, 3, 4, 5, 6, 7." in err
    start = json.loads(reading.read_text("utf-8"))
    (given,) = start["tables"]
    assert (given["file"], given["read_as"]) == (
        "answers.csv",
        {"Never": 1, "Often": 4, "Sort of": None},
    )
    given["read_as"]["Sort of"] = "not-sure"
    reading.write_text(json.dumps(start), encoding="utf-8")
    assert run(str(answers), "--read-as", str(reading)) == 0
    err = capfdbinary.readouterr().err.decode()
    assert "“Sort of” in 22 cells: read as not-sure" in err
    assert err.splitlines()[-1] == "6 people."


def test_columns_come_from_the_same_file(
    framework: Framework, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """By letter; a column that is taken out is no longer read."""
    lines = table(framework, ["1", "2", "3", "4", "5"]).splitlines(keepends=True)
    heads = ",".join(f"Q{n}" for n in range(1, 12))
    answers, reading = tmp_path / "answers.csv", tmp_path / "reading.json"
    answers.write_text(f"Name,{heads}\r\n" + "".join(lines[1:]), encoding="utf-8")
    assert run(str(answers), "--read-as-start", str(reading)) == 1
    assert b"No heading of this table names an enabler" in capfdbinary.readouterr().err
    start = json.loads(reading.read_text("utf-8"))
    columns = start["tables"][0]["columns"]
    assert columns["B"] == f"mark/{framework.enablers[0].id}"
    del columns["L"]
    reading.write_text(json.dumps(start), encoding="utf-8")
    assert run(str(answers), "--read-as", str(reading), "--format", "json") == 0
    rows = json.loads(capfdbinary.readouterr().out)["rows"]
    assert [row["marked"] for row in rows] == [PEOPLE] * 10 + [0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "damaged at line 1"),
        ('{"format": "something.else", "format_version": 1}', "something else"),
        ('{"format": "mainstream.read-as", "format_version": 9}', "newer version"),
        (
            '{"format": "mainstream.read-as", "format_version": 1, "tables": [{"shape": "a",'
            ' "layout": "people", "header_row": 1, "columns": {"B": "mark/none"}}]}',
            "What the columns hold could not be read",
        ),
        (
            '{"format": "mainstream.read-as", "format_version": 1, "tables": [{"shape": "a",'
            ' "layout": "people", "header_row": 1, "columns": {}, "read_as": {"x": 9}}]}',
            "How values are to be read could not be understood, at “x.mark”",
        ),
        (None, "the file cannot be read"),
    ],
)
def test_a_reading_that_is_broken_is_told(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], text: str | None, said: str
) -> None:
    """Before anything is counted, with status 2."""
    reading = tmp_path / "reading.json"
    if text is not None:
        reading.write_text(text, encoding="utf-8")
    assert run(str(tmp_path), "--read-as", str(reading)) == 2
    assert said in capfdbinary.readouterr().err.decode()


def test_a_file_that_a_program_keeps_is_set_aside(
    framework: Framework, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """It is named, and is not a fault; a kind that cannot be read is one."""
    (tmp_path / "answers.csv").write_text(table(framework, ["1", "2", "3"]), encoding="utf-8")
    (tmp_path / "~$answers.xlsx").write_bytes(b"\x04user")
    assert run(str(tmp_path)) == 0
    err = capfdbinary.readouterr().err.decode()
    assert "~$answers.xlsx: set aside" in err
    (tmp_path / "answers.numbers").write_bytes(b"PK")
    assert run(str(tmp_path)) == 1
    assert "answers.numbers: " in capfdbinary.readouterr().err.decode()


def test_a_table_beyond_what_is_held_is_read_to_its_end(
    framework: Framework, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what its beginning tells; the totals below are still left out."""
    monkeypatch.setattr("mainstream.combine.combiner._FIRST_CELLS", 120)
    text = table(framework, ["Strongly disagree", "Neutral", "Agree", "maybe"], 40)
    text += "Average," + ",".join(["3.1"] * 11) + "\r\n"
    path = tmp_path / "large.csv"
    path.write_text(text, encoding="utf-8")
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    assert combiner.tally.people == 40
    assert {counts.marked for counts in combiner.tally.counts.values()} == {30}
    notice: Any = combiner.tables[0].notices[0]
    assert (notice.key, notice.values["count"]) == ("cells-unread", 110)
