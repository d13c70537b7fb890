"""The guide: `content/` read into a checked, typed, frozen model.

Every problem is reported at once, with its file, line, column and key.
"""

from mainstream.guide.layers.guide import Guide
from mainstream.guide.layers.toolkit_texts import TextChange, changes_since, write_toolkit_texts
from mainstream.guide.layers.translation import WRITTEN_IN, Progress, languages_in
from mainstream.guide.load import ADAPTATION, load_guide
from mainstream.guide.model.account import Account, Difference, Moved, Reworded
from mainstream.guide.model.facts import stated
from mainstream.guide.model.kinds import (
    CASE_STUDY,
    ENABLER,
    KINDS,
    PLACE,
    PURPOSE,
    SITUATION,
    SOURCE,
    TERM,
    THEME,
    Kind,
    kind_of,
)
from mainstream.guide.model.layer import SCHEMAS, json_schema
from mainstream.guide.model.model import (
    CaseStudy,
    Enabler,
    Framework,
    GlossaryEntry,
    Item,
    Level,
    Place,
    Plural,
    PointOfView,
    Practice,
    Purpose,
    Related,
    Scale,
    Shift,
    Situation,
    Source,
    Statement,
    Theme,
)
from mainstream.guide.model.settings import Settings
from mainstream.guide.model.tools import SECTIONS, Tool
from mainstream.guide.new_items import (
    CannotStart,
    add_adaptation,
    add_case_study,
    add_enabler,
    add_tool,
)
from mainstream.guide.reading.basics import Passage, SourceRef
from mainstream.guide.reading.plurals import (
    categories,
    is_right_to_left,
    is_same_language,
    locale_of,
    text_for,
)
from mainstream.guide.reading.problems import ContentProblems, Problem

__all__ = [
    "ADAPTATION",
    "CASE_STUDY",
    "ENABLER",
    "KINDS",
    "PLACE",
    "PURPOSE",
    "SCHEMAS",
    "SECTIONS",
    "SITUATION",
    "SOURCE",
    "TERM",
    "THEME",
    "WRITTEN_IN",
    "Account",
    "CannotStart",
    "CaseStudy",
    "ContentProblems",
    "Difference",
    "Enabler",
    "Framework",
    "GlossaryEntry",
    "Guide",
    "Item",
    "Kind",
    "Level",
    "Moved",
    "Passage",
    "Place",
    "Plural",
    "PointOfView",
    "Practice",
    "Problem",
    "Progress",
    "Purpose",
    "Related",
    "Reworded",
    "Scale",
    "Settings",
    "Shift",
    "Situation",
    "Source",
    "SourceRef",
    "Statement",
    "TextChange",
    "Theme",
    "Tool",
    "add_adaptation",
    "add_case_study",
    "add_enabler",
    "add_tool",
    "categories",
    "changes_since",
    "is_right_to_left",
    "is_same_language",
    "json_schema",
    "kind_of",
    "languages_in",
    "load_guide",
    "locale_of",
    "stated",
    "text_for",
    "write_toolkit_texts",
]
