"""`mainstream combine` gives the workshop page's figures, and says what it left out and where."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from mainstream.cli import main
from mainstream.combine import Combiner
from mainstream.guide import Guide
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Answer, Response, response_data
from mainstream.scoring.answers.tally import tally_of
from mainstream.scoring.answers.tally_file import TallyFile, tally_file_data
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.tables.people import people_rows
from mainstream.scoring.words import Words
from mainstream.scoring.workshop.model import Workshop, workshop_data
from mainstream.spreadsheet import Table, write_workbook
from tests.browser.workshop_page import codes, responses

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def framework(guide: Guide) -> Framework:
    """The framework of this repository."""
    return Framework.from_json(framework_data(guide))


@pytest.fixture(scope="module")
def words(guide: Guide) -> Words:
    """The words that tables are read with."""
    return {**guide.words["result"], **guide.words["import"], **guide.words["workshop"]}


Write = Callable[[Framework, list[Response], Words], bytes]


def as_codes(framework: Framework, people: list[Response], words: Words) -> bytes:
    """In a chat, after many lines of talk."""
    return ("Good morning\n" * 40 + "\n".join(codes(framework, people))).encode()


def as_table(framework: Framework, people: list[Response], words: Words) -> bytes:
    """As our own CSV."""
    return write_delimited(people_rows(framework, people, words)).encode()


def as_workbook(framework: Framework, people: list[Response], words: Words) -> bytes:
    """As our own XLSX."""
    return write_workbook([Table("People", people_rows(framework, people, words))])


def as_list(framework: Framework, people: list[Response], words: Words) -> bytes:
    """As JSON."""
    return json.dumps([response_data(person) for person in people]).encode()


def as_workshop(framework: Framework, people: list[Response], words: Words) -> bytes:
    """As a workshop's file."""
    whole = Workshop(framework.id, framework.version, id="w1", people=tuple(people))
    return json.dumps(workshop_data(whole)).encode()


def as_tally(framework: Framework, people: list[Response], words: Words) -> bytes:
    """As counts alone."""
    file = TallyFile("w1", tally_of(framework, people))
    return json.dumps(tally_file_data(framework, file)).encode()


