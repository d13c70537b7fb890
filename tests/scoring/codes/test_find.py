"""Codes and links are found among other words; each has its verdict, and words are not codes."""

import pytest

from mainstream.scoring.answers.response import response_data
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.codes.find import find_responses
from mainstream.scoring.codes.link import fragment_of_codes, fragment_of_data
from mainstream.scoring.codes.signs import lines_of
from tests.scoring.examples import framework, response

FRAMEWORK = framework()
FIRST = response([3, 2, 4, 3, 3, 1, 4, 2, 2, 3, 1], "organisation", 0)
SECOND = response([1, 2, "not-sure", None, 5, 1, 4, 2, 2, "does-not-apply", 1], "service", 97)
CODES = [write_code(FRAMEWORK, person, person.tag or 0) or "" for person in (FIRST, SECOND)]
ONE, TWO = CODES
FRAGMENT = fragment_of_codes(CODES)
WHOLE = fragment_of_data(response_data(FIRST))


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        ONE.lower(),
        ONE.replace("-", " "),
        ONE.replace("-", ""),
        ONE.replace("-", "\u2011"),
        f"  {ONE}.  ",
        f"My code is {ONE}, thanks!",
        f"My code is {ONE.replace('-', ' ')} I think",
        f"[10:32, 23/11/2026] Someone: {ONE.replace('-', '')}",
        f"> {ONE}",
        f"https://example.org/site/workshop/#r={ONE}",
        f"<https://example.org/site/workshop/{WHOLE}>",
    ],
)
def test_one_persons_answers_are_found_however_they_are_written(text: str) -> None:
    """Any case, with spaces, dashes or nothing between, with words around it, or as a link."""
    found = find_responses(f"Hello\n{text}\n", FRAMEWORK)
    assert [(find.line, find.problem) for find in found] == [(2, None)]
    assert found[0].response is not None
    assert found[0].response.answers == FIRST.answers


@pytest.mark.parametrize(
    "text", [f"{ONE} {TWO}", f"{ONE}, {TWO}", f"x {FRAGMENT} y", f"{ONE}\n{TWO}"]
)
def test_many_are_found_in_order(text: str) -> None:
    """On one line, on several, or in one link."""
    found = find_responses(text, FRAMEWORK)
    assert [find.response and find.response.answers for find in found] == [
        FIRST.answers,
        SECOND.answers,
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (ONE[:-1] + "7", "code-check"),
        (ONE.replace("-", " ")[:-1] + "7", "code-check"),
        (f"my code: {ONE[:-2]}", "code-wrong-length"),
        (f"my code: {ONE}9", "code-wrong-length"),
        ("#d=abcd", "link-damaged"),
        ("https://example.org/#r= none", "link-without-answers"),
        (ONE.replace("-", " - ")[:-1] + "7", "code-check"),
        (ONE.replace("-", "")[:-1] + "7", "code-check"),
        (ONE[:-1] + "U", "code-bad-character"),
        ("https://example.org/#r=" + ONE[:-1] + "7", "code-check"),
        ("https://protect-eu.mimecast.com/s/AbC1DEf2GhI?domain=example.org", "link-hidden"),
        ("https://bit.ly/3xYzAbC", "link-hidden"),
        ("https://example.org/assess/#invite&t=Pilot&g=Managers", "link-is-invitation"),
        ("https://example.org/assess/%23invite%26t=Pilot", "link-is-invitation"),
    ],
)
def test_what_was_meant_as_answers_says_what_is_wrong(text: str, key: str) -> None:
    """One bad line has its own verdict, and the next is read."""
    found = find_responses(f"{text}\n{TWO}", FRAMEWORK)
    assert [find.problem and find.problem.key for find in found] == [key, None]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello all, see you at 10:30 on 23 November 2026",
        "well-known up-to-date co-operation-friendly working-together",
        "2026-11-23 10:32:07",
        "call 0800 123 456 789",
        "this time when they come",
        "https://example.org/a-long-address/2026/with-words",
    ],
)
def test_words_dates_and_numbers_are_no_codes(text: str) -> None:
    """They are left alone, so that a chat can be pasted whole."""
    assert find_responses(text, FRAMEWORK) == []


def test_what_is_shown_never_holds_the_words_around_it() -> None:
    """A chat names people; a verdict does not."""
    text = f"Someone Surname: {ONE}\nSomeone Surname: {WHOLE} by"
    assert all("Surname" not in find.shown for find in find_responses(text, FRAMEWORK))


def test_a_framework_without_codes_still_has_links() -> None:
    """Thirty enablers on ten points are too many for a code."""
    large = framework(30, 10)
    person = response([3, 2, 4], tag=1)
    found = find_responses(f"{fragment_of_data(response_data(person))} {ONE}", large)
    assert [find.response and find.response.answers for find in found] == [person.answers]


def test_a_line_end_of_two_signs_is_one() -> None:
    """Windows' own, and what is left of it where another system has changed its second sign."""
    for end in ("\r\n", "\r\x85"):
        assert lines_of(f"one{end}two") == ["one", "two"]
