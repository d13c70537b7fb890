"""Opens a pack: a zip of modules that the browser fetches only when they are wanted."""

import sys


def open_pack(path: str) -> None:
    """Let modules be imported from the zip at `path`, also into packages already loaded."""
    sys.path.append(path)
    for name, module in list(sys.modules.items()):
        places = getattr(module, "__path__", None)
        if isinstance(places, list):
            places.append(f"{path}/{name.replace('.', '/')}")
