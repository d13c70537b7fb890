"""Holds what stands behind the `#` of a link, and that a damaged or hostile one is refused."""

import base64
import zlib
from typing import Any

import pytest

from mainstream.scoring.codes.link import (
    MOST_BYTES,
    codes_in,
    data_in,
    fragment_of_codes,
    fragment_of_data,
)
from mainstream.scoring.problem import ScoringProblem
from tests.scoring.examples import response_json


def _key(text: str) -> str:
    with pytest.raises(ScoringProblem) as caught:
        data_in(text)
    return caught.value.key


def _fragment(packed: bytes) -> str:
    return "#d=" + base64.urlsafe_b64encode(packed).decode()


@pytest.mark.parametrize("around", ["{}", "https://example.org/assess/{}", "See <{}>.", "{}\n"])
def test_a_link_may_be_pasted_with_what_stood_around_it(around: str) -> None:
    """A whole address, its end, or what a message put behind it."""
    data = response_json(group="Zoë’s team")
    assert data_in(around.format(fragment_of_data(data))) == data
    assert codes_in(around.format(fragment_of_codes(["A-B", "C"]))) == ["A-B", "C"]


def test_a_fragment_needs_no_escaping() -> None:
    """Letters that an address takes as they are, so that no program rewrites the link."""
    data: dict[str, Any] = response_json(group="ÿ?>~" * 50)
    fragment = fragment_of_data(data)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    assert set(fragment.removeprefix("#d=")) <= set(letters)


def test_a_link_that_was_cut_off_is_damaged() -> None:
    """Wherever it was cut."""
    fragment = fragment_of_data(response_json())
    for length in range(len("#d="), len(fragment)):
        assert _key(fragment[:length]) == "link-damaged"


def test_a_link_with_a_changed_letter_is_never_read_as_something_else() -> None:
    """The checksum finds what the packing would let through."""
    data = response_json()
    fragment = fragment_of_data(data)
    for place in range(len("#d="), len(fragment)):
        changed = "A" if fragment[place] != "A" else "B"
        try:
            read = data_in(fragment[:place] + changed + fragment[place + 1 :])
        except ScoringProblem as problem:
            assert problem.key == "link-damaged"
        else:
            assert read == data  # the last letter has bits to spare


@pytest.mark.parametrize("text", ["#d=", "#d=****", "#d=AAAA", "#d=é"])
def test_what_is_not_packed_is_damaged(text: str) -> None:
    """Letters that base64 has not, and bytes that zlib did not make."""
    assert _key(text) == "link-damaged"


def test_a_bomb_is_refused_before_it_is_inflated() -> None:
    """A few thousand letters that stand for five million; their wrong end is never reached."""
    bomb = zlib.compress(b" " * 5_000_000, 9)
    assert _key(_fragment(bomb[:-4] + b"\0\0\0\0")) == "link-too-large"


def test_what_is_just_small_enough_is_inflated() -> None:
    """The limit itself is allowed."""
    exact = b'"' + b"x" * (MOST_BYTES - 2) + b'"'
    assert len(data_in(_fragment(zlib.compress(exact)))) == MOST_BYTES - 2
    assert _key(_fragment(zlib.compress(exact + b" "))) == "link-too-large"


def test_something_behind_the_data_is_damage() -> None:
    """Two links run together are not half read."""
    assert _key(_fragment(zlib.compress(b"{}") + b"more")) == "link-damaged"


def test_bytes_that_are_no_text_are_damage() -> None:
    """Not every file that inflates is text."""
    assert _key(_fragment(zlib.compress(b"\xff\xfe"))) == "link-damaged"
