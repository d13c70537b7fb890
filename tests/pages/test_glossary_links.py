"""Glossary terms become links once a page, and only in running text."""

import markdown

from mainstream.guide import Guide
from mainstream.pages import GlossaryExtension


def _html(guide: Guide, text: str) -> str:
    extension = GlossaryExtension(guide.glossary, address="/glossary.md")
    return markdown.markdown(text, extensions=[extension, "md_in_html"])


def _term(guide: Guide, term_id: str) -> str:
    return next(entry.term for entry in guide.glossary if entry.id == term_id)


def test_the_first_use_of_a_term_is_linked_and_no_other(guide: Guide) -> None:
    """A page explains a term once; after that it is plain text."""
    term = _term(guide, "co-production")
    html = _html(guide, f"Here is {term} and again {term}.\n\nAnd {term}.")
    assert html.count('class="term"') == 1
    assert html.index("class=") < html.index("and again")


def test_a_link_carries_the_definition(guide: Guide) -> None:
    """The page itself holds the words that a script shows in place."""
    entry = next(entry for entry in guide.glossary if entry.id == "co-production")
    html = _html(guide, f"Try {entry.term}.")
    assert 'href="/glossary.md#co-production"' in html
    assert " ".join(entry.definition.split())[:40] in html.replace("&quot;", '"')


def test_headings_links_and_code_are_left_alone(guide: Guide) -> None:
    """A term inside a heading, a link or code stays as it was written."""
    term = _term(guide, "co-production")
    html = _html(guide, f"# {term}\n\n[{term}](https://example.org) and `{term}`")
    assert 'class="term"' not in html


def test_text_around_terms_survives_in_order(guide: Guide) -> None:
    """Nothing is lost or moved when a paragraph holds several terms and other markup."""
    one, two = _term(guide, "co-production"), _term(guide, "prototype")
    text = f"First {one}, *then* a {two} in **bold**, and the end."
    plain = "".join(_text(_html(guide, text)))
    assert plain.strip() == f"First {one}, then a {two} in bold, and the end."


def test_part_of_a_word_is_not_a_term(guide: Guide) -> None:
    """A term is found as a whole word only."""
    term = _term(guide, "prototype")
    assert 'class="term"' not in _html(guide, f"un{term}able")


def _text(html: str) -> list[str]:
    from html.parser import HTMLParser

    class Collector(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.parts: list[str] = []

        def handle_data(self, data: str) -> None:
            self.parts.append(data)

    collector = Collector()
    collector.feed(html)
    return collector.parts
