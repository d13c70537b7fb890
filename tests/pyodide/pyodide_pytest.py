"""Runs tests inside Pyodide under Node, with the host's pytest, and tells how each ended."""

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

HERE = Path(__file__).parent
PURE_PYTHON = ("pytest", "pluggy", "iniconfig", "packaging", "pygments")
# They need Hypothesis, part of which is compiled for the host.
HOST_ONLY = "*_properties.py"


@dataclass(frozen=True)
class InnerRun:
    """What a run inside Pyodide came to.

    `tests` is the outcome by test id; `library` the modules of the standard library that the
    watched package imported while they ran; `output` what pytest printed.
    """

    exit_code: int
    tests: dict[str, str]
    library: frozenset[str]
    output: str


def run_inside(tests: Path, *, sources: Path, pyodide: Path, package: str) -> InnerRun:
    """Run the tests of the folder `tests` in Pyodide, importing from `sources` only.

    `package` is a folder below `sources` (`mainstream/scoring`): its code is watched for what it
    imports. Files named `HOST_ONLY` are left out.

    Errors: `RuntimeError` with what was printed, where pytest did not come to an end.
    """
    mounts = {f"/work/tests/{tests.name}": tests, "/work/src": sources}
    for name in PURE_PYTHON:
        mounts |= {f"/work/site/{part.name}": part for part in _parts(name)}
    arguments = ["--rootdir=/work", f"/work/tests/{tests.name}", *_SAME_RULES, *_SAME_FILES]
    options = {
        "folder": "/work",
        "path": ["/work/src", "/work/site"],
        "arguments": arguments,
        "package": package,
    }
    script = str(HERE / "inside_pyodide.py")
    places = {inside: str(path.resolve()) for inside, path in mounts.items()}
    job = {"mounts": places, "script": script, "options": options}
    with tempfile.TemporaryDirectory() as folder:
        job_file = Path(folder, "job.json")
        job_file.write_text(json.dumps(job), encoding="utf-8")
        done = subprocess.run(
            [_node(), str(HERE / "run_pytest.mjs"), str(pyodide), str(job_file)],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"Pyodide did not run the tests:\n{done.stderr[-4000:]}")
    told = json.loads(done.stdout.splitlines()[-1])
    return InnerRun(told["exit"], told["tests"], frozenset(told["library"]), done.stderr)


_SAME_RULES = ("-ra", "--strict-markers", "--strict-config", "-ofilterwarnings=error")
_SAME_FILES = (f"--ignore-glob={HOST_ONLY}", "-pno:cacheprovider")


def collected_here(tests: Path, *, root: Path) -> frozenset[str]:
    """The ids of the tests that this Python finds in the same files."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", f"--rootdir={root}"]
    done = subprocess.run(
        [*command, *_SAME_FILES, str(tests)], capture_output=True, text=True, cwd=root, check=False
    )
    if done.returncode:
        raise RuntimeError(f"The tests could not be collected:\n{done.stdout}{done.stderr}")
    return frozenset(line for line in done.stdout.splitlines() if "::" in line)


def _parts(name: str) -> list[Path]:
    """The folders and files that a distribution has put side by side into site-packages."""
    installed = distribution(name)
    tops = {file.parts[0] for file in installed.files or ()} - {"..", "__pycache__"}
    return [Path(str(installed.locate_file(top))) for top in sorted(tops)]


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Node is missing; Pyodide runs on it")
    return node
