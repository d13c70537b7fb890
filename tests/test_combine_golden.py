"""What `mainstream combine` prints, on both channels, and how it ends, for files of many kinds.

`python -m tests.test_combine_golden` answers the cases again after a wanted change; read the
difference before you commit it.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mainstream.cli import main
from tests.conftest import ROOT

CASES = Path(__file__).parent / "golden" / "combine.json"


def cases() -> list[dict[str, Any]]:
    """Each says what it shows, with its files, arguments, lines printed and exit status."""
    loaded: list[dict[str, Any]] = json.loads(CASES.read_text("utf-8"))
    return loaded


@contextlib.contextmanager
def within(folder: Path) -> Iterator[None]:
    """As called from a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def answered(case: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The case with what the command prints and its status, run in an empty folder."""
    for name, lines in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
    printed, err = io.BytesIO(), io.StringIO()
    out = io.TextIOWrapper(printed, encoding="utf-8")
    before = sys.stdin
    sys.stdin = io.StringIO("\n".join(case.get("input", [])))
    try:
        with within(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            root = [] if "outside" in case else ["--root", str(ROOT)]
            status = main(["combine", *case["arguments"], *root])
    finally:
        sys.stdin = before
    out.flush()
    return {
        **case,
        "out": printed.getvalue().decode("utf-8-sig").splitlines(),
        "err": err.getvalue().splitlines(),
        "status": status,
    }


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["says"]))
def test_the_command_prints_what_it_did(case: dict[str, Any], tmp_path: Path) -> None:
    """Line by line."""
    assert answered(case, tmp_path) == case


def _rewrite() -> None:
    done = []
    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            done.append(answered(case, Path(folder)))
    text = json.dumps(done, ensure_ascii=False, indent=1) + "\n"
    CASES.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _rewrite()
