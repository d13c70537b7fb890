"""What a build of the runtime wrote: its files with sizes and hashes, and how that is read back."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mainstream.runtime.sources import module_name

LIBRARY = "python_stdlib.zip"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class RuntimeFile:
    """A file that the browser downloads: its name, its size in bytes, its SHA-256 in hex."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class PackFile(RuntimeFile):
    """A pack's file, and the module whose `handle` answers its requests."""

    service: str


@dataclass(frozen=True)
class Manifest:
    """What was built.

    `files` are what a start needs; `packs`, by name, are fetched only when they are wanted. The
    folder's name is a hash of all of them, `inputs` a hash of what made them. `lock` is what
    Pyodide asks for as its lock file: the version it is, and no packages.
    """

    folder: str
    files: tuple[RuntimeFile, ...]
    packs: Mapping[str, PackFile]
    lock: Mapping[str, Any]
    inputs: str

    @property
    def bytes(self) -> int:
        """The size of what a start needs, uncompressed."""
        return sum(file.bytes for file in self.files)


def read_manifest(output: Path) -> Manifest:
    """Read what `build` wrote below `output`. Errors: `OSError` where nothing was built."""
    data = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    files = tuple(RuntimeFile(**file) for file in data["files"])
    packs = {name: PackFile(**file) for name, file in data["packs"].items()}
    return Manifest(data["folder"], files, packs, data["lock"], data["inputs"])


def write_manifest(manifest: Manifest, output: Path) -> None:
    """Write it where `read_manifest` looks for it."""
    text = json.dumps(asdict(manifest), indent=1) + "\n"
    (output / MANIFEST).write_text(text, encoding="utf-8")


def library_modules(output: Path, *packs: str) -> frozenset[str]:
    """Name the modules in the library that `build` wrote below `output`, and in some packs."""
    manifest = read_manifest(output)
    modules: set[str] = set()
    for name in (LIBRARY, *(manifest.packs[pack].name for pack in packs)):
        with zipfile.ZipFile(output / manifest.folder / name) as zipped:
            modules |= {module_name(entry) for entry in zipped.namelist()}
    return frozenset(modules)
