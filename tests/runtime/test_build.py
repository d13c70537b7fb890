"""Holds that the built runtime is complete, repeatable, and what its manifest says."""

import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from mainstream.runtime import Manifest, RuntimeProblem, build, read_manifest
from mainstream.runtime.__main__ import main
from mainstream.runtime.building import files_that_build
from tests.runtime.conftest import NODE_MODULES, PACKAGE


def a_package(folder: Path, service: str) -> Path:
    """Write a small package of our package's shape below `folder`, and return it."""
    package = folder / "mainstream"
    (package / "scoring" / "doors").mkdir(parents=True)
    (package / "__init__.py").write_text('"""Our package."""\n')
    (package / "scoring" / "__init__.py").write_text('"""Scoring."""\n')
    (package / "scoring" / "doors" / "__init__.py").write_text('"""Doors."""\n')
    (package / "scoring" / "doors" / "person.py").write_text(service)
    return package


@dataclass(frozen=True)
class Built:
    """A small package, the runtime that was built from it, and what the build returned."""

    package: Path
    output: Path
    manifest: Manifest


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built from nothing, for tests that begin with a runtime which is there already."""
    folder = tmp_path_factory.mktemp("built")
    package = a_package(folder, "import json, re\nNAMES = frozenset({'a', 'b', 'c'})\n")
    output = folder / "runtime"
    return Built(package, output, build(output, node_modules=NODE_MODULES, package=package))


@pytest.fixture
def built(built_once: Built, tmp_path: Path) -> Built:
    """The same in a folder that the test may change; files keep their times."""
    package, output = tmp_path / "mainstream", tmp_path / "runtime"
    shutil.copytree(built_once.package, package)
    shutil.copytree(built_once.output, output)
    return Built(package, output, built_once.manifest)


def entries(output: Path) -> dict[str, bytes]:
    """The library zip below `output`, bytes by name."""
    manifest = read_manifest(output)
    with zipfile.ZipFile(output / manifest.folder / "python_stdlib.zip") as library:
        return {name: library.read(name) for name in library.namelist()}


def test_the_manifest_says_what_is_there(runtime: Path) -> None:
    """Names, sizes and hashes are those of the files, and there is one folder."""
    manifest = read_manifest(runtime)
    there = {path.name: path for path in (runtime / manifest.folder).iterdir()}
    assert sorted(path.name for path in runtime.iterdir()) == sorted(
        [manifest.folder, "manifest.json"]
    )
    described = [*manifest.files, *manifest.packs.values()]
    assert sorted(file.name for file in described) == sorted(there)
    for file in described:
        data = there[file.name].read_bytes()
        assert (file.bytes, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert manifest.bytes == sum(file.bytes for file in manifest.files)


def test_the_runtime_is_far_smaller_than_what_it_is_made_from(runtime: Path) -> None:
    """The library holds our package and at most half of the modules that Pyodide brings."""
    with zipfile.ZipFile(NODE_MODULES / "pyodide" / "python_stdlib.zip") as stock:
        modules = len(stock.namelist())
    names = entries(runtime)
    assert "mainstream/scoring/doors/person.pyc" in names
    assert len(names) < modules / 2


def test_the_library_is_stored_bytecode_that_is_never_checked(runtime: Path) -> None:
    """Entries are sorted, dated alike, uncompressed, and need no source next to them."""
    manifest = read_manifest(runtime)
    with zipfile.ZipFile(runtime / manifest.folder / "python_stdlib.zip") as library:
        infos = library.infolist()
        flags = {library.read(info)[4:8] for info in infos}
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {Path(info.filename).suffix for info in infos} == {".pyc"}
    assert flags == {(1).to_bytes(4, "little")}, "PEP 552: by hash, never checked"


def test_the_same_input_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """Two builds from nothing agree, so that a host's cache stays good."""
    again = tmp_path / "again"
    second = build(again, node_modules=NODE_MODULES, package=built.package)
    assert second == built.manifest
    assert entries(again) == entries(built.output)


