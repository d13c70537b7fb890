"""What the toolkit said when an adaptation was last brought up to date, and what it says now.

The texts are kept in the adaptation as `toolkit.json`, so that a version that was downloaded
without its history can tell what has changed too.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mainstream.guide.layers.read_layer import read_layer
from mainstream.guide.model.layer import CONTENT, WORDS
from mainstream.guide.reading.problems import ContentProblems

FILE: Final = "toolkit.json"
_FORMAT: Final = "mainstream.toolkit-texts"
_LONGEST: Final = 300  # characters; of a longer text its beginning and a digest are kept

Texts = dict[str, dict[str, str]]  # by file of the content, by keys joined by dots


@dataclass(frozen=True)
class TextChange:
    """One text that the toolkit added (`was` is empty), took away (`now` is empty) or changed."""

    file: str
    key: str
    was: str
    now: str


def toolkit_texts(root: Path) -> Texts:
    """Every text of `root`/content but the interface's.

    Errors: `ContentProblems` where a file cannot be read.
    """
    reading = read_layer(root, CONTENT)
    if reading.problems:
        raise ContentProblems(reading.problems)
    return {
        name: dict(_leaves(document.data, ()))
        for name, document in sorted(reading.documents.items())
        if name != WORDS
    }


def write_toolkit_texts(root: Path, adaptation: str, version: str) -> Path:
    """Keep the toolkit's present texts in the adaptation; returns the file."""
    path = root / adaptation / FILE
    data = {
        "format": _FORMAT,
        "toolkit_version": version,
        "texts": {
            file: {key: _kept(text) for key, text in texts.items()}
            for file, texts in toolkit_texts(root).items()
        },
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def changes_since(root: Path, adaptation: str) -> tuple[str, list[TextChange]] | None:
    """The toolkit's version that was kept and what changed since; none where nothing was kept.

    Errors: `ContentProblems`; `ValueError` where the kept file is not as it was written.
    """
    path = root / adaptation / FILE
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version, kept = str(data["toolkit_version"]), data["texts"]
        if data["format"] != _FORMAT or not isinstance(kept, dict):
            raise KeyError("format")
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        message = f"{path} is damaged ({error}); write it again with mainstream diff --accept"
        raise ValueError(message) from None
    return version, list(_changes(kept, toolkit_texts(root)))


def _changes(kept: Mapping[str, Mapping[str, str]], now: Texts) -> Iterator[TextChange]:
    for file in sorted(kept.keys() | now.keys()):
        before, after = kept.get(file, {}), now.get(file, {})
        for key in dict.fromkeys((*before, *after)):
            was, text = before.get(key, ""), after.get(key, "")
            if was != _kept(text):
                yield TextChange(file, key, was, text)


def _kept(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:80]}… [{hashlib.sha256(text.encode()).hexdigest()[:16]}]"


def _leaves(data: Any, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each text with the keys that lead to it; an item of a list is named by its id or place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*keys, key))
    elif isinstance(data, tuple):
        for place, item in enumerate(data, 1):
            name = item.get("id", str(place)) if isinstance(item, dict) else str(place)
            yield from _leaves(item, (*keys, str(name)))
    elif not isinstance(data, dict | tuple):
        yield ".".join(keys), " ".join(str(data).split())
