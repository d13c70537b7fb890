"""Runs in Pyodide: compiles the modules that Python's start and the scoring package need.

What is needed is found by importing it and reading `sys.modules`, so it follows what our sources
import. This file itself imports only what is built into Python, or it would be counted.
"""

import importlib
import importlib.util
import marshal
import os
import sys
import zipimport
from types import CodeType


def compile_needed(imports: list[tuple[str, str, list[str]]], kept_whole: str, output: str) -> None:
    """Do `imports` and write each module of the library zip that is loaded then, compiled.

    An import is where it stands, the module, and the names taken from it. Docstrings and
    assertions are left out, except in the package `kept_whole`: a dataclass without a docstring
    builds one from its signature as it is imported, which costs more than the words. Names below
    `output` are those that the zip needs; the bytecode is marked as never checked against its
    source.

    Errors: `ImportError` naming where the import stands.
    """
    for place, module, names in imports:
        try:
            _import(module, names)
        except ImportError as error:
            raise ImportError(f"{place}: cannot import {module}: {error}") from None
    for name, loaded in sorted(sys.modules.items()):
        spec = loaded.__spec__
        if spec is None or not isinstance(spec.loader, zipimport.zipimporter):
            continue
        source_name = str(spec.origin).removeprefix(spec.loader.archive + "/")
        source = spec.loader.get_data(str(spec.origin))
        is_ours = name.split(".")[0] == kept_whole
        code = compile(source, source_name, "exec", dont_inherit=True, optimize=1 if is_ours else 2)
        target = os.path.join(output, source_name + "c")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(_unchecked_pyc(code, source))


def _import(module: str, names: list[str]) -> None:
    imported = importlib.import_module(module)
    for name in names:
        if name != "*" and not hasattr(imported, name):
            importlib.import_module(f"{module}.{name}")


def _unchecked_pyc(code: CodeType, source: bytes) -> bytes:
    """Bytecode as a file, by PEP 552: magic number, flags, hash of the source, code."""
    hash_based_and_never_checked = (0b01).to_bytes(4, "little")
    header = importlib.util.MAGIC_NUMBER + hash_based_and_never_checked
    return header + importlib.util.source_hash(source) + marshal.dumps(code)
