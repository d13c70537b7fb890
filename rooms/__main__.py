"""Draws the picture of the rooms in docs/develop/: `python -m rooms`."""

from pathlib import Path

from rooms.drawing import PICTURE, drawn

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    (ROOT / PICTURE).write_text(drawn(ROOT), encoding="utf-8")
    print(f"Wrote {PICTURE}.")
