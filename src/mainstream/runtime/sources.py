"""Which of our modules the browser needs, found by following the imports in their source."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mainstream.runtime.packs import PACKS, library_sources
from mainstream.runtime.problem import RuntimeProblem

OUR_PACKAGE = "mainstream"

# What every page that runs Python starts with: the scoring page's service, and what opens packs.
BASE = ("mainstream.scoring.doors.person", "mainstream.scoring.doors.packs")


@dataclass(frozen=True)
class Import:
    """An import in a source file: where it stands, the module, and the names taken from it."""

    place: str
    module: str
    names: tuple[str, ...] = ()


def browser_sources(package: Path) -> dict[str, str]:
    """Read what every start needs from the package folder: text by name in the zip."""
    return sources_for(package, BASE)


def sources_of_packs(package: Path, base: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What each pack holds besides the base and the pack it depends on: text by name in the zip.

    A pack whose service the package lacks is left out, with those that depend on it.

    Errors: `RuntimeProblem` where a library is not installed.
    """
    packs: dict[str, dict[str, str]] = {}
    for name, pack in PACKS.items():
        own = sources_for(package, [pack.service])
        lacking = f"{pack.service.replace('.', '/')}.py" not in own
        if lacking or (pack.depends_on and pack.depends_on not in packs):
            continue
        known = {*base, *packs.get(pack.depends_on, {})}
        try:
            libraries = library_sources(pack)
        except ModuleNotFoundError as missing:
            raise RuntimeProblem(f"{missing}. Install the Python packages first.") from None
        packs[name] = {**libraries, **{n: text for n, text in own.items() if n not in known}}
    return packs


def sources_for(package: Path, modules: Iterable[str]) -> dict[str, str]:
    """Read modules of our package, and all of it that they import: text by name in the zip.

    What the package folder lacks is left out.
    """
    sources: dict[str, str] = {}
    left = list(modules)
    while left:
        parts = left.pop().split(".")
        if parts[0] != OUR_PACKAGE:
            continue
        for depth in range(1, len(parts) + 1):
            place = package.joinpath(*parts[1:depth])
            for file in (place / "__init__.py", place.with_suffix(".py")):
                if not file.is_relative_to(package) or not file.is_file():
                    continue
                name = f"{OUR_PACKAGE}/{file.relative_to(package).as_posix()}"
                if name not in sources:
                    sources[name] = file.read_text(encoding="utf-8")
                    for each in imports({name: sources[name]}):
                        left += [each.module, *(f"{each.module}.{n}" for n in each.names)]
    return {name: sources[name] for name in sorted(sources)}


def imports(sources: Mapping[str, str]) -> Iterator[Import]:
    """Yield each absolute import in `sources` (text by file name), also those inside functions.

    Those that only a type checker follows are left out: nothing imports them at run time.
    """
    for file, text in sources.items():
        for node in _run_nodes(ast.parse(text, file)):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(f"{file}:{node.lineno}", alias.name)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = tuple(alias.name for alias in node.names)
                yield Import(f"{file}:{node.lineno}", node.module, names)


def _run_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every node but those below `if TYPE_CHECKING:`."""
    yield tree
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield from _run_nodes(node)


def module_name(name: str) -> str:
    """The module that a file of a zip holds: `a/b/__init__.pyc` is `a.b`."""
    return name.rsplit(".", 1)[0].removesuffix("/__init__").replace("/", ".")
