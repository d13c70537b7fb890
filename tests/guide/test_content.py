"""The content of this repository keeps the rules."""

from mainstream.guide import load_guide
from tests.conftest import ROOT


def test_the_content_loads() -> None:
    """There is no problem in `content/`, and something to read in each of its parts."""
    guide = load_guide(ROOT)
    assert guide.levels
    assert guide.enablers
    assert guide.case_studies
    assert guide.places
    assert guide.themes
    assert guide.situations
    assert guide.glossary
    assert guide.sources
    assert guide.words


def test_every_enabler_has_an_example_and_every_level_an_enabler() -> None:
    """Each enabler has an example to learn from; each level has an enabler."""
    guide = load_guide(ROOT)
    assert [enabler.id for enabler in guide.enablers if not guide.case_studies_of(enabler.id)] == []
    assert [level.id for level in guide.levels if not guide.enablers_of(level.id)] == []
