"""The command line and the workshop page count the same people, whatever comes in what order."""

import io
import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mainstream.combine import Combiner
from mainstream.scoring.answers.response import MARKED, Answer, Response, response_data
from mainstream.scoring.answers.tally import tally_of
from mainstream.scoring.answers.tally_file import TallyFile, tally_file_data
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.tables.delimited import write_delimited
from mainstream.scoring.tables.people import people_rows
from mainstream.scoring.tables.person import csv_table
from mainstream.scoring.workshop.model import (
    Workshop,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from tests.scoring.doors.test_workshop import EMPTY, Asking
from tests.scoring.examples import IMPORT_WORDS, WORKSHOP_WORDS, framework, response

FRAMEWORK = framework()
WORDS = {**WORKSHOP_WORDS, **IMPORT_WORDS}
PEOPLE = [
    response([1 + (n * 7 + m * (n % 3 + 1)) % 5 for m in range(11)], "service", n) for n in range(9)
]
NEWER = [
    replace(
        each, answers={**each.answers, "e1": Answer(MARKED, 6 - (each.answers["e1"].mark or 0))}
    )
    for each in PEOPLE[:2]
]
EVERYONE = [*PEOPLE, *NEWER]

NUMBERS = st.integers(0, len(EVERYONE) - 1)

Arrival = tuple[str, list[int]]  # the form, and who is in it, by their numbers


def written(form: str, numbers: list[int]) -> tuple[str, str]:
    """A file's name and text, or a text that is pasted."""
    people: list[Response] = [EVERYONE[number] for number in numbers]
    if form == "codes":
        return "", "\n".join(write_code(FRAMEWORK, each, each.tag or 0) or "" for each in people)
    if form == "list":
        return "", json.dumps([response_data(each) for each in people])
    if form == "table":
        return "people.csv", write_delimited(people_rows(FRAMEWORK, people, WORDS))
    if form == "person":
        return "person.csv", csv_table(FRAMEWORK, people[0], WORDS)
    if form == "untagged":
        return "person.csv", csv_table(FRAMEWORK, replace(people[0], tag=None), WORDS)
    id_ = "-".join(map(str, numbers))
    if form == "workshop":
        whole = Workshop("m2m", "1.0", points=5, id=id_, people=tuple(people))
        return "workshop.json", json.dumps(workshop_data(whole))
    return "tally.json", json.dumps(
        tally_file_data(FRAMEWORK, TallyFile(id_, tally_of(FRAMEWORK, people)))
    )


def on_the_page(arrivals: list[Arrival]) -> Any:
    """What the page's workshop counts."""
    ask, workshop = Asking(), EMPTY
    for form, people in arrivals:
        name, text = written(form, people)
        answer = ask("gather", workshop=workshop, text=text, **({"name": name} if name else {}))
        workshop = answer["workshop"]
    return tally_of_workshop(read_workshop(workshop, FRAMEWORK)[0], FRAMEWORK)


@settings(max_examples=100)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["codes", "list", "table", "person", "untagged", "workshop", "tally"]),
            st.lists(NUMBERS, min_size=1, max_size=6, unique=True),
        ),
        max_size=5,
    )
)
def test_the_command_line_counts_as_the_page_does(arrivals: list[Arrival]) -> None:
    """One identity in every form."""
    combiner = Combiner(FRAMEWORK, WORDS)
    for form, people in arrivals:
        name, text = written(form, people)
        combiner.add_stream(name or "pasted", io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert combiner.tally == on_the_page(arrivals)
