"""A translation takes the places of what it translates, and of nothing else."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from mainstream.guide import ContentProblems, load_guide
from tests.conftest import ROOT
from tests.guide.test_adaptation import adapt


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture
def welsh(minimal: Path) -> Path:
    """The minimal guide with its first enabler, its framework and one word in Welsh."""
    enabler = _read(minimal / "content" / "enablers" / "first.yml")
    enabler["title"] = "Y cyntaf"
    _write(minimal / "languages/cy/enablers/first.yml", enabler)
    framework = _read(minimal / "content" / "framework.yml")
    framework["levels"][0]["title"] = "Tir"
    _write(minimal / "languages/cy/framework.yml", framework)
    _write(minimal / "languages/cy/words.yml", {"site": {"menu": "Dewislen"}})
    return minimal


def test_what_is_translated_is_shown_and_the_rest_stays(welsh: Path) -> None:
    """With a count of how much is done."""
    guide = load_guide(welsh, language="cy")
    assert guide.language == "cy"
    assert [enabler.title for enabler in guide.enablers] == ["Y cyntaf", "The second enabler"]
    assert guide.level("ground").title == "Tir"
    assert guide.words["site"]["menu"] == "Dewislen"
    assert guide.words["site"]["found"]["other"] == "{count} pages"
    assert ("enabler", "first") not in guide.untranslated
    assert ("enabler", "second") in guide.untranslated
    done = {each.part: (each.done, each.total) for each in guide.progress}
    assert done["words"] == (1, 2)
    assert done["enablers"] == (1, 2)
    assert done["framework"] == (1, 1)


def test_words_without_a_translation_are_named(welsh: Path) -> None:
    """A notice for each area, at the file where they belong."""
    notices = [str(notice) for notice in load_guide(welsh, language="cy").notices]
    assert notices == ["languages/cy/words.yml:1:1: site: 1 of 2 texts are not translated: found."]
    adapt(welsh, id="ours", languages=["cy"])
    notices = [str(notice) for notice in load_guide(welsh, language="cy").notices]
    assert any(each.startswith("adaptation/languages/cy/words.yml:1:1: site") for each in notices)


@pytest.mark.parametrize("language", ["en-IE", "en-US"])
def test_english_from_elsewhere_is_no_translation(minimal: Path, language: str) -> None:
    """It stands in the language that the toolkit is written in, so nothing is missing."""
    adapt(minimal, id="ours", language=language)
    guide = load_guide(minimal)
    assert guide.language == language
    assert (guide.untranslated, guide.progress) == (frozenset(), ())
    assert not any("not translated" in str(notice) for notice in guide.notices)


def test_the_sites_own_language_is_not_touched(welsh: Path) -> None:
    """Nothing in it is untranslated."""
    guide = load_guide(welsh)
    assert guide.enabler("first").title == "The first enabler"
    assert guide.untranslated == frozenset()


def test_a_rewording_is_not_covered_by_the_toolkits_translation(welsh: Path) -> None:
    """The toolkit's Welsh says something else than the adaptation does."""
    title = {"was": "The first enabler", "now": "Number one"}
    adapt(welsh, id="ours", languages=["cy"], change=[{"enabler": "first", "title": title}])
    guide = load_guide(welsh, language="cy")
    assert guide.enabler("first").title == "Number one"
    assert ("enabler", "first") in guide.untranslated
    mine = _read(welsh / "languages/cy/enablers/first.yml")
    _write(welsh / "adaptation/languages/cy/enablers/first.yml", {**mine, "title": "Rhif un"})
    guide = load_guide(welsh, language="cy")
    assert guide.enabler("first").title == "Rhif un"
    assert ("enabler", "first") not in guide.untranslated


def test_a_translation_follows_what_is_removed(welsh: Path) -> None:
    """Its references and numbers are the adapted version's."""
    remove = {"enablers": [{"id": "second", "why": "Not ours."}]}
    adapt(welsh, id="ours", languages=["cy"], remove=remove)
    first = load_guide(welsh, language="cy").enabler("first")
    assert (first.title, first.related, first.number) == ("Y cyntaf", (), 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"statements": []}, "must have 3 items"),
        ({"titel": "x"}, 'Did you mean "title"?'),
    ],
)
def test_a_broken_translation_is_told(welsh: Path, change: dict[str, Any], said: str) -> None:
    """With its file, as any other content."""
    path = welsh / "languages/cy/enablers/first.yml"
    _write(path, {**_read(path), **change})
    with pytest.raises(ContentProblems, match="cy/enablers/first") as caught:
        load_guide(welsh, language="cy")
    assert said in str(caught.value)


def test_other_ids_are_told(welsh: Path) -> None:
    """They tell which text is which."""
    path = welsh / "languages/cy/enablers/first.yml"
    enabler = _read(path)
    enabler["statements"][0]["id"] = "un"
    _write(path, enabler)
    shutil.copy(path, path.with_name("frist.yml"))
    with pytest.raises(ContentProblems) as caught:
        load_guide(welsh, language="cy")
    assert "its ids are not those of content/enablers/first.yml: one, un" in str(caught.value)
    assert 'there is no "frist" to translate. Did you mean "first"?' in str(caught.value)


def test_a_language_that_is_none_is_told(welsh: Path) -> None:
    """By the name of its folder."""
    (welsh / "languages" / "xq").mkdir()
    with pytest.raises(ContentProblems, match='languages/xq:1:1: there is no language "xq"'):
        load_guide(welsh, language="xq")


def test_the_toolkits_welsh_has_every_word_and_says_that_it_is_a_draft() -> None:
    """Whoever adds a word adds its Welsh."""
    guide = load_guide(ROOT, language="cy")
    words = next(each for each in guide.progress if each.part == "words")
    assert words.done == words.total
    first = (ROOT / "languages" / "cy" / "words.yml").read_text("utf-8").splitlines()[0]
    assert "draft" in first
