"""What may be shown of a workshop, after all that was shown of it before.

Whoever sees two pictures can take one from the other, and one group's from everyone's. So each
picture cuts the people whom it shows, and those whom it does not, into sets; the next picture cuts
these again. Everything that can be worked out from all pictures together is a sum of such sets.
A picture is shown only where each set still holds enough people, or such as are content to be
shown: else the last one stays, until enough have joined. People are counted, not marks.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import identity
from mainstream.scoring.answers.response import Response
from mainstream.scoring.answers.small_groups import SmallGroups, groups_to_show
from mainstream.scoring.answers.tally import Counts, Tally, read_tally, tally_data
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.workshop.model import (
    Counted,
    Workshop,
    tallies_of_groups,
    tally_of_workshop,
)
from mainstream.scoring.workshop.points_of_view import tallies_of_views

if TYPE_CHECKING:
    from mainstream.scoring.contract import workshop as contract

BY_GROUP: Final = "group"
BY_VIEW: Final = "point-of-view"
SPLITS: Final = (BY_GROUP, BY_VIEW)

Groups = Mapping[str, Tally]
People = Mapping[str, int]  # how many stand behind each key


@dataclass(frozen=True)
class Apart:
    """People whom no picture tells apart; whether they are inside the last one."""

    inside: bool
    people: People


@dataclass(frozen=True)
class Shown:
    """What has been shown of the workshop `id`: the sets, who was content, the last picture.

    `groups` are those shown with the last picture, by what they are.
    """

    id: str
    apart: tuple[Apart, ...]
    content: frozenset[str]
    everyone: Tally
    groups: Mapping[str, Groups]


@dataclass(frozen=True)
class Picture:
    """What is shown now, and what will have been shown then.

    `groups` are those that may be shown, `why` says of each other one why not. `joined` and `left`
    are how many came and went who are not, or still, in the picture. `inside` are the keys of
    those who are in it and here.
    """

    everyone: Tally
    groups: Groups
    why: Mapping[str, contract.HiddenWhy]
    sizes: Mapping[str, int]
    joined: int
    left: int
    inside: frozenset[str]
    shown: Shown


def picture_of(
    framework: Framework, workshop: Workshop, before: Shown | None, by: contract.SplitBy | None
) -> Picture:
    """What may be shown of a workshop, of which anything may be shown at all.

    `before` is what was shown until now; it is nothing where it is another workshop's. Without
    `by` no groups are shown.
    """
    rule = framework.small_groups
    if before and before.id != workshop.id:
        before = None
    people = people_of(workshop, framework, before.apart if before else ())
    content = before.content if before else frozenset[str]()
    if workshop.consent:
        content |= people.keys()
    apart = _cut(before.apart if before else (), people)
    tallies = _tallies(framework, workshop, by) if by else {}
    sizes = {name: tally.people for name, tally in tallies.items() if tally.people}
    everyone = tally_of_workshop(workshop, framework)
    if before and not (
        all(_may_stand(each.people, content, rule) for each in apart)
        and (workshop.consent or _counts_may_change(before, people, everyone, rule))
    ):
        return _as_before(before, people, by, sizes)
    keys_by_group = _keys_of_groups(workshop, framework, by, people) if by else {}
    groups, why = _groups(keys_by_group, apart, content, sizes, everyone.people, rule)
    for name in groups:
        apart = _cut_group(apart, keys_by_group[name])
    shown_groups = {name: tallies[name] for name in groups}
    others = before.groups if before and _inside(before.apart) == people else {}
    shown = Shown(
        workshop.id, apart, content, everyone, {**others, **({by: shown_groups} if by else {})}
    )
    return Picture(everyone, shown_groups, why, sizes, 0, 0, frozenset(people), shown)


def people_of(workshop: Workshop, framework: Framework, before: Iterable[Apart]) -> People:
    """A key for each person, the same for the same answers; and keys for those in counts."""
    known = {key: n for each in before for key, n in each.people.items()}
    people = dict.fromkeys(person_keys(workshop, framework), 1)
    for counted in workshop.counted:
        people.update(_keys_of_counts(counted, known))
    return people


def person_keys(workshop: Workshop, framework: Framework) -> list[str]:
    """The key of each of the people who answered one by one, in order."""
    found: Counter[str] = Counter()
    keys = []
    for response in workshop.people:
        text = repr(identity(framework, response)).encode("utf-8", "surrogatepass")
        key = hashlib.sha256(text).hexdigest()[:12]
        found[key] += 1
        keys.append(f"{key}.{found[key]}" if found[key] > 1 else key)
    return keys


def _keys_of_counts(counted: Counted, known: People) -> People:
    """The keys of those in counts.

    Who they are is not known. Newer counts of one source are taken for the same people and as many
    more as there are now, or one who has changed: a difference may be theirs alone.
    """
    id_ = hashlib.sha256(counted.id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    data = json.dumps(tally_data(counted.tally)).encode()
    people = counted.tally.people
    key = f"+{id_}.{people}.{hashlib.sha256(data).hexdigest()[:12]}"
    older = {each: n for each, n in known.items() if each.startswith(f"+{id_}.")}
    if key in older or not people:
        return older
    if not older:
        return {key: people}
    nearest = min(abs(people - _people_in(each)) for each in older)
    return {**older, key: max(nearest, 1)}


def _people_in(key: str) -> int:
    """How many people there were in counts, as their key says it."""
    number = key.split(".")[1]
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 12 else 0


def _cut(apart: Iterable[Apart], people: People) -> tuple[Apart, ...]:
    """The sets as the picture of these people cuts them, and the newcomers as one more."""
    known: set[str] = set()
    cut = []
    for each in apart:
        known |= each.people.keys()
        cut.append(Apart(True, {key: n for key, n in each.people.items() if key in people}))
        cut.append(Apart(False, {key: n for key, n in each.people.items() if key not in people}))
    cut.append(Apart(True, {key: n for key, n in people.items() if key not in known}))
    return tuple(each for each in cut if each.people)


def _inside(apart: Iterable[Apart]) -> People:
    return {key: n for each in apart if each.inside for key, n in each.people.items()}


def _cut_group(apart: Iterable[Apart], group: frozenset[str]) -> tuple[Apart, ...]:
    """The sets as a group on its own cuts them."""
    cut = []
    for each in apart:
        cut.append(replace(each, people={k: n for k, n in each.people.items() if k in group}))
        cut.append(replace(each, people={k: n for k, n in each.people.items() if k not in group}))
    return tuple(each for each in cut if each.people)


def _may_stand(people: People, content: frozenset[str], rule: SmallGroups) -> bool:
    """Whether a set reveals nobody who is not content to be shown."""
    others = sum(count for key, count in people.items() if key not in content)
    return others == 0 or others >= rule.split_out


def _counts_may_change(before: Shown, people: People, everyone: Tally, rule: SmallGroups) -> bool:
    """Whether counts that come or go, perhaps of people who stay, reveal none of them."""
    inside = _inside(before.apart)
    if not any(key.startswith("+") for key in inside.keys() ^ people.keys()):
        return True
    more = fewer = 0
    for id_, counts in everyone.counts.items():
        then = before.everyone.counts[id_]
        changes = [b - a for a, b in zip(_slots(then), _slots(counts), strict=True)]
        more = max(more, sum(change for change in changes if change > 0))
        fewer = max(fewer, -sum(change for change in changes if change < 0))
    return all(change == 0 or change >= rule.split_out for change in (more, fewer))


def _slots(counts: Counts) -> tuple[int, ...]:
    return (*counts.marks, counts.not_sure, counts.does_not_apply, counts.unanswered)


def _groups(
    keys: Mapping[str, frozenset[str]],
    apart: tuple[Apart, ...],
    content: frozenset[str],
    sizes: Mapping[str, int],
    total: int,
    rule: SmallGroups,
) -> tuple[list[str], dict[str, contract.HiddenWhy]]:
    """The groups that may stand on their own, and why the others may not."""
    why = why_hidden(sizes, total, rule)
    allowed = {name: size for name, size in sizes.items() if name not in why}
    while allowed:
        cut = apart
        for name in allowed:
            cut = _cut_group(cut, keys[name])
        rest = total - sum(allowed.values())
        stands = all(_may_stand(each.people, content, rule) for each in cut)
        if stands and (rest == 0 or rest >= rule.split_out):
            break
        smallest = min(allowed, key=lambda name: allowed[name])
        why[smallest] = "remainder" if stands else "shown-before"
        del allowed[smallest]
    return [*allowed], why


def why_hidden(
    sizes: Mapping[str, int], total: int, rule: SmallGroups
) -> dict[str, contract.HiddenWhy]:
    """The groups that may not stand on their own in one picture, and why."""
    shown = groups_to_show(sizes, total, rule)
    why: dict[str, contract.HiddenWhy] = {}
    for name, people in sizes.items():
        if people < rule.split_out:
            why[name] = "few-in"
        elif total - people < rule.split_out:
            why[name] = "few-outside"
        elif name not in shown:
            why[name] = "remainder"
    return why


def _as_before(
    before: Shown, people: People, by: contract.SplitBy | None, sizes: Mapping[str, int]
) -> Picture:
    """The last picture once more."""
    inside = _inside(before.apart)
    groups = before.groups.get(by, {}) if by else {}
    return Picture(
        before.everyone,
        groups,
        {name: "shown-before" for name in sizes if name not in groups},
        {**sizes, **{name: tally.people for name, tally in groups.items()}},
        sum(count for key, count in people.items() if key not in inside),
        sum(count for key, count in inside.items() if key not in people),
        frozenset(inside.keys() & people.keys()),
        before,
    )


def _tallies(framework: Framework, workshop: Workshop, by: contract.SplitBy) -> Groups:
    tallies = tallies_of_views if by == BY_VIEW else tallies_of_groups
    return tallies(workshop, framework)


def _keys_of_groups(
    workshop: Workshop, framework: Framework, by: contract.SplitBy, known: People
) -> dict[str, frozenset[str]]:
    titles = {view.id: view.title for view in framework.points_of_view}

    def name_of(group: str, view: str | None) -> str:
        return titles.get(view or "", view or "") if by == BY_VIEW else group

    found: dict[str, set[str]] = {}
    for key, person in zip(person_keys(workshop, framework), workshop.people, strict=True):
        found.setdefault(name_of(person.group, person.point_of_view), set()).add(key)
    for counted in workshop.counted:
        name = name_of(counted.group, counted.point_of_view)
        found.setdefault(name, set()).update(_keys_of_counts(counted, known))
    return {name: frozenset(keys) for name, keys in found.items()}


def read_shown(fields: Fields, framework: Framework) -> Shown:
    """What a page was told that it has shown. Errors: as of `Fields`, and of `read_tally`."""

    def apart(given: Fields) -> Apart:
        return Apart(given.flag("inside"), given.counts("people"))

    def groups(given: Fields) -> dict[str, Tally]:
        return {name: read_tally(given.data[name], framework)[0] for name in given.data}

    picture = fields.inner("picture")
    by = picture.inner("groups")
    return Shown(
        fields.line("id"),
        fields.each("apart", apart),
        frozenset(fields.list_of_texts("content")),
        read_tally(picture.data, framework)[0],
        {name: groups(by.inner(name)) for name in SPLITS if name in by},
    )


def shown_data(shown: Shown) -> contract.Shown:
    """What has been shown, as JSON data for the page to keep."""
    groups = {
        by: {name: tally_data(tally) for name, tally in groups.items()}
        for by, groups in shown.groups.items()
    }
    data = {
        "id": shown.id,
        "apart": [{"inside": each.inside, "people": dict(each.people)} for each in shown.apart],
        "content": sorted(shown.content),
        "picture": {**tally_data(shown.everyone), "groups": groups},
    }
    return cast("contract.Shown", data)


def notes_by_enabler(
    workshop: Workshop, framework: Framework, inside: frozenset[str]
) -> tuple[list[Response], dict[str, list[str]]]:
    """Those in the picture who noted anything, and the notes by enabler's id.

    The notes stand in the order of their letters, which says nothing of whose they are.
    """
    keys = person_keys(workshop, framework)
    people = [
        person
        for key, person in zip(keys, workshop.people, strict=True)
        if key in inside and person.has_notes()
    ]
    notes = {
        enabler.id: sorted(
            (note for person in people if (note := person.answer(enabler.id).note.strip())),
            key=str.casefold,
        )
        for enabler in framework.enablers
    }
    return people, notes
