"""What every drawing is written with: elements, the accessible frame, and a file's heading.

Numbers are in units of the view box, and y grows downwards.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from mainstream.scoring.drawing.palette import FILE_FONTS, Palette
from mainstream.scoring.drawing.text_width import text_width

# What XML 1.0 cannot hold, not even escaped (section 2.2, "Char").
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile("[ #-%(-;=?-~]*")  # most texts need nothing, and a drawing has hundreds


Attributes = Mapping[str, str | float | None]  # numbers are written in tenths; None is left out


@dataclass(frozen=True)
class Frame:
    """What is around a drawing: its size, its name and its description.

    `css_class` may hold several classes; `prefix` begins the ids in the markup, so that a page can
    hold several drawings. A screen reader says `title`, then `desc`.
    """

    css_class: str
    width: float
    height: float
    prefix: str
    title: str
    desc: str


@dataclass(frozen=True)
class HeadingLine:
    """A line above a drawing: its baseline, its largest type size and its weight."""

    y: float
    size: float
    weight: int


@dataclass(frozen=True)
class Heading:
    """Two lines above a drawing that is a file, each as large as its length allows.

    `height` is the room that they take above y = 0, `margin` what is free on both sides of them.
    """

    height: float
    margin: float
    lines: tuple[HeadingLine, HeadingLine]


def on_page(frame: Frame, content: str) -> str:
    """The `<svg>` for a page; `content` is the markup of what it shows."""
    return _framed(frame, content, above=0.0)


def as_file(
    frame: Frame, content: str, heading: Heading, texts: tuple[str, str], palette: Palette
) -> str:
    """The `<svg>` that stands alone: fonts, paper, the heading's two `texts`, then `content`."""
    style = f"<style>text{{font-family:{FILE_FONTS}}}</style>"
    paper = element(
        "rect",
        {
            "x": 0,
            "y": -heading.height,
            "width": frame.width,
            "height": frame.height + heading.height,
            "fill": palette.paper,
        },
    )
    lines = [
        _heading_line(line, text, heading.margin, frame.width, palette.ink)
        for line, text in zip(heading.lines, texts, strict=True)
    ]
    return _framed(frame, "".join([style, paper, *lines, content]), above=heading.height)


def element(name: str, attributes: Attributes, content: str | None = None) -> str:
    """An element; `content` is markup."""
    written = name
    for key, value in attributes.items():
        if value is not None:
            written += f' {key}="{escaped(value) if isinstance(value, str) else short(value)}"'
    return f"<{written}/>" if content is None else f"<{written}>{content}</{name}>"


def text_element(text: str, attributes: Attributes) -> str:
    """A `<text>` element that says `text`, whatever is in it."""
    return element("text", attributes, escaped(text))


def escaped(text: str) -> str:
    """The text as XML takes it between tags and in attributes.

    What XML cannot hold, such as a control character or half of a surrogate pair, becomes U+FFFD.
    """
    return text if _PLAIN.fullmatch(text) else escape(_NOT_XML.sub("\ufffd", text))


def pair(point: tuple[float, float]) -> str:
    """A point as a path takes it."""
    return f"{short(point[0])} {short(point[1])}"


def short(value: float) -> str:
    """A number in as few characters as a tenth of a unit needs; zero has no sign."""
    return f"{round(value, 1) + 0.0:g}"  # -0.0 + 0.0 is 0.0


def _framed(frame: Frame, content: str, *, above: float) -> str:
    """The one `<svg>` of every drawing; `above` is the room for a heading."""
    title, desc = f"{frame.prefix}-title", f"{frame.prefix}-desc"
    height = frame.height + above
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": frame.css_class,
            "viewBox": f"0 {short(-above)} {short(frame.width)} {short(height)}",
            "width": frame.width,
            "height": height,
            "role": "img",
            "aria-labelledby": f"{title} {desc}",
        },
        element("title", {"id": title}, escaped(frame.title))
        + element("desc", {"id": desc}, escaped(frame.desc))
        + content,
    )


def _heading_line(line: HeadingLine, text: str, margin: float, width: float, ink: str) -> str:
    natural = text_width(text, line.size, bold=line.weight >= 700) or 1
    size = min(line.size, line.size * (width - 2 * margin) / natural)
    return text_element(
        text, {"x": margin, "y": line.y, "font-size": size, "font-weight": line.weight, "fill": ink}
    )
