"""What the browser downloads to run Python: Pyodide's runtime, trimmed, with our package inside.

Pyodide's standard library is source code, and compiling it is most of a cold start. So the
library is cut to what its start and the scoring page's service import, and compiled here, once.
What other pages need is in packs.
"""

from mainstream.runtime.building import PYODIDE_FILES, build
from mainstream.runtime.manifest import (
    LIBRARY,
    Manifest,
    PackFile,
    RuntimeFile,
    library_modules,
    read_manifest,
)
from mainstream.runtime.problem import RuntimeProblem
from mainstream.runtime.sources import (
    Import,
    browser_sources,
    imports,
    sources_for,
    sources_of_packs,
)

__all__ = [
    "LIBRARY",
    "PYODIDE_FILES",
    "Import",
    "Manifest",
    "PackFile",
    "RuntimeFile",
    "RuntimeProblem",
    "browser_sources",
    "build",
    "imports",
    "library_modules",
    "read_manifest",
    "sources_for",
    "sources_of_packs",
]
