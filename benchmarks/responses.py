"""Measures how long many people's answers take, in the browser and on the command line.

Run `python -m benchmarks.responses` from the repository's root; `--write` keeps the table in
`benchmarks/results/responses.md`.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from mainstream.guide import load_guide
from mainstream.pages import framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import MARKED, TAGS, Answer, Response
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.tables.people import people_rows
from tests.browser.serving import serve_folder
from tests.chromium import launch_chromium

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "responses.md"

CALLS = """async ({ runtime, browser, open, calls }) => {
  const { Engine } = await import(new URL("engine/engine.js", browser));
  const engine = new Engine({ runtimeUrl: runtime, pack: "workshop" });
  await engine.call("open", open);
  const begin = performance.now();
  let workshop = calls.workshop;
  for (const { action, ...fields } of calls.steps) {
    const value = await engine.call(action, { ...fields, workshop }, { timeoutMs: 600000 });
    workshop = value.workshop ?? workshop;
  }
  return { milliseconds: performance.now() - begin, people: workshop.people.length };
}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args(arguments)
    table = measured(given.runs)
    print(table)
    if given.write:
        RESULTS.write_text(table, encoding="utf-8")
    return 0


def measured(runs: int) -> str:
    """The table as Markdown."""
    guide = load_guide(ROOT)
    framework = Framework.from_json(framework_data(guide))
    words = {**guide.words["result"], **guide.words["import"], **guide.words["workshop"]}
    people = _people(framework, 10_000)
    table = write_delimited(people_rows(framework, people, words))
    codes = "\n".join(write_code(framework, each, each.tag or 0) or "" for each in people[:200])
    opening = {"framework": framework_data(guide), "words": words}
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
            cwd=ROOT,
            check=True,
        )
        rows += _in_the_browser(site, opening, table, codes, runs)
        rows += _on_the_command_line(Path(folder), table, runs)
    return (
        f"# Many people's answers\n\nMedians of {runs} runs, on {os.cpu_count()} cores. "
        "Seconds differ from machine to machine.\n\n"
        "| what | measured | budget |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def _in_the_browser(
    site: Path, opening: dict[str, Any], table: str, codes: str, runs: int
) -> list[str]:
    framework = {name: opening["framework"][name] for name in ("id", "version")}
    empty = {"format": "mainstream.workshop", "format_version": 1, "framework": framework}
    many = [{"action": "gather", "name": "people.csv", "text": table}, {"action": "compare"}]
    few = [{"action": "gather", "text": codes}]
    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        page = browser.new_page()
        page.goto(address)

        def run(steps: list[dict[str, Any]]) -> float:
            return _call(page, address, opening, {"workshop": empty, "steps": steps})

        rows = [
            _row("200 codes pasted at once, in the browser", lambda: run(few), runs, "1 s"),
            _row("10,000 people's table read and compared, in the browser",
                 lambda: run(many), runs, "2 s"),
        ]  # fmt: skip
        browser.close()
    return rows


def _call(page: Page, address: str, opening: dict[str, Any], calls: dict[str, Any]) -> float:
    given = {
        "runtime": f"{address}assets/runtime/",
        "browser": f"{address}assets/browser/",
        "open": opening,
        "calls": calls,
    }
    return float(page.evaluate(CALLS, given)["milliseconds"]) / 1000


def _on_the_command_line(folder: Path, table: str, runs: int) -> list[str]:
    heading, _, body = table.partition("\r\n")
    paths = {}
    for people in (10_000, 100_000, 1_000_000):
        paths[people] = folder / f"{people}.csv"
        with paths[people].open("w", encoding="utf-8", newline="") as file:
            file.write(heading + "\r\n")
            for _ in range(people // 10_000):
                file.write(body)
    rows = [
        _row("10,000 people's table read and compared, on the command line",
             lambda: _combine(paths[10_000])[0], runs, "1 s"),
    ]  # fmt: skip
    for people in (100_000, 1_000_000):
        seconds, megabytes = _combine(paths[people])
        what = f"{people:,} people's table, on the command line, once"
        rows.append(f"| {what} | {seconds:.1f} s, {megabytes:.0f} MB | memory does not grow |")
    return rows


def _combine(path: Path) -> tuple[float, float]:
    """Seconds, and the most memory in megabytes, of one run of its own."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.combine_once", str(path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return time.perf_counter() - begin, float(done.stdout.split()[-1])


def _people(framework: Framework, count: int) -> list[Response]:
    chance = random.Random(1)
    return [
        Response(
            framework.id,
            framework.version,
            point_of_view=framework.points_of_view[0].id,
            tag=chance.randrange(TAGS),
            answers={
                enabler.id: Answer(MARKED, chance.randint(1, framework.scale.points))
                for enabler in framework.enablers
            },
        )
        for _ in range(count)
    ]


def _row(what: str, run: Callable[[], float], runs: int, budget: str) -> str:
    return f"| {what} | {statistics.median(run() for _ in range(runs)):.2f} s | {budget} |"


if __name__ == "__main__":
    sys.exit(main())
