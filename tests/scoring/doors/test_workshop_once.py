"""The workshop page's requests about who counts, what may be shown, and what people noted."""

import json
from dataclasses import replace
from typing import Any

import pytest

from mainstream.scoring.answers.response import MARKED, Answer, person_data
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.tables.person import csv_table
from mainstream.scoring.workshop.model import Workshop, workshop_data
from tests.scoring.doors.test_workshop import CODES, EMPTY, FRAMEWORK, PEOPLE, Asking, gathered
from tests.scoring.examples import IMPORT_WORDS


@pytest.fixture
def ask() -> Asking:
    """A service of its own for each test."""
    return Asking()


def of(people: list[Any], **fields: Any) -> dict[str, Any]:
    """A workshop of these people, as a page keeps it."""
    return {**EMPTY, "people": [person_data(person) for person in people], **fields}


def newer_code() -> str:
    """The first person's code with another mark for one enabler."""
    person = PEOPLE[0]
    answers = {**person.answers, "e1": Answer(MARKED, 5)}
    return write_code(FRAMEWORK, replace(person, answers=answers), person.tag or 0) or ""


def test_a_newer_version_waits_until_somebody_decides(ask: Asking) -> None:
    """It is offered with who it may be of; to replace or to count both are each one request."""
    answer = gathered(ask, f"{CODES[0]}\n{newer_code()}\n{CODES[1]}")
    assert answer["counts"] == {"added": 2, "update": 1}
    (verdict,) = answer["verdicts"]
    offer = verdict["offer"]
    assert (verdict["number"], verdict["verdict"], offer["number"]) == (2, "update", 1)
    assert offer["choices"] == ["replace", "both"]
    for choice, people, kind in (("replace", 2, "replaced"), ("both", 3, "added")):
        settled = [{"here": offer["here"], "came": offer["came"], "choice": choice}]
        done = ask("settle", workshop=answer["workshop"], settled=settled)
        assert (len(done["workshop"]["people"]), done["counts"]) == (people, {kind: 1})
        assert {each["answers"]["e1"]["mark"] for each in done["workshop"]["people"]} >= {5}
        again = gathered(ask, newer_code(), done["workshop"])
        assert again["counts"] == {"here": 1}
    broken = [{"here": offer["here"], "came": offer["came"], "choice": "else"}]
    assert "problem" in ask("settle", workshop=answer["workshop"], settled=broken)


def test_a_persons_table_is_the_person_of_the_code(ask: Asking) -> None:
    """With its tag by that, and an older one without by its marks; either way round."""
    code = {"text": CODES[0]}
    for tag in (PEOPLE[0].tag, None):
        person = replace(PEOPLE[0], tag=tag)
        table = {"text": csv_table(FRAMEWORK, person, IMPORT_WORDS), "name": "person.csv"}
        for first, second in ((code, table), (table, code)):
            workshop = ask("gather", workshop=EMPTY, **first)["workshop"]
            answer = ask("gather", workshop=workshop, **second)
            assert answer["counts"] == {"here": 1}
            offers = [each["offer"]["choices"] for each in answer["verdicts"] if "offer" in each]
            assert offers == ([] if tag is not None else [["both"]])


def test_what_was_merged_is_said_by_how_many(ask: Asking) -> None:
    """New and known people, also of a tally and by merging a file."""
    whole = Workshop("m2m", "1.0", id="w5", title="Five", people=tuple(PEOPLE[:6]))
    file = json.dumps(workshop_data(whole))
    merged = ask("merge", workshop=of(PEOPLE[4:7]), text=file)
    assert merged["counts"] == {"added": 4, "here": 2}
    answer = gathered(ask, file, of(PEOPLE[4:7]))
    assert (answer["source"], answer["title"]) == ("workshop", "Five")
    tally = ask("export", workshop=workshop_data(whole), kind="tally")["text"]
    first = gathered(ask, tally)
    assert (first["source"], first["title"], first["counts"]) == ("tally", "Five", {"added": 6})
    for workshop in (first["workshop"], merged["workshop"]):
        assert gathered(ask, tally, workshop)["counts"] == {"here": 6}
    into = gathered(ask, file, first["workshop"])
    assert into["counts"] == {"added": 6}
    assert [notice["key"] for notice in into["notices"]] == ["counts-were-theirs"]
    assert into["workshop"]["counted"] == []


