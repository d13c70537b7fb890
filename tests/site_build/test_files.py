"""What a version adds to the toolkit's files, and what takes whose place."""

from dataclasses import replace
from pathlib import Path

from mainstream.guide import Guide
from mainstream.site_build import in_language, own_assets, own_docs, own_style_sheets, written_files
from tests.guide.test_adaptation import adapt
from tests.site_build.test_build import begin

COLOURS = {"accent": {"light": "#0b5c7a", "dark": "#8fd3f0"}}


def lay(root: Path, *paths: str) -> None:
    """Write a file at each path."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("# A page")


def test_own_pages_take_the_place_of_translated_ones_and_those_of_the_toolkits(
    minimal: Path,
) -> None:
    """Each takes the place of those before; files of the system are left alone."""
    adapt(minimal, languages=["cy"])
    lay(minimal, *(f"languages/cy/docs/{name}.md" for name in "abc"))
    lay(minimal, *(f"adaptation/docs/{name}.md" for name in "bc"))
    lay(minimal, "adaptation/languages/cy/docs/c.md", "adaptation/docs/.hidden")
    build = in_language(begin(minimal), "cy")
    assert own_docs(build) == {
        "a.md": minimal / "languages/cy/docs",
        "b.md": minimal / "adaptation/docs",
        "c.md": minimal / "adaptation/languages/cy/docs",
    }


def test_an_own_page_takes_the_place_of_a_generated_one(guide: Guide, minimal: Path) -> None:
    """Whatever it says, it is not written over."""
    build = replace(begin(minimal), guide=guide)
    assert "places.md" in written_files(build, ())
    assert "places.md" not in written_files(build, {"places.md"})


def test_all_languages_share_the_first_ones_styles_and_assets(guide: Guide, minimal: Path) -> None:
    """A further language links to them and brings none."""
    settings = adapt(minimal, languages=["cy"], colours=COLOURS).settings
    lay(minimal, "adaptation/assets/logos/ours.svg")
    first = replace(begin(minimal), guide=replace(guide, settings=settings))
    source = minimal / "adaptation/assets/logos/ours.svg"
    assert own_assets(first) == {"assets/own/logos/ours.svg": source}
    assert "--m2m-accent: #0b5c7a" in written_files(first, ())["assets/own.css"]
    assert own_style_sheets(first) == ["assets/own.css"]
    further = replace(first, language="cy")
    assert own_assets(further) == {}
    assert "assets/own.css" not in written_files(further, ())
    assert own_style_sheets(further) == ["../assets/own.css"]


def test_the_toolkit_alone_adds_no_look_of_its_own(minimal: Path) -> None:
    """Its look is the theme's."""
    build = begin(minimal)
    assert own_style_sheets(build) == []
    assert own_assets(build) == {}
