"""Packs hold what the start does not, and open into packages that are loaded already."""

import importlib
import sys
import zipfile
from pathlib import Path

import pytest

from mainstream.runtime import LIBRARY, read_manifest, sources_for, sources_of_packs
from mainstream.runtime.packs import PACKS
from mainstream.scoring.doors import packs as opener


def names(path: Path) -> set[str]:
    """What a zip holds."""
    with zipfile.ZipFile(path) as zipped:
        return set(zipped.namelist())


def test_each_pack_is_built_and_described(runtime: Path) -> None:
    """Its service, its libraries, and nothing that the start or the pack it depends on brings."""
    manifest = read_manifest(runtime)
    folder = runtime / manifest.folder
    start = names(folder / LIBRARY)
    assert set(manifest.packs) == set(PACKS)
    for name, file in manifest.packs.items():
        held = names(folder / file.name)
        assert (folder / file.name).stat().st_size == file.bytes
        assert held.isdisjoint(start)
        if base := PACKS[name].depends_on:
            assert held.isdisjoint(names(folder / manifest.packs[base].name))
        assert file.service == PACKS[name].service
        assert f"{file.service.replace('.', '/')}.pyc" in held
        assert {each.split("/")[0] for each in held} >= set(PACKS[name].libraries)


def test_the_start_brings_no_pack(runtime: Path) -> None:
    """Whoever scores alone downloads no workshop, no tools, neither workbooks nor QR codes."""
    manifest = read_manifest(runtime)
    start = names(runtime / manifest.folder / LIBRARY)
    assert not [name for name in start if name.startswith(("openpyxl/", "segno/"))]
    ours = {name.split("/")[-1] for name in start if name.startswith("mainstream/")}
    assert {"person.pyc", "radar_person.pyc", "code.pyc"} <= ours
    assert ours.isdisjoint({"workshop.pyc", "comparison.pyc", "tally.pyc", "log.pyc"})


def test_what_a_service_imports_anywhere_is_read(tmp_path: Path) -> None:
    """Also within a function, and as a name taken from a package; other packages are not."""
    package = tmp_path / "mainstream"
    files = {
        "__init__.py": "",
        "a.py": "import json\nfrom mainstream.b import c\n",
        "b/__init__.py": "",
        "b/c.py": "def late():\n    import mainstream.d\n",
        "b/unused.py": "",
        "d.py": "",
    }
    for name, text in files.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text)
    found = sources_for(package, ["mainstream.a", "mainstream.gone"])
    assert set(found) == {f"mainstream/{name}" for name in files} - {"mainstream/b/unused.py"}


def test_a_pack_that_a_package_lacks_is_left_out(tmp_path: Path) -> None:
    """A fork without the workshop has no workbooks either."""
    (tmp_path / "mainstream" / "qr").mkdir(parents=True)
    (tmp_path / "mainstream" / "qr" / "service.py").write_text("")
    assert set(sources_of_packs(tmp_path / "mainstream", {})) == {"qr"}


def test_a_pack_opens_into_packages_that_lie_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that a package lacks can be imported from it, also where that is loaded later."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    base = tmp_path / "sample_base" / "later"
    base.mkdir(parents=True)
    for folder in (base.parent, base):
        (folder / "__init__.py").write_text("")
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("mainstream/of_a_pack.py", "VALUE = 5\n")
        zipped.writestr("alone_in_a_pack.py", "VALUE = 6\n")
        zipped.writestr("sample_base/later/of_a_pack.py", "VALUE = 7\n")
    opener.open_pack(str(path))
    expected = {
        "mainstream.of_a_pack": 5,
        "alone_in_a_pack": 6,
        "sample_base.later.of_a_pack": 7,
    }
    for name, value in expected.items():
        module = importlib.import_module(name)
        for loaded in (name, *(n for n in list(sys.modules) if n.startswith("sample_base"))):
            monkeypatch.delitem(sys.modules, loaded, raising=False)
        assert value == module.VALUE
