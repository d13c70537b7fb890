"""QR codes of links, for a poster or a slide. segno draws them; it is fetched only when wanted."""

import segno

from mainstream.scoring.contract.limits import MOST_QR_CHARACTERS

QUIET_ZONE = 4  # modules of white on each side, as ISO/IEC 18004 asks for
MODULE = 8  # units of the drawing for each module


class TooLong(ValueError):
    """The text does not fit into a QR code that a phone reads well."""


def qr_svg(text: str, *, title: str) -> str:
    """A QR code as an `<svg>` that stands alone: dark on white, also in dark colours.

    Errors: `TooLong`.
    """
    size = len(text.encode("utf-8"))  # a letter outside ASCII takes the room of several
    if size > MOST_QR_CHARACTERS:
        raise TooLong(f"{size} bytes")
    code = segno.make_qr(text, error="l", boost_error=True)
    drawing: str = code.svg_inline(
        scale=MODULE, border=QUIET_ZONE, dark="#000", light="#fff", title=title, omitsize=True
    )
    return drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" role="img" ', 1)
