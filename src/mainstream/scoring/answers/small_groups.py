"""What may be shown of few people, so that no figure and no difference reveals one of them.

People are counted, not marks: where four of five are "not sure", the fifth one's mark is shown,
as the mark of one among five.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mainstream.scoring.contract.workshop import Showing

NOTHING: Final = "nothing"
ASK: Final = "ask"
ALL: Final = "all"


@dataclass(frozen=True)
class SmallGroups:
    """The numbers of the rule.

    Fewer than `least` show nothing; fewer than `freely` only when all of them are content; a group
    on its own has `split_out` in it, and as many outside it.
    """

    least: int = 3
    freely: int = 5
    split_out: int = 5


def showing(people: int, consent: bool, rule: SmallGroups) -> Showing:
    """Whether the answers of so many people may be shown: `NOTHING`, `ASK` first, or `ALL`."""
    if people < rule.least:
        return NOTHING
    return ALL if consent or people >= rule.freely else ASK


def may_be_subtracted(before: int, after: int, rule: SmallGroups) -> bool:
    """Whether the counts of two dates reveal nobody when one is taken from the other.

    Where a few joined or left, their marks could be worked out.
    """
    return before == after or abs(before - after) >= rule.split_out


def groups_to_show(sizes: Mapping[str, int], total: int, rule: SmallGroups) -> tuple[str, ...]:
    """The groups that may stand on their own, in order.

    What remains of the total when the shown groups are taken away is nobody, or enough people:
    else the largest that spoils this is hidden too, the smallest groups first.
    """
    shown = [
        name
        for name, people in sizes.items()
        if people >= rule.split_out and total - people >= rule.split_out
    ]
    while shown:
        rest = total - sum(sizes[name] for name in shown)
        if rest == 0 or rest >= rule.split_out:
            break
        shown.remove(min(shown, key=lambda name: sizes[name]))
    return tuple(shown)
