"""What each kind of change in an adaptation does to the guide."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from mainstream.guide import ContentProblems, Guide, load_guide

START = {
    "name": "Ours",
    "organisation": "Our Council",
    "contact": {"email": "us@example.org"},
    "based_on": {"version": "0.1.0"},
}
ENABLER: dict[str, Any] = {
    "title": "The third enabler",
    "short_title": "Third",
    "level": "ground",
    "summary": "One of ours.",
    "ours": True,
    "people_say": ["We never do"],
    **{name: [{"text": "Ours.", "ours": True}] for name in ("why", "looks_like", "holds_back")},
    "statements": [{"id": f"third-{n}", "text": f"We do {n}.", "ours": True} for n in range(3)],
    "practices": [{"title": "Do", "text": "Do it.", "ours": True}],
    "questions": ["Do we?"],
    "shifts": [{"from": "Not doing", "to": "Doing"}],
    "related": [{"enabler": "second", "why": "Both help."}],
}
WATER: dict[str, Any] = {
    "id": "water",
    "title": "Water",
    "summary": "What flows.",
    "description": [{"text": "A level of ours.", "ours": True}],
    "ours": True,
}


def adapt(root: Path, files: dict[str, Any] | None = None, **settings: Any) -> Guide:
    """The minimal guide with an adaptation of these settings and files."""
    folder = root / "adaptation"
    whole = {"adaptation.yml": {**START, **settings}, **(files or {})}
    for name, data in whole.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return load_guide(root)


def remove(*ids: str, kind: str = "enablers") -> dict[str, Any]:
    """The `remove` of these ids."""
    return {kind: [{"id": id_, "why": "It is not ours."} for id_ in ids]}


def test_without_settings_there_is_the_toolkit_alone(minimal: Path) -> None:
    """The folder with the toolkit's own page changes nothing."""
    (minimal / "adaptation").mkdir()
    (minimal / "adaptation" / "README.md").write_text("Put yours here.")
    assert load_guide(minimal).settings is None


def test_a_look_of_its_own_leaves_the_framework_as_it_is(minimal: Path) -> None:
    """Answers to it are the toolkit's, so it keeps the id and version."""
    guide = adapt(minimal)
    assert (guide.framework.id, guide.framework.version) == ("small", "1.0")
    assert guide.settings is not None
    assert [notice.key for notice in guide.notices] == ["accessibility"]


def test_what_is_removed_leaves_no_reference(minimal: Path) -> None:
    """Numbers close up; what was about it alone goes with it."""
    guide = adapt(minimal, id="ours", version="2", remove=remove("first"))
    assert [(enabler.id, enabler.number) for enabler in guide.enablers] == [("second", 1)]
    assert guide.enabler("second").related == ()
    assert guide.case_study("bridge").enablers == ("second",)
    assert guide.situations == ()
    assert guide.glossary[0].enablers == ()
    assert [(each.kind, each.id) for each in guide.account.left_out] == [("situation", "stuck")]
    assert guide.account.removed[0].why == "It is not ours."
    assert (guide.framework.id, guide.framework.version) == ("ours", "2")


@pytest.mark.parametrize(
    ("kind", "id_", "lists"),
    [
        ("case_studies", "bridge", "case_studies"),
        ("places", "riverton", "places"),
        ("situations", "stuck", "situations"),
        ("glossary", "system", "glossary"),
    ],
)
def test_each_kind_can_be_removed(minimal: Path, kind: str, id_: str, lists: str) -> None:
    """And the framework stays the toolkit's."""
    guide = adapt(minimal, remove=remove(id_, kind=kind))
    assert getattr(guide, lists) == ()
    assert guide.framework.id == "small"
    assert [each.id for each in guide.account.removed] == [id_]


