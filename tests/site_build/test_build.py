"""A build is made once, and says what all hooks go by."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from mainstream.guide import ContentProblems
from mainstream.site_build import Build, build_of, first_build, in_language
from tests.guide.test_adaptation import adapt


def begin(root: Path, *, command: str = "build", languages: str = "", base: str = "") -> Build:
    """The first build of what stands below `root`."""
    return first_build(
        root, command=command, adaptation="adaptation", languages=languages, base=base
    )


def test_hooks_read_the_build_that_was_handed_on(minimal: Path) -> None:
    """Before it has begun there is none to go by."""
    build = begin(minimal)
    assert build_of(SimpleNamespace(extra={"build": build})) is build
    with pytest.raises(KeyError):
        build_of(SimpleNamespace(extra={}))


def test_the_first_build_is_in_the_sites_own_language(minimal: Path) -> None:
    """Further ones share what stands below its root; a language named twice is built once."""
    first = begin(minimal, languages="cy en-GB cy")
    assert first.languages == ("en-GB", "cy")
    assert (first.is_first, first.language, first.assets) == (True, "en-GB", "assets/")
    further = in_language(first, "cy")
    assert (further.is_first, further.guide.language) == (False, "cy")
    assert further.assets == "../assets/"


def test_the_settings_say_which_languages_there_are(minimal: Path) -> None:
    """Those of the command line are for a site without an adaptation."""
    adapt(minimal, language="cy", languages=["en-GB"])
    build = begin(minimal, languages="ga")
    assert build.languages == ("cy", "en-GB")
    assert build.own_folder == minimal / "adaptation"


def test_the_toolkit_has_no_folder_of_its_own(minimal: Path) -> None:
    """The further languages are then those of the command line."""
    build = begin(minimal, languages="ga")
    assert (build.own_folder, build.languages) == (None, ("en-GB", "ga"))


def test_a_notice_is_reported_once(minimal: Path) -> None:
    """However many languages there are; what a further one adds is new."""
    adapt(minimal)
    first = begin(minimal, languages="")
    assert [notice.key for notice in first.notices] == ["accessibility"]
    second = in_language(first, "cy")
    third = in_language(second, "cy")
    assert set(second.notices).isdisjoint(first.notices)
    assert second.notices
    assert third.notices == []


@pytest.mark.parametrize(
    ("given", "base"), [("", ""), ("/", ""), ("toolkit", "/toolkit"), ("/a/b/", "/a/b")]
)
def test_the_base_has_one_form(minimal: Path, given: str, base: str) -> None:
    """It is written with or without slashes."""
    assert begin(minimal, base=given).base == base


def test_live_reload_is_known_from_the_command(minimal: Path) -> None:
    """In every language."""
    served = begin(minimal, command="serve", languages="cy")
    assert served.is_served
    assert in_language(served, "cy").is_served
    assert not replace(served, command="build").is_served


def test_a_page_that_the_settings_remove_is_left_out(minimal: Path) -> None:
    """The toolkit's other handwritten pages stay."""
    (minimal / "docs").mkdir()
    for name in ("about.md", "framework.md"):
        (minimal / "docs" / name).write_text("# A page")
    adapt(minimal, remove={"docs": [{"id": "framework.md", "why": "We have our own."}]})
    assert begin(minimal).left_out == {"framework.md"}


def test_broken_content_begins_no_build(minimal: Path) -> None:
    """All of its problems arrive as they are."""
    (minimal / "content" / "themes.yml").write_text("")
    with pytest.raises(ContentProblems, match=r"content/themes\.yml"):
        begin(minimal)
