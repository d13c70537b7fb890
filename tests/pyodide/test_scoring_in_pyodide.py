"""Holds that scoring is the same in the browser's Python, stock and trimmed, as in this one."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from mainstream.guide import Guide
from mainstream.pages.framework_json import framework_data
from mainstream.runtime import browser_sources, imports, library_modules
from mainstream.scoring.doors.person import ACTIONS, new_door
from tests.pyodide.pyodide_pytest import InnerRun, collected_here, run_inside

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / "node_modules"
PACKAGE = ROOT / "src" / "mainstream"
TESTS = ROOT / "tests" / "scoring"
ASK = Path(__file__).parent / "ask.mjs"


@pytest.fixture(scope="module")
def inner_run() -> InnerRun:
    """The scoring tests, run once inside the stock runtime."""
    return run_inside(
        TESTS,
        sources=ROOT / "src",
        pyodide=NODE_MODULES / "pyodide",
        package="mainstream/scoring",
    )


def test_every_scoring_test_passes_in_pyodide(inner_run: InnerRun) -> None:
    """The same tests are found as here, there are some, and each of them passes."""
    expected = dict.fromkeys(collected_here(TESTS, root=ROOT), "passed")
    assert expected
    assert inner_run.tests == expected, inner_run.output
    assert inner_run.exit_code == 0, inner_run.output


def test_what_the_scoring_tests_import_is_in_the_trimmed_library(
    inner_run: InnerRun, runtime: Path
) -> None:
    """A module that is imported only when something is used is not missed in a browser.

    The tests are those of the scoring page and of the two packs that are in the same room.
    """
    assert inner_run.library
    assert inner_run.library - library_modules(runtime, "workshop", "tools") == set()


@dataclass(frozen=True)
class Trimmed:
    """What the trimmed runtime said: modules it refused, answers, and how it told an error."""

    refused: dict[str, str]
    answers: list[object]
    error: str


@pytest.fixture(scope="module")
def requests(guide: Guide) -> list[str]:
    """Every action of the service, on the real framework, with good input and bad."""
    framework = framework_data(guide)
    ids = [enabler["id"] for enabler in framework["enablers"]]
    marks = {enabler: {"mark": number % 5 + 1} for number, enabler in enumerate(ids)}
    noted = {**marks, ids[0]: {"state": "not-sure", "note": "Ask Môn — “again”"}}
    about = {"format": "mainstream.response", "format_version": 1, "tag": 97}
    about |= {"framework": {"id": framework["id"], "version": framework["version"]}}
    about |= {"point_of_view": "service", "date": "2026-11-23"}
    plain, full = ({**about, "answers": answers} for answers in (marks, noted))
    asked: list[dict[str, object]] = [
        {"action": "open", "framework": framework, "words": guide.words["result"]}
    ]
    for response in (plain, full):
        asked += [{"action": "result", "response": response, "today": "2026-11-23"}]
        asked += [{"action": "share", "response": response}]
        asked += [
            {"action": "export", "response": response, "kind": kind}
            for kind in ("json", "csv", "svg")
        ]
        asked += [{"action": "read", "text": json.dumps(response)}]
    service = new_door(lambda: 97)
    shared = [json.loads(service.handle(json.dumps(request))) for request in asked]
    links = [answer["value"] for answer in shared if "fragment" in answer["value"]]
    asked += [{"action": "read", "text": link["fragment"]} for link in links]
    asked += [{"action": "read", "text": links[0]["code"].lower()}]
    asked += [{"action": "read", "text": text} for text in ("", "8", "{", "#d=AAAA", "#r=")]
    return [json.dumps(request) for request in asked]


@pytest.fixture(scope="module")
def trimmed(
    runtime: Path, requests: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Trimmed:
    """The trimmed runtime, asked everything, and made to import all that our sources import."""
    modules = sorted({each.module for each in imports(browser_sources(PACKAGE))})
    job = tmp_path_factory.mktemp("ask") / "job.json"
    job.write_text(json.dumps({"modules": modules, "requests": requests}), encoding="utf-8")
    node = shutil.which("node")
    assert node, "Pyodide runs on Node here"
    done = subprocess.run(
        [node, str(ASK), str(runtime), str(job)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    answers = [json.loads(answer) for answer in told["answers"]]
    return Trimmed(told["refused"], answers, told["error"])


def test_the_trimmed_runtime_has_every_module_that_is_named(trimmed: Trimmed) -> None:
    """Each import statement of our sources, also those inside functions, finds its module."""
    assert trimmed.refused == {}


def test_the_requests_try_every_action(requests: list[str]) -> None:
    """An action added to the service must be added here."""
    tried = {json.loads(request)["action"] for request in requests}
    assert tried == set(ACTIONS)


def test_the_trimmed_runtime_answers_as_this_python_does(
    trimmed: Trimmed, requests: list[str]
) -> None:
    """Every action gives the same value or the same problem in both."""
    service = new_door(lambda: 97)
    here = [json.loads(service.handle(request)) for request in requests]
    assert {answer["ok"] for answer in here} == {True, False}
    assert trimmed.answers == here


def test_an_unexpected_error_arrives_whole(trimmed: Trimmed) -> None:
    """What a developer needs survives the trimming: where it happened and what it was."""
    assert "TypeError" in trimmed.error
    assert "mainstream/scoring/doors/door.py" in trimmed.error
