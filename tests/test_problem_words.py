"""Every problem and notice of what reads answers has its words, with the gaps that it can fill."""

import ast
import importlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from mainstream import combine
from mainstream.guide.model.facts import FACTS
from mainstream.pages.tool_json import PROBLEMS
from mainstream.scoring.doors import person, tools, workshop_state
from mainstream.spreadsheet import workshop as workbooks

ROOT = Path(__file__).parents[1]
ROOMS = [ROOT / "src" / "mainstream" / room for room in ("scoring", "qr", "spreadsheet", "combine")]
WORDS = yaml.safe_load((ROOT / "content" / "words" / "en-GB.yml").read_text("utf-8"))
ALL = sorted(path for room in ROOMS for path in room.rglob("*.py"))
_GAP = re.compile(r"\{(\w+)\}")


def _raised(sources: Iterable[Path] = ALL) -> Iterator[tuple[str, set[str]]]:
    """The key and the names of the values wherever a problem or a notice is made."""
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "ScoringProblem":
                yield _text(node.args[0]), {str(keyword.arg) for keyword in node.keywords}
            if node.func.id == "Notice":
                yield _text(node.args[0]), _names(node.args[1])


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant), "a key stands as plain text, so that it can be found"
    return str(node.value)


def _names(node: ast.expr) -> set[str]:
    assert isinstance(node, ast.Dict), "values stand beside their key, so that they can be found"
    return {_text(key) for key in node.keys if key is not None}


def test_every_problem_has_words_and_every_word_a_problem() -> None:
    """None is missing, and none is left over."""
    assert {key for key, _ in _raised()} == set(WORDS["problem"])


def test_words_ask_only_for_values_that_are_given() -> None:
    """A gap that nothing fills would be shown to the person as it is."""
    for key, names in _raised():
        assert set(_GAP.findall(WORDS["problem"][key])) - FACTS <= names, key


def test_the_answers_pages_have_all_their_words() -> None:
    """What is drawn, read, exported and reported finds each phrase, and nothing is left over."""
    needed = {*person.WORDS, *workshop_state.WORDS, *workbooks.WORDS, *combine.WORDS}
    areas = [WORDS[area] for area in ("result", "import", "workshop")]
    assert needed == {key for area in areas for key in area}
    assert sum(map(len, areas)) == len(needed), "a page gives the areas as one"


def test_a_persons_page_needs_no_other_area() -> None:
    """It has the words of the result alone."""
    assert set(person.WORDS) <= set(WORDS["result"])


def test_the_tools_have_all_their_words() -> None:
    """What their results say finds each phrase, and nothing is left over."""
    assert set(tools.WORDS) == set(WORDS["tool"])


def test_a_module_declares_the_words_that_it_names() -> None:
    """So that a door, which checks those of its modules, never meets one that is missing."""
    known = {key for area in ("result", "import", "workshop", "tool") for key in WORDS[area]}
    for path in ALL:
        if "contract" in path.parts or path.name == "words.py":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        named = {key for key in _phrases_in(tree) if key in known}
        if named:
            name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
            assert named <= set(importlib.import_module(name).WORDS), path


def _phrases_in(tree: ast.AST) -> Iterator[str]:
    """The keys that stand in calls of `phrase` and `phrases`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in ("phrase", "phrases"):
            for each in ast.walk(node.args[1]):
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield each.value


def test_a_tools_page_has_the_words_of_every_problem_that_it_can_meet() -> None:
    """Those of what its Python reads: sheets, JSON and tables."""
    scoring = ROOT / "src" / "mainstream" / "scoring"
    read_with = [
        "tables/delimited.py",
        "doors/door.py",
        "reading/json_fields.py",
        "reading/json_text.py",
    ]

    sources = [*(scoring / "tools").glob("*.py"), scoring / "doors" / "tools.py"]
    sources += [scoring / name for name in read_with]
    raised = {key for key, _ in _raised(sources)}
    of_any_file = {"not-a-response", "other-format", "newer-format", "words-missing"}
    assert raised | of_any_file == set(PROBLEMS)
