"""The model made into pages: Markdown, navigation, drawings and data for templates.

Pure: the functions here take a `Guide` and return text. Writing files is left to the MkDocs
hooks and to `mainstream pages`.
"""

from mainstream.pages.addresses import PLACE_OF_FORM
from mainstream.pages.framework_json import (
    WORKSHOP_AREAS,
    blank_radars,
    framework_data,
    framework_json,
    words_json,
)
from mainstream.pages.glossary_links import GlossaryExtension
from mainstream.pages.handwritten import SitePages, fitted, fitted_meta, pages_left_out
from mainstream.pages.host_headers import headers_file, static_web_app_config
from mainstream.pages.languages import (
    direction,
    is_partly_untranslated,
    is_untranslated,
    language_links,
    languages,
)
from mainstream.pages.listings import Listings
from mainstream.pages.markdown import markdown_pages
from mainstream.pages.navigation import foot_links, navigation
from mainstream.pages.own_look import own_styles, small_print
from mainstream.pages.sayings import filler
from mainstream.pages.tool_json import site_json, tool_data, tool_json, tool_words_json
from mainstream.pages.wheel import has_names, wheel

__all__ = [
    "PLACE_OF_FORM",
    "WORKSHOP_AREAS",
    "GlossaryExtension",
    "Listings",
    "SitePages",
    "blank_radars",
    "direction",
    "filler",
    "fitted",
    "fitted_meta",
    "foot_links",
    "framework_data",
    "framework_json",
    "has_names",
    "headers_file",
    "is_partly_untranslated",
    "is_untranslated",
    "language_links",
    "languages",
    "markdown_pages",
    "navigation",
    "own_styles",
    "pages_left_out",
    "site_json",
    "small_print",
    "static_web_app_config",
    "tool_data",
    "tool_json",
    "tool_words_json",
    "wheel",
    "words_json",
]
