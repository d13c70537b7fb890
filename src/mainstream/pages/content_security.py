"""The Content-Security-Policy that a page carries in itself, for hosts that send no headers."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(
    r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<body>.*?)</script>", re.DOTALL
)
_HEAD = re.compile(r"<head>", re.IGNORECASE)
_NOT_RUN = re.compile(r"""\bsrc\s*=|type\s*=\s*["']?application/json""")


def with_policy(html: str, *, script_sources: str = "'self'") -> str:
    """A page's HTML with a policy that admits this site's own files and its inline scripts.

    Inline scripts are named by the SHA-256 of their text (CSP level 3, section 2.3.1), so nothing
    that is put into the page later can run. Styles in attributes are the theme's, and allowed.
    """
    hashes = sorted(
        {
            f"'sha256-{_digest(match['body'])}'"
            for match in _INLINE_SCRIPT.finditer(html)
            if not _NOT_RUN.search(match["attributes"])
        }
    )
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src", script_sources, *hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda head: head.group() + meta, html, count=1)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
