"""What the browser downloads to run Python: Pyodide's runtime, trimmed, with our package inside.

Pyodide's standard library is source code, and compiling it is most of a cold start. So the
library is cut to what its start and the scoring page's service import, and compiled here, once.
What other pages need besides is in packs.
"""

import ast
import hashlib
import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

from mainstream.runtime.packs import PACKS, library_sources

HERE = Path(__file__).parent
REPLACEMENTS = HERE / "replacements"
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
MANIFEST = "manifest.json"
PYODIDE_FILES = ("pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs")
OUR_PACKAGE = "mainstream"

# What every page that runs Python starts with: the scoring page's service, and what opens packs.
BASE = ("mainstream.scoring.doors.person", "mainstream.scoring.doors.packs")

# Imported by the standard library only once something is used, so that importing our package
# does not show the need.
ALSO_NEEDED = (
    "encodings.ascii",  # a file name or text in plain ASCII
    "encodings.latin_1",  # Pyodide reads bytes of unknown origin with it
    "heapq",  # collections.Counter.most_common
    "traceback",  # the message of an error that nobody expected
)


class RuntimeProblem(Exception):
    """The runtime cannot be built; the message says what to do, for whoever builds the site."""


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


@dataclass(frozen=True)
class Import:
    """An import in a source file: where it stands, the module, and the names taken from it."""

    place: str
    module: str
    names: tuple[str, ...] = ()


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
    lock = _lock_without_packages(pyodide)
    wanted = [Import(name, _module_name(name)) for name in sources] + list(imports(sources))
    _refuse_what_is_replaced(wanted)
    wanted += [Import("always needed", module) for module in ALSO_NEEDED]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        compiled = _compile(work / "base", pyodide, sources, wanted, lock)
        _write_stored_zip(work / LIBRARY, compiled, [])
        built: dict[str, Path] = {}
        larger: dict[str, dict[str, bytes]] = {"": compiled}
        for name, own in packs.items():
            beside = PACKS[name].beside
            there = {**sources, **packs.get(beside, {}), **own}
            needs = [*wanted, *_wanted_by(name, own)]
            larger[name] = _compile(work / name, pyodide, there, needs, lock)
            built[name] = work / f"{name}.zip"
            _write_stored_zip(built[name], larger[name], larger[beside])
        files = [*(pyodide / name for name in PYODIDE_FILES), work / LIBRARY]
        return _publish(output, files, built, lock, inputs)


