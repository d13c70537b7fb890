"""Holds that whatever stops Python has words for the person who waits."""

import re

import pytest
import yaml

from tests.runtime.conftest import ROOT

WORDS = yaml.safe_load((ROOT / "content" / "words" / "en-GB.yml").read_text(encoding="utf-8"))
ENGINE = (ROOT / "browser" / "engine" / "engine.js").read_text(encoding="utf-8")
WORKER = (ROOT / "browser" / "engine" / "worker.js").read_text(encoding="utf-8")
KEYS = {
    *re.findall(r'EngineError\("(?:unavailable|timeout|crashed)", "(\w+)"', ENGINE),
    *re.findall(r'return "(\w+)";', WORKER.split("function reasonFor")[1]),
}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_reason_has_words(key: str) -> None:
    """A key that the engine rejects with is one of the words' `engine` area."""
    assert WORDS["engine"][key].endswith(".")


def test_every_word_is_used() -> None:
    """The `engine` area holds nothing that the engine never says."""
    assert set(WORDS["engine"]) == KEYS
