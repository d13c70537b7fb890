"""The library compiled to bytecode by the browser's own Python, which runs under Node here."""

import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from mainstream.runtime.manifest import LIBRARY
from mainstream.runtime.problem import RuntimeProblem
from mainstream.runtime.sources import OUR_PACKAGE, Import

LOCK = "pyodide-lock.json"

_HERE = Path(__file__).parent
_REPLACEMENTS = _HERE / "replacements"
_MESSAGE_LENGTH = 2000  # characters at the end of what Node wrote; the error is there


def compiled_modules(
    work: Path,
    pyodide: Path,
    sources: Mapping[str, str],
    wanted: Sequence[Import],
    lock: Mapping[str, Any],
) -> dict[str, bytes]:
    """Bytecode by name in the zip, of every module that the imports load.

    `work` is a folder that does not exist yet, `pyodide` that of the npm package, `sources` our
    modules as text by name in the zip.

    Errors: `RuntimeProblem` where Node is missing, or where an import finds nothing.
    """
    work.mkdir()
    _write_library_of_sources(work / "library.zip", pyodide / LIBRARY, sources)
    job = {"imports": [astuple(each) for each in wanted], "keptWhole": OUR_PACKAGE, "lock": lock}
    (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
    _run_in_pyodide(pyodide, work)
    compiled = work / "compiled"
    return {
        path.relative_to(compiled).as_posix(): path.read_bytes() for path in compiled.rglob("*.pyc")
    }


def refuse_what_is_replaced(wanted: Iterable[Import]) -> None:
    """What stands in for a module of Pyodide's is empty; our package must not need it.

    Errors: `RuntimeProblem`, with the place of the import.
    """
    replaced = {path.name.removesuffix(".py") for path in _REPLACEMENTS.iterdir()}
    for each in wanted:
        if each.module.split(".")[0] in replaced:
            raise RuntimeProblem(
                f"{each.place}: imports {each.module}, which the browser's Python is built without"
            )


def lock_without_packages(pyodide: Path) -> dict[str, Any]:
    """Keep only which Pyodide it is, so that nothing is ever asked of another host."""
    lock = json.loads((pyodide / LOCK).read_text(encoding="utf-8"))
    return {"info": lock["info"], "packages": {}}


def write_stored_zip(target: Path, modules: Mapping[str, bytes], known: Iterable[str]) -> None:
    """Zip what is not known yet, stored: the host compresses better, and Python starts sooner."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as zipped:
        for name in sorted(set(modules) - set(known)):
            entry = zipfile.ZipInfo(name)  # dated 1980, so that equal input gives equal bytes
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, modules[name])


def _write_library_of_sources(target: Path, stock: Path, sources: Mapping[str, str]) -> None:
    replaced = {
        path.relative_to(_REPLACEMENTS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(_REPLACEMENTS.rglob("*.py"))
    }
    with zipfile.ZipFile(stock) as library, zipfile.ZipFile(target, "w") as zipped:
        for name in library.namelist():
            if name not in replaced:
                zipped.writestr(name, library.read(name))
        for name, text in {**replaced, **sources}.items():
            zipped.writestr(name, text)


def _run_in_pyodide(pyodide: Path, work: Path) -> None:
    node = shutil.which("node")
    if node is None:
        raise RuntimeProblem("Node is missing. It compiles what the browser runs; install Node 20.")
    script = _HERE / "inside.mjs"
    done = subprocess.run(
        [node, str(script), str(pyodide.resolve()), str(work.resolve())],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        message = (done.stderr or done.stdout).strip()[-_MESSAGE_LENGTH:]
        raise RuntimeProblem(f"The browser's Python refused our package:\n{message}")
