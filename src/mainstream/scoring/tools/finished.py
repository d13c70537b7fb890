"""The finished page of a sheet: each section's blocks in order, on screen and as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from mainstream.scoring.tools import (
    builder,
    checklist,
    ladder,
    lens,
    log,
    register,
    rules_check,
    stages,
    two_views,
)
from mainstream.scoring.tools.declaration import (
    Builder,
    Checklist,
    Ladder,
    Lens,
    Log,
    Register,
    RulesCheck,
    Section,
    Stages,
    Tool,
    TwoViews,
)
from mainstream.scoring.tools.sheet import Entries, Sheet
from mainstream.scoring.words import Words

if TYPE_CHECKING:
    from mainstream.scoring.contract.tools import Block, Part, TablePart

WORDS: Final = (
    *builder.WORDS,
    *checklist.WORDS,
    *ladder.WORDS,
    *lens.WORDS,
    *log.WORDS,
    *register.WORDS,
    *rules_check.WORDS,
    *stages.WORDS,
    *two_views.WORDS,
)


def finished_page(tool: Tool, sheet: Sheet, words: Words) -> list[Block]:
    """The blocks of every section, each with its section's id; its own title comes first."""
    blocks: list[Block] = []
    for section in tool.sections:
        if section.title:
            blocks.append({"type": "heading", "title": section.title})
        made = section_result(section, Entries(sheet, section.id), words)
        blocks += [_block(part, section) for part in made]
    return blocks


def section_result(section: Section, entries: Entries, words: Words) -> list[Part]:
    """What one section's kind makes of its entries."""
    match section:
        case RulesCheck():
            return rules_check.result(section, entries, words)
        case Lens():
            return lens.result(section, entries, words)
        case Stages():
            return stages.result(section, entries, words)
        case Log():
            return log.result(section, entries, words)
        case Checklist():
            return checklist.result(section, entries, words)
        case Builder():
            return builder.result(section, entries, words)
        case Ladder():
            return ladder.result(section, entries, words)
        case TwoViews():
            return two_views.result(section, entries, words)
        case Register():
            return register.result(section, entries, words)
    raise TypeError(f"{section} is of no kind")


def as_text(tool: Tool, sheet: Sheet, blocks: list[Block]) -> str:
    """The page as plain text, to paste into a message or a minute."""
    head = [line for line in (sheet.title, sheet.date, tool.title) if line]
    parts = ["\n".join(head), *(_block_text(block) for block in blocks), tool.is_not]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(part: Part, section: Section) -> Block:
    """A part with its section's id; a type checker does not know that each kind has its own."""
    return cast("Block", {**part, "section": section.id})


def _block_text(block: Block) -> str:
    match block["type"]:
        case "heading":
            return f"{block['title']}\n{'=' * len(block['title'])}"
        case "verdict":
            return "\n".join(filter(None, (block["title"], block["text"])))
        case "points":
            items = (
                f"- {item['text']}" + (f"\n  {item['more']}" if item["more"] else "")
                for item in block["items"]
            )
            return "\n".join((block["title"], *items))
        case "passages":
            items = (f"{item['title']}\n{item['text']}" for item in block["items"])
            return "\n\n".join(filter(None, (block["title"], *items)))
        case "table":
            return "\n".join(filter(None, (block["title"], *_table_lines(block))))
    return ""  # a drawing, and what only a screen can offer


def _table_lines(block: TablePart) -> list[str]:
    """A line for each row: its name, then each further cell that holds something, labelled."""
    lines = []
    for first, *cells in block["rows"]:
        told = [
            f"{label}: {cell.replace(chr(10), '; ')}"
            for label, cell in zip(block["columns"][1:], cells, strict=True)
            if cell
        ]
        lines.append(f"- {first}" + (f" ({'; '.join(told)})" if told else ""))
    return lines
