"""Holds what a page can count on from the engine, in a real browser with real Python."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from mainstream.runtime import build, read_manifest
from tests.runtime.conftest import NODE_MODULES, PACKAGE, ROOT, Host

SITE = "/some/prefix/"
SERVICE = '''
"""Answers as a person's door does, and misbehaves when asked to."""

import json

opened = []


def handle(text):
    """Answer one request."""
    request = json.loads(text)
    action = request.pop("action")
    if action == "open":
        opened.append(request["framework"])
        return json.dumps({"ok": True, "value": None})
    if action == "refuse":
        return json.dumps({"ok": False, "problem": {"key": "too-short", "values": {"line": 3}}})
    if action == "raise":
        raise RuntimeError("nobody expected this")
    while action == "hang":
        pass
    return json.dumps({"ok": True, "value": {"request": request, "opened": opened}})


class Door:
    """A door."""

    handle = staticmethod(handle)


new_door = Door
'''

SERVICE_OF_A_PACK = '''
"""Says that it is the pack's."""

from mainstream.scoring.doors import person


class Door:
    """A door; `page` is the one that the page has, where that is another."""

    def __init__(self, page=None):
        self.page = page

    def handle(self, text):
        """Answer as the other door, marked."""
        return person.handle(text).replace('"request"', '"request of the pack"')


