"""Holds what stands behind the `#` of a link, and that a damaged or hostile one is refused."""

import base64
import json
import zlib
from typing import Any

import pytest

from mainstream.scoring.codes.link import (
    DATA,
    MOST_BYTES,
    data_at,
    fragment_of_data,
)
from mainstream.scoring.problem import ScoringProblem
from tests.scoring.examples import response_json


def _key(text: str) -> str:
    with pytest.raises(ScoringProblem) as caught:
        _data_in(text)
    return caught.value.key


def _data_in(text: str) -> Any:
    return data_at(text, text.find(DATA) + len(DATA))[0]


def _fragment(packed: bytes) -> str:
    return "#d=" + base64.urlsafe_b64encode(packed).decode()


@pytest.mark.parametrize("around", ["{}", "https://example.org/assess/{}", "See <{}>.", "{}\n"])
def test_a_link_may_be_pasted_with_what_stood_around_it(around: str) -> None:
    """A whole address, its end, or what a message put behind it."""
    data = response_json(group="Zoë’s team")
    assert _data_in(around.format(fragment_of_data(data))) == data


def test_a_fragment_needs_no_escaping() -> None:
    """Letters that an address takes as they are, so that no program rewrites the link."""
    data: dict[str, Any] = response_json(group="ÿ?>~" * 50)
    fragment = fragment_of_data(data)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    assert set(fragment.removeprefix("#d=")) <= set(letters)


def test_a_link_that_was_cut_off_is_damaged() -> None:
    """Wherever it was cut; of its last letter alone the checksum may do without."""
    data = response_json()
    fragment = fragment_of_data(data)
    for length in range(len("#d="), len(fragment) - 1):
        assert _key(fragment[:length]) == "link-damaged"


def test_a_link_with_a_changed_letter_is_never_read_as_something_else() -> None:
    """The checksum finds what the packing would let through."""
    data = response_json()
    fragment = fragment_of_data(data)
    for place in range(len("#d="), len(fragment)):
        changed = "A" if fragment[place] != "A" else "B"
        try:
            read = _data_in(fragment[:place] + changed + fragment[place + 1 :])
        except ScoringProblem as problem:
            assert problem.key == "link-damaged"
        else:
            assert read == data  # the last letter has bits to spare


def _group(number: int) -> str:
    """Names whose checksums end differently."""
    return chr(65 + number % 50) + chr(65 + number // 50) * 2


def test_a_link_ends_in_a_letter_or_a_digit() -> None:
    """Mail takes a hyphen or an underscore at the end for punctuation, and drops it."""
    for number in range(1000):
        data = response_json(group=_group(number))
        fragment = fragment_of_data(data)
        assert fragment[-1].isalnum()
        assert _data_in(fragment) == data


def test_an_old_link_that_lost_the_sign_at_its_end_is_read() -> None:
    """Links once ended as it fell; the checksum says which sign is missing."""
    lost = 0
    for number in range(1000):
        data = response_json(group=_group(number))
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        packed = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode().rstrip("=")
        short = packed.rstrip("-_")
        assert _data_in("#d=" + packed) == data
        if 0 < len(packed) - len(short) <= 2:
            lost += 1
            assert _data_in("#d=" + short) == data
    assert lost > 0


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
    assert len(_data_in(_fragment(zlib.compress(exact)))) == MOST_BYTES - 2
    assert _key(_fragment(zlib.compress(exact + b" "))) == "link-too-large"


@pytest.mark.parametrize("behind", ["thanks", "-", "___.YXAz", " see you", "&web=1", "AAAA"])
def test_what_stands_behind_the_data_is_not_theirs(behind: str) -> None:
    """The checksum has said that they are whole, and where they end."""
    data = response_json(group="A team")
    fragment = fragment_of_data(data)
    assert data_at(fragment + behind, 3) == (data, len(fragment))


def test_bytes_that_are_no_text_are_damage() -> None:
    """Not every file that inflates is text."""
    assert _key(_fragment(zlib.compress(b"\xff\xfe"))) == "link-damaged"
