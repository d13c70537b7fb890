"""Any valid adaptation of any valid framework builds, and its codes bring back the answers."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstream.guide import load_guide
from mainstream.pages import framework_data, markdown_pages, navigation
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import DOES_NOT_APPLY, MARKED, NOT_SURE, Answer, Response
from mainstream.scoring.codes.code import read_code, write_code
from mainstream.scoring.drawing.radar_person import blank_radar, radar
from tests.conftest import ROOT
from tests.guide.conftest import lay_minimal_content
from tests.guide.test_adaptation import ENABLER, START

_WORDS = ROOT / "content" / "words" / "en-GB.yml"
_TITLES = st.text(
    st.characters(categories=("L", "M", "N", "P", "S"), exclude_characters="\u200b\u2060\ufeff"),
    min_size=1,
    max_size=60,
)


@st.composite
def frameworks(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Settings and files of a framework of one's own, from one enabler to 42."""
    size = draw(st.integers(1, 42))
    level_ids = [f"level-{n}" for n in range(draw(st.integers(1, min(8, size))))]
    points = draw(st.integers(3, 10))
    files: dict[str, Any] = {}
    for n in range(size):
        files[f"enablers/e-{n}.yml"] = {
            **ENABLER,
            "title": draw(_TITLES),
            "short_title": draw(_TITLES),
            "level": level_ids[n % len(level_ids)],
            "related": [{"enabler": f"e-{(n + 1) % size}", "why": "So."}] if size > 1 else [],
        }
    levels = [
        {
            "id": id_,
            "title": draw(_TITLES),
            "summary": draw(_TITLES),
            "description": [{"text": "Ours.", "ours": True}],
            "ours": True,
        }
        for id_ in level_ids
    ]
    return {
        **START,
        "id": "ours",
        "name": draw(_TITLES),
        "based_on": {"version": "0.1.0", "start_from": "nothing"},
        "levels": levels,
        "scale": {"points": points, "labels": [draw(_TITLES) for _ in range(points)]},
        "order": draw(st.permutations([f"e-{n}" for n in range(size)])),
    }, files


@st.composite
def overlays(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Settings and files that change the minimal framework of two enablers."""
    removed = draw(st.lists(st.sampled_from(["first", "second"]), max_size=1))
    kept = [id_ for id_ in ("first", "second") if id_ not in removed]
    added = draw(st.integers(0, 6))
    files = {
        f"enablers/a-{n}.yml": {
            **ENABLER,
            "title": draw(_TITLES),
            "related": [{"enabler": kept[0], "why": "So."}],
        }
        for n in range(added)
    }
    ids = [*kept, *(f"a-{n}" for n in range(added))]
    changes = [
        {"enabler": id_, "title": {"was": draw(_TITLES), "now": draw(_TITLES)}}
        for id_ in draw(st.lists(st.sampled_from(kept), unique=True))
    ]
    return {
        **START,
        "id": "ours",
        "remove": {"enablers": [{"id": id_, "why": "Not ours."} for id_ in removed]},
        "change": changes,
        "order": draw(st.lists(st.sampled_from(ids), unique=True)),
    }, files


def _answers(draw: st.DataObject, framework: Framework) -> dict[str, Answer]:
    marks = st.integers(1, framework.scale.points).map(lambda mark: Answer(MARKED, mark))
    some = st.one_of(st.none(), marks, st.just(Answer(NOT_SURE)), st.just(Answer(DOES_NOT_APPLY)))
    drawn = {enabler.id: draw.draw(some) for enabler in framework.enablers}
    return {id_: answer for id_, answer in drawn.items() if answer}


@settings(max_examples=40)
@given(version=st.one_of(frameworks(), overlays()), data=st.data())
def test_any_adaptation_builds_and_its_codes_come_back(
    version: tuple[dict[str, Any], dict[str, Any]], data: st.DataObject
) -> None:
    """Its pages, menu, form, diagrams and codes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lay_minimal_content(root)
        shutil.copy(_WORDS, root / "content" / "words")
        _write(root / "adaptation" / "adaptation.yml", version[0])
        for name, content in version[1].items():
            _write(root / "adaptation" / name, content)
        guide = load_guide(root)
    pages = markdown_pages(guide)
    assert all(enabler.title in "".join(pages.values()) for enabler in guide.enablers)
    assert navigation(guide, pages)
    framework = Framework.from_json(framework_data(guide))
    answers = _answers(data, framework)
    words = guide.words["result"]
    for layout in ("wide", "narrow"):
        assert radar(framework, answers, words, layout=layout, prefix="p").startswith("<svg")
        assert blank_radar(framework, words, layout=layout, prefix="p").startswith("<svg")
    view = framework.points_of_view[0].id
    response = Response(framework.id, framework.version, point_of_view=view, answers=answers)
    code = write_code(framework, response, 5)
    # Version, point of view and tag, and for each enabler a mark or one of three states; three of
    # a codeword's 31 symbols of five bits are its check.
    bits = 3 + 2 + 7 + len(framework.enablers) * (framework.scale.points + 2).bit_length()
    assert (code is None) == (bits > 28 * 5)
    if code is not None:
        assert read_code(framework, code).answers == answers


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000)
    path.write_text(text, "utf-8")