new_door = Door
'''

# Each test's script finds `engine` and `told`, which turns a promise into its value or its error.
PREPARE = """
async (options) => {
  const { Engine } = await import(
    new URL("assets/browser/engine/engine.js", document.baseURI).href
  );
  window.engine = new Engine(options);
  window.told = (promise) => promise.then(
    (value) => ({ value: value === undefined ? null : value }),
    (error) => ({ name: error.name, kind: error.kind, key: error.key, values: error.values }),
  );
}
"""


@pytest.fixture(scope="session")
def small_runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runtime whose service can be told to misbehave."""
    package = tmp_path_factory.mktemp("package") / "mainstream"
    (package / "scoring" / "doors").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "scoring" / "__init__.py").write_text("")
    doors = package / "scoring" / "doors"
    (doors / "__init__.py").write_text("")
    (doors / "person.py").write_text(SERVICE)
    (doors / "workshop.py").write_text(SERVICE_OF_A_PACK)
    (doors / "packs.py").write_text((PACKAGE / "scoring" / "doors" / "packs.py").read_text())
    output = tmp_path_factory.mktemp("small") / "runtime"
    build(output, node_modules=NODE_MODULES, package=package)
    return output


@pytest.fixture
def site(host: Host, small_runtime: Path) -> Host:
    """A site below a path prefix, with a page one folder down."""
    host.files[SITE + "page/index.html"] = b"<!doctype html><base href='../'><title>Page</title>"
    for name in ("engine.js", "worker.js"):
        host.files[f"{SITE}assets/browser/engine/{name}"] = ROOT / "browser" / "engine" / name
    host.add_folder(SITE + "assets/runtime/", small_runtime)
    return host


def opened_page(page: Page, site: Host, **options: object) -> Page:
    """Open the site's page with an engine at hand."""
    page.goto(site.address + SITE + "page/index.html")
    page.evaluate(PREPARE, options)
    return page


def told(page: Page, promise: str) -> Any:
    """What `promise`, an expression of the page, came to."""
    return page.evaluate(f"() => told({promise})")


def unavailable(key: str) -> dict[str, object]:
    """How the page hears that Python cannot start."""
    return {"name": "EngineError", "kind": "unavailable", "key": key, "values": {}}


CRASHED = {"name": "EngineError", "kind": "crashed", "key": "crashed", "values": {}}
TOO_SLOW = {"name": "EngineError", "kind": "timeout", "key": "too_slow", "values": {}}


def test_nothing_is_fetched_before_it_is_wanted(page: Page, site: Host) -> None:
    """A reader who never scores downloads no Python."""
    opened_page(page, site)
    assert [path for path in site.requests if "runtime" in path or "worker" in path] == []


def test_a_call_starts_python_and_brings_the_answer(page: Page, site: Host) -> None:
    """Text goes to Python and back unharmed, whatever its letters."""
    opened_page(page, site)
    answer = told(page, "engine.call('echo', {words: 'Ynys Môn ≠ “東京” 🙂'})")
    assert answer == {"value": {"request": {"words": "Ynys Môn ≠ “東京” 🙂"}, "opened": []}}


def test_each_file_is_fetched_once_and_from_here_only(page: Page, site: Host) -> None:
    """However many ask at once, one download serves all, below the site's own prefix."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened_page(page, site)
    told(page, "Promise.all([engine.start(), engine.start(), engine.call('echo')])")
    told(page, "engine.start()")
    parts = [path.removeprefix(SITE) for path in site.requests if "/assets/" in path]
    folder = read_manifest_of(site)
    assert sorted(parts) == sorted(
        [
            "assets/browser/engine/engine.js",
            "assets/browser/engine/worker.js",
            "assets/runtime/manifest.json",
        ]
        + [f"assets/runtime/{folder}/{name}" for name in names_of(site)]
    )
    assert {url.startswith(site.address + SITE) for url in asked} == {True}


def test_progress_counts_every_byte(page: Page, site: Host, small_runtime: Path) -> None:
    """The numbers only grow and end at the sum of the manifest's sizes."""
    opened_page(page, site)
    seen = page.evaluate(
        """async () => {
          const seen = [];
          engine.onProgress((loaded, total) => seen.push([loaded, total]));
          const quiet = engine.onProgress(() => seen.push("not unsubscribed"));
          quiet();
          await engine.start();
          return seen;
        }"""
    )
    total = read_manifest(small_runtime).bytes
    assert {entry[1] for entry in seen} == {total}
    loaded = [entry[0] for entry in seen]
    assert loaded == sorted(set(loaded))
    assert loaded[-1] == total


def test_a_refused_request_names_its_problem(page: Page, site: Host) -> None:
    """A problem is data for the page's words, and Python goes on."""
    opened_page(page, site)
    assert told(page, "engine.call('refuse')") == {
        "name": "EngineError",
        "kind": "problem",
        "key": "too-short",
        "values": {"line": 3},
    }
    assert "value" in told(page, "engine.call('echo')")


def test_a_crash_is_told_and_the_next_call_starts_afresh(page: Page, site: Host) -> None:
    """The framework is opened again, so nobody need know that the worker was replaced."""
    opened_page(page, site)
    told(page, "engine.call('open', {framework: 'first'})")
    told(page, "engine.call('open', {framework: 'second'})")
    assert told(page, "engine.call('raise')") == CRASHED
    assert told(page, "engine.call('echo')")["value"]["opened"] == ["second"]
    wasm = [path for path in site.requests if path.endswith(".wasm")]
    assert len(wasm) == 1, "the compiled runtime is kept for the restart"


def test_a_refused_opening_is_not_opened_again(page: Page, site: Host) -> None:
    """Only what was accepted is replayed after a crash."""
    opened_page(page, site)
    told(page, "engine.call('open', {framework: 'good'})")
    assert told(page, "engine.call('open', {})") == CRASHED
    assert told(page, "engine.call('echo')")["value"]["opened"] == ["good"]


def test_a_call_that_takes_too_long_is_given_up(page: Page, site: Host) -> None:
    """The slow call hears that it was slow, those behind it that Python stopped; then it works."""
    opened_page(page, site)
    told(page, "engine.call('open', {framework: 'kept'})")
    slow, behind = told(
        page,
        "Promise.all([told(engine.call('hang', {}, {timeoutMs: 50})), told(engine.call('echo'))])",
    )["value"]
    assert (slow, behind) == (TOO_SLOW, CRASHED)
    assert told(page, "engine.call('echo')")["value"]["opened"] == ["kept"]


def test_a_call_can_be_cancelled(page: Page, site: Host) -> None:
    """An aborted signal rejects at once, before, during and without harm to the calls after."""
    opened_page(page, site)
    told(page, "engine.start()")
    aborted = page.evaluate(
        """async () => {
          const before = await told(engine.call("echo", {}, { signal: AbortSignal.abort() }));
          const controller = new AbortController();
          const call = engine.call("echo", {}, { signal: controller.signal });
          controller.abort();
          return [before.name, (await told(call)).name];
        }"""
    )
    assert aborted == ["AbortError", "AbortError"]
    assert "value" in told(page, "engine.call('echo')")


def test_a_cancelled_call_that_is_stuck_does_not_block_for_ever(page: Page, site: Host) -> None:
    """The limit still ends the worker that nobody waits for."""
    opened_page(page, site)
    told(page, "engine.start()")
    answer = page.evaluate(
        """async () => {
          const controller = new AbortController();
          const options = { signal: controller.signal, timeoutMs: 50 };
          const stuck = told(engine.call("hang", {}, options));
          setTimeout(() => controller.abort());
          await stuck;
          const behind = await told(engine.call("echo"));
          return [behind.kind, await told(engine.call("echo", { after: true }))];
        }"""
    )
    assert answer[0] == "crashed"
    assert answer[1]["value"]["request"] == {"after": True}


def test_stopping_rejects_what_is_under_way(page: Page, site: Host) -> None:
    """A stop during the start or a call is told, and a later start is not harmed by it."""
    opened_page(page, site)
    starting = page.evaluate(
        """async () => {
          const first = told(engine.start());
          engine.stop();
          const second = told(engine.start());
          return [await first, await second];
        }"""
    )
    assert starting == [{**CRASHED, "key": "stopped"}, {"value": None}]
    calling = page.evaluate(
        "async () => { const call = told(engine.call('hang')); await engine.start();"
        " await null; engine.stop(); return call; }"
    )
    assert calling == {**CRASHED, "key": "stopped"}


@pytest.mark.parametrize(
    "missing",
    [
        "browser/engine/worker.js",
        "runtime/manifest.json",
        "runtime/{folder}/pyodide.mjs",
        "runtime/{folder}/pyodide.asm.mjs",
        "runtime/{folder}/pyodide.asm.wasm",
        "runtime/{folder}/python_stdlib.zip",
    ],
)
def test_a_missing_file_is_told_and_can_be_tried_again(
    page: Page, site: Host, missing: str
) -> None:
    """No part may be missing in silence; once it is there, the same engine starts."""
    address = f"{SITE}assets/{missing.format(folder=read_manifest_of(site))}"
    kept = site.files.pop(address)
    opened_page(page, site)
    assert told(page, "engine.start()") == unavailable("not_loaded")
    site.files[address] = kept
    assert told(page, "engine.start()") == {"value": None}


def test_a_page_may_have_a_pack_as_its_service(page: Page, site: Host, small_runtime: Path) -> None:
    """It comes with the start, its bytes count, and it answers; also after a crash."""
    opened_page(page, site, pack="workshop")
    loaded, total = page.evaluate(
        """async () => {
          let seen;
          engine.onProgress((...bytes) => { seen = bytes; });
          await engine.start();
          return seen;
        }"""
    )
    manifest = read_manifest(small_runtime)
    assert loaded == total == manifest.bytes + manifest.packs["workshop"].bytes
    answer: dict[str, Any] = {"value": {"request of the pack": {}, "opened": []}}
    assert told(page, "engine.call('echo')") == answer
    assert told(page, "engine.call('raise')") == CRASHED
    assert told(page, "engine.call('echo')") == answer
    once = [path for path in site.requests if path.endswith("workshop.zip")]
    assert len(once) == 2, "one download a start"


@pytest.mark.parametrize("damage", ["gone", "another page", "unknown"])
def test_without_its_pack_a_page_does_not_start(page: Page, site: Host, damage: str) -> None:
    """It is told as any other file that is missing, and can be tried again."""
    address = f"{SITE}assets/runtime/{read_manifest_of(site)}/workshop.zip"
    whole = site.files.pop(address)
    if damage == "another page":
        site.files[address] = b"<!doctype html><title>Welcome</title>"
    opened_page(page, site, pack="gone" if damage == "unknown" else "workshop")
    assert told(page, "engine.start()") == unavailable("not_loaded")
    if damage != "unknown":
        site.files[address] = whole
        assert told(page, "engine.start()") == {"value": None}


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "python_stdlib.zip"])
@pytest.mark.parametrize("damage", ["another page", "cut short"])
def test_a_wrong_file_is_told_as_not_loaded(page: Page, site: Host, name: str, damage: str) -> None:
    """A host that sends its front page for what it lacks, or half a file, is not an old browser."""
    address = f"{SITE}assets/runtime/{read_manifest_of(site)}/{name}"
    whole = site.files[address]
    assert isinstance(whole, Path)
    site.files[address] = {
        "another page": b"<!doctype html><title>Welcome</title>",
        "cut short": whole.read_bytes()[:100_000],
    }[damage]
    opened_page(page, site)
    assert told(page, "engine.start()") == unavailable("not_loaded")


def test_a_runtime_that_this_browser_cannot_compile_is_told(page: Page, site: Host) -> None:
    """WebAssembly newer than the browser is refused by it, and the page says so at once."""
    address = f"{SITE}assets/runtime/{read_manifest_of(site)}/pyodide.asm.wasm"
    whole = site.files[address]
    assert isinstance(whole, Path)
    unknown_section = b"\0asm\x01\0\0\0" + b"\x7f"
    site.files[address] = unknown_section.ljust(whole.stat().st_size, b"\x7f")
    opened_page(page, site)
    assert told(page, "engine.start()") == unavailable("old_browser")


def test_too_little_memory_is_told(page: Page, site: Host) -> None:
    """A browser that cannot give Python its memory says so with a range error."""
    site.files[f"{SITE}assets/browser/small.js"] = b"""
      import "./engine/worker.js";
      WebAssembly.instantiateStreaming = async () => { throw new RangeError("no room"); };
    """
    opened_page(page, site, workerUrl=f"{site.address}{SITE}assets/browser/small.js")
    assert told(page, "engine.start()") == unavailable("no_memory")


def test_a_start_that_goes_wrong_inside_is_told(page: Page, site: Host) -> None:
    """A manifest of another release's than its files stops the start, not the page."""
    address = SITE + "assets/runtime/manifest.json"
    whole = site.files[address]
    assert isinstance(whole, Path)
    manifest = json.loads(whole.read_text())
    manifest["lock"]["info"]["abi_version"] = "1999_0"
    site.files[address] = json.dumps(manifest).encode()
    opened_page(page, site)
    assert told(page, "engine.start()") == unavailable("did_not_start")


@pytest.mark.parametrize(
    "lack",
    [
        "delete window.Worker",
        "delete window.WebAssembly",
        "window.Worker = class { terminate() {} }",  # one that knows no modules
    ],
)
def test_an_old_browser_is_told(page: Page, site: Host, lack: str) -> None:
    """What the engine needs and the browser lacks has its own words."""
    page.add_init_script(lack)
    opened_page(page, site)
    assert told(page, "engine.start()") == unavailable("old_browser")


def test_a_start_that_stands_still_is_given_up(page: Page, site: Host) -> None:
    """A host that never answers does not keep the page waiting for ever."""
    page.add_init_script("window.fetch = () => new Promise(() => {})")
    opened_page(page, site, startTimeoutMs=50)
    assert told(page, "engine.start()") == TOO_SLOW


def read_manifest_of(site: Host) -> str:
    """The runtime's folder on this site."""
    path = site.files[SITE + "assets/runtime/manifest.json"]
    assert isinstance(path, Path)
    return read_manifest(path.parent).folder


def names_of(site: Host) -> list[str]:
    """The names of the runtime's files on this site."""
    path = site.files[SITE + "assets/runtime/manifest.json"]
    assert isinstance(path, Path)
    return [file.name for file in read_manifest(path.parent).files]
