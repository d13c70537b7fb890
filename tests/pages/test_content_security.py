"""The policy in a page admits what the page was built with, and nothing else."""

import base64
import hashlib
import re

from mainstream.pages.content_security import with_policy


def _policy(html: str) -> str:
    match = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert match
    return match[1]


def test_an_inline_script_is_named_by_its_hash() -> None:
    """A script in the page runs because the policy holds the SHA-256 of its text."""
    html = with_policy("<html><head></head><body><script>go()</script></body></html>")
    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in _policy(html)


def test_data_and_files_need_no_hash() -> None:
    """JSON in a script element is not run, and a file is admitted by its origin."""
    html = with_policy(
        '<head></head><script type="application/json">{}</script><script src="a.js"></script>'
    )
    assert "sha256" not in _policy(html)


def test_nothing_from_elsewhere_is_admitted() -> None:
    """No directive names a host, and what is not listed is refused."""
    policy = _policy(with_policy("<head></head>"))
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "*" not in policy


def test_the_policy_stands_before_everything_it_governs() -> None:
    """A policy in a page holds only for what follows it."""
    html = with_policy("<head><script src='a.js'></script></head>")
    assert html.index("Content-Security-Policy") < html.index("<script")
