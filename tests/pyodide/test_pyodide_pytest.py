"""Holds that a run inside Pyodide can fail, says why, and sees what a package imports."""

from pathlib import Path

import pytest

from tests.pyodide.pyodide_pytest import run_inside

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A package that imports something late, under another name, and something that is loaded."""
    package = tmp_path / "src" / "sample"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        "def late():\n    import difflib as d\n    return d\n\n"
        "def loaded():\n    from collections import abc\n    return abc\n"
    )
    return package.parent


def test_a_run_tells_how_each_test_ended(tmp_path: Path, sources: Path) -> None:
    """A failure, an error in a fixture and a skip are each told apart from what passed."""
    tests = tmp_path / "sample"
    tests.mkdir()
    (tests / "test_sample.py").write_text(
        "import pytest, sample, sys\n"
        "def test_right():\n    assert sample.late() and sys.platform == 'emscripten'\n"
        "def test_wrong():\n    assert 'the reason' == sample.loaded().__name__\n"
        "@pytest.fixture\ndef broken():\n    raise ValueError\n"
        "def test_broken(broken):\n    pass\n"
        "def test_skipped():\n    pytest.skip('on purpose')\n"
    )
    (tests / "test_sample_properties.py").write_text("import hypothesis\n")
    run = run_inside(tests, sources=sources, pyodide=PYODIDE, package="sample")
    assert run.exit_code == 1
    assert run.tests == {
        "tests/sample/test_sample.py::test_right": "passed",
        "tests/sample/test_sample.py::test_wrong": "failed",
        "tests/sample/test_sample.py::test_broken": "failed",
        "tests/sample/test_sample.py::test_skipped": "skipped",
    }
    assert "the reason" in run.output
    assert run.library >= {"difflib", "collections"}, "also what pytest has loaded before"


def test_a_run_that_cannot_start_says_so(tmp_path: Path, sources: Path) -> None:
    """Without Pyodide there is no run, and no silence either."""
    with pytest.raises(RuntimeError, match=r"did not run the tests(?s:.*)pyodide\.mjs"):
        run_inside(tmp_path, sources=sources, pyodide=tmp_path, package="sample")
