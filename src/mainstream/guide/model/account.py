"""What an adapted version changes, for its “based on” page and for whoever keeps it up to date."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Difference:
    """One item that is not as the toolkit has it; `kind` is like `enabler` or `case_study`."""

    kind: str
    id: str
    title: str
    why: str = ""  # of what was removed


@dataclass(frozen=True)
class Reworded:
    """One text that says something else; `field` is like `title` or a statement's id."""

    kind: str
    id: str
    title: str
    field: str
    was: str
    now: str


@dataclass
class Account:
    """Every difference, in the order of the guide."""

    removed: list[Difference] = field(default_factory=list)
    left_out: list[Difference] = field(default_factory=list)  # because what they are about is gone
    added: list[Difference] = field(default_factory=list)
    replaced: list[Difference] = field(default_factory=list)
    reworded: list[Reworded] = field(default_factory=list)
    scale: bool = False
    own_framework: bool = False  # nothing of the toolkit's framework is left
