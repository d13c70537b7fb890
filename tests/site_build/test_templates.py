"""Where the templates of pages come from."""

from pathlib import Path

import jinja2

from mainstream.site_build import part_templates
from tests.conftest import ROOT

BROWSER = ROOT / "browser"


def file_of(name: str, *themes: Path) -> str | None:
    """The file of a template: a theme's before the one that stands next to its script."""
    loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(themes), part_templates(BROWSER)])
    return loader.get_source(jinja2.Environment(), name)[1]


def test_every_template_next_to_a_script_has_a_name_of_its_own() -> None:
    """A second one of a page by the same name would never be shown."""
    names = [name for name in part_templates(BROWSER).list_templates() if name.endswith(".html")]
    there = {str(path) for path in BROWSER.rglob("*.html")}
    assert there
    assert {file_of(name) for name in names} == there


def test_a_part_that_every_page_has_goes_by_the_scoring_pages_name() -> None:
    """So it did before it stood with its script, and an adaptation may have one of that name."""
    for name, folder in (("notice", "common"), ("engine", "engine")):
        file = BROWSER / folder / f"{name}.html"
        assert file_of(f"partials/assess/{name}.html") == str(file)


def test_an_adaptations_theme_takes_the_place_of_a_part(tmp_path: Path) -> None:
    """By the same name as when it stood in the theme."""
    own = tmp_path / "partials" / "assess" / "start.html"
    own.parent.mkdir(parents=True)
    own.touch()
    assert file_of("partials/assess/start.html", tmp_path) == str(own)
