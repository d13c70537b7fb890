"""Events of a build whose result depends on more than the guide."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hooks import host_files

MANIFEST = {"folder": "newest", "files": [], "packs": {}, "lock": {}, "inputs": ""}


def config_of(site: Path, **build: object) -> Any:
    """A configuration as hooks see it, of a build that has these fields."""
    extra = {"build": SimpleNamespace(is_first=True, base="", **build)}
    return SimpleNamespace(extra=extra, site_dir=str(site), site_url="")


def test_host_headers_are_for_the_runtime_that_the_manifest_names(tmp_path: Path) -> None:
    """Whatever else stands next to it, such as a folder of an earlier build."""
    runtime = tmp_path / "assets" / "runtime"
    for name in ("an-older-one", "newest", "some-other"):
        (runtime / name).mkdir(parents=True)
    (runtime / "manifest.json").write_text(json.dumps(MANIFEST))
    host_files.on_post_build(config_of(tmp_path))
    assert "/assets/runtime/newest/*\n" in (tmp_path / "_headers").read_text()
    (route,) = json.loads((tmp_path / "staticwebapp.config.json").read_text())["routes"]
    assert route["route"] == "/assets/runtime/newest/*"


@pytest.mark.parametrize(("base", "links_from"), [("/toolkit", "/toolkit"), ("", "/")])
def test_the_not_found_page_links_from_the_base(tmp_path: Path, base: str, links_from: str) -> None:
    """A host shows it at any address; other templates find their own way."""
    config = config_of(tmp_path)
    config.extra["build"].base = base
    for name, expected in (("404.html", links_from), ("sitemap.xml", "/")):
        context = host_files.on_template_context({"base_url": "/"}, name, config)
        assert context["base_url"] == expected
