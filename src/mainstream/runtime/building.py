"""Builds the runtime: finds what is needed, compiles it, and publishes it under hashed names."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mainstream.runtime.compiling import (
    LOCK,
    compiled_modules,
    lock_without_packages,
    refuse_what_is_replaced,
    write_stored_zip,
)
from mainstream.runtime.manifest import (
    LIBRARY,
    MANIFEST,
    Manifest,
    PackFile,
    RuntimeFile,
    read_manifest,
    write_manifest,
)
from mainstream.runtime.packs import PACKS
from mainstream.runtime.problem import RuntimeProblem
from mainstream.runtime.sources import (
    OUR_PACKAGE,
    Import,
    browser_sources,
    imports,
    module_name,
    sources_of_packs,
)

PYODIDE_FILES = ("pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs")

# Imported by the standard library only once something is used, so that importing our package
# does not show the need.
_ALSO_NEEDED = (
    "encodings.ascii",  # a file name or text in plain ASCII
    "encodings.latin_1",  # Pyodide reads bytes of unknown origin with it
    "heapq",  # collections.Counter.most_common
    "traceback",  # the message of an error that nobody expected
)


def build(output: Path, *, node_modules: Path, package: Path) -> Manifest:
    """Write the runtime below `output`, with the Python package folder `package` inside.

    `output` then holds `manifest.json` and one folder; earlier folders are removed. The same input
    gives the same bytes, and where `output` was made from the same input nothing is done.

    Errors: `RuntimeProblem` where Node or the npm package is missing, where our package imports
    something that the browser's Python does not have, or where `output` holds other files.
    """
    pyodide = node_modules / "pyodide"
    needed = [pyodide / name for name in (*PYODIDE_FILES, LIBRARY, LOCK)]
    for path in needed:
        if not path.is_file():
            raise RuntimeProblem(f"{path} is missing. Install the npm packages first: npm ci")
    sources = browser_sources(package)
    packs = sources_of_packs(package, sources)
    inputs = _hash_of_inputs(needed, [sources, *packs.values()])
    made = _already_made(output, inputs)
    if made:
        return made

    if output.exists() and any(output.iterdir()) and not (output / MANIFEST).exists():
        raise RuntimeProblem(f"{output} holds something else. Choose an empty or a new folder.")
    lock = lock_without_packages(pyodide)
    with tempfile.TemporaryDirectory() as folder:
        library, zips = _zips(Path(folder), pyodide, sources, packs, lock)
        files = [*(pyodide / name for name in PYODIDE_FILES), library]
        return _publish(output, files, zips, lock, inputs)


def files_that_build() -> list[Path]:
    """Our own files that decide what is built: after a change to one, `build` builds again."""
    here = Path(__file__).parent
    return [path for path in sorted(here.rglob("*")) if path.suffix in {".py", ".mjs"}]


def _zips(
    work: Path,
    pyodide: Path,
    sources: Mapping[str, str],
    packs: Mapping[str, Mapping[str, str]],
    lock: Mapping[str, Any],
) -> tuple[Path, dict[str, Path]]:
    """Compile into `work`: the library, and each pack by its name."""
    wanted = [Import(name, module_name(name)) for name in sources] + list(imports(sources))
    refuse_what_is_replaced(wanted)
    wanted += [Import("always needed", module) for module in _ALSO_NEEDED]
    library = work / LIBRARY
    compiled = compiled_modules(work / "base", pyodide, sources, wanted, lock)
    write_stored_zip(library, compiled, known=())
    zips: dict[str, Path] = {}
    larger: dict[str, dict[str, bytes]] = {"": compiled}
    for name, own in packs.items():
        base = PACKS[name].depends_on
        there = {**sources, **packs.get(base, {}), **own}
        needs = [*wanted, *_wanted_by(name, own)]
        larger[name] = compiled_modules(work / name, pyodide, there, needs, lock)
        zips[name] = work / f"{name}.zip"
        write_stored_zip(zips[name], larger[name], known=larger[base])
    return library, zips


def _wanted_by(name: str, own: Mapping[str, str]) -> list[Import]:
    """The imports that show what a pack needs; `own` are its sources."""
    ours = {n: text for n, text in own.items() if n.startswith(f"{OUR_PACKAGE}/")}
    modules = (PACKS[name].service, *PACKS[name].also)
    return [*imports(ours), *(Import(f"the pack {name}", module) for module in modules)]


def _hash_of_inputs(files: Sequence[Path], sources: Sequence[Mapping[str, str]]) -> str:
    paths = [*files, *files_that_build()]
    parts = [(path.name, _sha256(path.read_bytes())) for path in paths]
    parts += [(name, _sha256(text.encode())) for part in sources for name, text in part.items()]
    return _sha256(json.dumps(parts).encode())


def _already_made(output: Path, inputs: str) -> Manifest | None:
    try:
        manifest = read_manifest(output)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # nothing there, or not ours: build it
    folder = output / manifest.folder
    for file in (*manifest.files, *manifest.packs.values()):
        path = folder / file.name
        if not path.is_file() or path.stat().st_size != file.bytes:
            return None
    return manifest if manifest.inputs == inputs else None


def _publish(
    output: Path,
    paths: Sequence[Path],
    packs: Mapping[str, Path],
    lock: Mapping[str, Any],
    inputs: str,
) -> Manifest:
    """Copy the files into a folder named for what they hold; replace `output` whole."""
    files = tuple(_described(path) for path in sorted(paths, key=lambda path: path.name))
    described = {
        name: PackFile(**asdict(_described(path)), service=PACKS[name].service)
        for name, path in sorted(packs.items())
    }
    hashes = [(file.name, file.sha256) for file in (*files, *described.values())]
    folder = _sha256(json.dumps(hashes).encode())[:16]
    manifest = Manifest(folder, files, described, lock, inputs)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".runtime-") as temporary:
        made = Path(temporary, "made")
        (made / folder).mkdir(parents=True)
        for path in (*paths, *packs.values()):
            shutil.copyfile(path, made / folder / path.name)
        write_manifest(manifest, made)
        if output.exists():
            shutil.rmtree(output)
        made.rename(output)
    return manifest


def _described(path: Path) -> RuntimeFile:
    return RuntimeFile(path.name, path.stat().st_size, _sha256(path.read_bytes()))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
