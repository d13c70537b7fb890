"""However a text is made up, reading it takes work in proportion to its length, and limits hold."""

from collections import Counter
from typing import Any

import pytest

from mainstream.scoring.codes import undone
from mainstream.scoring.codes.checker import Checker
from mainstream.scoring.codes.find import find_in_lines, find_responses
from mainstream.scoring.codes.link import data_at
from mainstream.scoring.codes.traced import Traced
from tests.scoring.codes.test_carried import CODE, OURS

LENGTH = 40_000
REPEATED = (
    *("ab12 ", "6b12 ", "1 1 ", "4-", "4\n", "-", "%25", "%", "<a href=", "&#3", "&amp;", "> "),
    *("=\n", "=3D", "\\", "#d=", "#d=eN a", "#r=", "#r=6D8V-", "#invite&", "https://a.b."),
    *("urldefense.com/v3/__", "urldefense.com/v3/__a*b__;Iw!!", "urldefense.com/v2/url?u=a-23 "),
    *(
        "aHR0cHM6Ly9leGFtcGxl ",
        "aHR0c",
        "_x000D_",
        CODE + "\n",
        CODE[:-1] + "X\n",
        "6D8V64K40ESX\n",
    ),
)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts characters that were gone through and pieces that were looked at."""
    done: Counter[str] = Counter()

    def counted(name: str, cost: Any, function: Any) -> Any:
        def instead(*given: Any, **named: Any) -> Any:
            done[name] += cost(*given)
            return function(*given, **named)

        return instead

    replaced = counted("characters", lambda self, *_: len(self.text), Traced.replaced)
    monkeypatch.setattr(Traced, "replaced", replaced)
    for name in ("is_right", "has_one_slip"):
        monkeypatch.setattr(Checker, name, counted(name, lambda *_: 1, getattr(Checker, name)))
    inflating = counted("data_at", lambda *_: 1, data_at)
    monkeypatch.setattr("mainstream.scoring.codes.pieces.data_at", inflating)
    return done


@pytest.mark.parametrize("part", REPEATED)
def test_work_grows_with_the_length_alone(work: Counter[str], part: str) -> None:
    """A text is gone through a bounded number of times, and nothing is assessed without end."""
    text = part * (LENGTH // len(part))
    find_responses(text, OURS)
    ways, steps = 6, 7  # with lines and without, decoded up to twice; what is done in each round
    assert work["characters"] <= ways * steps * undone.MOST_ROUNDS * len(text)
    assert work["is_right"] <= 2 * ways * len(text) // 5
    assert work["has_one_slip"] <= 500 * ways
    assert work["data_at"] <= 1_001 * 2 * ways


def test_nesting_is_undone_up_to_a_limit() -> None:
    """A link in a link in a link is nobody's answer."""
    link = f"https://example.org/#r={CODE}"
    for _ in range(undone.MOST_ROUNDS + 4):
        link = "https://urldefense.proofpoint.com/v2/url?u=" + link.replace("-", "-2D").replace(
            "#", "-23"
        ).replace("/", "_")
    assert all(find.response is None for find in find_responses(link, OURS))


def test_a_long_text_is_read_piece_by_piece() -> None:
    """Lines keep their numbers, and a link that is broken is not cut where a piece ends."""
    talk = ["A line of talk\n"] * 2_500
    lines = [
        *talk,
        "\n",
        f"mine: {CODE[:7]}\n",
        f"{CODE[7:]}\n",
        "A new\fpage\n",
        *talk,
        f"{CODE}\n",
    ]
    finds = list(find_in_lines(iter(lines), OURS))
    assert finds == find_responses("".join(lines), OURS)
    assert [(find.line, find.last_line) for find in finds] == [(2_502, 2_503), (5_006, 5_006)]
    assert all(find.response for find in finds)
