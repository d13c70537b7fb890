"""The phrases that drawings, tables and files are made of, and how their gaps are filled.

Each module that needs phrases names them in its `WORDS`; a door checks those of its modules.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from mainstream.scoring.contract.limits import DOES_NOT_APPLY, NOT_SURE, UNANSWERED
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.text import clean

Words = Mapping[str, str]

STATE_WORDS: Final = {
    NOT_SURE: "state_not_sure",
    DOES_NOT_APPLY: "state_does_not_apply",
    UNANSWERED: "state_unanswered",
}


def check_words(words: Any, needed: Iterable[str]) -> Words:
    """The phrases, clean, once every one that we need is there.

    Errors: `ScoringProblem("words-missing", keys=...)`.
    """
    given = words if isinstance(words, dict) else {}
    texts = {key: clean(text) for key, text in given.items() if isinstance(text, str)}
    missing = [key for key in dict.fromkeys(needed) if key not in texts]
    if missing:
        raise ScoringProblem("words-missing", keys=", ".join(missing))
    return texts


def phrase(words: Words, key: str, /, **values: object) -> str:
    """The phrase with its `{placeholders}` filled, as `filled` does."""
    return filled(words[key], **values)


def filled(text: str, /, **values: object) -> str:
    """The text with its `{placeholders}` filled; a placeholder without a value stays."""
    return re.sub(r"\{(\w+)\}", lambda gap: str(values.get(gap.group(1), gap.group())), text)


def phrases(words: Words, key: str) -> list[str]:
    """The texts of a phrase that lists several, separated by semicolons.

    A translation can so name its own texts of what a table from elsewhere may hold.
    """
    return [text.strip() for text in words[key].split(";") if text.strip()]