def test_texts_are_reworded_where_they_were(minimal: Path) -> None:
    """A reworded statement is ours: the source no longer vouches for its words."""
    guide = adapt(
        minimal,
        id="ours",
        change=[
            {
                "enabler": "first",
                "title": {"was": "The first enabler", "now": "Number one"},
                "short_title": {"was": "First", "now": "One"},
                "statements": [{"id": "two", "was": "We listen.", "now": "We hear."}],
            },
            {"level": "ground", "title": {"was": "Ground", "now": "Soil"}},
            {"case_study": "bridge", "summary": {"was": "They built a bridge.", "now": "Built."}},
        ],
    )
    first = guide.enabler("first")
    assert (first.title, first.short_title) == ("Number one", "One")
    assert [statement.text for statement in first.statements] == [
        "We talk.",
        "We hear.",
        "We learn.",
    ]
    assert (first.statements[1].source, first.statements[1].ours) == ((), True)
    assert first.statements[0].source
    assert guide.level("ground").title == "Soil"
    assert guide.case_study("bridge").summary == "Built."
    assert [(each.id, each.field, each.was) for each in guide.account.reworded] == [
        ("first", "title", "The first enabler"),
        ("first", "short_title", "First"),
        ("first", "two", "We listen."),
        ("ground", "title", "Ground"),
        ("bridge", "summary", "They built a bridge."),
    ]
    assert [notice.key for notice in guide.notices] == ["accessibility"]


def test_a_rewording_tells_when_the_toolkit_changed_its_text(minimal: Path) -> None:
    """Both texts are shown, the adaptation's stands, and nothing is refused."""
    title = {"was": "An older title", "now": "Number one"}
    guide = adapt(minimal, id="ours", change=[{"enabler": "first", "title": title}])
    assert guide.enabler("first").title == "Number one"
    (notice,) = (notice for notice in guide.notices if "title" in notice.key)
    assert notice.notice
    assert "“An older title”" in notice.message
    assert "“The first enabler”" in notice.message


def test_a_rewording_that_the_toolkit_took_up_can_go(minimal: Path) -> None:
    """It says so."""
    title = {"was": "An older title", "now": "The first enabler"}
    guide = adapt(minimal, id="ours", change=[{"enabler": "first", "title": title}])
    assert "now says the same" in str(guide.notices)


def test_an_enabler_is_added_last_on_its_level(minimal: Path) -> None:
    """Without a number of its own."""
    guide = adapt(minimal, {"enablers/third.yml": ENABLER}, id="ours")
    assert [enabler.id for enabler in guide.enablers] == ["first", "second", "third"]
    assert guide.enabler("third").number == 3
    assert [(each.kind, each.title) for each in guide.account.added] == [
        ("enabler", "The third enabler")
    ]


def test_an_enabler_of_the_same_id_takes_the_others_place(minimal: Path) -> None:
    """With its number."""
    mine = {**ENABLER, "related": [{"enabler": "second", "why": "It helps."}]}
    guide = adapt(minimal, {"enablers/first.yml": mine}, id="ours")
    assert (guide.enablers[0].title, guide.enablers[0].number) == (
        "The third enabler",
        1,
    )
    assert [each.id for each in guide.account.replaced] == ["first"]


def test_the_order_is_the_settings(minimal: Path) -> None:
    """Those not named follow, and the owner hears of them."""
    guide = adapt(minimal, {"enablers/third.yml": ENABLER}, id="ours", order=["third", "second"])
    assert [enabler.id for enabler in guide.enablers] == ["third", "second", "first"]
    assert 'last on their levels: "first"' in str([str(notice) for notice in guide.notices])


def test_levels_are_added_ordered_and_moved_to(minimal: Path) -> None:
    """Enablers follow the order of their levels."""
    guide = adapt(
        minimal,
        id="ours",
        levels=[WATER, "ground"],
        change=[{"enabler": "second", "level": {"was": "ground", "now": "water"}}],
    )
    assert [level.id for level in guide.levels] == ["water", "ground"]
    assert [(each.id, each.number) for each in guide.enablers] == [("second", 1), ("first", 2)]
    assert guide.account.reworded == ()
    (moved,) = guide.account.moved
    assert (moved.id, moved.was.title, moved.now.title) == ("second", "Ground", "Water")


