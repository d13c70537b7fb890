"""What a page and Python agree on is stated once, and the page's copy follows it."""

from pathlib import Path
from typing import get_args

from mainstream import contract_types
from mainstream.scoring.contract import answers, limits, workshop

BROWSER = Path(__file__).parents[1] / "browser"


def test_the_page_has_the_contract_as_it_is() -> None:
    """After a change of the contract: `make contract`."""
    for name, text in contract_types.files().items():
        assert (BROWSER / name).read_text("utf-8") == text, name


def test_lists_that_the_page_reads_are_the_choices_of_the_types() -> None:
    """A type cannot be made from a list, so both are written out."""
    states = (limits.MARKED, *limits.STATES_WITHOUT_MARK)
    assert get_args(answers.State) == states
    assert get_args(workshop.StateWithoutMark) == limits.STATES_WITHOUT_MARK
    assert get_args(workshop.VerdictName) == limits.VERDICTS
    assert tuple(workshop.Shift.__annotations__) == limits.SHIFT_FIELDS
    assert tuple(answers.Radars.__annotations__) == limits.LAYOUTS
    assert tuple(workshop.Counts.__annotations__) == ("marks", *limits.COUNTS_WITHOUT_MARK)


def test_the_command_writes_both_files(tmp_path: Path) -> None:
    """Into the folder that is named; without one it says how to call it."""
    assert contract_types.main([str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"contract.d.ts", "contract.js"}
    assert contract_types.main([]) == 2
