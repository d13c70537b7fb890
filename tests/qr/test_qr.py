"""QR codes of links: drawn dark on white, and refused where no phone would read them."""

import json
import xml.etree.ElementTree as ET

from mainstream.qr import qr_svg
from mainstream.qr.service import new_door
from mainstream.scoring.contract.limits import MOST_QR_CHARACTERS

LINK = "https://example.org/assess/#invite&t=What+next%3F&d=2026-11-30"


def test_a_code_is_a_drawing_that_scales() -> None:
    """With a name, a white ground and room around it."""
    svg = ET.fromstring(qr_svg(LINK, title="QR code & link"))
    assert svg.get("role") == "img"
    assert svg.get("viewBox")
    assert svg.get("width") is None
    assert "QR code & link" in "".join(svg.itertext())
    assert "#fff" in ET.tostring(svg, encoding="unicode")


def test_the_service_answers_in_json() -> None:
    """A drawing, or why there is none."""
    asked = json.dumps({"action": "qr", "text": LINK, "title": "A"})
    assert json.loads(new_door().handle(asked))["value"]["svg"].startswith("<svg")
    long = json.dumps({"action": "qr", "text": "x" * (MOST_QR_CHARACTERS + 1), "title": "A"})
    assert json.loads(new_door().handle(long))["problem"] == {
        "key": "qr-too-long",
        "values": {"most": MOST_QR_CHARACTERS},
    }
    assert json.loads(new_door().handle("{}"))["problem"]["key"] == "request-unknown"
