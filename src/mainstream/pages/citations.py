"""The numbered references of one page: each source and section once, in order of use."""

from dataclasses import dataclass, field
from html import escape

from mainstream.guide import Guide, Passage, Practice, SourceRef, Statement, Tool
from mainstream.scoring.words import filled


@dataclass(frozen=True)
class Citation:
    """One numbered reference: the source's id and title, and the section that is cited."""

    number: int
    source_id: str
    source_title: str
    section: str


@dataclass
class Citations:
    """Collects a page's references while its template is filled in."""

    guide: Guide
    found: dict[tuple[str, str], Citation] = field(default_factory=dict)

    def mark(self, item: Passage | Practice | Statement | Tool) -> str:
        """The markup to put after a text: its reference numbers, or that it is ours."""
        if getattr(item, "ours", None):
            label, title = (escape(self.guide.words["site"][key]) for key in ("ours", "ours_title"))
            return f'<span class="ours" data-search-exclude title="{title}">{label}</span>'
        return "".join(self._number(reference) for reference in item.source or ())

    def add(self, references: tuple[SourceRef, ...]) -> str:
        """Note references that belong to a page as a whole; nothing to show at this place."""
        for reference in references:
            self._citation(reference)
        return ""

    @property
    def listed(self) -> list[Citation]:
        """Every reference so far, in order of its number."""
        return list(self.found.values())

    def _number(self, reference: SourceRef) -> str:
        citation = self._citation(reference)
        label = filled(
            self.guide.words["site"]["citation"],
            number=citation.number,
            title=citation.source_title,
            section=citation.section,
        )
        return (
            f'<sup class="citation" data-search-exclude><a href="#source-{citation.number}" '
            f'aria-label="{escape(label)}">{citation.number}</a></sup>'
        )

    def _citation(self, reference: SourceRef) -> Citation:
        key = (reference.id, reference.section)
        if key not in self.found:
            source = self.guide.source(reference.id)
            self.found[key] = Citation(
                len(self.found) + 1, source.id, source.title, reference.section
            )
        return self.found[key]
