"""What is not translated says which language it is in, wherever it is shown."""

from dataclasses import replace
from typing import Any

import pytest

from mainstream.guide import CASE_STUDY, ENABLER, KINDS, Guide, Kind, load_guide
from mainstream.pages import markdown_pages
from tests.conftest import ROOT

_TEXTS = [kind for kind in KINDS if kind.is_text]
_OWN_PAGES = (ENABLER, CASE_STUDY)


@pytest.fixture(scope="module")
def welsh() -> Guide:
    """The toolkit in Welsh as if every item were translated."""
    return replace(load_guide(ROOT, language="cy"), untranslated=frozenset())


def test_a_page_in_one_language_says_it_once(welsh: Guide) -> None:
    """Nothing on it is marked with a language."""
    assert not [path for path, text in markdown_pages(welsh).items() if "lang=en-GB" in text]


@pytest.mark.parametrize("kind", _TEXTS, ids=lambda kind: kind.name)
def test_an_untranslated_item_has_its_language(welsh: Guide, kind: Kind[Any]) -> None:
    """On every list that it is in, for screen readers to say it right."""
    item = welsh.of(kind)[0]
    partly = replace(welsh, untranslated=frozenset({(kind.name, item.id)}))
    marked = [text for text in markdown_pages(partly).values() if "lang=en-GB" in text]
    assert marked
    if kind not in _OWN_PAGES:
        assert all(item.id in text for text in marked)


def test_an_untranslated_purpose_has_its_language_in_each_place(welsh: Guide) -> None:
    """In the list that leads to it, in its heading and in its summary."""
    purpose = welsh.purposes[0]
    partly = replace(welsh, untranslated=frozenset({("purpose", purpose.id)}))
    text = markdown_pages(partly)["tools.md"]
    assert f"- [{purpose.title}](#{purpose.id}){{ lang=en-GB }}\n" in text
    assert f"## {purpose.title} {{ #{purpose.id} lang=en-GB }}\n" in text
    assert f"<span lang=en-GB>{purpose.summary}</span>" in text
    assert text.count("lang=en-GB") == 3
