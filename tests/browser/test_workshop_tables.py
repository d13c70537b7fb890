"""Tables of other sites' forms, as a person has them read: values, columns, sheets, rows."""

import json
from collections.abc import Sequence

import pytest
from playwright.sync_api import FilePayload, Page, expect

from mainstream.scoring.answers.framework import Framework
from tests.browser.workshop_page import WorkshopPage
from tests.spreadsheet.workbooks import workbook


@pytest.fixture
def workshop(page: Page, site: str) -> WorkshopPage:
    """The workshop page at its second step, with nothing in it."""
    return WorkshopPage(page, site).open("#gather")


def csv(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table as a form's export: each cell in quotation marks."""
    lines = [heads, *rows]
    return "\r\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def file(name: str, content: bytes) -> FilePayload:
    """A file to choose."""
    return FilePayload(name=name, mimeType="application/octet-stream", buffer=content)


def marks(workshop: WorkshopPage) -> list[dict[str, object]]:
    """What each person who is kept answered."""
    kept = workshop.kept
    assert kept is not None
    return [person["answers"] for person in kept["people"]]


def test_values_are_read_as_a_person_says_and_that_is_remembered(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """Each value once with its count; the next file of that shape proposes the same."""
    titles = [enabler.title for enabler in framework.enablers]
    rows = [["Neutral", "Splendid", *["4"] * 9], ["Splendid", "It depends", *["2"] * 9]]
    workshop.choose_files(file("form.csv", csv(titles, rows)))
    expect(workshop.part("mapping-title")).to_be_focused()
    values = workshop.part("value-rows").locator("tr")
    row = values.filter(has_text="Splendid")
    expect(row).to_contain_text("2 cells")
    row.locator("select").select_option("5")
    depends = values.filter(has_text="It depends")
    expect(depends.locator("select")).to_have_value("")
    workshop.press("mapping-yes")
    workshop.expect_verdict("Added 2 people’s answers.")
    expect(workshop.part("verdicts-list")).to_contain_text("B3")
    first, second = framework.enablers[:2]
    one, other = marks(workshop)
    assert (one[first.id], one[second.id]) == ({"mark": 3}, {"mark": 5})
    assert other[first.id] == {"mark": 5}
    assert second.id not in other
    workshop.choose_files(file("later.csv", csv(titles, [["Splendid", *["1"] * 10]])))
    expect(workshop.part("mapping-about")).to_contain_text("of this shape before")
    expect(workshop.part("value-rows").locator("select")).to_have_value("5")
    workshop.press("mapping-yes")
    workshop.expect_people(3)


def test_how_tables_were_read_goes_with_the_workshop(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """Deleting the workshop forgets it."""
    titles = [enabler.title for enabler in framework.enablers]
    table = file("form.csv", csv(titles, [["Neutral", *["4"] * 10]]))
    workshop.choose_files(table)
    workshop.press("mapping-yes")
    workshop.expect_people(1)
    workshop.go("keep")
    workshop.press("delete")
    workshop.press("delete-yes")
    names = workshop.page.evaluate("Object.keys(localStorage)")
    assert [name for name in names if name.endswith(":answers")] == []
    workshop.go("gather")
    workshop.choose_files(table)
    expect(workshop.part("mapping-about")).not_to_contain_text("before")


def test_columns_whose_headings_say_nothing_are_taken_in_order(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """One press; each column shows some of its values, and nothing is read before."""
    heads = [f"Q{number}" for number in range(1, len(framework.enablers) + 1)]
    rows = [[1 + (person * 3 + place) % 5 for place in range(len(heads))] for person in range(4)]
    workshop.choose_files(file("export.csv", csv(heads, rows)))
    shown = workshop.part("mapping-rows").locator("tr")
    expect(shown).to_have_count(len(heads))
    expect(shown.first).to_contain_text("1, 4, 2")
    expect(shown.first.locator("select")).to_have_value("ignore")
    workshop.press("in-order")
    expect(shown.first.locator("select")).to_have_value(f"mark/{framework.enablers[0].id}")
    shown.last.locator("select").select_option("ignore")
    workshop.press("mapping-yes")
    workshop.expect_verdict("Added 4 people’s answers.")
    last = framework.enablers[-1].id
    assert all(
        len(answers) == len(heads) - 1 and last not in answers for answers in marks(workshop)
    )


def test_numbers_of_another_scale_are_asked_about(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """The likely way is chosen, and another one changes what every number is read as."""
    titles = [enabler.title for enabler in framework.enablers]
    rows = [[(person + place) % 5 for place in range(len(titles))] for person in range(6)]
    workshop.choose_files(file("zero.csv", csv(titles, rows)))
    expect(workshop.part("scale-text")).to_contain_text("from 0 to 4")
    expect(workshop.page.locator("#scale-shift")).to_be_checked()
    zero = workshop.part("value-rows").locator("tr").filter(has_text="0").first
    expect(zero.locator("select")).to_have_value("1")
    workshop.page.locator("label[for=scale-as-it-is]").click()
    expect(zero.locator("select")).to_have_value("unanswered")
    workshop.page.locator("label[for=scale-shift]").click()
    workshop.press("mapping-yes")
    workshop.expect_people(6)
    assert marks(workshop)[0][framework.enablers[0].id] == {"mark": 1}


def test_rows_that_are_nobodys_are_named_and_sheets_are_chosen(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """A row of averages is left out unless it is taken in; each sheet has its number of people."""
    titles = ["Name", *(enabler.title for enabler in framework.enablers)]
    people = [[f"P{n}", *(1 + (n + place) % 5 for place in range(11))] for n in range(5)]
    averages = ["Average", *[3.2] * 11]
    book = workbook({"North": [titles, *people, averages], "South": [titles, *people[:3]]})
    workshop.choose_files(file("two.xlsx", book))
    expect(workshop.part("sheets").locator("label")).to_have_text(
        ["North: 5 people", "South: 3 people"]
    )
    expect(workshop.part("left-out-rows")).to_contain_text("North, row 7: a total or an average")
    workshop.part("sheets").locator("label").last.click()
    workshop.press("mapping-yes")
    workshop.expect_verdict("Added 5 people’s answers.")
    workshop.choose_files(file("two.xlsx", book))
    for label in workshop.part("sheets").locator("label").all():
        label.click()
    workshop.press("mapping-yes")
    expect(workshop.part("mapping-error")).to_have_text("Choose one sheet at least.")


def test_a_table_of_counts_is_offered_as_counts(
    workshop: WorkshopPage, framework: Framework
) -> None:
    """Enablers in rows, marks in columns: so many people, and no single answers."""
    heads = ["Enabler", *(str(mark) for mark in range(1, 6))]
    rows = [[enabler.title, 2, 1, 4, 3, 2] for enabler in framework.enablers]
    workshop.choose_files(file("counts.csv", csv(heads, rows)))
    expect(workshop.part("mapping-about")).to_contain_text("the counts of 12 people")
    workshop.press("mapping-yes")
    workshop.expect_people(12)
    kept = workshop.kept
    assert kept is not None
    assert kept["people"] == []
    assert "counts.csv" in json.dumps(kept["counted"])
