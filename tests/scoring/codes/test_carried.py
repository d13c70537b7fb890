"""A code or a link comes back, once, from whatever mail, chat and word processors did to it."""

import pytest

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.codes.find import find_responses
from mainstream.scoring.codes.link import fragment_of_codes, fragment_of_data
from tests.scoring.codes.carriers import HABITS, SETTINGS, TRANSPORTS, WRAPPERS, broken
from tests.scoring.examples import framework, response, response_json

OURS = framework()
PERSON = response([3, 2, 4, 3, 3, 1, 4, 2, 2, 3, 1], "organisation", 97)
CODE = write_code(OURS, PERSON, 97) or ""
SITE = "https://example.org/toolkit/workshop/"
SHORT = SITE + fragment_of_codes([CODE])
NOTES = {f"e{n}": {"mark": n % 5 + 1, "note": f"Note {n}: “we” wait – <b>"} for n in range(1, 12)}
DATA = response_json(group="Zoë’s team & co", tag=97, answers=NOTES)
LONG = SITE + fragment_of_data(DATA)


def read(text: str, ours: Framework = OURS) -> Response:
    """The answers of the one person in a text, of which nothing else is said."""
    finds = find_responses(text, ours)
    assert [find.problem for find in finds] == [None]
    assert finds[0].response is not None
    return finds[0].response


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_a_wrapped_link_is_read(wrapper: str, setting: str) -> None:
    """Of every service, wherever it stands; with a code, and with notes."""
    for link in (SHORT, LONG):
        text = SETTINGS[setting](WRAPPERS[wrapper](link))
        assert read(text).tag == 97
        assert read(broken(text)).tag == 97


@pytest.mark.parametrize("first", WRAPPERS)
@pytest.mark.parametrize("second", WRAPPERS)
def test_a_link_that_was_wrapped_twice_is_read(first: str, second: str) -> None:
    """The sender's mail wraps it, and the receiver's again."""
    assert read(WRAPPERS[second](WRAPPERS[first](SHORT))) == PERSON
    assert read(WRAPPERS[second](WRAPPERS[first](LONG))).group == "Zoë’s team & co"


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize("habit", HABITS)
def test_a_code_is_read_however_it_is_written(habit: str, transport: str) -> None:
    """With every sign that a word processor or a chat may have changed."""
    assert read(TRANSPORTS[transport](HABITS[habit](CODE))) == PERSON


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_a_link_is_read_however_it_was_sent(transport: str) -> None:
    """Broken, quoted, and with the line ends of any system."""
    assert read(TRANSPORTS[transport](SHORT)) == PERSON
    assert read(TRANSPORTS[transport](broken(LONG))).has_notes()


@pytest.mark.parametrize("place", range(1, len(SHORT)))
def test_a_link_that_is_broken_anywhere_is_read(place: int) -> None:
    """Also within its `#r=`, and with quoting before the rest."""
    text = f"> {SHORT[:place]}\n> {SHORT[place:]}\n> Best wishes"
    assert read(text) == PERSON


@pytest.mark.parametrize("place", range(1, len(CODE)))
def test_a_code_that_is_broken_anywhere_is_read(place: int) -> None:
    """Its two lines are those of the find."""
    finds = find_responses(f"Hello\n> my code {CODE[:place]}\n> {CODE[place:]}\nBye", OURS)
    assert [(find.response, find.line, find.last_line) for find in finds] == [(PERSON, 2, 3)]


def test_a_code_of_one_piece_is_not_looked_for_across_lines() -> None:
    """Mail breaks a code at a gap; a column of numbers next to words is not one."""
    plain = CODE.replace("-", "")
    assert read(f"mine\n{plain}\nbye") == PERSON
    assert find_responses(f"{plain[:4]}\n{plain[4:]}", OURS) == []


def test_the_beginning_of_a_link_next_to_the_whole_is_no_damaged_one() -> None:
    """A service that counts openings repeats it; cut off and alone, it is one."""
    assert read(f"https://example.net/?t={SHORT[:-4]}&url={SHORT}") == PERSON
    cut = find_responses(f"{SHORT[:-4]} and {SHORT}", OURS)
    assert [find.response for find in cut] == [None, PERSON]
