"""The built sites that the browser tests go through: the toolkit's own, and the three examples."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import ViewportSize

from mainstream.guide import Guide
from mainstream.pages import filler, framework_data
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE
from tests.browser.scoring_page import Choice

# `make test-all` goes through every combination; `make test` through enough to meet each once.
TEST_ALL = "TEST_ALL" in os.environ

TOOLKIT = "toolkit"
EXAMPLES = ("council", "dimensions", "right-to-left")

every_edition = pytest.mark.parametrize("edition", (TOOLKIT, *EXAMPLES), indirect=True)
every_example = pytest.mark.parametrize("edition", EXAMPLES, indirect=True)
_toolkit = pytest.mark.parametrize("edition", (TOOLKIT,), indirect=True)
# The main paths of a suite use `every_edition`, its other tests this.
every_edition_in_test_all = every_edition if TEST_ALL else _toolkit

WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}  # 1280 pixels at 400 % zoom
Scheme = Literal["light", "dark"]

_LOOKS = {
    (TOOLKIT, "light", WIDE["width"]),
    (TOOLKIT, "dark", NARROW["width"]),
    ("council", "dark", WIDE["width"]),
    ("dimensions", "light", NARROW["width"]),
    ("right-to-left", "light", WIDE["width"]),
}

# Two looks of the toolkit and one of each example: each scheme and each width in two or three.
every_look = pytest.mark.parametrize(
    ("edition", "scheme", "size"),
    [
        pytest.param(name, scheme, size, id=f"{name}-{scheme}-{size['width']}")
        for name in (TOOLKIT, *EXAMPLES)
        for scheme in ("light", "dark")
        for size in (WIDE, NARROW)
        if TEST_ALL or (name, scheme, size["width"]) in _LOOKS
    ],
    indirect=["edition"],
)


@dataclass(frozen=True)
class Edition:
    """One built site: what it says, and where it is served."""

    name: str
    guide: Guide
    folder: Path
    site: str  # its address, which ends in a slash

    @cached_property
    def framework(self) -> Framework:
        """The framework of its pages."""
        return Framework.from_json(framework_data(self.guide))

    @cached_property
    def enablers(self) -> tuple[str, ...]:
        """The ids of its enablers, in order."""
        return tuple(enabler.id for enabler in self.framework.enablers)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """An answer for each enabler: one highest mark, one lowest, one not sure, one of none."""
        count, points = len(self.enablers), self.framework.scale.points
        choices: list[Choice] = [2 + place % (points - 2) for place in range(count)]
        choices[0], choices[-1] = points, 1
        choices[count // 2], choices[count // 2 + 1] = NOT_SURE, None
        choices[1] = DOES_NOT_APPLY
        return tuple(choices)

    @property
    def statements(self) -> int:
        """How many statements its enablers have in all."""
        return sum(len(enabler.statements) for enabler in self.framework.enablers)

    @property
    def marks(self) -> int:
        """How many of its `choices` are marks."""
        return sum(isinstance(choice, int) for choice in self.choices)

    def say(self, path: str, /, **values: object) -> str:
        """What the pages say for an entry of their words, such as `assess.loaded`.

        Gaps are filled with the values; `count` chooses a plural's form.
        """
        area, _, key = path.partition(".")
        return filler(self.guide.language)(self.guide.words[area][key], **values)
