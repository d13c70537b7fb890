"""References to what is gone are taken out of any item, and nothing else is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mainstream.guide import KINDS, Guide, Item, load_guide
from mainstream.guide.layers.gone import GONE, still_there
from mainstream.guide.model.fields import fields_of, kind_referred_to, walk
from mainstream.guide.reading.document import Loc
from tests.guide.conftest import MINIMAL

_REMOVABLE = {"enabler": {"first", "second"}, "case study": {"bridge"}, "place": {"riverton"}}


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The minimal content."""
    return load_guide(MINIMAL)


def _values(item: Item) -> list[tuple[Loc, Any, Any]]:
    """Every value of an item with its place and type, under the keys that a file has."""
    data = item.model_dump(by_alias=True)
    keys = fields_of(type(item))
    return list(walk(type(item), {key: data[key] for key in keys}))


@given(
    there=st.fixed_dictionaries(
        {k: st.sets(st.sampled_from(sorted(v))) for k, v in _REMOVABLE.items()}
    )
)
def test_what_is_kept_refers_to_nothing_that_is_gone(
    guide: Guide, there: dict[str, set[str]]
) -> None:
    """At any depth, and what was taken out once needs no second look."""
    for item in (item for kind in KINDS for item in guide.of(kind)):
        kept = still_there(item, type(item), there)
        if kept is GONE:
            continue
        for loc, value, shape in _values(kept):
            kind = kind_referred_to(shape)
            assert kind not in there or value is None or value in there[kind], loc
        assert still_there(kept, type(kept), there) is kept


def test_nothing_changes_where_everything_is_there(guide: Guide) -> None:
    """The items are the very same."""
    for item in (item for kind in KINDS for item in guide.of(kind)):
        assert still_there(item, type(item), _REMOVABLE) is item


def test_an_item_goes_with_the_last_thing_that_it_is_about(guide: Guide) -> None:
    """A situation needs an enabler; a term does not."""
    none_left = {kind: set[str]() for kind in _REMOVABLE}
    situation, term = guide.situations[0], guide.glossary[0]
    assert still_there(situation, type(situation), none_left) is GONE
    assert still_there(term, type(term), none_left).enablers == ()
