"""Measures how fast Python starts in the browser, and what that downloads, ours and the stock one.

Run `python -m benchmarks.engine` from the repository's root; `--write` keeps the table in
`benchmarks/results/engine.md`. Both runtimes are served from this machine in the same run, and
each start is a fresh browser's. A start is from the click to the first result: download, start,
open the framework, score one response.
"""

import argparse
import gzip
import io
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from benchmarks.serving import LOCALHOST, SLOW, Line, compressed, served
from mainstream.guide import load_guide
from mainstream.pages.framework_json import framework_data
from mainstream.runtime import PYODIDE_FILES, browser_sources, build
from tests.chromium import launch_chromium

ROOT = Path(__file__).parents[1]
PAGES = Path(__file__).parent / "pages"
RESULTS = Path(__file__).parent / "results" / "engine.md"
PYODIDE = ROOT / "node_modules" / "pyodide"
GZIP_BUDGET = 4.6e6
BROTLI_BUDGET = 3.6e6

START_OURS = """async ({ open, score }) => {
  const begin = performance.now();
  const { Engine } = await import("/ours/browser/engine/engine.js");
  const engine = new Engine({ runtimeUrl: new URL("/ours/runtime/", location.href) });
  await engine.call("open", open);
  const result = await engine.call("result", score);
  window.again = () => engine.call("result", score);
  return { milliseconds: performance.now() - begin, marked: result.counts.marked };
}"""
START_STOCK = """async ({ open, score }) => {
  const begin = performance.now();
  const worker = new Worker("/stock/stock-worker.js", { type: "module" });
  const reply = () => new Promise((resolve) => { worker.onmessage = (e) => resolve(e.data); });
  const ask = (request) => { worker.postMessage(JSON.stringify(request)); return reply(); };
  await reply();
  await ask({ ...open, action: "open" });
  const { value } = JSON.parse(await ask({ ...score, action: "result" }));
  return { milliseconds: performance.now() - begin, marked: value.counts.marked };
}"""
CALL_AGAIN = """async () => {
  const times = [];
  for (let n = 0; n < 200; n++) {
    const begin = performance.now();
    await window.again();
    times.push(performance.now() - begin);
  }
  return times;
}"""


@dataclass(frozen=True)
class Site:
    """What is served, as it is and compressed, and which of it a start of each downloads."""

    files: dict[str, bytes]
    small: dict[str, bytes]
    ours: tuple[str, ...]
    stock: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engine", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="starts of each kind (default 7)")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name} as well")
    options = parser.parse_args(arguments)
    table = measured(options.runs)
    print(table)
    if options.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(table, encoding="utf-8")
    return 0


def measured(runs: int) -> str:
    """Measure everything, with `runs` starts of each kind, and return the table as Markdown."""
    requests = _requests()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = _site(Path(folder))
        rows = _sizes(site)
        calls: list[float] = []
        for line in (LOCALHOST, SLOW):
            ours, stock = _Starts(), _Starts()
            for _ in range(runs):  # in turns, so that whatever else the machine does affects both
                _start_once(playwright, site, line, START_OURS, requests, ours)
                _start_once(playwright, site, line, START_STOCK, requests, stock)
            rows.append(_row(f"cold start, {line.name}", ours.cold, stock.cold))
            rows.append(_row(f"warm start, {line.name}", ours.warm, stock.warm))
            calls += ours.again
        again = statistics.median(calls)
        rows.append(f"| the result again, page to worker and back | {again:.1f} ms | | |")
        version = _version(playwright)
    heading = [
        "# The engine, measured",
        "",
        f"Pyodide {json.loads((PYODIDE / 'package.json').read_text())['version']}, Chromium"
        f" {version}, {os.cpu_count()} cores, medians of {runs} starts, each in a fresh browser."
        " The two take turns; a ratio is the median of neighbours' ratios. Compare the ratios, not"
        " the seconds. Sizes in bytes.",
        "",
        "Cold: nothing is cached. Warm: the browser's own cache holds the files. The slow line is"
        " made by the server, which sends the files compressed by gzip.",
        "",
        "| | ours | stock | ratio |",
        "|---|---|---|---|",
    ]
    return "\n".join([*heading, *rows]) + "\n"


