"""The commands: what they print and how they end."""

import argparse
import json
import tomllib
from pathlib import Path

import pytest

from mainstream import cli
from mainstream.guide import Guide
from mainstream.pages import markdown_pages
from tests.conftest import ROOT
from tests.guide.conftest import MINIMAL, lay_minimal_content


def _commands() -> list[str]:
    (actions,) = (
        action for action in cli.parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    return list(actions.choices)


@pytest.mark.parametrize("command", _commands())
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command has a help text with its own name."""
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    assert f"mainstream {command}" in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A person finds each command, with a line on what it does."""
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    described = {words[0] for words in lines if len(words) > 2}
    assert set(_commands()) <= described


def test_version_prints_the_one_in_pyproject(capsys: pytest.CaptureFixture[str]) -> None:
    """It is written there alone."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    written = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert capsys.readouterr().out == f"mainstream {written}\n"


def test_check_says_what_it_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Content without problems gives one line and success."""
    assert cli.main(["check", str(MINIMAL)]) == 0
    assert capsys.readouterr().out == (
        "No problems in 1 level, 2 enablers, 1 case study, 1 source, 1 place, 1 theme, "
        "1 purpose, 1 situation, 1 term, 1 tool.\n"
    )


def test_check_prints_every_problem_and_their_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each problem has a line, the count comes last, and the status is 1."""
    lay_minimal_content(tmp_path)
    (tmp_path / "content/themes.yml").write_text("")
    (tmp_path / "content/places.yml").unlink()
    assert cli.main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "content/places.yml:1:1: this file is missing.",
        "content/themes.yml:1:1: this file is empty.",
        "2 problems",
    ]


def test_check_reads_this_folder_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an argument the root is where the command is run."""
    monkeypatch.chdir(MINIMAL)
    assert cli.main(["check"]) == 0
    assert "2 enablers" in capsys.readouterr().out


def test_new_tool_writes_a_start_that_is_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the file; where there is no such kind or case study nothing is written."""
    lay_minimal_content(tmp_path)
    case = tmp_path / "content/case-studies/bridge.yml"
    case.write_text(case.read_text("utf-8").split("tool:\n")[0], "utf-8")
    assert cli.main(["new", "tool", "ladders", "bridge", str(tmp_path)]) == 2
    assert 'Did you mean "ladder"?' in capsys.readouterr().err
    assert cli.main(["new", "tool", "ladder", "bridge", str(tmp_path)]) == 0
    assert "bridge.yml" in capsys.readouterr().out
    assert cli.main(["check", str(tmp_path)]) == 0
    assert "1 tool" in capsys.readouterr().out


def test_schema_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The output can be saved as it is and given to an editor."""
    assert cli.main(["schema", "enabler"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Enabler"


def test_an_unknown_kind_of_schema_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong kind ends with a usage error that lists the kinds."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["schema", "enablers"])
    assert ended.value.code == 2
    assert "case-study" in capsys.readouterr().err


def test_pages_writes_what_the_site_is_made_of(
    tmp_path: Path, guide: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another generator gets the same Markdown files as ours."""
    assert cli.main(["pages", str(tmp_path), str(ROOT)]) == 0
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
        for path in tmp_path.rglob("*.md")
    }
    assert written == markdown_pages(guide)
    assert f"Wrote {len(written)} pages" in capsys.readouterr().out


def test_a_problem_of_the_content_ends_any_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written from content that has problems, and there is no traceback."""
    (tmp_path / "content").mkdir()
    assert cli.main(["pages", str(tmp_path / "out"), str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith(" problems")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [["check"], ["combine", "-"], ["pages", "out"]])
def test_outside_the_repository_a_command_says_how_to_name_it(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The framework is in its content."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(command) == 2
    assert capsys.readouterr().err == (
        "mainstream: this folder does not hold content/, which says what the framework is. Name "
        "the toolkit's folder, with --root where other files are named too.\n"
    )
