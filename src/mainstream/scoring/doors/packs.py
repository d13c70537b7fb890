"""Opens a pack: a zip of modules that the browser fetches only when they are wanted."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


def open_pack(path: str) -> None:
    """Let modules be imported from the zip at `path`, also into packages that lie elsewhere."""
    sys.meta_path.append(_PackFinder(path))


class _PackFinder:
    """Finds in a pack what a package lacks: of one folder of ours, parts lie in several zips."""

    def __init__(self, path: str) -> None:
        self._path = path

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As the import system asks; the packages' own places were looked at before."""
        parents = name.split(".")[:-1]
        return PathFinder.find_spec(name, ["/".join((self._path, *parents))], target)
