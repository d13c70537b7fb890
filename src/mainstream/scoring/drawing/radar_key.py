"""The key under the spider diagram: what each mark means, in rows or in columns."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mainstream.scoring.drawing.labels import PAD, Box, Label, Span
from mainstream.scoring.drawing.radar_style import Style
from mainstream.scoring.drawing.text_width import text_width, wrapped

MARGIN = 4.0  # free on each side of the picture


class KeyEntry(NamedTuple):
    """A mark of one character and what it means.

    `level`, from 1, is the level whose mark and colour it has; None for a mark of no level.
    """

    mark: str
    meaning: str
    level: int | None

    @property
    def phrase(self) -> str:
        """Both in one line."""
        return f"{self.mark} {self.meaning}"


def in_rows(entries: Iterable[KeyEntry], style: Style) -> list[Label]:
    """Entries side by side in centred rows, from y = 0."""
    gap = style.type_size * 1.6
    room = style.width - 2 * MARGIN
    rows: list[list[tuple[KeyEntry, float]]] = []
    used = room
    for entry in entries:
        width = text_width(entry.phrase, style.type_size)
        if used + gap + width > room:
            rows.append([])
            used = -gap
        rows[-1].append((entry, width))
        used += gap + width
    labels = []
    for row_number, row in enumerate(rows):
        top = row_number * style.line * 1.25
        left = (style.width - sum(width for _, width in row) - gap * (len(row) - 1)) / 2
        for entry, width in row:
            labels.append(_label(entry, [entry.phrase], left, top, width, style))
            left += width + gap
    return labels


def in_columns(entries: Sequence[KeyEntry], style: Style) -> list[Label]:
    """Entries in columns, read down, from y = 0."""
    column = (style.width - 2 * MARGIN) / style.key_columns
    rows = -(-len(entries) // style.key_columns)
    labels: list[Label] = []
    top = 0.0
    for index, entry in enumerate(entries):
        if index % rows == 0:
            top = 0.0
        left = MARGIN + index // rows * column
        lines = wrapped(entry.phrase, style.type_size, column - PAD)
        labels.append(_label(entry, lines, left, top, column - PAD, style))
        top = labels[-1].box.bottom + PAD
    return labels


def _label(
    entry: KeyEntry, lines: list[str], left: float, top: float, width: float, style: Style
) -> Label:
    """The entry's label; its lines begin with its mark."""
    box = Box(left, top, left + width, top + len(lines) * style.line)
    meaning = lines[0][len(entry.mark) + 1 :]
    first = (Span("number", entry.mark), Span("title", f" {meaning}"))
    rest = ((Span("title", line),) for line in lines[1:])
    return Label((first, *rest), "start", left, box, entry.level)
