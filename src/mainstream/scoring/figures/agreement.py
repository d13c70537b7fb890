"""How far people agree on an ordered scale: van der Eijk's measure A.

Source: Cees van der Eijk, "Measuring agreement in ordered rating scales", Quality and Quantity 35
(2001), 325–341.
"""

from collections.abc import Sequence


def agreement(counts: Sequence[int]) -> float | None:
    """A: 1 where all give one mark, 0 evenly spread, −1 two opposite camps; None without a mark.

    `counts` are people by mark, from the lowest mark to the highest; there are three at least.
    """
    total = sum(counts)
    if total == 0:
        return None
    left = list(counts)
    result = 0.0
    while any(left):
        smallest = min(count for count in left if count)
        pattern = [count > 0 for count in left]
        weight = smallest * sum(pattern) / total
        result += weight * _agreement_of(pattern)
        left = [count - smallest if count else 0 for count in left]
    return result


def _agreement_of(pattern: Sequence[bool]) -> float:
    """The agreement of one layer: which marks have anyone, each as many as the others."""
    size, filled = len(pattern), sum(pattern)
    if filled == size:
        return 0.0
    return _unimodality(pattern) * (1 - (filled - 1) / (size - 1))


def _unimodality(pattern: Sequence[bool]) -> float:
    """U: from the triples i < j < k that read 110 or 011 (TU), and 101 (TDU)."""
    size = len(pattern)
    single = double = 0
    for j in range(1, size - 1):
        before, after = sum(pattern[:j]), sum(pattern[j + 1 :])
        if pattern[j]:
            single += before * (size - j - 1 - after) + (j - before) * after
        else:
            double += before * after
    if single + double == 0:
        return 1.0
    return ((size - 2) * single - (size - 1) * double) / ((size - 2) * (single + double))
