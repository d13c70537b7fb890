"""What stands in mail and chat next to codes and is none gives no answer and no verdict."""

import pytest

from mainstream.scoring.codes.code import has_code
from mainstream.scoring.codes.find import find_responses
from tests.scoring.codes.carriers import WRAPPERS
from tests.scoring.codes.test_carried import CODE, OURS, PERSON
from tests.scoring.examples import framework

FRIENDS = (
    "Ref 3F2504E0-4F89-11D3-9A0C-0305E82C3301",
    "{4f89a2b0-11d3-49a0-8c03-05e82c3301aa}",
    "10:42:17, 2026-11-25T10:42:17.123Z, Wed 25 Nov 2026 10.42",
    "Meeting ID: 345 678 901 234\nPasscode: 6Xk2Pq9LmN4T",
    "Meeting ID: 612 4478 9013\nPasscode: 4Z7tQ2",
    "Password: 4Kd8-Pq2z-7Xm9",
    "Join: https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjQ4ZDk0-5f6a%40thread.v2/0?context=%7b%22Tid%22%3a%224f89a2b0-11d3-49a0-8c03-05e82c3301aa%22%7d",
    "Join https://us02web.zoom.us/j/61244789013?pwd=UTRkLTZYN2stOVFwMi00WjduLTZB",
    "Join https://url.uk.m.mimecastprotect.com/s/e0hDCg5KEEcG?domain=council.zoom.us",
    WRAPPERS["Safe Links"]("https://example.org/agenda"),
    "Tel. 0117 496 0123, +44 (0)20 7946 0958, 0800-1234-5678, 4417-1234-5678",
    "Order 4471-2290-8813, invoice INV-2026-00417, PO 5500123456",
    "MAC 4c-52-62-0a-1b-2c, 4C:52:62:0A:1B:2C, 4c52.620a.1b2c",
    "36-8b-ac-59-0f-20",  # one of a hundred such is a code except for one character
    "commit 6dcb09b5b57875f334f61aebed695e2e4193db5e, see also 4f2a9c1 and 6d8e64a40e53b1c2",
    "IBAN GB29 NWBK 6016 1331 9268 19",
    "NO93 8601 1117 947",
    "Card 4929 1234 5678 9012",
    "AB12 CDE, LX67 ABC and 4-ABC-567",
    "Key VK7JG-NPHTM-C97JM-9MPGT-3V66T",
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4f5wg5l2hKsTeNem/V41\nfGnJm6gOdrj8ym3rFkEjWT2btf02uSxZ7gktd9vF4Xz6Lm+6d8v64k40ex3/4AbC",
    "X-MS-Exchange-Organization-Network-Message-Id: 4f89a2b0-11d3-49a0-8c03-08dc12345678",
    "Message-ID: <4B6D8V64-K40E-4X3A@mail-4f89.example.org>",
    "DKIM-Signature: v=1; a=rsa-sha256; bh=6D8V64K40EX3+4Ab/Cd=; b=4f89A2b0-11d3",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI2RDhWLTY0SzQifQ.4f89-a2b0_11d3",
    "from 2026 from 2027 this time when they come with 4000 more",
    "this-time-when they-were-here 2026-1123-0915",
    "192.168.10.42, fe80::4c52:62ff:fe0a:1b2c, 6to4",
    "https://bit.ly/3xYzAbC has the agenda, https://aka.ms/JoinTeamsMeeting the help",
    "4\n5\n3\n4\n4\n5\n2\n4\n5\n4\n4\n5\n6\n7\n4",
)


@pytest.mark.parametrize("text", FRIENDS)
def test_what_is_no_code_gives_no_answer_and_no_verdict(text: str) -> None:
    """Alone, quoted, and next to a code that is read."""
    assert find_responses(text, OURS) == []
    quoted = "\n".join("> " + line for line in text.splitlines())
    assert find_responses(quoted, OURS) == []
    found = find_responses(f"{text}\n\nMy code: {CODE}\n{text}", OURS)
    assert [find.response for find in found] == [PERSON]


def test_a_framework_without_codes_reports_none() -> None:
    """What looks like another site's code is not this one's."""
    large = framework(43)
    assert not has_code(large)
    assert find_responses(f"{CODE}\n{CODE[:-1]}X\n6D8V 64K4 0ES3", large) == []
