"""The marks that tell levels, and groups, apart without colour: as a character and as a shape.

They are counted from 1, in the framework's order, and begin again when they run out.
"""

import math

from mainstream.scoring.drawing.svg import pair, short

_CHARACTERS = "●■▲◆✚★⬟✖"
MARKS = len(_CHARACTERS)


def level_mark(level: int) -> str:
    """The character of a level."""
    return _CHARACTERS[(level - 1) % MARKS]


def marker_path(level: int, x: float, y: float, size: float) -> str:
    """The path of a level's marker around a point, about as large as a disc of radius `size`.

    The shapes follow the characters: disc, square, triangle, diamond, plus, star, pentagon, cross.
    """
    shape = (level - 1) % MARKS
    if shape == 0:
        return disc_path(x, y, size)
    corners = [
        (size * reach * math.sin(turn * math.tau), -size * reach * math.cos(turn * math.tau))
        for reach, turn in _CORNERS[shape - 1]
    ]
    return "M" + "L".join(pair((x + dx, y + dy)) for dx, dy in corners) + "Z"


def disc_path(x: float, y: float, radius: float) -> str:
    """The path of a disc around a point."""
    half = f"a{short(radius)} {short(radius)} 0 1 1"
    return f"M{pair((x - radius, y))}{half} {short(2 * radius)} 0{half} {short(-2 * radius)} 0Z"


def _star(points: int, reach: float, waist: float) -> list[tuple[float, float]]:
    return [
        (reach if corner % 2 == 0 else waist, corner / (2 * points)) for corner in range(2 * points)
    ]


def _plus(turned: float) -> list[tuple[float, float]]:
    """A cross of four arms, each with two outer corners and one inner."""
    near = 0.055  # half an arm's end, as a share of a turn
    return [
        corner
        for arm in range(4)
        for corner in (
            (1.25, turned + arm / 4 - near),
            (1.25, turned + arm / 4 + near),
            (0.6, turned + arm / 4 + 0.125),
        )
    ]


# Corners of each shape after the disc: (reach in sizes, angle clockwise from the top in turns).
_CORNERS: tuple[list[tuple[float, float]], ...] = (
    [(1.27, 0.125 + n / 4) for n in range(4)],
    [(1.4, n / 3) for n in range(3)],
    [(1.35, n / 4) for n in range(4)],
    _plus(0),
    _star(5, 1.5, 0.65),
    [(1.2, n / 5) for n in range(5)],
    _plus(0.125),
)
