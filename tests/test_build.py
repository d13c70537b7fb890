"""The build as whoever publishes runs it: broken content stops it with a message to act on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture
def copy(tmp_path: Path, runtime: Path) -> Path:
    """A copy of what a build reads; the installed packages and the runtime are this one's."""
    assert runtime.is_relative_to(ROOT / "build")
    for name in ("content", "docs", "hooks", "theme", "browser", "adaptation", "languages", "src"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name in ("build", "node_modules"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def _build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )


def test_a_broken_file_ends_the_build_with_its_place_and_a_suggestion(copy: Path) -> None:
    """File, line, column, key and what was meant; exit status 1; no traceback."""
    path = copy / "content" / "enablers" / "reframing-risk.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(i for i, line in enumerate(lines, 1) if line.startswith("level:"))
    lines[number - 1] = lines[number - 1].replace("level:", "levle:")
    path.write_text("".join(lines), encoding="utf-8")
    result = _build(copy)
    output = result.stdout + result.stderr
    assert result.returncode == 1
    assert f"content/enablers/reframing-risk.yml:{number}:1: levle:" in output
    assert 'Did you mean "level"?' in output
    assert "Traceback" not in output


def test_a_broken_link_ends_the_build(copy: Path) -> None:
    """A strict build names the page and the target, and fails."""
    page = copy / "docs" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[gone](gone.md)\n", encoding="utf-8")
    result = _build(copy)
    assert result.returncode == 1
    assert "'about.md' contains a link 'gone.md'" in result.stdout + result.stderr


def test_the_same_content_builds_the_same_files(copy: Path) -> None:
    """Two builds differ in nothing but the date in the sitemap."""
    builds = []
    for _ in range(2):
        assert _build(copy).returncode == 0
        site = copy / "site"
        builds.append(
            {
                path.relative_to(site).as_posix(): path.read_bytes()
                for path in site.rglob("*")
                if path.is_file() and not path.name.startswith("sitemap")
            }
        )
    first, second = builds
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    # A template that misses a key of a dictionary may show the dictionary's own method.
    pages = (name for name in first if name.endswith(".html"))
    assert [name for name in pages if b"built-in method" in first[name]] == []
