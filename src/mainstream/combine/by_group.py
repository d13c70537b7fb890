"""People counted together, and apart by their group and their point of view."""

from __future__ import annotations

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.tally import TallyCounter


class CountsByGroup:
    """Counts people, and those of each group and point of view."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self.everyone = TallyCounter(framework)
        self.groups: dict[str, TallyCounter] = {}
        self.views: dict[str, TallyCounter] = {}

    def count(self, response: Response) -> None:
        """Count one person."""
        self.everyone.add(response)
        if response.group:
            self._of(self.groups, response.group).add(response)
        if response.point_of_view:
            self._of(self.views, response.point_of_view).add(response)

    def add(self, others: CountsByGroup) -> None:
        """Count others too."""
        self.everyone.add_counts(others.everyone)
        for ours, theirs in ((self.groups, others.groups), (self.views, others.views)):
            for name, counter in theirs.items():
                self._of(ours, name).add_counts(counter)

    def _of(self, counters: dict[str, TallyCounter], name: str) -> TallyCounter:
        return counters.setdefault(name, TallyCounter(self._framework))