def test_counts_that_hold_some_who_are_here_are_not_added(ask: Asking) -> None:
    """And it is said."""
    both = Workshop("m2m", "1.0", id="both", people=tuple(PEOPLE[:3]))
    one = Workshop("m2m", "1.0", id="one", title="One", people=tuple(PEOPLE[3:7]))
    merged = ask("merge", workshop=workshop_data(both), text=json.dumps(workshop_data(one)))
    tally = ask("export", workshop=merged["workshop"], kind="tally")["text"]
    here = gathered(ask, json.dumps(workshop_data(one)))["workshop"]
    answer = gathered(ask, tally, here)
    assert answer["counts"] == {"overlap": 7}
    assert [notice["key"] for notice in answer["notices"]] == ["counts-overlap"]
    assert not answer["changed"]


def test_who_answered_for_another_point_of_view_is_told(ask: Asking) -> None:
    """Line by line, and for everyone together."""
    others = [replace(person, point_of_view="organisation") for person in PEOPLE[:2]]
    codes = [write_code(FRAMEWORK, person, person.tag or 0) or "" for person in others]
    text = "\n".join([*codes, *CODES[5:8]])
    answer = gathered(ask, text, {**EMPTY, "point_of_view": "service"})
    told = [(each["number"], each["point_of_view"]) for each in answer["verdicts"]]
    assert told == [(1, "View of organisation"), (2, "View of organisation")]
    (notice,) = answer["notices"]
    assert notice["key"] == "other-point-of-view"
    assert (notice["values"]["count"], notice["values"]["total"]) == (2, 5)
    assert [(each["id"], each["people"]) for each in answer["points_of_view"]] == [
        ("service", 3),
        ("organisation", 2),
    ]
    mixed = gathered(ask, text)
    assert [each["key"] for each in mixed["notices"]] == ["mixed-points-of-view"]
    assert gathered(ask, "\n".join(CODES))["points_of_view"] == []


def test_points_of_view_stand_side_by_side_as_groups_do(ask: Asking) -> None:
    """Under the same rule."""
    others = [replace(person, point_of_view="organisation") for person in PEOPLE[:5]]
    answer = ask("compare", workshop=of([*others, *PEOPLE[5:]]), by="point-of-view")
    groups = answer["groups"]
    assert (groups["by"], groups["people"]) == ("point-of-view", [7, 5])
    assert groups["names"] == ["View of service", "View of organisation"]
    assert [each["people"] for each in answer["points_of_view"]] == [7, 5]
    few = ask("compare", workshop=of([*others[:4], *PEOPLE[4:]]), by="point-of-view")["groups"]
    assert few["why"] == {"View of service": "few-outside", "View of organisation": "few-in"}


def test_a_group_that_is_hidden_has_its_true_reason(ask: Asking) -> None:
    """Everyone's figures stand next to what can be shown."""
    people = [
        replace(person, group="Team A" if n < 6 else "Team B" if n < 11 else "")
        for n, person in enumerate(PEOPLE)
    ]
    groups = ask("compare", workshop=of(people))["groups"]
    assert (groups["names"], groups["why"]) == (["Team A"], {"Team B": "remainder"})
    assert groups["everyone"]["e1"]["marked"] == 12
    whole = ask("compare", workshop=of([*people[:11], replace(people[11], group="Team B")]))
    assert whole["groups"]["everyone"] is None


def test_what_was_shown_minutes_ago_stays_until_enough_have_joined(ask: Asking) -> None:
    """On the screen and in files alike; whoever keeps nothing of it sees each as the first."""
    first = ask("compare", workshop=of(PEOPLE[:6]))
    assert (first["people"], first["waiting"]) == (6, None)
    second = ask("compare", workshop=of(PEOPLE[:7]), shown=first["shown"])
    assert (second["people"], second["rows"]) == (6, first["rows"])
    assert second["waiting"] == {"joined": 1, "left": 0, "least": 5}
    for kind in ("csv", "tally", "text", "svg"):
        file = ask("export", workshop=of(PEOPLE[:7]), kind=kind, shown=first["shown"])
        before = ask("export", workshop=of(PEOPLE[:6]), kind=kind)
        assert file["text"] == before["text"]
        later = ask("compare", workshop=of(PEOPLE[:6]), shown=before["shown"])
        assert later["waiting"] is None
    third = ask("compare", workshop=of(PEOPLE[:11]), shown=second["shown"])
    assert (third["people"], third["waiting"]) == (11, None)
    agreed = ask("compare", workshop=of(PEOPLE[:7], consent=True), shown=first["shown"])
    assert (agreed["people"], agreed["waiting"]) == (7, None)
    other = ask("compare", workshop={**of(PEOPLE[:7]), "id": "other"}, shown=first["shown"])
    assert other["waiting"] is None


