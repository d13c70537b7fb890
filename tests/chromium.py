"""The one way in which tests, benchmarks and screenshots start a real Chromium."""

import shutil

from playwright.sync_api import Browser, Playwright

_OPTIONS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever slips past a watcher has nowhere to go.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


# Compiles the engine's WebAssembly once, without optimising it: a test's page lives for seconds.
SHORT_LIVED = "--js-flags=--liftoff-only"


def launch_chromium(playwright: Playwright, *options: str) -> Browser:
    """The machine's own Chromium where there is one, else the one that Playwright installed.

    The Makefile looks for the same two names.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    return playwright.chromium.launch(executable_path=path, args=[*_OPTIONS, *options])
