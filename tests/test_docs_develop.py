"""What docs/develop/ says of the code is so."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mainstream.guide import Guide
from mainstream.pages import framework_json
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import read_response, response_data
from mainstream.scoring.answers.tally_file import TallyFile, read_tally_file, tally_file_data
from mainstream.scoring.workshop.model import read_workshop, workshop_data
from rooms.drawing import PICTURE, drawn
from rooms.imports import imports_of_rooms, imports_within
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "develop"
PAGE = (FOLDER / "index.md").read_text(encoding="utf-8")
_CODE = re.compile(r"`([^`\n]+)`")


class Format(NamedTuple):
    """A file format: its example, its reader and its writer."""

    example: str
    read: Callable[[Any, Framework], tuple[Any, Any]]
    write: Callable[[Any, Framework], Mapping[str, Any]]
    described_elsewhere: frozenset[str] = frozenset()


def _write_tally(file: TallyFile, framework: Framework) -> Mapping[str, Any]:
    return tally_file_data(framework, file)


FORMATS = {
    "mainstream.response": Format("response", read_response, lambda data, _: response_data(data)),
    "mainstream.workshop": Format(
        "workshop",
        read_workshop,
        lambda data, _: workshop_data(data),
        frozenset(
            [
                *("people[]", "own", "counted[].counts", "earlier.counts"),
                *("tool_records[].fields", "tool_records[].rows"),
            ]
        ),
    ),
    "mainstream.tally": Format("tally", read_tally_file, _write_tally),
}
_BY_ID = {"answers", "counts", "votes"}


@pytest.fixture(scope="module")
def framework(guide: Guide) -> Framework:
    """The toolkit's own framework, as the browser's Python reads it."""
    return Framework.from_json(json.loads(framework_json(guide)))


def _section(heading: str) -> str:
    """The page from a heading to the next of its rank or above."""
    rank = heading.split(" ")[0]
    start = PAGE.index(f"\n{heading}") + len(heading)
    end = re.compile(rf"\n#{{1,{len(rank)}}} ").search(PAGE, start)
    return PAGE[start : end.start() if end else None]


def _rows(section: str) -> Iterator[list[str]]:
    """The cells of each row of the tables in a section, without their heads."""
    tables = re.findall(r"^\|.*\n\| -.*\n((?:\|.*\n?)+)", section, re.MULTILINE)
    for table in tables:
        for line in table.splitlines():
            yield [cell.strip() for cell in line.strip("|").split("|")]


def _example(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / "examples" / f"{name}.json").read_text("utf-8"))
    return data


def _fields(data: Any, elsewhere: frozenset[str], path: str = "") -> Iterator[str]:
    """The path of every field that holds no further ones."""
    if path in elsewhere:
        yield path
    elif isinstance(data, dict):
        by_id = path.split(".")[-1] in _BY_ID
        for name, value in data.items():
            yield from _fields(value, elsewhere, f"{path}.{'ID' if by_id else name}".strip("."))
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        for item in data:
            yield from _fields(item, elsewhere, f"{path}[]")
    else:
        yield path


def test_the_picture_shows_what_is_imported_now() -> None:
    """`.venv/bin/python -m rooms` draws it again."""
    assert (ROOT / PICTURE).read_text(encoding="utf-8") == drawn(ROOT)


def test_the_table_of_rooms_says_what_each_imports() -> None:
    """The picture in words, for whoever does not see it."""
    table = {
        _CODE.findall(cells[0])[0]: frozenset(_CODE.findall(cells[2]))
        for cells in _rows(_section("## The rooms"))
        if len(cells) == 3
    }
    assert table == imports_of_rooms(ROOT)


@pytest.mark.parametrize("room", ["combine", "guide", "scoring"])
def test_the_parts_of_a_room_are_described(room: str) -> None:
    """All that are there, and none that is gone."""
    package = ROOT / "src" / "mainstream" / room
    rows = _rows(_section(f"### Inside `{room}`"))
    told = [name for cells in rows for name in _CODE.findall(cells[0])]
    assert sorted(told) == sorted(imports_within(package, f"mainstream.{room}"))


def test_every_file_that_the_page_names_is_there() -> None:
    """A name with a slash is a path from the repository's root."""
    named = {code for code in _CODE.findall(PAGE) if re.fullmatch(r"[\w.-]+/[\w./-]*", code)}
    assert len(named) > 30
    assert [path for path in sorted(named) if not Path(ROOT, path).exists()] == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_example_is_read_and_written_unchanged(name: str, framework: Framework) -> None:
    """By the real reader and writer, which have nothing to remark."""
    format_ = FORMATS[name]
    data = _example(format_.example)
    read, notices = format_.read(data, framework)
    assert notices == ()
    assert format_.write(read, framework) == data


@pytest.mark.parametrize("name", FORMATS)
def test_every_field_that_is_written_is_described(name: str, framework: Framework) -> None:
    """Each once, and none that is not written; the example has all of them."""
    format_ = FORMATS[name]
    written = format_.write(format_.read(_example(format_.example), framework)[0], framework)
    fields = set(_fields(written, format_.described_elsewhere))
    rows = _rows(_section(f"### `{name}`"))
    described = [field for cells in rows for field in _CODE.findall(cells[0])]
    assert sorted(described) == sorted(fields)


def test_people_of_a_workshop_are_responses() -> None:
    """Without what the workshop says already, as the page has it."""
    said_once = {"format", "format_version", "framework"}
    fields = {field.split(".")[0] for field in _fields(_example("response"), frozenset())}
    assert set(_example("workshop")["people"][0]) == fields - said_once
