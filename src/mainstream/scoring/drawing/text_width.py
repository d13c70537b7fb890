"""How wide a line of text is likely to be, so that labels can be placed without a browser."""

import functools

# Widths in thousandths of the type size: Helvetica's published metrics, near those of the system
# fonts of today. What is not listed is taken as wide as a capital.
_WIDTHS = {
    "'": 191, "|": 260, "ijl’‘": 222, " !,./:;I[]ft\\": 278, "()-r“”`": 333, "*": 389, "^": 469,
    "cksvxyzJ": 500, "abdeghnopqu0123456789L?_$#–": 556, "+<=>~": 584, "FTZ": 611,
    "ABEKPSVXY&": 667, "CDHNRUw": 722, "GOQ": 778, "mM": 833, "%": 889, "W—…": 1000, "@": 1015,
}  # fmt: skip
_WIDTH_OF = {character: width for group, width in _WIDTHS.items() for character in group}
_OTHER = 722
_WIDE = 1000  # from U+1100: Hangul, Chinese, Japanese

# Some system fonts are a tenth wider than Helvetica, and bold is wider still.
_ALLOWANCE = 1.1
_BOLD = 1.07


@functools.lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in the units of `size`, with an allowance for wider fonts."""
    thousandths = sum(
        _WIDTH_OF.get(character, _WIDE if character >= "\u1100" else _OTHER) for character in text
    )
    return thousandths / 1000 * size * _ALLOWANCE * (_BOLD if bold else 1)


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in lines no wider than `width`; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@functools.lru_cache(maxsize=4096)
def balanced(text: str, size: float, width: float) -> tuple[str, ...]:
    """The text in as few lines as `wrapped` needs, of lengths as even as its words allow."""
    lines = wrapped(text, size, width)
    narrower = width
    while narrower > 0:
        narrower -= size / 2
        tried = wrapped(text, size, narrower)
        if len(tried) > len(lines) or any(text_width(line, size) > narrower for line in tried):
            break
        lines = tried
    return tuple(lines)