@dataclass(frozen=True)
class _Starts:
    """Seconds of each cold and each warm start; milliseconds of each call after the first."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)


def _start_once(
    playwright: Playwright, site: Site, line: Line, script: str, requests: object, starts: _Starts
) -> None:
    """Start in a new browser, cold and then warm, and add the times to `starts`."""
    small = site.small if line.bytes_per_second else {}
    with served(site.files, line, small) as address:
        running = launch_chromium(playwright)
        page = running.new_page()
        starts.cold.append(_start(page, address, script, requests))
        starts.warm.append(_start(page, address, script, requests))
        if script is START_OURS:
            starts.again.extend(page.evaluate(CALL_AGAIN))
        running.close()


def _start(page: Page, address: str, script: str, requests: object) -> float:
    """Seconds of one start on a newly opened page."""
    page.goto(f"{address}/index.html")
    told = page.evaluate(script, requests)
    if told["marked"] != 11:
        raise RuntimeError(f"the first result is not what was asked for: {told}")
    return float(told["milliseconds"]) / 1000


def _requests() -> dict[str, Any]:
    """The real framework, and one response with every enabler marked."""
    guide = load_guide(ROOT)
    framework = framework_data(guide)
    marks = {
        enabler["id"]: {"mark": number % 5 + 1}
        for number, enabler in enumerate(framework["enablers"])
    }
    response = {"format": "mainstream.response", "format_version": 1, "answers": marks}
    response |= {"framework": {"id": framework["id"], "version": framework["version"]}}
    response |= {"point_of_view": "service", "date": None}
    # Plain data: what the page would have found in its own HTML.
    words = json.loads(json.dumps(guide.words["result"], default=dict))
    return {"open": {"framework": framework, "words": words}, "score": {"response": response}}


def _site(folder: Path) -> Site:
    package = ROOT / "src" / "mainstream"
    manifest = build(folder / "runtime", node_modules=ROOT / "node_modules", package=package)
    files = {"/index.html": (PAGES / "index.html").read_bytes()}
    for path in (ROOT / "browser").rglob("*.js"):
        files[f"/ours/{path.relative_to(ROOT).as_posix()}"] = path.read_bytes()
    for path in (folder / "runtime").rglob("*"):
        if path.is_file():
            address = "/ours/runtime/" + path.relative_to(folder / "runtime").as_posix()
            files[address] = path.read_bytes()
    for name in (*PYODIDE_FILES, "python_stdlib.zip", "pyodide-lock.json"):
        files[f"/stock/{name}"] = (PYODIDE / name).read_bytes()
    files["/stock/mainstream.zip"] = _zip_of_sources(package)
    files["/stock/stock-worker.js"] = (PAGES / "stock-worker.js").read_bytes()
    ours = tuple(f"/ours/runtime/{manifest.folder}/{file.name}" for file in manifest.files)
    stock = tuple(address for address in files if address.startswith("/stock/"))
    return Site(files, compressed(files), ours, stock)


def _zip_of_sources(package: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in browser_sources(package).items():
            zipped.writestr(name, text)
    return buffer.getvalue()


def _sizes(site: Site) -> list[str]:
    rows = []
    kinds = (("gzip-9", _gzip_9, GZIP_BUDGET), ("brotli-11", _brotli_11, BROTLI_BUDGET))
    for name, compress, budget in kinds:
        ours, stock = (
            sum(len(compress(site.files[address])) for address in addresses)
            for addresses in (site.ours, site.stock)
        )
        kept = "kept" if ours <= budget else "NOT KEPT"
        rows.append(
            f"| download, {name} (budget {budget / 1e6:.1f} MB: {kept}) | {ours:,} | {stock:,} |"
            f" {ours / stock:.2f} |"
        )
    return rows


def _gzip_9(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _brotli_11(data: bytes) -> bytes:
    """Compress with Node's own Brotli, whose usual quality is its best, 11."""
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Node is missing; it has the Brotli that this measures with")
    script = (
        "const { readFileSync } = require('node:fs');"
        "process.stdout.write(require('node:zlib').brotliCompressSync(readFileSync(0)));"
    )
    return subprocess.run([node, "-e", script], input=data, capture_output=True, check=True).stdout


def _row(name: str, ours: list[float], stock: list[float]) -> str:
    """A row of medians; the ratio is the median of the ratios of each pair of neighbours."""
    one, other = statistics.median(ours), statistics.median(stock)
    ratio = statistics.median(a / b for a, b in zip(ours, stock, strict=True))
    return f"| {name} | {one:.2f} s | {other:.2f} s | **{ratio:.2f}** |"


def _version(playwright: Playwright) -> str:
    running = launch_chromium(playwright)
    version = running.version
    running.close()
    return version.split(".")[0]


if __name__ == "__main__":
    raise SystemExit(main())
