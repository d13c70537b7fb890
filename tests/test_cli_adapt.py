"""The commands of those who adapt: what they write, what they say and how they end."""

import json
from itertools import islice
from pathlib import Path

import pytest

from mainstream import cli
from mainstream.cli.check import changes
from mainstream.guide import load_guide
from tests.guide.conftest import lay_minimal_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The minimal content with an adaptation that has just begun."""
    lay_minimal_content(tmp_path)
    assert cli.main(["new", "adaptation", 'The "Old" Mill: a trust', str(tmp_path)]) == 0
    return tmp_path


def test_an_adaptation_begins_valid(root: Path) -> None:
    """Also where a name holds what YAML would read."""
    settings = load_guide(root).settings
    assert settings is not None
    assert settings.organisation == 'The "Old" Mill: a trust'
    assert (root / "adaptation" / "toolkit.json").is_file()


def test_an_adaptation_is_not_begun_twice(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there stays."""
    before = (root / "adaptation" / "adaptation.yml").read_text()
    assert cli.main(["new", "adaptation", "Another", str(root)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (root / "adaptation" / "adaptation.yml").read_text() == before


def test_what_is_begun_is_valid_once_the_framework_has_an_id(root: Path) -> None:
    """An enabler, a case study and a tool, all in the adaptation."""
    with (root / "adaptation" / "adaptation.yml").open("a") as settings:
        settings.write("id: mill\n")
    assert cli.main(["new", "enabler", "quiet-rooms", str(root)]) == 0
    assert cli.main(["new", "case-study", "our-story", str(root)]) == 0
    assert cli.main(["new", "tool", "rules", "our-story", str(root)]) == 0
    assert cli.main(["check", str(root)]) == 0
    guide = load_guide(root)
    assert guide.enabler("quiet-rooms").path == "adaptation/enablers/quiet-rooms.yml"
    assert guide.case_study("our-story").tool is not None


@pytest.mark.parametrize("what", ["enabler", "case-study"])
@pytest.mark.parametrize(
    ("id_", "said"),
    [("Quiet rooms", 'Did you mean "quiet-rooms"?'), ("there", "is there already")],
)
def test_what_cannot_be_begun_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], what: str, id_: str, said: str
) -> None:
    """And nothing is written."""
    folder = root / "adaptation" / ("enablers" if what == "enabler" else "case-studies")
    with (root / "adaptation" / "adaptation.yml").open("a") as settings:
        settings.write("id: mill\n")
    cli.main(["new", what, "there", str(root)])
    before = sorted(folder.iterdir())
    assert cli.main(["new", what, id_, str(root)]) == 2
    assert said in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


def test_check_says_it_in_three_ways(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Notices are warnings, and end no run."""
    capsys.readouterr()
    assert cli.main(["check", str(root)]) == 0
    assert "accessibility: is missing" in capsys.readouterr().out
    assert cli.main(["check", "--format", "json", str(root)]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["path"], told["key"], told["notice"]) == (
        "adaptation/adaptation.yml",
        "accessibility",
        True,
    )
    assert cli.main(["check", "--format", "github", str(root)]) == 0
    assert "::warning file=adaptation/adaptation.yml,line=" in capsys.readouterr().out
    with (root / "adaptation" / "adaptation.yml").open("a") as settings:
        settings.write("colors: blue\n")
    assert cli.main(["check", "--format", "github", str(root)]) == 1
    assert "::error file=adaptation/adaptation.yml," in capsys.readouterr().out


def test_watching_looks_again_after_each_change(root: Path) -> None:
    """At once, and then only where a file is another one."""
    file = root / "content" / "themes.yml"
    pauses: list[int] = []

    def pause() -> None:
        pauses.append(1)
        if len(pauses) == 3:
            file.write_text(file.read_text() + "\n# changed\n")

    assert len(list(islice(changes(root, pause), 2))) == 2
    assert len(pauses) == 3


def test_a_difference_needs_an_adaptation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else there is nothing to compare."""
    lay_minimal_content(tmp_path)
    assert cli.main(["diff", str(tmp_path)]) == 2
    assert "begin one with mainstream new adaptation" in capsys.readouterr().err


def test_a_difference_tells_which_enablers_moved(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Apart from what is reworded."""
    with (root / "adaptation" / "adaptation.yml").open("a") as settings:
        settings.write(
            "id: mill\n"
            "levels:\n"
            "  - ground\n"
            "  - {id: water, title: Water, summary: It flows, ours: true,\n"
            "     description: [{text: A level of ours, ours: true}]}\n"
            "change:\n"
            "  - {enabler: second, level: {was: ground, now: water}}\n"
        )
    capsys.readouterr()
    assert cli.main(["diff", str(root)]) == 0
    said = capsys.readouterr().out
    assert "  moved: enabler second, from ground to water\n" in said
    assert "reworded" not in said


def test_a_damaged_record_is_told_and_can_be_written_anew(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the way to mend it."""
    (root / "adaptation" / "toolkit.json").write_text("{")
    assert cli.main(["diff", str(root)]) == 2
    assert "--accept" in capsys.readouterr().err
    assert cli.main(["diff", "--accept", str(root)]) == 0
    assert cli.main(["diff", str(root)]) == 0
