"""One build of the site: what is known of it, which files it is made of, what its pages may use.

Plain functions of a `Build`; they also run without MkDocs, whose hooks call them.
"""

from mainstream.site_build.build import Build, build_of, first_build, in_language
from mainstream.site_build.files import own_assets, own_docs, own_style_sheets, written_files
from mainstream.site_build.fitting import FittedPage, edit_url, fitted_page
from mainstream.site_build.templates import page_globals, part_templates, template_globals

__all__ = [
    "Build",
    "FittedPage",
    "build_of",
    "edit_url",
    "first_build",
    "fitted_page",
    "in_language",
    "own_assets",
    "own_docs",
    "own_style_sheets",
    "page_globals",
    "part_templates",
    "template_globals",
    "written_files",
]
