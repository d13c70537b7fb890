"""Text as every file and drawing can hold it."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Leave out what no file or diagram can hold: control characters and halves of characters."""
    return _UNFIT.sub("", text)


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, or what older spreadsheets write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def one_line(text: str) -> str:
    """The text as `clean` gives it, with single spaces for all white space."""
    return " ".join(clean(text).split())


def is_day(text: str) -> bool:
    """Whether a text is a day like 2026-11-23 that there is."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def cleaned(value: Any) -> Any:
    """JSON data with every text in it clean, also the names of fields."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(name): cleaned(item) for name, item in value.items()}
    return value


def safe_file_name(parts: Iterable[str | None], suffix: str) -> str:
    """The parts that there are, joined by hyphens, of letters that any system takes."""
    name = "-".join(part for part in parts if part)
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name) + f".{suffix}"