def test_one_who_changes_groups_is_not_seen_by_that(ask: Asking) -> None:
    """Neither group is shown again while the difference is one person."""
    people = [replace(each, group="Team A" if n < 6 else "Team B") for n, each in enumerate(PEOPLE)]
    first = ask("compare", workshop=of(people))
    assert first["groups"]["people"] == [6, 6]
    moved = [*people[:5], replace(people[5], group="Team B"), *people[6:]]
    second = ask("compare", workshop=of(moved), shown=first["shown"])
    assert second["groups"]["names"] == []
    assert set(second["groups"]["why"].values()) <= {"shown-before", "remainder"}


def test_newer_counts_of_one_source_wait_too(ask: Asking) -> None:
    """One more in them is one person."""

    def region(people: int) -> dict[str, Any]:
        whole = Workshop("m2m", "1.0", id="w5", people=tuple(PEOPLE[:people]))
        tally = ask("export", workshop=workshop_data(whole), kind="tally")["text"]
        return gathered(ask, tally)["workshop"]  # type: ignore[no-any-return]

    first = ask("compare", workshop=region(6))
    assert ask("compare", workshop=region(7), shown=first["shown"])["people"] == 6
    assert ask("compare", workshop=region(11), shown=first["shown"])["people"] == 11


def noted(count: int) -> list[Any]:
    """People, so many of them with a note something about one enabler."""
    return [
        replace(each, answers={**each.answers, "e2": Answer(MARKED, 3, f"Note {count - n}")})
        if n < count
        else each
        for n, each in enumerate(PEOPLE[:8])
    ]


def test_notes_are_shown_on_the_facilitators_word(ask: Asking) -> None:
    """By enabler, in an order that says nothing of whose they are."""
    answer = ask("compare", workshop=of(noted(5)))
    assert (answer["noted"], answer["notes"]) == (5, "hidden")
    assert all("notes" not in row for row in answer["rows"])
    answer = ask("compare", workshop=of(noted(5)), notes=True)
    assert answer["notes"] == "shown"
    assert [row["notes"] for row in answer["rows"][:3]] == [
        [],
        [f"Note {n}" for n in range(1, 6)],
        [],
    ]


def test_notes_of_few_are_not_shown(ask: Asking) -> None:
    """Nor while somebody has left the picture: the note that went would be theirs."""
    for count, consent, notes in ((0, True, "none"), (4, False, "few"), (4, True, "shown")):
        answer = ask("compare", workshop=of(noted(count), consent=consent), notes=True)
        assert answer["notes"] == notes
        assert ("notes" in answer["rows"][1]) == (notes == "shown")
    people = noted(6)
    shown = ask("compare", workshop=of(people), notes=True)["shown"]
    answer = ask("compare", workshop=of(people[1:]), notes=True, shown=shown)
    assert answer["notes"] == "changing"
    more = [*people, response_of_newcomer()]
    answer = ask("compare", workshop=of(more), notes=True, shown=shown)
    assert len(answer["rows"][1]["notes"]) == 6


def response_of_newcomer() -> Any:
    """Somebody who comes later, with a note."""
    return replace(PEOPLE[9], answers={"e2": Answer(MARKED, 1, "Later")})


def test_what_was_shown_is_checked_as_it_comes_back(ask: Asking) -> None:
    """What no answer of ours says is refused."""
    first = ask("compare", workshop=of(PEOPLE[:6]))
    for broken in ({}, {**first["shown"], "apart": 3}, {**first["shown"], "picture": None}):
        assert "problem" in ask("compare", workshop=of(PEOPLE[:6]), shown=broken)
    assert "problem" not in ask("compare", workshop=of(PEOPLE[:6]), shown=None)
