"""A tool's page as a practitioner meets it, for the tests to act on."""

import json
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Locator, Page, expect


class ToolPage:
    """One open page of a case study with a tool."""

    def __init__(self, page: Page, site: str, case_study: str) -> None:
        self.page = page
        self.address = f"{site}case-studies/{case_study}/"
        self.sheet = page.locator("#sheet")

    def open(self, fragment: str = "#tool") -> "ToolPage":
        """Load the page again, and wait for its scripts."""
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        expect(self.page.locator("#sheet.is-scripted")).to_be_attached()
        return self

    def part(self, name: str) -> Locator:
        """The part of the sheet that the scripts know by that name."""
        return self.sheet.locator(f'[data-part="{name}"]')

    def press(self, name: str) -> None:
        """Press a button by its part's name."""
        self.part(name).click()

    def write(self, place: str, text: str) -> None:
        """Write into a field by its place in the sheet."""
        self.sheet.locator(f'textarea[data-field="{place}"]').fill(text)

    def answer(self, place: str, answer: str) -> None:
        """Choose an answer, by its label as a person does."""
        field = self.sheet.locator(f'input[data-field="{place}"][value="{answer}"]')
        self.sheet.locator(f'label[for="{field.get_attribute("id")}"]').click()

    def row(self, number: int, rows: str | None = None) -> Locator:
        """A row, counted from 1, of the list of that name, or of the only one."""
        lists = f'[data-part="rows"][data-rows="{rows}"]' if rows else '[data-part="rows"]'
        return self.sheet.locator(f'{lists} [data-part="row-fields"]').nth(number - 1)

    def add_row(self, rows: str | None = None) -> None:
        """Add a row to the list of that name, or to the only one."""
        named = f'[data-rows="{rows}"]' if rows else ""
        self.sheet.locator(f'[data-part="row-add"]{named}').click()

    def cell(self, row: int, column: str, rows: str | None = None) -> Locator:
        """A row's field."""
        return self.row(row, rows).locator(f'[data-cell="{column}"]')

    def fill_everything(self) -> list[str]:
        """Fill every field in sight, each with its own text; gives the texts."""
        texts = []
        for number, field in enumerate(self.sheet.locator("textarea:visible").all(), 1):
            texts.append(f"Our words at place {number}")
            field.fill(texts[-1])
        for answers in self.sheet.locator(".tool-answers:visible").all():
            answers.locator("label").first.click()
        for tick in self.sheet.locator(".tool-ticks .choice__label:visible").all():
            tick.click()
        for choice in self.sheet.locator(".tool-row select:visible").all():
            choice.select_option(index=1)
        for number_field in self.sheet.locator(".tool-number input:visible").all():
            number_field.fill("3")
        return texts

    @property
    def entered(self) -> dict[str, Any]:
        """Everything that stands in the form's fields, by place."""
        return cast(
            dict[str, Any],
            self.sheet.locator('[data-part="form"]').evaluate(
                """(form) => Object.fromEntries(
                  [...form.querySelectorAll("textarea, input:not([type=file]), [data-cell]")].map(
                    (control, place) => [place, [control.value, control.checked]]))"""
            ),
        )

    def expect_verdict(self, text: str) -> None:
        """The finished page says this in its first verdict."""
        verdict = self.sheet.locator(".tool-verdict").first
        expect(verdict).to_contain_text(text)

    def expect_page(self) -> Locator:
        """Wait until there is a finished page, and give it."""
        page = self.part("page")
        expect(page).to_be_visible()
        return page

    def save(self, locator: Locator, folder: Path) -> Path:
        """Press something that saves a file; gives the file."""
        with self.page.expect_download() as download:
            locator.click()
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    @property
    def kept(self) -> list[dict[str, Any]]:
        """The sheets that the browser keeps."""
        text = self.page.evaluate(
            "localStorage.getItem(Object.keys(localStorage)"
            ".find((key) => key.endsWith(':tools:answers')))"
        )
        return cast(list[dict[str, Any]], json.loads(text)["sheets"]) if text else []