def sources_of_packs(package: Path, base: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What each pack holds besides the base and the pack it stands beside: text by name in the zip.

    A pack whose service the package lacks is left out, with those beside it.
    """
    packs: dict[str, dict[str, str]] = {}
    for name, pack in PACKS.items():
        own = sources_for(package, [pack.service])
        lacking = f"{pack.service.replace('.', '/')}.py" not in own
        if lacking or (pack.beside and pack.beside not in packs):
            continue
        known = {*base, *packs.get(pack.beside, {})}
        try:
            libraries = library_sources(pack)
        except ModuleNotFoundError as missing:
            raise RuntimeProblem(f"{missing}. Install the Python packages first.") from None
        packs[name] = {**libraries, **{n: text for n, text in own.items() if n not in known}}
    return packs


def _wanted_by(name: str, own: Mapping[str, str]) -> list[Import]:
    """The imports that show what a pack needs; `own` are its sources."""
    ours = {n: text for n, text in own.items() if n.startswith(f"{OUR_PACKAGE}/")}
    modules = (PACKS[name].service, *PACKS[name].also)
    return [*imports(ours), *(Import(f"the pack {name}", module) for module in modules)]


def _compile(
    work: Path,
    pyodide: Path,
    sources: Mapping[str, str],
    wanted: list[Import],
    lock: Mapping[str, Any],
) -> dict[str, bytes]:
    """Bytecode by name in the zip, of every module that the imports load."""
    work.mkdir()
    _write_library_of_sources(work / "library.zip", pyodide / LIBRARY, sources)
    job = {"imports": [astuple(each) for each in wanted], "keptWhole": OUR_PACKAGE, "lock": lock}
    (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
    _run_in_pyodide(pyodide, work)
    compiled = work / "compiled"
    return {
        path.relative_to(compiled).as_posix(): path.read_bytes() for path in compiled.rglob("*.pyc")
    }


def browser_sources(package: Path) -> dict[str, str]:
    """Read what every start needs from the package folder: text by name in the zip."""
    return sources_for(package, BASE)


def sources_for(package: Path, modules: Iterable[str]) -> dict[str, str]:
    """Read modules of our package, and all of it that they import: text by name in the zip.

    What the package folder lacks is left out.
    """
    sources: dict[str, str] = {}
    left = list(modules)
    while left:
        parts = left.pop().split(".")
        if parts[0] != OUR_PACKAGE:
            continue
        for depth in range(1, len(parts) + 1):
            place = package.joinpath(*parts[1:depth])
            for file in (place / "__init__.py", place.with_suffix(".py")):
                if not file.is_relative_to(package) or not file.is_file():
                    continue
                name = f"{OUR_PACKAGE}/{file.relative_to(package).as_posix()}"
                if name not in sources:
                    sources[name] = file.read_text(encoding="utf-8")
                    for each in imports({name: sources[name]}):
                        left += [each.module, *(f"{each.module}.{n}" for n in each.names)]
    return {name: sources[name] for name in sorted(sources)}


def imports(sources: Mapping[str, str]) -> Iterator[Import]:
    """Yield each absolute import in `sources` (text by file name), also those inside functions.

    Those that only a type checker follows are left out: nothing imports them at run time.
    """
    for file, text in sources.items():
        for node in _run_nodes(ast.parse(text, file)):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(f"{file}:{node.lineno}", alias.name)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = tuple(alias.name for alias in node.names)
                yield Import(f"{file}:{node.lineno}", node.module, names)


def _run_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those below `if TYPE_CHECKING:`."""
    yield tree
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield from _run_nodes(node)


def read_manifest(output: Path) -> Manifest:
    """Read what `build` wrote below `output`. Errors: `OSError` where nothing was built."""
    data = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    files = tuple(RuntimeFile(**file) for file in data["files"])
    packs = {name: PackFile(**file) for name, file in data["packs"].items()}
    return Manifest(data["folder"], files, packs, data["lock"], data["inputs"])


def library_modules(output: Path, *packs: str) -> frozenset[str]:
    """Name the modules in the library that `build` wrote below `output`, and in some packs."""
    manifest = read_manifest(output)
    modules: set[str] = set()
    for name in (LIBRARY, *(manifest.packs[pack].name for pack in packs)):
        with zipfile.ZipFile(output / manifest.folder / name) as zipped:
            modules |= {_module_name(entry) for entry in zipped.namelist()}
    return frozenset(modules)


def _hash_of_inputs(files: list[Path], sources: list[dict[str, str]]) -> str:
    ours = [path for path in sorted(HERE.rglob("*")) if path.suffix in {".py", ".mjs"}]
    parts = [(path.name, _sha256(path.read_bytes())) for path in [*files, *ours]]
    parts += [(name, _sha256(text.encode())) for part in sources for name, text in part.items()]
    return _sha256(json.dumps(parts).encode())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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


def _module_name(name: str) -> str:
    return name.rsplit(".", 1)[0].removesuffix("/__init__").replace("/", ".")


def _refuse_what_is_replaced(wanted: list[Import]) -> None:
    """What stands in for a module of Pyodide's is empty; our package must not lean on it."""
    replaced = {path.name.removesuffix(".py") for path in REPLACEMENTS.iterdir()}
    for each in wanted:
        if each.module.split(".")[0] in replaced:
            raise RuntimeProblem(
                f"{each.place}: imports {each.module}, which the browser's Python is built without"
            )


def _lock_without_packages(pyodide: Path) -> dict[str, Any]:
    """Keep only which Pyodide it is, so that nothing is ever asked of another host."""
    lock = json.loads((pyodide / LOCK).read_text(encoding="utf-8"))
    return {"info": lock["info"], "packages": {}}


def _write_library_of_sources(target: Path, stock: Path, sources: Mapping[str, str]) -> None:
    replaced = {
        path.relative_to(REPLACEMENTS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(REPLACEMENTS.rglob("*.py"))
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
    script = HERE / "inside.mjs"
    done = subprocess.run(
        [node, str(script), str(pyodide.resolve()), str(work.resolve())],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        message = (done.stderr or done.stdout).strip()[-2000:]
        raise RuntimeProblem(f"The browser's Python refused our package:\n{message}")


def _write_stored_zip(target: Path, modules: Mapping[str, bytes], known: Iterable[str]) -> None:
    """Zip what is not known yet, stored: the host compresses better, and Python starts sooner."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as zipped:
        for name in sorted(set(modules) - set(known)):
            entry = zipfile.ZipInfo(name)  # dated 1980, so that equal input gives equal bytes
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, modules[name])


def _publish(
    output: Path,
    paths: list[Path],
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
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".runtime-") as beside:
        made = Path(beside, "made")
        (made / folder).mkdir(parents=True)
        for path in (*paths, *packs.values()):
            shutil.copyfile(path, made / folder / path.name)
        text = json.dumps(asdict(manifest), indent=1) + "\n"
        (made / MANIFEST).write_text(text, encoding="utf-8")
        if output.exists():
            shutil.rmtree(output)
        made.rename(output)
    return manifest


def _described(path: Path) -> RuntimeFile:
    return RuntimeFile(path.name, path.stat().st_size, _sha256(path.read_bytes()))
