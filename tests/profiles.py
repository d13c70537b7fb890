"""Browser profiles, emptied and used again.

A new profile costs about a second of processor time, most of it for the window that Chromium makes
with the profile's first page. So a profile keeps an empty page for as long as it lives, and goes
from test to test, each time without what the one before has kept.
"""

import json
from collections import defaultdict
from typing import Any

from playwright.sync_api import Browser, BrowserContext


class Profiles:
    """The profiles of one browser; each is in one test's hands at a time."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[str, list[BrowserContext]] = defaultdict(list)
        self._kinds: dict[BrowserContext, str] = {}

    def take(self, origin: str, **options: Any) -> BrowserContext:
        """A profile with these options of Playwright, in which nothing is kept for the origin."""
        kind = json.dumps(options, sort_keys=True)
        if not self._idle[kind]:
            return self._new(kind, options)
        profile = self._idle[kind].pop()
        everything = {"origin": origin, "storageTypes": "all"}
        session = profile.new_cdp_session(profile.pages[0])
        session.send("Storage.clearDataForOrigin", everything)
        session.detach()
        return profile

    def give_back(self, profile: BrowserContext) -> None:
        """Close the pages that a test has opened. It has changed nothing else of the profile."""
        for page in profile.pages[1:]:
            page.close()
        self._idle[self._kinds[profile]].append(profile)

    def close(self) -> None:
        """Close every profile."""
        for profile in self._kinds:
            profile.close()

    def _new(self, kind: str, options: dict[str, Any]) -> BrowserContext:
        profile = self._browser.new_context(**options)
        profile.new_page()  # keeps the window
        self._kinds[profile] = kind
        return profile
