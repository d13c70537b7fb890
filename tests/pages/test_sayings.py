"""Texts of the interface: gaps filled, plurals chosen by the language."""

from dataclasses import replace

import pytest

from mainstream.guide import ENABLER, Guide
from mainstream.guide.model.facts import facts
from mainstream.pages import filler, wheel

WELSH = {"zero": "dim {count}", "two": "{count} ddau", "few": "{count} tri", "other": "{count} x"}


@pytest.mark.parametrize(
    ("count", "said"), [(0, "dim 0"), (2, "2 ddau"), (3, "3 tri"), (4, "4 x"), (11, "11 x")]
)
def test_the_language_chooses_the_form(count: int, said: str) -> None:
    """Welsh tells six apart; a form that is not given falls back to the usual one."""
    assert filler("cy")(WELSH, count=count) == said


def test_one_text_stands_for_every_number() -> None:
    """And a gap without a value stays."""
    fill = filler("en-GB")
    assert fill("{count} of {total}", count=1) == "1 of {total}"


def test_a_version_with_one_enabler_speaks_of_one(guide: Guide) -> None:
    """In facts and in the middle of the wheel."""
    first = guide.enablers[0]
    framework = guide.framework.model_copy(update={"levels": (guide.level(first.level),)})
    numbers = guide.words["numbers"]
    one = replace(
        guide,
        framework=framework,
        items={**guide.items, ENABLER.name: (first,)},
        facts=facts(framework, 1, guide.small_groups, numbers, "en-GB"),
    )
    assert (one.facts["enablers_counted"], one.facts["Levels_counted"]) == (
        "one enabler",
        "One level",
    )
    assert ">enabler</" in wheel(one, page_url="", here=frozenset())
    assert guide.facts["Enablers_counted"] == "Eleven enablers"
    assert ">enablers</" in wheel(guide, page_url="", here=frozenset())
