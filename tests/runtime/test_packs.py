"""Packs hold what the start does not, and open into packages that are loaded already."""

import sys
import zipfile
from pathlib import Path

import pytest

from mainstream.runtime import LIBRARY, read_manifest
from mainstream.runtime.packs import PACKS
from mainstream.scoring import packs as opener


def names(path: Path) -> set[str]:
    """What a zip holds."""
    with zipfile.ZipFile(path) as zipped:
        return set(zipped.namelist())


def test_each_pack_is_built_and_described(runtime: Path) -> None:
    """Its room, its library, and nothing that the start brings."""
    manifest = read_manifest(runtime)
    folder = runtime / manifest.folder
    start = names(folder / LIBRARY)
    assert set(manifest.packs) == set(PACKS)
    for name, file in manifest.packs.items():
        held = names(folder / file.name)
        assert (folder / file.name).stat().st_size == file.bytes
        assert held.isdisjoint(start)
        assert f"mainstream/{PACKS[name].room}/service.pyc" in held
        assert {each.split("/")[0] for each in held} >= set(PACKS[name].libraries)


def test_the_start_brings_no_pack(runtime: Path) -> None:
    """Whoever scores alone downloads neither workbooks nor QR codes."""
    manifest = read_manifest(runtime)
    start = names(runtime / manifest.folder / LIBRARY)
    assert not [name for name in start if name.startswith(("openpyxl/", "segno/"))]
    assert "mainstream/scoring/workshop_service.pyc" in start


def test_a_pack_opens_into_a_package_that_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that the package lacked can be imported from it."""
    for module in list(sys.modules.values()):
        places = getattr(module, "__path__", None)
        if isinstance(places, list):
            monkeypatch.setattr(module, "__path__", list(places))
    monkeypatch.setattr(sys, "path", list(sys.path))
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("mainstream/of_a_pack.py", "VALUE = 5\n")
        zipped.writestr("alone_in_a_pack.py", "VALUE = 6\n")
    opener.open_pack(str(path))
    for name, value in (("mainstream.of_a_pack", 5), ("alone_in_a_pack", 6)):
        module = __import__(name, fromlist=["VALUE"])
        monkeypatch.delitem(sys.modules, name)
        assert value == module.VALUE
