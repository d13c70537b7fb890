"""Runs `mainstream combine` on one file and prints its peak memory, in megabytes."""

import resource
import sys
import tempfile
from pathlib import Path

from mainstream.cli import main

with tempfile.TemporaryDirectory() as folder:
    main(["combine", sys.argv[1], "--output", str(Path(folder, "table.txt"))])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)  # Linux counts in kilobytes
