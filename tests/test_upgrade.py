"""A fork that adapts the toolkit and pulls a newer version: no conflict, and a report."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mainstream import cli
from tests.conftest import ROOT

_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Tests"), ("EMAIL", "tests@example.org"))
}


def git(folder: Path, *arguments: str) -> None:
    """Run git there; the machine's own settings play no part."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env=os.environ | _AUTHOR | alone,
    )


def committed(folder: Path, message: str) -> None:
    """Everything there is, as a commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--message", message)


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """The toolkit's repository, as far as its content goes."""
    folder = tmp_path / "upstream"
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "adaptation").mkdir()
    shutil.copy(ROOT / "adaptation" / "README.md", folder / "adaptation")
    git(folder, "init", "--initial-branch", "main")
    committed(folder, "The toolkit")
    return folder


@pytest.fixture
def fork(upstream: Path, tmp_path: Path) -> Path:
    """An organisation's clone with an adaptation: one enabler removed, one text reworded."""
    folder = tmp_path / "fork"
    git(tmp_path, "clone", str(upstream), str(folder))
    root = str(folder)
    assert cli.main(["new", "adaptation", "Northshire Council", root]) == 0
    settings = folder / "adaptation" / "adaptation.yml"
    with settings.open("a", encoding="utf-8") as file:
        file.write(
            "id: northshire\n"
            "remove:\n"
            "  enablers: [{id: advocacy-and-influence, why: Our partners do this}]\n"
            "change:\n"
            "  - enabler: reframing-risk\n"
            "    title:\n"
            "      was: Reframing how we understand and perceive risk\n"
            "      now: Seeing risk anew\n"
        )
    assert cli.main(["new", "enabler", "digital-inclusion", root]) == 0
    assert cli.main(["check", root]) == 0
    committed(folder, "Our version")
    return folder


def test_a_newer_version_merges_and_is_reported(
    upstream: Path, fork: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Upstream rewords, adds an enabler and rewrites its notes; nothing is in the way."""
    enablers = upstream / "content" / "enablers"
    _replace(enablers / "reframing-risk.yml", "understand and perceive", "look at")
    _replace(enablers / "advocacy-and-influence.yml", "number: 6", "number: 6  # as before")
    text = (enablers / "sharing-information.yml").read_text("utf-8")
    (enablers / "shared-learning.yml").write_text(
        text.replace("number: 10", "number: 12").replace(
            "sharing-information.", "shared-learning."
        ),
        "utf-8",
    )
    (upstream / "adaptation" / "README.md").write_text("# Your own layer\n\nTold anew.\n", "utf-8")
    committed(upstream, "A newer version")

    git(fork, "pull", "--no-rebase", "--no-edit")
    capsys.readouterr()
    assert cli.main(["check", str(fork)]) == 0
    said = capsys.readouterr().out
    assert (
        "“Reframing how we understand and perceive risk” and is now “Reframing how we look at"
        in said
    )
    assert "12 enablers" in said

    assert cli.main(["diff", str(fork)]) == 0
    told = capsys.readouterr().out
    assert "removed: enabler advocacy-and-influence: Our partners do this" in told
    assert "reworded: enabler reframing-risk, title" in told
    assert "new: enablers/shared-learning.yml" in told
    assert "title: “Reframing how we understand and perceive risk” is now" in told

    assert cli.main(["diff", "--accept", str(fork)]) == 0
    capsys.readouterr()
    assert cli.main(["diff", str(fork)]) == 0
    assert "texts are as they were" in capsys.readouterr().out


def _replace(file: Path, was: str, now: str) -> None:
    text = file.read_text("utf-8")
    assert was in text, was
    file.write_text(text.replace(was, now, 1), "utf-8")
