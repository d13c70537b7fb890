"""What `load_guide` gives: items with ids and paths, in order, found by id, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from mainstream.guide import ContentProblems, Guide, load_guide
from tests.guide.conftest import MINIMAL, lay_minimal_content

_FILES = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*.yml"))
# What YAML has a meaning for, so that arbitrary text is often nearly YAML.
_SIGNS = st.sampled_from([*"\n\t -:?#&*!|>'\"%@`[]{},~<=\\\0\ufeff\u2028é", "\n  - ", ": ", "<<: "])
_NEARLY_YAML = st.lists(st.one_of(_SIGNS, st.sampled_from(["id", "on", "1_0", "source"]))).map(
    "".join
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The minimal content, read once."""
    return load_guide(MINIMAL)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the minimal content, which each example breaks and mends."""
    root = tmp_path_factory.mktemp("workshop")
    lay_minimal_content(root)
    return root


def test_an_item_with_a_file_of_its_own_has_the_id_of_its_name(guide: Guide) -> None:
    """The stem of the file is the id, and the path leads back to the file."""
    enabler, case = guide.enablers[1], guide.case_studies[0]
    assert (enabler.id, enabler.path) == ("second", "content/enablers/second.yml")
    assert (case.id, case.path) == ("bridge", "content/case-studies/bridge.yml")


def test_items_that_share_a_file_know_its_path(guide: Guide) -> None:
    """Every item can be traced to the file to edit."""
    assert guide.framework.path == guide.levels[0].path == "content/framework.yml"
    assert guide.places[0].path == "content/places.yml"
    assert guide.themes[0].path == "content/themes.yml"
    assert guide.sources[0].path == "content/sources.yml"
    assert guide.situations[0].path == "content/situations.yml"
    assert guide.glossary[0].path == "content/glossary.yml"


def test_items_are_found_by_their_ids(guide: Guide) -> None:
    """Each look-up answers with the item that has the id."""
    assert guide.level("ground") is guide.levels[0]
    assert guide.enabler("second") is guide.enablers[1]
    assert guide.case_study("bridge") is guide.case_studies[0]
    assert guide.place("riverton") is guide.places[0]
    assert guide.theme("trust") is guide.themes[0]
    assert guide.source("handbook") is guide.sources[0]
    assert guide.enablers_of("ground") == guide.enablers


def test_an_unknown_id_is_a_key_error(guide: Guide) -> None:
    """A look-up never answers with something else."""
    with pytest.raises(KeyError, match="thrid"):
        guide.enabler("thrid")


def test_enablers_stand_by_number_and_case_studies_by_title(minimal: Path) -> None:
    """Order comes from the content, not from names of files."""
    _replace(minimal / "content/enablers/first.yml", "number: 1", "number: 2")
    _replace(minimal / "content/enablers/second.yml", "number: 2", "number: 1")
    _copy_bridge(minimal, "zebra-crossing", title="a crossing", enablers="[second]")
    guide = load_guide(minimal)
    assert [enabler.id for enabler in guide.enablers] == ["second", "first"]
    assert [case.id for case in guide.case_studies] == ["zebra-crossing", "bridge"]


def test_case_studies_of_an_enabler_start_with_those_it_is_the_main_one_of(minimal: Path) -> None:
    """The most fitting examples come first, each group by title."""
    _copy_bridge(minimal, "tunnel", title="The tunnel", enablers="[second]")
    _copy_bridge(minimal, "ferry", title="The ferry", enablers="[first]")
    guide = load_guide(minimal)
    assert [case.id for case in guide.case_studies_of("first")] == ["bridge", "ferry"]
    assert [case.id for case in guide.case_studies_of("second")] == ["tunnel", "bridge"]


def test_an_enabler_may_have_no_case_study(minimal: Path) -> None:
    """An enabler that no case study builds is not a problem."""
    _replace(minimal / "content/case-studies/bridge.yml", "[first, second]", "[first]")
    assert load_guide(minimal).case_studies_of("second") == ()


def test_fields_that_may_be_left_out_are_empty(minimal: Path) -> None:
    """A case study needs no year, no place and no word on what changed."""
    bridge = minimal / "content/case-studies/bridge.yml"
    _replace(bridge, "year: 2020\n", "")
    _replace(bridge, "[riverton]", "[]")
    case = load_guide(minimal).case_study("bridge")
    assert (case.year, case.organisation, case.places, case.what_changed) == (None, None, (), ())


def test_texts_keep_what_was_written(minimal: Path) -> None:
    """Quoted words that YAML would read as something else stay text, line breaks stay."""
    _replace(minimal / "content/enablers/first.yml", "[What stops us?]", "['no', \"2020-01-01\"]")
    _replace(
        minimal / "content/enablers/first.yml",
        "    text: Meet each week.\n",
        "    text: |-\n      Meet each week.\n\n      Talk.\n",
    )
    enabler = load_guide(minimal).enabler("first")
    assert enabler.questions == ("no", "2020-01-01")
    assert enabler.practices[0].text == "Meet each week.\n\nTalk."


def test_shifts_say_from_and_to(guide: Guide) -> None:
    """The key `from` is a word of Python's, so the attribute has an underscore."""
    shift = guide.enabler("first").shifts[0]
    assert (shift.from_, shift.to) == ("Telling", "Asking")


