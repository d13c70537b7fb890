"""The measures of the spider diagram in its two sizes, wide and narrow."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """The measures of one size of the diagram, in units of its view box.

    `gap` lies between the circle and the labels; `drift` is how far a label may be moved from its
    axis; `label_width` is where its lines break at the latest. `marker` and `flag` are radii.
    With `full_texts` a label has the enabler's whole title and says in words why there is no mark;
    without, the short title and a character that the key explains.
    """

    name: str
    width: float
    type_size: float
    most_radius: float
    least_radius: float
    gap: float
    label_width: float
    most_lines: int
    drift: float
    key_columns: int
    marker: float
    flag: float
    arc: float
    full_texts: bool

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.type_size * 1.2


WIDE = Style(
    name="wide",
    width=760,
    type_size=15,
    most_radius=206,
    least_radius=150,
    gap=19,
    label_width=185,
    most_lines=3,
    drift=26,
    key_columns=3,
    marker=6,
    flag=11,
    arc=5,
    full_texts=True,
)
NARROW = Style(
    name="narrow",
    width=340,
    type_size=13,
    most_radius=118,
    least_radius=76,
    gap=11,
    label_width=110,
    most_lines=2,
    drift=26,
    key_columns=2,
    marker=4.5,
    flag=8,
    arc=3.5,
    full_texts=False,
)
