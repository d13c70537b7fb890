"""A kind of item needs its row and its model alone: everything else follows the registry."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mainstream.guide import KINDS, Guide
from mainstream.guide.model.fields import kinds_in
from mainstream.guide.reading.references import LEVEL
from tests.conftest import ROOT
from tests.guide.conftest import lay_minimal_content
from tests.guide.test_adaptation import START

# Two further kinds: a list, and a folder of files that refer to it and to enablers.
FURTHER_KINDS = """

from typing import Annotated

from mainstream.guide.model.model import FileItem, ListItem
from mainstream.guide.reading.basics import OneOrMore, Text
from mainstream.guide.reading.references import EnablerId, RefersTo


class Topic(ListItem):
    title: Text


class Story(FileItem):
    title: Text
    enablers: OneOrMore[EnablerId]
    topics: OneOrMore[Annotated[str, RefersTo("topic")]]


KINDS = (
    *KINDS,
    Kind("topic", "topics", "topics.yml", Topic),
    Kind("story", "stories", "stories", Story, is_removable=True),
)
"""
STORY = {"title": "The flood", "enablers": ["first"], "topics": ["water"]}

Run = Callable[..., str]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of our package that has the two kinds more."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(ROOT / "src" / "mainstream", folder / "mainstream")
    with (folder / "mainstream" / "guide" / "model" / "kinds.py").open("a") as kinds:
        kinds.write(FURTHER_KINDS)
    return folder


@pytest.fixture
def mainstream(package: Path, root: Path) -> Run:
    """A command of that package about the content: what it prints."""

    def run(*arguments: str) -> str:
        command = "import sys; from mainstream.cli import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", command, *arguments],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(package)},
            capture_output=True,
            text=True,
        )
        assert not done.stderr
        return done.stdout

    return run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The minimal content with a topic and a story."""
    lay_minimal_content(tmp_path)
    _write(tmp_path / "content/topics.yml", [{"id": "water", "title": "Water"}])
    _write(tmp_path / "content/stories/flood.yml", STORY)
    return tmp_path


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")


def test_a_further_kind_is_read_and_counted(mainstream: Run) -> None:
    """A list and a folder alike."""
    assert "1 topic, 1 story, 1 tool.\n" in mainstream("check")


def test_the_file_of_a_further_kind_has_to_be_there(mainstream: Run, root: Path) -> None:
    """As every list of the toolkit's; a file put in the wrong place is told of."""
    (root / "content/topics.yml").rename(root / "content/topic.yml")
    assert mainstream("check").splitlines() == [
        'content/topic.yml:1:1: nothing reads this file. Did you mean "content/topics.yml"?',
        "content/topics.yml:1:1: this file is missing.",
        "2 problems",
    ]


def test_the_references_of_a_further_kind_are_checked(mainstream: Run, root: Path) -> None:
    """Those to it, and those from it."""
    wrong = {**STORY, "enablers": ["frist"], "topics": ["water", "water", "watr"]}
    _write(root / "content/stories/flood.yml", wrong)
    assert mainstream("check").splitlines() == [
        'content/stories/flood.yml:3:3: enablers: there is no enabler "frist". '
        'Did you mean "first"?',
        'content/stories/flood.yml:6:3: topics: "water" is here twice.',
        'content/stories/flood.yml:7:3: topics: there is no topic "watr". Did you mean "water"?',
        "3 problems",
    ]


def test_a_further_kind_is_translated(mainstream: Run, root: Path) -> None:
    """And what translates nothing is told of."""
    _write(root / "languages/cy/stories/flood.yml", {**STORY, "title": "Y llif"})
    _write(root / "languages/cy/topics.yml", [{"id": "water", "title": "Dŵr"}])
    assert "topics 1 of 1, stories 1 of 1." in mainstream("check")
    _write(root / "languages/cy/stories/fire.yml", {**STORY, "title": "Y tân"})
    assert 'there is no "fire" to translate' in mainstream("check")


def test_a_further_kind_is_adapted(mainstream: Run, root: Path) -> None:
    """An adapted version adds to it, removes from it, and loses what is about nothing else."""
    _write(root / "content/stories/fire.yml", {**STORY, "title": "Fire"})
    _write(root / "adaptation/stories/ours.yml", {**STORY, "enablers": ["second"]})
    removals = {name: [{"id": id_, "why": "It is not ours."}] for name, id_ in _REMOVED.items()}
    _write(root / "adaptation/adaptation.yml", {**START, "id": "ours", "remove": removals})
    told = mainstream("diff")
    assert "  removed: story fire: It is not ours.\n" in told
    assert "  left out: story flood\n" in told
    assert "  added: story ours\n" in told
    assert "1 topic, 1 story" in mainstream("check")


_REMOVED = {"stories": "fire", "enablers": "first"}


def test_editors_know_a_further_kind(mainstream: Run, root: Path) -> None:
    """By the schema of its files, and of the settings that may remove it."""
    assert json.loads(mainstream("schema", "story"))["title"] == "Story"
    assert json.loads(mainstream("schema", "topics"))["type"] == "array"
    removals = json.loads(mainstream("schema", "adaptation"))["$defs"]["Removals"]
    assert "stories" in removals["properties"]


def test_every_reference_leads_to_a_kind() -> None:
    """A slip in a kind's name would leave its references unchecked."""
    referred_to = frozenset[str]().union(*(kinds_in(kind.shape) for kind in KINDS))
    assert referred_to <= {LEVEL, *(kind.name for kind in KINDS)}


def test_what_can_be_removed_has_a_name_in_the_interface(guide: Guide) -> None:
    """The page “based on” says of what kind each difference is."""
    named = {key for key in guide.words["based"] if key.startswith("kind_")}
    removable = {f"kind_{kind.word}" for kind in KINDS if kind.is_removable}
    assert named == {"kind_level", *removable}
