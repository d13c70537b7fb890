"""The scoring page as a person meets it, for the tests to act on."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Locator, Page, expect

Choice = int | str | None  # a mark, "not-sure", "does-not-apply", or nothing chosen
MARKS: tuple[Choice, ...] = (4, 2, 4, 3, 5, "not-sure", 4, None, 2, 3, 1)


class ScoringPage:
    """One open scoring page."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.address = f"{site}assess/"

    def open(self, fragment: str = "") -> "ScoringPage":
        """Go to the page and wait for its scripts."""
        self.page.goto(self.address + fragment)
        expect(self.page.locator(".assess.is-scripted")).to_be_attached()
        return self

    @property
    def enablers(self) -> list[str]:
        """The ids of the framework's enablers, in order."""
        return [enabler["id"] for enabler in self.framework["enablers"]]

    @property
    def framework(self) -> dict[str, Any]:
        """The framework that stands in the page."""
        text = self.page.locator("#assess-framework").text_content() or ""
        return cast(dict[str, Any], json.loads(text))

    def part(self, name: str) -> Locator:
        """The part of the page that the scripts know by that name."""
        return self.page.locator(f'[data-part="{name}"]')

    def press(self, name: str) -> None:
        """Press a button by its part's name."""
        self.part(name).click()

    def start(self) -> None:
        """Press the start button and choose a point of view."""
        self.press("begin-button")
        self.page.locator('[name="point-of-view"]').nth(1).check()
        self.press("next")

    def choose(self, enabler: str, choice: Choice) -> None:
        """Choose an answer on the enabler's page, which is open."""
        if choice is not None:
            self.page.locator(f'[name="mark-{enabler}"][value="{choice}"]').check()

    def answer_one_by_one(self, choices: Sequence[Choice] = MARKS) -> None:
        """Start, and answer one enabler after another as a person does, up to the check."""
        self.start()
        for enabler, choice in zip(self.enablers, choices, strict=True):
            self.choose(enabler, choice)
            self.press("next")
        expect(self.part("check")).to_be_visible()

    def answer(self, choices: Sequence[Choice] = MARKS) -> None:
        """Start, and answer all enablers in one go: for tests about what comes afterwards."""
        self.start()
        given = dict(zip(self.enablers, choices, strict=True))
        self.page.evaluate(
            """(given) => Object.entries(given).forEach(([enabler, choice]) => {
              if (choice !== null)
                document.querySelector(`[name="mark-${enabler}"][value="${choice}"]`).click();
            })""",
            given,
        )
        self.page.evaluate("location.hash = 'check'")
        expect(self.part("check")).to_be_visible()

    def see_result(self) -> None:
        """From the check, go to the result and wait until it is whole."""
        self.press("see-result")
        self.expect_result()

    def expect_result(self) -> None:
        """Wait until the result is drawn, with its code."""
        expect(self.part("result-body")).to_be_visible()
        expect(self.part("code")).not_to_be_empty()

    def load_text(self, text: str) -> None:
        """Enter a code, a link or a file's text on the start page, and open it."""
        self.open_load_box()
        self.part("load-code").fill(text)
        self.press("load-button")

    def load_file(self, path: Path) -> None:
        """Choose a file on the start page."""
        self.open_load_box()
        self.part("load-file").set_input_files(path)

    def open_load_box(self) -> None:
        """Open the box for codes, links and files."""
        if self.part("load").get_attribute("open") is None:
            self.part("load").locator("summary").click()

    def save(self, name: str, folder: Path) -> Path:
        """Press a button that saves a file; gives the file."""
        with self.page.expect_download() as download:
            self.press(name)
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    @property
    def kept(self) -> dict[str, Any] | None:
        """The response that the browser keeps for this page."""
        text = self.page.evaluate(
            "localStorage.getItem(Object.keys(localStorage).find((k) =>"
            " k.endsWith(':person:answers')))"
        )
        return cast(dict[str, Any], json.loads(text)) if text else None

    @property
    def chosen(self) -> list[Choice]:
        """What the form shows as chosen for each enabler."""
        values = self.page.evaluate(
            "(ids) => ids.map((id) => document.querySelector("
            "`[name='mark-${id}']:checked`)?.value ?? null)",
            self.enablers,
        )
        return [int(v) if v and v.isdigit() else v for v in values]

    def expect_chosen(self, choices: Sequence[Choice]) -> None:
        """The form shows just these answers."""
        assert self.chosen == list(choices)