FORMS: dict[str, Write] = {
    "codes.txt": as_codes,
    "people.csv": as_table,
    "people.xlsx": as_workbook,
    "people.json": as_list,
    "workshop.json": as_workshop,
    "tally.json": as_tally,
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_tally(
    framework: Framework, words: Words, tmp_path: Path, name: str
) -> None:
    """And the same file a second time counts nobody again."""
    people = responses(framework, 9)
    path = tmp_path / name
    path.write_bytes(FORMS[name](framework, people, words))
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    expected = tally_of(framework, people)
    assert combiner.tally == expected
    combiner.add_path(path)
    assert combiner.tally == expected
    assert combiner.repeated > 0
    assert combiner.left_out == []


def test_different_forms_of_the_same_answers_count_once(
    framework: Framework, words: Words, tmp_path: Path
) -> None:
    """Codes, tables and files of one session in one folder."""
    people = responses(framework, 9)
    for name in ("codes.txt", "people.csv", "people.xlsx", "people.json", "workshop.json"):
        (tmp_path / name).write_bytes(FORMS[name](framework, people, words))
    combiner = Combiner(framework, words)
    combiner.add_path(tmp_path)
    assert combiner.tally == tally_of(framework, people)


def test_a_workshop_next_to_its_counts_is_counted_once(
    framework: Framework, words: Words, tmp_path: Path
) -> None:
    """Whichever is read first, and its table of people too."""
    people = responses(framework, 9)
    forms = {"workshop.json": as_workshop, "tally.json": as_tally, "people.csv": as_table}
    for order in permutations(forms):
        combiner = Combiner(framework, words)
        for number, name in enumerate(order):
            path = tmp_path / f"{number}-{name}"
            path.write_bytes(forms[name](framework, people, words))
            combiner.add_path(path)
        assert combiner.tally == tally_of(framework, people), order
        assert combiner.left_out == []


def test_answers_that_may_be_newer_are_named_and_counted_only_when_asked(
    framework: Framework, words: Words
) -> None:
    """The same tag, and one mark that is another."""
    (person,) = responses(framework, 1)
    first = next(id_ for id_, answer in person.answers.items() if answer.mark)
    mark = 1 + (person.answers[first].mark or 0) % framework.scale.points
    newer = replace(person, answers={**person.answers, first: Answer("marked", mark)})
    text = "\n".join(codes(framework, [person, newer]))
    for both, counted, problems in ((False, 1, ["answers-newer"]), (True, 2, [])):
        combiner = Combiner(framework, words, both=both)
        combiner.add_stream("mail", io.StringIO(text))
        assert combiner.tally.people == counted
        assert [each.problem.key for each in combiner.left_out] == problems


def test_beyond_its_memory_it_counts_everyone_and_says_so(
    framework: Framework, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large table with equal rows."""
    monkeypatch.setattr("mainstream.combine.counting.MOST_KNOWN", 5)
    people = responses(framework, 25) * 10
    path = tmp_path / "people.csv"
    path.write_bytes(as_table(framework, people, words))
    combiner = Combiner(framework, words)
    combiner.add_path(path)
    assert combiner.tally.people == 250
    assert combiner.forgets


def run(*arguments: str) -> int:
    """The command, on this repository's content."""
    return main(["combine", "--root", str(ROOT), *arguments])


def test_the_table_and_the_count(
    framework: Framework,
    words: Words,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """For a terminal: a line for each enabler; how many people on the other channel."""
    path = tmp_path / "people.csv"
    path.write_bytes(as_table(framework, responses(framework, 12), words))
    assert run(str(path)) == 0
    out, err = capfdbinary.readouterr()
    assert len(out.decode().splitlines()) == 12
    assert err.decode() == "12 people.\n"


def test_what_is_left_out_is_named_and_the_status_is_not_0(
    framework: Framework,
    words: Words,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """By file and row; the rest is counted."""
    people = responses(framework, 6)
    text = as_table(framework, people, words).decode().replace('"2"', '"many"')
    lines = text.splitlines(keepends=True)
    lines[3] = lines[3].replace(",1,", ",9,", 1).replace(",2,", ",9,", 1).replace(",3,", ",9,", 1)
    (tmp_path / "people.csv").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"format": ', encoding="utf-8")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "odd.csv").write_bytes(b"\xff\xfea")
    assert run(str(tmp_path)) == 1
    err = capfdbinary.readouterr().err.decode()
    assert "people.csv: “9” in 2 cells: not read" in err
    assert "people.csv: Cells that could not be read count as unanswered" in err
    assert "broken.json: " in err
    assert "old.xls: " in err
    assert "odd.csv: " in err
    assert err.splitlines()[-1] == "6 people, 3 left out."


def test_few_people_are_not_shown(
    framework: Framework,
    words: Words,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Three only by consent, two never; the status says that nothing was shown."""
    for count, arguments, status in ((2, ["--consent"], 1), (3, [], 1), (3, ["--consent"], 0)):
        path = tmp_path / "people.csv"
        path.write_bytes(as_table(framework, responses(framework, count), words))
        assert run(str(path), *arguments) == status
        assert bool(capfdbinary.readouterr().out) == (status == 0)


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_groups_and_formats(framework: Framework, words: Words, tmp_path: Path, kind: str) -> None:
    """Each group that is large enough next to the whole, in a file."""
    people = [
        Response(**{**vars(person), "group": "Team A" if n % 2 else "Team B"})
        for n, person in enumerate(responses(framework, 12))
    ]
    path, output = tmp_path / "people.csv", tmp_path / f"out.{kind}"
    path.write_bytes(as_table(framework, people, words))
    assert run(str(path), "--groups", "--format", kind, "--output", str(output)) == 0
    data = output.read_bytes()
    if kind == "json":
        assert json.loads(data)["groups"]["people"] == [6, 6]
    elif kind == "csv":
        assert "Team A (6)" in data.decode("utf-8-sig").splitlines()[0]
    else:
        assert data.startswith(b"PK")


def test_standard_input_is_read(
    framework: Framework, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As a pipe gives it."""
    text = "\n".join(codes(framework, responses(framework, 5)))
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert run("-") == 0
    assert capfdbinary.readouterr().err.decode() == "5 people.\n"


def test_a_file_that_is_not_there_is_told(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Before anything is counted."""
    assert run("no-such-file.csv") == 2
    assert b"there is no such file" in capfdbinary.readouterr().err
