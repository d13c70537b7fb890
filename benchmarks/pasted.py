"""Measures how long a megabyte of anything takes to be searched for codes and links.

Run `python -m benchmarks.pasted` from the repository's root. Nothing but answers should take long;
each row is measured next to the time that the same machine needs to read a megabyte of JSON.
"""

import json
import random
import string
import time
from collections.abc import Callable
from functools import partial

from mainstream.scoring.codes.find import find_responses
from tests.scoring.codes.test_carried import CODE, LONG, OURS
from tests.scoring.codes.test_work_done import REPEATED

LENGTH = 1_000_000


def main() -> int:
    """Print a row for each kind of text."""
    chance = random.Random(13)
    signs = string.ascii_letters + string.digits + " -\n"
    groups = ("6" + "".join(chance.choices("0123456789ABCDEF", k=3)) for _ in range(LENGTH // 5))
    texts = {json.dumps(part): part * (LENGTH // len(part)) for part in REPEATED}
    texts["random signs"] = "".join(chance.choices(signs, k=LENGTH))
    texts["random groups of four"] = " ".join(groups)
    texts["links with notes"] = (LONG + "\n") * (LENGTH // len(LONG))
    beside = _seconds(lambda: json.loads(json.dumps([CODE] * (LENGTH // 17))))
    print(f"| a megabyte of | seconds | times JSON ({beside:.3f} s) |\n|---|--:|--:|")
    for name, text in texts.items():
        taken = _seconds(partial(find_responses, text, OURS))
        print(f"| `{name}` | {taken:.2f} | {taken / beside:.0f} |")
    return 0


def _seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


if __name__ == "__main__":
    raise SystemExit(main())