def test_words_are_plain_phrases_and_plurals(guide: Guide) -> None:
    """Templates and JSON take the words as they are."""
    assert guide.words == {
        "site": {"menu": "Menu", "found": {"one": "{count} page", "other": "{count} pages"}}
    }


def test_items_cannot_be_changed(guide: Guide) -> None:
    """What was checked stays as it was checked."""
    with pytest.raises(ValidationError, match="frozen"):
        guide.enablers[0].title = "Another"  # type: ignore[misc]


def test_a_root_without_content_is_told_of_once(tmp_path: Path) -> None:
    """A wrong folder gives one problem, not one for each file."""
    with pytest.raises(ContentProblems) as caught:
        load_guide(tmp_path)
    assert str(caught.value) == "content:1:1: this folder is missing."


def test_a_file_that_the_system_does_not_give_is_a_problem(
    minimal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission is named like any other problem."""
    read = Path.read_bytes

    def refuse_themes(self: Path) -> bytes:
        if self.name == "themes.yml":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse_themes)
    with pytest.raises(ContentProblems) as caught:
        load_guide(minimal)
    message = "content/themes.yml:1:1: this file could not be read: Permission denied."
    assert str(caught.value) == message


def test_hidden_files_are_left_alone(minimal: Path) -> None:
    """What an editor keeps next to a file is not content."""
    (minimal / "content/enablers/.first.yml").write_text("not: content\n")
    (minimal / "content/.themes.yml").write_text("not: content\n")
    assert len(load_guide(minimal).enablers) == 2


def test_problems_come_in_order_and_once_each(minimal: Path) -> None:
    """The same content gives the same list: by path, line and column."""
    for name in ("second", "first"):
        file = minimal / f"content/enablers/{name}.yml"
        _replace(file, "level: ground", "levle: ground")
        _replace(file, "  - from: Telling", "  - form: Telling")
    with pytest.raises(ContentProblems) as caught:
        load_guide(minimal)
    places = [(problem.path, problem.line) for problem in caught.value.problems]
    first, second = "content/enablers/first.yml", "content/enablers/second.yml"
    assert places == [(first, 4), (first, 30), (second, 4), (second, 30)]


@given(path=st.sampled_from(_FILES), content=st.one_of(st.binary(), _NEARLY_YAML.map(str.encode)))
@example(path="content/themes.yml", content=b"?")
def test_no_bytes_raise_anything_but_content_problems(
    workshop: Path, path: str, content: bytes
) -> None:
    """Whatever stands in a file, a list of problems comes back."""
    _try(workshop, path, content)


@given(path=st.sampled_from(_FILES), data=st.data())
def test_no_slip_of_the_hand_raises_anything_but_content_problems(
    workshop: Path, path: str, data: st.DataObject
) -> None:
    """A file with a part replaced by a few signs is read, or its problems are told."""
    text = (MINIMAL / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    _try(workshop, path, (text[:start] + data.draw(_NEARLY_YAML) + text[end:]).encode())


@pytest.mark.parametrize("part", ["[", "{a: ", "- ", "? ", "[" * 9 + "\n"])
def test_endless_nesting_is_a_problem_and_no_crash(workshop: Path, part: str) -> None:
    """A hundred thousand levels would end Python itself, were they composed."""
    _try(workshop, "content/themes.yml", part.encode() * 100_000)


def test_a_long_list_is_not_taken_for_a_deep_one(workshop: Path) -> None:
    """Each line opens three lists and closes those of the line before."""
    (workshop / "content/themes.yml").write_text("- - -\n" * 5_000, "utf-8")
    with pytest.raises(ContentProblems) as caught:
        load_guide(workshop)
    assert len(caught.value.problems) == 5_000


def _try(root: Path, path: str, content: bytes) -> None:
    file = root / path
    whole = file.read_bytes()
    try:
        file.write_bytes(content)
        load_guide(root)
    except ContentProblems as error:
        assert error.problems
        assert str(error)
    finally:
        file.write_bytes(whole)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def _copy_bridge(root: Path, id_: str, *, title: str, enablers: str) -> None:
    folder = root / "content/case-studies"
    text = (folder / "bridge.yml").read_text(encoding="utf-8")
    text = text.replace("title: The bridge", f"title: {title}")
    text = text.replace("[first, second]", enablers)
    (folder / f"{id_}.yml").write_text(text, encoding="utf-8")