def test_unchanged_input_builds_nothing(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build needs no Node and leaves the files alone; a change builds again."""
    package, output, first = built.package, built.output, built.manifest
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}

    with monkeypatch.context() as without_node:
        without_node.setenv("PATH", "")
        assert build(output, node_modules=NODE_MODULES, package=package) == first
        assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before

    (package / "scoring" / "doors" / "person.py").write_text("import json\nVALUE = 1\n")
    second = build(output, node_modules=NODE_MODULES, package=package)
    assert second.folder != first.folder
    assert sorted(path.name for path in output.iterdir()) == sorted(
        [second.folder, "manifest.json"]
    )


def test_each_file_of_the_runtimes_own_folder_counts_as_input() -> None:
    """After a change to how the runtime is made, it is made again."""
    folder = PACKAGE / "runtime"
    there = {path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert set(files_that_build()) == there


@pytest.mark.parametrize(
    "damage", ["a file gone", "a file cut short", "a manifest of another form"]
)
def test_a_damaged_runtime_is_built_again(built: Built, damage: str) -> None:
    """What was interrupted or edited is not taken for what was built."""
    package, output, whole = built.package, built.output, built.manifest
    glue = output / whole.folder / "pyodide.mjs"
    if damage == "a file gone":
        glue.unlink()
    elif damage == "a file cut short":
        glue.write_bytes(glue.read_bytes()[:-1])
    else:
        (output / "manifest.json").write_text(json.dumps({"files": []}))
    assert build(output, node_modules=NODE_MODULES, package=package) == whole
    assert glue.stat().st_size == {file.name: file.bytes for file in whole.files}["pyodide.mjs"]


def test_an_import_inside_a_function_is_in_the_library(tmp_path: Path) -> None:
    """What is imported only when something is used is there when it is used."""
    package = a_package(
        tmp_path,
        "def closest(a, b):\n    import difflib\n    from importlib import resources\n",
    )
    build(tmp_path / "runtime", node_modules=NODE_MODULES, package=package)
    names = entries(tmp_path / "runtime")
    assert "difflib.pyc" in names
    assert "importlib/resources/__init__.pyc" in names


def test_an_import_that_the_browser_lacks_is_named(tmp_path: Path) -> None:
    """The build stops and says which file and line ask for which module."""
    package = a_package(tmp_path, "import json\n\ndef late():\n    import yaml\n")
    with pytest.raises(RuntimeProblem, match=r"mainstream/scoring/doors/person\.py:4: .* yaml"):
        build(tmp_path / "runtime", node_modules=NODE_MODULES, package=package)
    assert not (tmp_path / "runtime").exists()


def test_an_import_of_what_was_left_out_is_named(tmp_path: Path) -> None:
    """A module that something empty stands in for is refused, not found empty in use."""
    package = a_package(tmp_path, "import asyncio.events\n")
    with pytest.raises(RuntimeProblem, match=r"person\.py:1: imports asyncio\.events, which"):
        build(tmp_path / "runtime", node_modules=NODE_MODULES, package=package)


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    """A wrong folder on the command line costs nobody their files."""
    (tmp_path / "letter.txt").write_text("Dear all")
    package = a_package(tmp_path / "source", "")
    with pytest.raises(RuntimeProblem, match="holds something else"):
        build(tmp_path, node_modules=NODE_MODULES, package=package)
    assert (tmp_path / "letter.txt").read_text() == "Dear all"


def test_missing_npm_packages_are_named(tmp_path: Path) -> None:
    """A fresh clone learns which command it has not run."""
    package = a_package(tmp_path, "")
    with pytest.raises(RuntimeProblem, match=r"pyodide\.asm\.mjs is missing.*npm ci"):
        build(tmp_path / "runtime", node_modules=tmp_path, package=package)


def test_missing_node_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Node learns what to install."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeProblem, match="Node is missing"):
        build(tmp_path / "runtime", node_modules=NODE_MODULES, package=a_package(tmp_path, ""))


def test_the_command_builds_and_says_what_it_built(
    tmp_path: Path, runtime: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m mainstream.runtime OUTPUT` prints each file, and a problem without a traceback."""
    output = tmp_path / "copy"
    shutil.copytree(runtime, output)
    assert main([str(output), "--node-modules", str(NODE_MODULES)]) == 0
    manifest: Manifest = read_manifest(runtime)
    assert f"{manifest.folder}/pyodide.asm.wasm" in capsys.readouterr().out

    assert main([str(output), "--node-modules", str(tmp_path)]) == 1
    assert "npm ci" in capsys.readouterr().err
