"""What the browser downloads only when it is wanted: more of our package, and what that needs."""

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pack:
    """A service with the modules that it needs, and libraries from the environment.

    `service` is the module whose `handle` answers requests. `also` names modules that the libraries
    import only once something is used. A pack that `depends_on` another is only opened where that
    one is, and holds nothing of it.
    """

    service: str
    libraries: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    depends_on: str = ""


PACKS: Mapping[str, Pack] = {
    "workshop": Pack("mainstream.scoring.doors.workshop"),
    "tools": Pack("mainstream.scoring.doors.tools"),
    "qr": Pack("mainstream.qr.service", ("segno",)),
    "spreadsheet": Pack(
        "mainstream.spreadsheet.service",
        ("openpyxl", "et_xmlfile"),
        # Marks of old formats, names of files in a zip, text in a zip, and what openpyxl imports
        # as it writes.
        (
            *("encodings.utf_16_le", "encodings.cp437", "openpyxl.packaging.extended"),
            *("encodings.utf_8_sig", "encodings.utf_16", "encodings.cp1252"),
        ),
        depends_on="workshop",
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
