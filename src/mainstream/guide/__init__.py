"""The guide: `content/` read into a checked, typed, frozen model.

Every problem is told at once, with its file, line, column and key.
"""

from mainstream.guide.layout import KINDS, json_schema
from mainstream.guide.load import load_guide
from mainstream.guide.model import (
    CaseStudy,
    Enabler,
    Framework,
    GlossaryEntry,
    Guide,
    Level,
    Passage,
    Place,
    Plural,
    PointOfView,
    Practice,
    Related,
    Scale,
    Shift,
    Situation,
    Source,
    SourceRef,
    Statement,
    Theme,
)
from mainstream.guide.problems import ContentProblems, Problem

__all__ = [
    "KINDS",
    "CaseStudy",
    "ContentProblems",
    "Enabler",
    "Framework",
    "GlossaryEntry",
    "Guide",
    "Level",
    "Passage",
    "Place",
    "Plural",
    "PointOfView",
    "Practice",
    "Problem",
    "Related",
    "Scale",
    "Shift",
    "Situation",
    "Source",
    "SourceRef",
    "Statement",
    "Theme",
    "json_schema",
    "load_guide",
]
