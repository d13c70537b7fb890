"""Holds the response code: its vectors, what it carries, and that slips are found."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mainstream.scoring.answers.response import DOES_NOT_APPLY, NOT_SURE
from mainstream.scoring.codes.code import ALPHABET, code_length, has_code, read_code, write_code
from mainstream.scoring.codes.reed_solomon import MOST_SYMBOLS, check_symbols
from mainstream.scoring.problem import ScoringProblem
from tests.scoring.examples import VIEWS, framework, response

MARKS = (3, 2, 4, 3, 3, 1, 4, 2, 2, 3, 1)
VECTORS = (
    ("organisation", 0, "6D8V-64K4-0ES3"),
    ("service", 97, "5D8V-64K7-1EG5"),
)


def _problem(text: str, enablers: int = 11, points: int = 5) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(ScoringProblem) as caught:
        read_code(framework(enablers, points), text)
    return caught.value.key, caught.value.values


@pytest.mark.parametrize(("view", "tag", "code"), VECTORS)
def test_the_code_is_the_one_that_was_agreed(view: str, tag: int, code: str) -> None:
    """A code that one version wrote is the code that every version writes and reads."""
    given = response(MARKS, view)
    assert write_code(framework(), given, tag) == code
    assert read_code(framework(), code) == replace(given, tag=tag)


def test_every_state_survives() -> None:
    """Blanks of each kind come back as themselves."""
    given = response([None, NOT_SURE, DOES_NOT_APPLY, 1, 5, None, None, 2, 3, 4, NOT_SURE], tag=1)
    code = write_code(framework(), given, 1)
    assert code is not None
    assert read_code(framework(), code) == given


@pytest.mark.parametrize("view", [None, *VIEWS])
def test_every_point_of_view_survives(view: str | None) -> None:
    """The three that two bits can say, and none."""
    code = write_code(framework(), response(MARKS, view), 0)
    assert code is not None
    assert read_code(framework(), code).point_of_view == view


@pytest.mark.parametrize(
    "typed",
    [
        "6d8v-64k4-0es3",
        "6D8V64K40ES3",
        " 6 D8V–64K4—OES3\n",
        "6D8V\u201164K4\u00ad\u200b-oes3",
        "\ufeff6D8V-64K4-0ES3",
    ],
)
def test_a_code_may_be_typed_as_people_type(typed: str) -> None:
    """Any case, spaces and hyphens of any kind; O is 0."""
    assert read_code(framework(), typed) == response(MARKS, "organisation", tag=0)


def test_i_and_l_are_one() -> None:
    """The letters that look like a one are read as one."""
    assert read_code(framework(), "5D8V-64K7-iEG5") == read_code(framework(), "5D8V-64K7-LEG5")


@pytest.mark.parametrize(("view", "tag", "code"), VECTORS)
def test_any_one_wrong_character_is_found(view: str, tag: int, code: str) -> None:
    """Every character in every place."""
    letters = code.replace("-", "")
    for place, right in enumerate(letters):
        for wrong in ALPHABET.replace(right, ""):
            assert _problem(letters[:place] + wrong + letters[place + 1 :])[0] == "code-check"


def test_two_or_three_wrong_characters_are_found() -> None:
    """A seeded sample of slips in the whole code; the proof stands in the next test."""
    chance = random.Random(20261123)
    letters = VECTORS[0][2].replace("-", "")
    for _ in range(2000):
        wrong = list(letters)
        for place in chance.sample(range(len(letters)), chance.choice((2, 3))):
            wrong[place] = chance.choice(ALPHABET.replace(letters[place], ""))
        assert _problem("".join(wrong))[0] == "code-check"


def test_no_three_wrong_symbols_can_cancel_out() -> None:
    """Exhaustive, for the longest codeword, and with it for every shorter one.

    The check is additive, so wrong symbols go unseen only if their syndromes XOR to nothing. None
    of a pair's sums is nothing or the syndrome of any single symbol: no two and no three do.
    """
    syndromes = [_syndrome(place, value) for place in range(31) for value in range(1, 32)]
    singles = set(syndromes)
    assert len(singles) == 31 * 31
    assert 0 not in singles
    for p, q in itertools.combinations(range(31), 2):
        ours, theirs = syndromes[p * 31 : p * 31 + 31], syndromes[q * 31 : q * 31 + 31]
        sums = {a ^ b for a in ours for b in theirs}
        assert 0 not in sums
        assert sums.isdisjoint(singles)


def _syndrome(place: int, value: int) -> int:
    """What a wrong symbol does to the difference between the check found and the check due."""
    if place >= 28:
        return int(value << 5 * (30 - place))
    data = [0] * 28
    data[place] = value
    a, b, c = check_symbols(data)
    return a << 10 | b << 5 | c


def test_the_check_is_additive() -> None:
    """The proof above leans on it."""
    chance = random.Random(7)
    for _ in range(200):
        one, other = ([chance.randrange(32) for _ in range(28)] for _ in range(2))
        both = [a ^ b for a, b in zip(one, other, strict=True)]
        sums = [a ^ b for a, b in zip(check_symbols(one), check_symbols(other), strict=True)]
        assert check_symbols(both) == sums


def test_a_bad_character_is_named_with_its_place() -> None:
    """U is not in the alphabet; places count neither spaces nor hyphens."""
    assert _problem("6D8V-6U") == ("code-bad-character", {"character": "U", "position": 6})


@pytest.mark.parametrize("typed", ["6D8V-64K4-0ES", "6D8V-64K4-0ES33"])
def test_a_wrong_length_is_told_with_the_right_one(typed: str) -> None:
    """A character left out or typed twice is the commonest slip."""
    length = len(typed.replace("-", ""))
    assert _problem(typed) == ("code-wrong-length", {"length": length, "expected": 12})


def test_another_framework_does_not_read_as_ours() -> None:
    """The fingerprint is in the check; ids and their order are in the fingerprint."""
    other = replace(framework(), enablers=framework().enablers[::-1])
    code = write_code(other, response(MARKS, "service"), 5)
    assert code is not None
    assert _problem(code)[0] == "code-check"


def test_a_version_that_we_do_not_know_is_told() -> None:
    """Only a code whose check is right is believed about its version."""
    code = _sealed_anew(VECTORS[0][2], first="A")
    assert _problem(code) == ("code-version", {"version": 2, "ours": 1})


def test_a_value_that_no_answer_has_is_refused() -> None:
    """On four points a group of three bits has one value to spare."""
    four_points = framework(11, 4)
    code = write_code(four_points, response([DOES_NOT_APPLY] * 11), 0)
    assert code is not None
    spare = _sealed_anew(code, first="4", second="Y")
    assert _problem(spare, points=4)[0] == "code-impossible"


def test_filling_bits_must_be_zero() -> None:
    """One code for one response: a code that says the same another way is refused."""
    code = write_code(framework(2), response([3, 3]), 0)
    assert code is not None
    letters = code.replace("-", "")
    filled = ALPHABET[ALPHABET.index(letters[-4]) + 1]  # 18 bits leave two of the last five
    assert _problem(_reseal(letters, letters[:-4] + filled), 2)[0] == "code-impossible"


def _sealed_anew(code: str, **changed: str) -> str:
    """The code with its first characters changed and its check made right again."""
    letters = code.replace("-", "")
    front = "".join(changed.values())
    return _reseal(letters, front + letters[len(front) : -3])


def _reseal(right: str, data: str) -> str:
    """`data` with a right check, learnt from a right code: the fingerprint is their difference."""
    values = [ALPHABET.index(letter) for letter in right]
    fingerprint = [a ^ b for a, b in zip(check_symbols(values[:-3]), values[-3:], strict=True)]
    check = check_symbols([ALPHABET.index(letter) for letter in data])
    return data + "".join(ALPHABET[a ^ b] for a, b in zip(check, fingerprint, strict=True))


def _sizes() -> Iterator[tuple[int, int]]:
    return itertools.product(range(1, 43), range(3, 11))


def test_a_framework_has_a_code_where_a_codeword_fits() -> None:
    """Every size of 1–42 enablers on 3–10 points has a code of at most 31 characters, or none."""
    for enablers, points in _sizes():
        sized = framework(enablers, points)
        bits = 12 + enablers * (3 if points <= 5 else 4)
        assert has_code(sized) == (bits <= 28 * 5)
        code = write_code(sized, response([points] * enablers), 127)
        assert (code is not None) == has_code(sized)
        if code is not None:
            assert len(code.replace("-", "")) == code_length(sized) <= MOST_SYMBOLS
            assert read_code(sized, code) == response([points] * enablers, tag=127)


def test_a_framework_without_a_code_says_so() -> None:
    """A code typed into its page is not called wrong."""
    assert _problem("6D8V-64K4-0ES3", enablers=43) == ("code-none", {})


def test_a_point_of_view_that_two_bits_cannot_say_has_no_code() -> None:
    """It is not dropped in silence: the link carries it."""
    assert write_code(framework(), response(MARKS, "nation"), 0) is None


def test_a_tag_beyond_seven_bits_is_our_own_error() -> None:
    """It would run into the enablers' bits."""
    with pytest.raises(ValueError, match="128"):
        write_code(framework(), response(MARKS), 128)
