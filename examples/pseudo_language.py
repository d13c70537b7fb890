"""Writes a made-up translation from right to left: `python -m examples.pseudo_language`.

Each Latin letter becomes a Hebrew one, so that words keep their lengths and lines break as they
would. Gaps, ids and references stay. The result is not kept in the repository, so
it always covers every text that the toolkit has.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from mainstream.guide import KINDS, categories

ROOT = Path(__file__).parents[1]
LANGUAGE = "ar-XB"
FOLDER = ROOT / "examples" / "right-to-left" / "languages" / LANGUAGE

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "אבכדעפגהיזקלמנוףךרשתטצחסץםאבכדעפגהיזקלמנוףךרשתטצחסץם",
)
_KEPT = re.compile(r"(\{\w+\}|\.[a-z]{3,4}\b|mailto:|https?://\S+|<[^>]*>)")
# What a person reads; every other text of an item is an id or a reference.
_TEXTS = frozenset(
    {"title", "short_title", "summary", "text", "people_say", "questions", "from", "to", "why"}
    | {"term", "also", "definition", "advice", "labels", "description", "about", "spelled"}
)
_LISTS = tuple(kind.part for kind in KINDS if kind.is_list and kind.is_text)


def pseudo(text: str) -> str:
    """The text in Hebrew letters, with its gaps and addresses as they were."""
    parts = _KEPT.split(text)
    return "".join(
        part if number % 2 else part.translate(_LETTERS) for number, part in enumerate(parts)
    )


def main() -> None:
    """Write the whole translation again."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    content = ROOT / "content"
    words = _read(content / "words" / "en-GB.yml")
    _write("words.yml", {area: _words(texts) for area, texts in words.items()})
    for name in ("framework", *_LISTS):
        _write(f"{name}.yml", _translated(_read(content / f"{name}.yml")))
    for file in sorted((content / "enablers").glob("*.yml")):
        _write(f"enablers/{file.name}", _translated(_read(file)))


def _words(texts: dict[str, Any]) -> dict[str, Any]:
    """One area's texts; a plural gets a form for each category of the language."""
    said: dict[str, Any] = {}
    for key, entry in texts.items():
        if isinstance(entry, dict):
            said[key] = {name: pseudo(entry["other"]) for name in categories(LANGUAGE)}
        elif key.endswith(("_texts", "_headings")):
            said[key] = f"{pseudo(entry)}; {entry}"
        else:
            said[key] = entry if key == "locale" else pseudo(entry)
    return said


def _translated(data: Any, key: str = "") -> Any:
    if isinstance(data, dict):
        return {name: _translated(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_translated(item, key) for item in data]
    return pseudo(data) if isinstance(data, str) and key in _TEXTS else data


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _write(name: str, data: Any) -> None:
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
