"""What an adapted version changes, for its “based on” page and for those who keep it up to date."""

from dataclasses import dataclass

from mainstream.guide.model.model import Level


@dataclass(frozen=True)
class Difference:
    """One item that is not as the toolkit has it; `kind` is like `enabler` or `case_study`."""

    kind: str
    id: str
    title: str
    why: str = ""  # of what was removed


@dataclass(frozen=True)
class Reworded:
    """One text that is worded differently; `field` is like `title` or a statement's id."""

    kind: str
    id: str
    title: str
    field: str
    was: str
    now: str


@dataclass(frozen=True)
class Moved:
    """An enabler that is on a different level from the toolkit's."""

    id: str
    title: str
    was: Level
    now: Level


@dataclass(frozen=True)
class Account:
    """Every difference, in the order of the guide."""

    removed: tuple[Difference, ...] = ()
    left_out: tuple[Difference, ...] = ()  # because what they are about is gone
    added: tuple[Difference, ...] = ()
    replaced: tuple[Difference, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    moved: tuple[Moved, ...] = ()
    scale: bool = False
    own_framework: bool = False  # nothing of the toolkit's framework is left
