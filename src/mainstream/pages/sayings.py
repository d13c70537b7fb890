"""The interface's texts in templates: their gaps filled, their plurals chosen."""

from collections.abc import Callable, Mapping

from mainstream.guide import text_for
from mainstream.scoring.words import filled


def filler(language: str) -> Callable[..., str]:
    """Fills the gaps of an entry in this language; of a plural, `count` chooses the text."""

    def fill(entry: str | Mapping[str, str], /, **values: object) -> str:
        text = entry if isinstance(entry, str) else text_for(entry, _count(values), language)
        return filled(text, **values)

    return fill


def _count(values: Mapping[str, object]) -> int:
    return int(str(values["count"]))
