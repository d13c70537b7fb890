"""What the repository says of itself is true: its dependencies, its words, its lock files."""

import importlib.metadata
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from mainstream.guide import Guide
from mainstream.runtime.packs import PACKS
from rooms.imports import imported
from tests.conftest import ROOT
from tests.test_rooms import PACKAGE

_USES_WORDS = (
    *(ROOT / "theme").rglob("*.html"),
    *(ROOT / "src" / "mainstream").rglob("*.jinja"),
    *(ROOT / "src" / "mainstream").rglob("*.py"),
    *(ROOT / "browser").rglob("*.html"),
    *(ROOT / "browser").rglob("*.js"),
)


def _direct_dependencies() -> Iterator[str]:
    for name in ("site.in", "test.in"):
        for line in (ROOT / "requirements" / name).read_text().splitlines():
            if line and not line.startswith(("#", "-")):
                yield re.split(r"[=<>]", line)[0]
    package = json.loads((ROOT / "package.json").read_text())
    yield from package["dependencies"]
    yield from package["devDependencies"]


def test_the_readme_says_what_each_dependency_is_for() -> None:
    """No dependency is added without a reason that a reader can find."""
    table = (ROOT / "README.md").read_text().partition("## What we depend on")[2]
    rows = "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    missing = [
        name for name in _direct_dependencies() if not re.search(rf"(?<![\w/-]){name}\b", rows)
    ]
    assert missing == []


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _imported_packages() -> Iterator[str]:
    """What `src/` and `hooks/` import by its top name, not what runs in the browser alone."""
    in_browser = ROOT / "src" / PACKAGE / "runtime"
    for path in (*(ROOT / "src").rglob("*.py"), *(ROOT / "hooks").glob("*.py")):
        if path != in_browser / "inside.py" and in_browser / "replacements" not in path.parents:
            yield from (name.split(".")[0] for name in imported(path.read_text("utf-8")))
    for pack in PACKS.values():
        yield from pack.libraries


def test_pyproject_names_every_package_that_is_imported() -> None:
    """None comes with another by luck, and none is named that nothing imports."""
    distributions = importlib.metadata.packages_distributions()
    third_party = set(_imported_packages()) - sys.stdlib_module_names - {PACKAGE}
    used = {
        distribution.lower().replace("_", "-")
        for name in third_party
        for distribution in distributions[name]
    }
    not_imported = {"mkdocs-material"}  # the theme, which mkdocs.yml names
    assert set(_project()["dependencies"]) == used | not_imported


def test_every_package_that_is_named_is_locked() -> None:
    """What is built and tested has the version and the hashes of the lock file."""
    lines = (ROOT / "requirements" / "site.in").read_text().splitlines()
    chosen = {re.split(r"[=<>]", line)[0] for line in lines}
    assert set(_project()["dependencies"]) <= chosen


def test_the_changelog_begins_with_this_version() -> None:
    """Or with what is not released yet, above it."""
    headings = re.findall(r"^## \[?([\w.]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    version = _project()["version"]
    assert headings[0] in {"Unreleased", version}
    if headings[0] == "Unreleased":
        assert headings[1:2] in ([], [version])


def test_lock_files_name_no_address() -> None:
    """A lock holds versions and hashes; where to fetch from is the machine's own setting."""
    locks = [*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"]
    assert [
        lock.name for lock in locks if re.search(r"index-url|find-links|resolved", lock.read_text())
    ] == []


def test_every_locked_package_has_hashes() -> None:
    """Nothing is installed that is not the file we chose."""
    for lock in (ROOT / "requirements").glob("*.txt"):
        for entry in re.split(r"\n(?=[a-z])", lock.read_text()):
            if "==" in entry:
                assert "--hash=sha256:" in entry, entry.splitlines()[0]


def _halves(key: str) -> Iterator[str]:
    """What code holds that puts a key together: `counts_` and a state, or a format and `_hint`."""
    for match in re.finditer("_", key):
        yield key[: match.end()]
        yield key[match.start() :]


def test_every_word_of_the_interface_is_used(guide: Guide) -> None:
    """A word that nothing shows is not left for a translator to puzzle over."""
    code = "\n".join(path.read_text() for path in _USES_WORDS)
    used = set(re.findall(r"[A-Za-z0-9_-]+", code))
    unused = [
        f"{area}.{key}"
        for area, entries in guide.words.items()
        for key in entries
        if used.isdisjoint({key, *_halves(key)})
    ]
    assert unused == []


def test_the_readme_shows_pictures_that_exist() -> None:
    """Every picture in the README is in the repository."""
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (ROOT / "README.md").read_text())
    assert pictures
    assert [name for name in pictures if not Path(ROOT, name).is_file()] == []


def test_every_action_is_pinned_by_commit() -> None:
    """A tag can be moved to other code, a commit cannot; the version next to it is for people."""
    workflows = [
        *(ROOT / ".github" / "workflows").glob("*.yml"),
        *(ROOT / "publishing").glob("*.yml"),
    ]
    used = [
        line.strip()
        for path in workflows
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\buses:", line)
    ]
    assert len(used) >= 8
    pinned = re.compile(r"(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*")
    assert [line for line in used if not pinned.fullmatch(line)] == []


def test_the_checks_run_on_every_python_that_is_promised() -> None:
    """The oldest in the matrix is the oldest that the package takes."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yml").read_text())
    matrix = workflow["jobs"]["quick"]["strategy"]["matrix"]["include"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    package = json.loads((ROOT / "package.json").read_text())
    assert project["requires-python"] == f">={matrix[0]['python']}"
    assert package["engines"]["node"] == f">={matrix[0]['node']}"


def test_what_runs_before_a_commit_is_our_own() -> None:
    """Nothing is downloaded for a hook: each calls a tool that the locks hold."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]
    for hook in hooks["repos"][0]["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].startswith((".venv/bin/", "node_modules/.bin/")), hook["id"]


def test_benchmarks_ask_for_modules_that_are_there() -> None:
    """They run by hand, and so nobody would see at once that a module has moved."""
    text = (ROOT / "benchmarks" / "engine.py").read_text(encoding="utf-8")
    asked = re.findall(r"/ours/(browser/[\w./]+\.js)", text)
    assert asked
    assert [path for path in asked if not (ROOT / path).is_file()] == []
