"""The colours of drawings: those of the page they are on, or their own where they are a file."""

from dataclasses import dataclass

from mainstream.scoring.answers.framework import Framework

FILE_FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"

_INK, _PAPER, _ACCENT = "#17212b", "#ffffff", "#1b4f7c"
# As many as there are marks of levels. The site's styles have the same, for light and for dark.
_LEVELS = (
    "#6a3d9a", "#0b6860", "#974700", "#1b4f7c", "#8a1f4d", "#4f6410", "#5e4a37", "#3c4a9a",
)  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The colours of a drawing; `levels` in the framework's order, repeated when they run out."""

    ink: str
    paper: str
    accent: str
    levels: tuple[str, ...]

    def level(self, number: int) -> str:
        """The colour of a level, counted from 1."""
        return self.levels[(number - 1) % len(self.levels)]


# On a page the colours follow the page's own, in light, dark and forced colours.
PAGE = Palette(
    "currentColor",
    "var(--m2m-page, #fff)",
    f"var(--m2m-accent, {_ACCENT})",
    tuple(f"var(--level-{number}, {colour})" for number, colour in enumerate(_LEVELS, 1)),
)


def file_palette(framework: Framework) -> Palette:
    """The colours of a drawing that is saved, on white paper: the framework's own, or ours."""
    own = framework.colours
    return Palette(_INK, _PAPER, own.accent or _ACCENT, (*own.levels, *_LEVELS[len(own.levels) :]))
