"""Tools as the scoring room and the pages' scripts read them."""

from collections.abc import Mapping

from mainstream.guide import CaseStudy, Guide
from mainstream.pages import addresses
from mainstream.pages.framework_json import embeddable, words_json
from mainstream.scoring.contract.limits import WORKSHOP_FORMAT, WORKSHOP_VERSION

_AREAS = ("page", "sheet", "tool", "engine")

# What can be wrong with what a tool's page reads: files of sheets, and tables of rows.
PROBLEMS = (
    *("sheet-none-in-file", "sheet-unknown-tools", "sheet-no-columns", "sheet-too-many-rows"),
    *("sheet-column-unknown", "sheet-cell-choice", "sheet-cell-number"),
    *("json-broken", "json-too-deep", "json-number", "json-twice", "file-too-large"),
    *("not-a-response", "other-format", "newer-format", "field-broken", "nothing-to-read"),
    *("table-broken", "table-too-large"),
    *("request-broken", "request-unknown", "not-open", "words-missing", "tool-broken"),
)


def tool_data(case: CaseStudy) -> dict[str, object]:
    """The declared tool of a case study as JSON data, with the case study's id.

    Its shape is that of `mainstream.guide.model.tools`.

    Errors: `ValueError` where there is no tool.
    """
    if case.tool is None:
        raise ValueError(f"{case.id} has no tool")
    return {"id": case.id, **case.tool.model_dump(mode="json")}


def tool_json(case: CaseStudy) -> str:
    """What the sheet's page needs of its tool, as JSON text safe inside a script."""
    needed = ("id", "title", "is_not", "about", "sections", "questions")
    data = tool_data(case)
    return embeddable({name: data[name] for name in needed})


def tool_words_json(guide: Guide) -> str:
    """The words that the scripts of tools' pages use, as JSON text safe inside a script."""
    return words_json(guide, _AREAS, PROBLEMS)


def site_json(guide: Guide, page_address: str) -> str:
    """What a page needs to keep sheets, as JSON text: the file's format, and every tool's title.

    `{"file": the fields that begin a file, "tools": {id: {"title", "url"}}}`; addresses are
    relative to `page_address`.
    """
    framework = guide.framework
    file: Mapping[str, object] = {
        "format": WORKSHOP_FORMAT,
        "format_version": WORKSHOP_VERSION,
        "framework": {"id": framework.id, "version": framework.version},
    }
    tools = {
        case.id: {
            "title": case.tool.title,
            "url": addresses.relative_address(page_address, addresses.tool(case.id)),
        }
        for case in guide.case_studies
        if case.tool
    }
    return embeddable({"file": file, "tools": tools})
