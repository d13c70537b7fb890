"""A Markdown extension that links the first use of each glossary term to its definition.

Pages carry the definition with the link, so that a script can show it in place on hover, focus
and tap; without a script the link leads to the glossary.
"""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from mainstream.guide import GlossaryEntry

# Text in these keeps as it is: links and headings must not hold links, code is not prose.
_CLOSED = frozenset({"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "script"})


class GlossaryExtension(Extension):
    """Links glossary terms; `address` is the glossary page as a Markdown link target."""

    def __init__(self, entries: Iterable[GlossaryEntry], address: str) -> None:
        super().__init__()
        self.terms = _Terms(tuple(entries))
        self.address = address

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after inline markup is read (20) and before MkDocs makes links relative (0)."""
        md.treeprocessors.register(_GlossaryLinks(md, self.terms, self.address), "glossary", 5)


class _Terms:
    """Finds the words of the glossary in running text, longest first."""

    def __init__(self, entries: Sequence[GlossaryEntry]) -> None:
        self.by_form = {
            form.casefold(): entry for entry in entries for form in (entry.term, *entry.also)
        }
        forms = sorted(self.by_form, key=lambda form: (-len(form), form))
        self.pattern = re.compile(
            r"(?<![\w-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])", re.IGNORECASE
        )


class _GlossaryLinks(Treeprocessor):
    def __init__(self, md: Markdown, terms: _Terms, address: str) -> None:
        super().__init__(md)
        self.terms = terms
        self.address = address
        self.seen: set[str] = set()

    def run(self, root: Element) -> None:
        self.seen = set()
        if self.terms.by_form:
            self._visit(root)

    def _visit(self, element: Element) -> None:
        if element.tag in _CLOSED or "no-glossary" in element.get("class", "").split():
            return
        children = list(element)
        if element.tag in ("p", "li", "dd", "td", "em", "strong", "span"):
            self._link_text(element)
        for child in children:
            self._visit(child)
            if element.tag in ("p", "li", "dd", "td"):
                self._link_tail(element, child)

    def _link_text(self, element: Element) -> None:
        before, links = self._split(element.text)
        if links:
            element.text = before
            for position, link in enumerate(links):
                element.insert(position, link)

    def _link_tail(self, parent: Element, child: Element) -> None:
        before, links = self._split(child.tail)
        if links:
            child.tail = before
            start = list(parent).index(child) + 1
            for position, link in enumerate(links):
                parent.insert(start + position, link)

    def _split(self, text: str | None) -> tuple[str, list[Element]]:
        """The text before the first term, and a link (with what follows it) for each term."""
        links: list[Element] = []
        before, end = "", 0
        for match in self.terms.pattern.finditer(text or ""):
            entry = self.terms.by_form[match.group().casefold()]
            if entry.id in self.seen:
                continue
            self.seen.add(entry.id)
            between = (text or "")[end : match.start()]
            if links:
                links[-1].tail = between
            else:
                before = between
            links.append(self._link(match.group(), entry))
            end = match.end()
        if links:
            links[-1].tail = (text or "")[end:]
        return before, links

    def _link(self, shown: str, entry: GlossaryEntry) -> Element:
        link = Element(
            "a",
            {
                "class": "term",
                "href": f"{self.address}#{entry.id}",
                "data-definition": " ".join(entry.definition.split()),
            },
        )
        link.text = AtomicString(shown)
        return link
