"""The workshop page as a facilitator meets it, for the tests to act on."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import FilePayload, Locator, Page, expect

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import MARKED, Answer, Response
from mainstream.scoring.codes.code import write_code

STEPS = ("plan", "gather", "compare", "decide", "keep")


def responses(framework: Framework, count: int) -> list[Response]:
    """So many people's answers, no two alike, with every kind of disagreement among them."""
    points = framework.scale.points
    view = framework.points_of_view[len(framework.points_of_view) // 2].id
    return [
        Response(
            framework.id,
            framework.version,
            point_of_view=view,
            tag=person % 128,
            answers={
                enabler.id: Answer(MARKED, 1 + (person * (place + 1) + person // 5) % points)
                for place, enabler in enumerate(framework.enablers)
                if (person + place) % 13  # here and there one is left open
            },
        )
        for person in range(count)
    ]


def codes(framework: Framework, people: Sequence[Response]) -> list[str]:
    """Their response codes."""
    return [write_code(framework, person, person.tag or 0) or "" for person in people]


class WorkshopPage:
    """One open workshop page."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.address = f"{site}workshop/"

    def open(self, fragment: str = "") -> "WorkshopPage":
        """Load the page again, and wait for its scripts."""
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        expect(self.page.locator(".workshop.is-scripted")).to_be_attached()
        return self

    def part(self, name: str) -> Locator:
        """The part of the page that the scripts know by that name."""
        return self.page.locator(f'[data-part="{name}"]')

    def press(self, name: str) -> None:
        """Press a button by its part's name."""
        self.part(name).click()

    def go(self, step: str) -> None:
        """Choose a step in the list of steps."""
        self.page.locator(f'[data-part="step-link"][data-step="{step}"]').click()
        expect(self.page.locator(f"#{step}-title")).to_be_focused()

    def paste(self, text: str) -> None:
        """Paste into the box and add, then wait for the verdict."""
        self.part("paste").fill(text)
        self.press("paste-add")
        expect(self.part("verdicts-title")).to_be_focused()

    def choose_files(self, *files: Path | FilePayload) -> None:
        """Choose files in the gather step."""
        self.part("files").set_input_files(cast(Any, list(files)))

    def expect_verdict(self, text: str) -> None:
        """The verdicts are shown, and their heading says this."""
        shown = self.page.locator('[data-part="verdicts"]:not([hidden])')
        title = shown.locator('[data-part="verdicts-title"]')
        expect(title).to_contain_text(text)

    def expect_people(self, count: int) -> None:
        """The gather step counts so many people."""
        expect(self.part("people-count")).to_contain_text(re.compile(rf"\b{count}\b"))

    def expect_comparison(self) -> None:
        """Wait until the comparison is shown."""
        expect(self.part("comparison")).to_be_visible()

    def save(self, locator: Locator, folder: Path) -> Path:
        """Press something that saves a file; gives the file."""
        with self.page.expect_download() as download:
            locator.click()
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def export(self, kind: str, folder: Path) -> Path:
        """Save one of the exports of the keep step."""
        return self.save(self.page.locator(f'[data-part="export"][data-kind="{kind}"]'), folder)

    @property
    def kept(self) -> dict[str, Any] | None:
        """The workshop that the browser keeps."""
        text = self.page.evaluate(
            "localStorage.getItem(Object.keys(localStorage)"
            ".find((key) => key.endsWith(':workshop:answers')))"
        )
        return cast(dict[str, Any], json.loads(text)) if text else None
