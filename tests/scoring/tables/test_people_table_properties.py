"""Holds, for any people, that our own table of them is read back as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.response import (
    DOES_NOT_APPLY,
    MARKED,
    NOT_SURE,
    UNANSWERED,
    Answer,
    Response,
    read_response,
    response_data,
)
from mainstream.scoring.reading.text import clean
from mainstream.scoring.tables.delimited import read_delimited, write_delimited
from mainstream.scoring.tables.people import people_rows, read_people
from mainstream.scoring.tables.proposal import propose
from tests.scoring.examples import IMPORT_WORDS, VIEWS, framework

FRAMEWORK = framework()
IDS = [enabler.id for enabler in FRAMEWORK.enablers]

# A note of white space alone is none.
_NOTES = st.text(max_size=12).map(lambda text: clean(text) if clean(text).strip() else "")
_ANSWERS = st.one_of(
    st.builds(lambda m, note: Answer(MARKED, m, note), st.integers(1, 5), _NOTES),
    st.builds(
        lambda state, note: Answer(state, None, note),
        st.sampled_from([NOT_SURE, DOES_NOT_APPLY, UNANSWERED]),
        _NOTES,
    ),
)


@st.composite
def _responses(draw: st.DrawFn) -> Response:
    response = Response(
        FRAMEWORK.id,
        FRAMEWORK.version,
        point_of_view=draw(st.sampled_from([None, *VIEWS])),
        group=draw(st.sampled_from(["", "Housing", "=Finance", "'-Night shift", "Cymru; Môn"])),
        date=draw(st.sampled_from([None, "2026-11-23", "2026-03-04"])),
        tag=draw(st.one_of(st.none(), st.integers(0, 127))),
        answers=draw(st.dictionaries(st.sampled_from(IDS), _ANSWERS)),
    )
    # As we would read it: in order, without what no file can hold.
    return read_response(response_data(response), FRAMEWORK)[0]


@given(st.lists(_responses().filter(lambda response: bool(response.answers)), max_size=5))
def test_people_come_back(responses: list[Response]) -> None:
    """Each with the same answers, notes, group, point of view, date and tag."""
    written = people_rows(FRAMEWORK, responses, IMPORT_WORDS)
    rows = read_delimited(write_delimited(written))
    mapping = propose(FRAMEWORK, rows, IMPORT_WORDS)
    results = read_people(FRAMEWORK, rows, mapping, IMPORT_WORDS)
    assert [result.problem for result in results] == [None] * len(responses)
    assert [result.response for result in results] == responses
    assert [result.row for result in results] == list(range(2, len(responses) + 2))
    assert all(column.sure for column in mapping.columns)
