"""The headers that hosts read from files of the site."""

import json
import re

from mainstream.pages import headers_file, static_web_app_config
from mainstream.pages.host_headers import POLICY
from tests.conftest import ROOT


def test_the_policy_is_the_readmes() -> None:
    """The browser tests try the README's on the whole site."""
    found = re.search(r"```\n(default-src [^\n]+)\n```", (ROOT / "README.md").read_text("utf-8"))
    assert found
    assert found[1] == POLICY


def test_both_files_say_the_same() -> None:
    """One policy everywhere; only what is named by its content is kept for ever."""
    plain, azure = headers_file("abc"), json.loads(static_web_app_config("abc"))
    for name, value in azure["globalHeaders"].items():
        assert f"  {name}: {value}\n" in plain
    (route,) = azure["routes"]
    assert route["route"] == "/assets/runtime/abc/*"
    assert f"{route['route']}\n  Cache-Control: {route['headers']['Cache-Control']}\n" in plain
    assert azure["mimeTypes"][".wasm"] == "application/wasm"
