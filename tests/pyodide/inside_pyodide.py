"""Runs inside Pyodide: pytest over the scoring tests, noting what the scoring package imports."""

import builtins
import importlib
import importlib.util
import json
import os
import sys
import zipimport
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Any


def run(options: str) -> str:
    """Run pytest as `options` (JSON: `folder`, `path`, `arguments`, `package`) say.

    It runs in `folder`; `path` goes to the front of `sys.path`. Returns JSON: pytest's exit code,
    the ids of the tests by outcome, and the modules of the standard library that code of `package`
    imported while the tests ran, however late and however deep.
    """
    given = json.loads(options)
    os.chdir(given["folder"])
    sys.path[:0] = given["path"]
    pytest = importlib.import_module("pytest")  # found only now, on the path given

    seen = _Outcomes()
    with _ImportsOf(given["package"]) as imports:
        code = pytest.main(given["arguments"], plugins=[seen])
    return json.dumps({"exit": int(code), "tests": seen.tests, "library": imports.of_library()})


class _Outcomes:
    """A plugin of pytest's that keeps each test's id and how it ended."""

    def __init__(self) -> None:
        self.tests: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: Sequence[Any]) -> None:
        for item in items:
            self.tests[item.nodeid] = "not run"

    def pytest_runtest_logreport(self, report: Any) -> None:
        first_that_matters = report.when == "call" or report.outcome != "passed"
        if first_that_matters and self.tests[report.nodeid] in ("not run", "passed"):
            self.tests[report.nodeid] = report.outcome


class _ImportsOf:
    """Notes imports done while code of a package is running, also those already loaded.

    An import of something that pytest has loaded before runs nothing, but a runtime without it
    would still refuse it; so the import statement itself is watched.
    """

    def __init__(self, package: str) -> None:
        self._folder = f"/{package}/"
        self._names: set[str] = set()
        self._import = builtins.__import__

    def __enter__(self) -> "_ImportsOf":
        builtins.__import__ = self._watched
        return self

    def __exit__(self, *_: object) -> None:
        builtins.__import__ = self._import

    def _watched(
        self,
        name: str,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, Any] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        module = self._import(name, globals, locals, fromlist or (), level)
        if self._is_running():
            package = (globals or {}).get("__package__")
            whole = importlib.util.resolve_name("." * level + name, package)
            self._names.add(whole)
            self._names.update(f"{whole}.{part}" for part in fromlist or ())
        return module

    def _is_running(self) -> bool:
        frame: FrameType | None = sys._getframe(2)
        while frame is not None:
            if self._folder in frame.f_code.co_filename:
                return True
            frame = frame.f_back
        return False

    def of_library(self) -> list[str]:
        """The names of the modules that came from the zip of the standard library."""
        loaded = ((name, sys.modules.get(name)) for name in self._names)
        return sorted(
            name
            for name, module in loaded
            if isinstance(getattr(module, "__loader__", None), zipimport.zipimporter)
        )
