"""A drawing declares the words that it needs, so that whoever opens one can check them first."""

from collections.abc import Iterable

from mainstream.scoring.answers.tally import Counts, tally_of
from mainstream.scoring.drawing import dot_plot, pareto, radar_group, radar_person
from mainstream.scoring.drawing.radar_frame import STYLES
from tests.scoring.examples import framework, response

FRAMEWORK = framework(4)


class _Asked(dict[str, str]):
    """Words that note which of them were asked for."""

    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__({key: f"[{key}]" for key in keys})
        self.keys_asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.keys_asked.add(key)
        return super().__getitem__(key)


def test_a_persons_diagram_needs_the_words_that_it_declares() -> None:
    """All of them, and no other."""
    words = _Asked(radar_person.WORDS)
    given = response([1, 2, None, 3])
    for layout in STYLES:
        radar_person.radar(FRAMEWORK, given.answers, words, layout=layout, prefix="p")
        radar_person.blank_radar(FRAMEWORK, words, layout=layout, prefix="p")
    radar_person.standalone_svg(FRAMEWORK, given, words)
    assert words.keys_asked == set(radar_person.WORDS)


def test_a_groups_diagram_needs_the_words_that_it_declares() -> None:
    """And, for a middle between two marks, that of the comparison."""
    of_comparison = {"median_between"}
    words = _Asked([*radar_group.WORDS, *of_comparison])
    people = [response([1, 2, None, 3]), response([2, 4, None, 3])]
    series = [radar_group.Series("A", tally_of(FRAMEWORK, people))]
    for layout in STYLES:
        radar_group.group_radar(FRAMEWORK, series, words, layout=layout, prefix="p")
    radar_group.standalone_group_radar(FRAMEWORK, series, words, under="")
    assert words.keys_asked - of_comparison == set(radar_group.WORDS)


def test_a_dot_plot_needs_the_words_that_it_declares() -> None:
    """On a page and as a file."""
    words, counts = _Asked(dot_plot.WORDS), Counts((1, 2, 0, 0, 3))
    dot_plot.dot_plot(FRAMEWORK, FRAMEWORK.enablers[0], counts, words, prefix="p")
    dot_plot.standalone_dot_plot(FRAMEWORK, FRAMEWORK.enablers[0], counts, words, under="")
    assert words.keys_asked == set(dot_plot.WORDS)


def test_a_pareto_chart_needs_the_words_that_it_declares() -> None:
    """All of them, and no other."""
    words = _Asked(pareto.WORDS)
    pareto.pareto_chart([("A", 3), ("B", 1)], words)
    assert words.keys_asked == set(pareto.WORDS)