@pytest.mark.parametrize(
    ("was", "said"),
    [("ground", None), ("air", "from “air” to “ground”. This version has it on “water”")],
)
def test_a_move_tells_when_the_toolkit_moved_its_enabler(
    minimal: Path, was: str, said: str | None
) -> None:
    """The adaptation's level stands, and its owner hears of the toolkit's."""
    guide = adapt(
        minimal,
        id="ours",
        levels=[WATER, "ground"],
        change=[{"enabler": "second", "level": {"was": was, "now": "water"}}],
    )
    assert guide.enabler("second").level == "water"
    notices = [notice.message for notice in guide.notices if notice.key == "change.level.was"]
    assert len(notices) == (said is not None)
    assert all(said in message for message in notices if said)


def test_a_move_that_the_toolkit_made_too_can_go(minimal: Path) -> None:
    """It says so, and nothing is different."""
    move = {"was": "air", "now": "ground"}
    guide = adapt(minimal, change=[{"enabler": "second", "level": move}])
    assert guide.account.moved == ()
    assert "now has it on the same level" in str(guide.notices)


def test_the_scale_and_the_points_of_view_are_the_settings(minimal: Path) -> None:
    """They take the place of the toolkit's."""
    guide = adapt(
        minimal,
        id="ours",
        scale={"points": 4, "labels": ["a", "b", "c", "d"]},
        points_of_view=[{"id": "us", "title": "Us", "description": "All of us."}],
    )
    assert guide.framework.scale.points == 4
    assert [view.id for view in guide.framework.points_of_view] == ["us"]
    assert guide.account.scale


def test_lists_are_joined_by_id(minimal: Path) -> None:
    """A term of the same id takes the other's place; another is added."""
    terms = [
        {"id": "system", "term": "system", "definition": "All parts.", "ours": True},
        {"id": "river", "term": "river", "definition": "Water.", "ours": True},
    ]
    guide = adapt(minimal, {"glossary.yml": terms})
    assert [(each.id, each.definition) for each in guide.glossary] == [
        ("system", "All parts."),
        ("river", "Water."),
    ]


def test_words_take_the_place_of_the_toolkits(minimal: Path) -> None:
    """Those that are not named stay."""
    guide = adapt(minimal, {"words.yml": {"site": {"menu": "All pages"}}})
    assert guide.words["site"]["menu"] == "All pages"
    assert guide.words["site"]["found"]["one"] == "{count} page"


def test_a_framework_of_ones_own_has_nothing_of_the_toolkits(minimal: Path) -> None:
    """But its software and words."""
    level = {
        "id": "ground",
        "title": "Earth",
        "summary": "What all stands on.",
        "description": [{"text": "Ours.", "ours": True}],
        "ours": True,
    }
    alone = {**ENABLER, "related": [{"enabler": "third", "why": "Itself."}]}
    with pytest.raises(ContentProblems, match="related to itself"):
        adapt(
            minimal,
            {"enablers/third.yml": alone},
            id="ours",
            based_on={"version": "0.1.0", "start_from": "nothing"},
            levels=[level],
        )
    other = {**ENABLER, "related": [{"enabler": "third", "why": "Both."}]}
    guide = adapt(
        minimal,
        {
            "enablers/third.yml": {**ENABLER, "related": [{"enabler": "fourth", "why": "Both."}]},
            "enablers/fourth.yml": other,
        },
        id="ours",
        based_on={"version": "0.1.0", "start_from": "nothing"},
        levels=[level],
    )
    assert [enabler.id for enabler in guide.enablers] == ["fourth", "third"]
    assert (guide.case_studies, guide.places, guide.glossary, guide.sources) == ((), (), (), ())
    assert guide.framework.title == "Ours"
    assert guide.account.own_framework


def test_several_problems_in_all_files_are_told_at_once(minimal: Path) -> None:
    """The toolkit's and the organisation's."""
    (minimal / "content" / "themes.yml").write_text("")
    with pytest.raises(ContentProblems) as caught:
        adapt(minimal, {"words.yml": {"sight": {"menu": "x"}}}, langage="cy")
    assert [problem.path for problem in caught.value.problems] == [
        "adaptation/adaptation.yml",
        "adaptation/words.yml",
        "content/themes.yml",
    ]
