"""Stands in for Pyodide's package loader, which would bring zipfile, tempfile and shutil with it.

Everything that the browser runs is in one zip, so there is no package to load.
"""


class _Folder:
    """A folder's name; Pyodide asks it for `__str__`, which a string on its way to JS loses."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        return self._name


SITE_PACKAGES = _Folder("/lib/python3.14/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Find no packages; Pyodide calls this as it starts."""
