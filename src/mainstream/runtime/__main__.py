"""Builds the browser's runtime from the command line: `python -m mainstream.runtime OUTPUT`."""

import argparse
import sys
from pathlib import Path

from mainstream.runtime import RuntimeProblem, build


def main(arguments: list[str] | None = None) -> int:
    """Build and print what was built; 1 where it cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m mainstream.runtime", description=__doc__)
    parser.add_argument("output", type=Path, help="the folder to write")
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    package = Path(__file__).parent.parent
    options = parser.parse_args(arguments)
    try:
        manifest = build(options.output, node_modules=options.node_modules, package=package)
    except RuntimeProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    for file in manifest.files:
        print(f"{file.bytes:>11,} bytes  {manifest.folder}/{file.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
