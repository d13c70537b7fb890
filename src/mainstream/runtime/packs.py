"""What the browser downloads only when it is wanted: a room of ours with the library it needs."""

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pack:
    """A room below `mainstream`, its service's module, and libraries from the environment.

    `also` names modules that the libraries import only once something is used.
    """

    room: str
    libraries: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def service(self) -> str:
        """The module whose `handle` answers the pack's requests."""
        return f"mainstream.{self.room}.service"


PACKS: Mapping[str, Pack] = {
    "qr": Pack("qr", ("segno",)),
    "spreadsheet": Pack(
        "spreadsheet",
        ("openpyxl", "et_xmlfile"),
        # Marks of old formats, names of files in a zip, and what openpyxl imports as it writes.
        ("encodings.utf_16_le", "encodings.cp437", "openpyxl.packaging.extended"),
    ),
}


def library_sources(pack: Pack) -> dict[str, str]:
    """Read the pack's libraries from the environment: source text by name in the zip.

    Errors: `ModuleNotFoundError` where one is not installed.
    """
    sources = {}
    for name in pack.libraries:
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            raise ModuleNotFoundError(f"{name} is not installed")
        folder = Path(spec.submodule_search_locations[0])
        for path in sorted(folder.rglob("*.py")):
            inside = path.relative_to(folder.parent).as_posix()
            sources[inside] = path.read_text(encoding="utf-8")
    return sources
