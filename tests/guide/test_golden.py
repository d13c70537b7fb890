"""Each rule of the content, with the problem it gives: see `golden/`, a file for each rule.

A golden file changes the minimal content: `edits` replaces text that stands once in a file,
`files` puts whole files (none to take one away). `problems` are the lines that must come out.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mainstream.guide import ContentProblems, load_guide
from tests.guide.conftest import lay_minimal_content

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.yml"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: path.stem)
def test_a_broken_rule_gives_exactly_these_problems(case: Path, tmp_path: Path) -> None:
    """The whole answer is compared, so that no rule brings a second, false problem with it."""
    golden = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert golden.keys() <= {"edits", "files", "problems"}
    lay_minimal_content(tmp_path)
    for path, edits in golden.get("edits", {}).items():
        _edit(tmp_path / path, edits)
    for path, content in golden.get("files", {}).items():
        _put(tmp_path / path, content)
    with pytest.raises(ContentProblems) as caught:
        load_guide(tmp_path)
    assert str(caught.value).splitlines() == golden["problems"]


def _edit(file: Path, edits: list[dict[str, str]]) -> None:
    text = file.read_text(encoding="utf-8")
    for edit in edits:
        assert text.count(edit["from"]) == 1, edit
        text = text.replace(edit["from"], edit["to"])
    file.write_text(text, encoding="utf-8")


def _put(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        file.unlink()
    elif isinstance(content, bytes):
        file.write_bytes(content)
    else:
        file.write_bytes(content.encode("utf-8"))
