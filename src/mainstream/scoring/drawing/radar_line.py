"""The lines, areas and markers that a spider diagram has on its axes."""

from collections.abc import Sequence
from dataclasses import dataclass

from mainstream.scoring.drawing.level_marks import marker_path
from mainstream.scoring.drawing.palette import Palette
from mainstream.scoring.drawing.radar_layout import Layout
from mainstream.scoring.drawing.svg import element, pair

Values = Sequence[float | None]  # one for each axis, on the scale; None where there is no mark


@dataclass(frozen=True)
class Axes:
    """The axes of a diagram, with `points` marks on each, and the colours to draw in."""

    layout: Layout
    points: int
    palette: Palette

    @property
    def enclose(self) -> bool:
        """With one or two axes nothing can be enclosed: bars are drawn on the axes instead."""
        return len(self.layout.labels) > 2

    def point(self, axis: int, value: float | None) -> tuple[float, float]:
        """Where a value is on an axis."""
        assert value is not None  # runs hold values only
        return self.layout.point(axis, value / self.points)

    def corners(self, axes: Sequence[int], values: Values) -> list[str]:
        """The points of some axes' values, as a path takes them."""
        return [pair(self.point(axis, values[axis])) for axis in axes]

    def line(self, values: Values, colour: str, dashes: str | None = None) -> str:
        """The line through some values; it breaks where one is missing."""
        return "".join(
            element(
                "path",
                {
                    "class": "radar__line",
                    "d": path,
                    "fill": "none",
                    "stroke": colour,
                    "stroke-width": 2.5 if self.enclose else 8,
                    "stroke-linejoin": "round",
                    "stroke-dasharray": dashes,
                },
            )
            for path in self._line_paths(values)
        )

    def marker(self, axis: int, value: float, shape: int, colour: str, css_class: str) -> str:
        """The marker of a value; `shape` counts as levels do."""
        size = self.layout.style.marker
        return element(
            "path",
            {
                "class": css_class,
                "d": marker_path(shape, *self.point(axis, value), size),
                "fill": colour,
                "stroke": self.palette.paper,
                "stroke-width": f"{size / 4:g}",
            },
        )

    def _line_paths(self, values: Values) -> list[str]:
        paths = []
        centre = pair(self.layout.point(0, 0))
        for run in runs(values):
            corners = self.corners(run, values)
            if not self.enclose:
                paths += [f"M{centre}L{corner}" for corner in corners]
            elif len(run) > 1:
                closing = "Z" if len(run) == len(values) else ""
                paths.append("M" + "L".join(corners) + closing)
        return paths


def runs(values: Values) -> list[list[int]]:
    """The axes with values, in runs of neighbours around the circle."""
    axes = len(values)
    blank = [axis for axis, value in enumerate(values) if value is None]
    if not blank:
        return [list(range(axes))] if axes else []
    found: list[list[int]] = [[]]
    for step in range(1, axes + 1):
        axis = (blank[0] + step) % axes
        if values[axis] is None:
            found.append([])
        else:
            found[-1].append(axis)
    return [run for run in found if run]
