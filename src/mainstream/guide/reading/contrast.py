"""The contrast of two colours, as the Web Content Accessibility Guidelines define it."""

from typing import Final

LEAST_FOR_TEXT: Final = 4.5  # WCAG 2.2, success criterion 1.4.3
LIGHT_PAGES: Final = (
    "#ffffff",
    "#f4f6f7",
)  # what text stands on, in browser/common/site.css
DARK_PAGES: Final = ("#11181f", "#1b252e")


def contrast(one: str, other: str) -> float:
    """The ratio of two colours like `#1b4f7c`, from 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, “relative luminance”."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
