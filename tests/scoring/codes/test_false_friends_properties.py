"""Holds, for random words and identifiers, that none is taken for a code; and that slips are."""

from hypothesis import assume, given
from hypothesis import strategies as st

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.codes.code import ALPHABET, write_code
from mainstream.scoring.codes.find import find_responses
from tests.scoring.codes.test_carried import CODE, OURS, PERSON, SHORT
from tests.scoring.codes.test_code_properties import answered

_HEX = "0123456789abcdef"
IDENTIFIERS = st.one_of(
    st.uuids().map(str),
    st.uuids().map(lambda each: str(each).upper()),
    st.datetimes().map(str),
    st.datetimes().map(lambda when: when.isoformat() + "Z"),
    st.text(_HEX, min_size=16, max_size=64),
    st.lists(st.text(_HEX, min_size=2, max_size=2), min_size=6, max_size=6).map(":".join),
    st.lists(st.text(_HEX, min_size=2, max_size=2), min_size=6, max_size=6).map("-".join),
    st.from_regex(r"\A\d{3} \d{3} \d{3} \d{3}\Z", fullmatch=True),
    st.from_regex(r"\A\d{4}-\d{4}-\d{4}-\d{4}\Z", fullmatch=True),
    st.from_regex(r"\A[A-Z0-9]{5}(-[A-Z0-9]{5}){4}\Z", fullmatch=True),
    st.from_regex(r"\A[A-Z]{2}\d\d( [A-Z0-9]{4}){4,6} \d\d\Z", fullmatch=True),
    st.from_regex(r"\A[A-Za-z0-9+/]{60,76}={0,2}\Z", fullmatch=True),
    st.from_regex(r"\A<[a-z0-9.]{10,30}@[a-z]{3,8}\.example\.org>\Z", fullmatch=True),
    st.from_regex(r"\AX-[A-Z][a-z]{3,9}-[A-Z][a-z]{3,9}: [a-z0-9; =]{0,30}\Z", fullmatch=True),
    st.emails(),
)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéüŵ", min_size=1, max_size=12)


@given(st.lists(st.one_of(WORDS, IDENTIFIERS), max_size=30), st.sampled_from([" ", ", ", "\n"]))
def test_random_prose_and_identifiers_are_no_codes(pieces: list[str], between: str) -> None:
    """However they stand next to each other."""
    assert find_responses(between.join(pieces), OURS) == []


@given(st.lists(st.one_of(WORDS, IDENTIFIERS), max_size=10), st.sampled_from([CODE, SHORT]))
def test_a_code_among_random_identifiers_is_read(pieces: list[str], given_: str) -> None:
    """And nothing else is said."""
    found = find_responses("\n".join([*pieces, given_, *pieces]), OURS)
    assert [find.response for find in found] == [PERSON]


@given(answered(), st.data())
def test_one_to_three_wrong_characters_in_our_groups_are_reported(
    case: tuple[Framework, Response], data: st.DataObject
) -> None:
    """With the line, among words; not codes as short as words, and those without a letter."""
    ours, person = case
    code = write_code(ours, person, person.tag or 0)
    assume(code is not None and len(code) > 9)
    assert code is not None
    letters = list(code)
    places = [place for place, letter in enumerate(letters) if letter != "-"]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True)):
        letters[place] = data.draw(st.sampled_from(ALPHABET.replace(letters[place], "")))
    wrong = "".join(letters)
    assume(any(map(str.isdigit, wrong)) and any(map(str.isalpha, wrong)))
    found = find_responses(f"Hello\nmine is {wrong}, bye\n", ours)
    assert [(find.line, find.shown, find.response) for find in found] == [(2, wrong, None)]
