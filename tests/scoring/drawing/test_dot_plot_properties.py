"""Whatever the counts, each person is one dot of the plot."""

from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.drawing.test_dot_plot import discs, drawn


@given(st.lists(st.integers(0, 40), min_size=3, max_size=10).filter(any))
def test_a_dot_is_a_person_and_none_lies_on_another(marks: list[int]) -> None:
    """Inside the drawing, side by side, up to several hundred people."""
    found = discs(drawn(*marks))
    assert len(found) == sum(marks)
    for place, (x, y, radius) in enumerate(found):
        assert x >= 0 and x + 2 * radius <= 340
        assert y - radius >= 0
        for other_x, other_y, _ in found[place + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * radius) ** 2 - 0.5
