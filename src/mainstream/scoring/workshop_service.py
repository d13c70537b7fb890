"""The door for the workshop page: the scoring room's service, with what a facilitator needs.

Each request that concerns the workshop brings it whole, as the page keeps it, and is answered with
what it has become; nothing is held here but a table that waits for its mapping.
"""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from mainstream.scoring.comparison_report import compare_workshop
from mainstream.scoring.delimited import read_delimited
from mainstream.scoring.form_table import RowResult, read_people
from mainstream.scoring.framework import Framework
from mainstream.scoring.gather import Find, find_responses
from mainstream.scoring.headings import TAG
from mainstream.scoring.json_text import looks_like_json, read_json
from mainstream.scoring.people import ADDED, COMPLETED, People
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.response import FORMAT as RESPONSE
from mainstream.scoring.response import TAGS, Notice, Response, read_response
from mainstream.scoring.service import Service
from mainstream.scoring.table_mapping import ONE_PERSON, Mapping
from mainstream.scoring.table_proposal import propose
from mainstream.scoring.tally_file import FORMAT as TALLY
from mainstream.scoring.tally_file import read_tally_file
from mainstream.scoring.words import REQUIRED_FOR_WORKSHOP, REQUIRED_TO_IMPORT, check_words
from mainstream.scoring.workshop import FORMAT as WORKSHOP
from mainstream.scoring.workshop import (
    Counted,
    Earlier,
    Workshop,
    merge,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from mainstream.scoring.workshop_exports import export_workshop

MOST_CHARACTERS = 30_000_000  # of a file: 10,000 people's answers with notes are fewer

Verdict = dict[str, Any]


def handle(text: str) -> str:
    """Answer one request to the page's only service."""
    return SERVICE.handle(text)


class WorkshopService(Service):
    """Answers a facilitator's requests besides those of the scoring page."""

    def __init__(self, random_tag: Callable[[], int]) -> None:
        super().__init__(random_tag)
        self._table: list[list[str]] | None = None
        self._actions |= {
            "gather": self._gather,
            "gather-table": self._gather_table,
            "compare": self._compare,
            "export": self._export_workshop,
            "open-workshop": self._open_workshop,
            "merge": self._merge,
            "read-earlier": self._read_earlier,
        }

    def gather_rows(self, rows: list[list[str]], request: dict[str, Any]) -> dict[str, Any]:
        """Take a table of people's answers: ask what its columns mean, unless they say so."""
        framework = self._opened()
        mapping = propose(framework, rows, self._words)
        self._table = rows
        if _is_ours(mapping):
            return self._add_table(mapping, request)
        return {"table": {**mapping.as_json(), "rows": len(rows) - mapping.header_row}}

    def workshop_of(self, request: dict[str, Any]) -> tuple[Framework, Workshop]:
        """The framework, and the workshop that a request brings."""
        framework = self._opened()
        return framework, read_workshop(request.get("workshop"), framework)[0]

    def _open(self, request: dict[str, Any]) -> dict[str, Any]:
        """As the scoring page's; the words hold three of their areas in one."""
        check_words(request.get("words"), (*REQUIRED_TO_IMPORT, *REQUIRED_FOR_WORKSHOP))
        return super()._open(request)

    def _gather(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{workshop, text, name?, group}` → `{workshop, verdicts, counts, notices}`.

        The text is pasted, or a file's whose `name` then says so. A table whose columns are not
        ours is answered with `{table}`, to be confirmed with `gather-table`.
        """
        text, name = request.get("text"), request.get("name")
        if not isinstance(text, str) or not isinstance(name, str | None):
            raise ScoringProblem("request-broken")
        text = text.removeprefix("\ufeff")
        if not text.strip():
            raise ScoringProblem("nothing-to-read")
        if looks_like_json(text):
            return self._add_data(read_json(text, most_characters=MOST_CHARACTERS), request)
        if name is not None and not find_responses(text[:20_000], self._opened()):
            return self.gather_rows(read_delimited(text), request)
        return self._add_finds(text, request)

    def _add_finds(self, text: str, request: dict[str, Any]) -> dict[str, Any]:
        framework, workshop = self.workshop_of(request)
        people = People(framework, workshop.people)
        group = _group(request)
        finds = find_responses(text, framework)
        verdicts = [_verdict(find, people, group) for find in finds]
        without = {number for number, line in enumerate(text.splitlines(), 1) if line.strip()}
        without -= {find.line for find in finds}
        answer = self._changed(replace(workshop, people=people.responses), verdicts)
        if without:
            answer["counts"]["nothing"] = len(without)
        return answer

    def _add_data(self, data: Any, request: dict[str, Any]) -> dict[str, Any]:
        """Add what a JSON file holds: a person's answers, a list of them, a workshop, a tally."""
        framework, workshop = self.workshop_of(request)
        format_ = data.get("format") if isinstance(data, dict) else None
        if format_ == WORKSHOP:
            other, notices = read_workshop(data, framework)
            merged, differing = merge(workshop, other, framework)
            added = len(merged.people) - len(workshop.people)
            known = len(other.people) - added
            verdicts = [_line("file", 1, "", ADDED)] * added + [
                _line("file", 1, "", "here")
            ] * known
            return self._changed(merged, verdicts, [*notices, *differing])
        if format_ == TALLY:
            file, notices = read_tally_file(data, framework)
            counted = Counted(file.id, file.tally, file.title, file.date, _group(request))
            others = tuple(each for each in workshop.counted if each.id != file.id)
            if counted in workshop.counted:
                return self._changed(workshop, [_line("file", 1, file.title, "here")], notices)
            changed = replace(workshop, counted=(*others, counted))
            return self._changed(changed, [_line("file", 1, file.title, ADDED)], notices)
        people = People(framework, workshop.people)
        group, verdicts = _group(request), []
        if not isinstance(data, list):
            verdict = people.add(read_response(data, framework)[0], group)
            changed = replace(workshop, people=people.responses)
            return self._changed(changed, [_line("file", 1, "", verdict)])
        for number, item in enumerate(data, 1):
            try:
                response, _ = read_response(item, framework)
                verdicts.append(_line("file", number, "", people.add(response, group)))
            except ScoringProblem as problem:
                verdicts.append(_line("file", number, "", "problem", problem))
        return self._changed(replace(workshop, people=people.responses), verdicts)

    def _gather_table(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{workshop, mapping, group}` → as `gather`; the mapping is that of `gather`, mended."""
        if self._table is None:
            raise ScoringProblem("table-gone")
        mapping = Mapping.from_json(request.get("mapping"), self._opened())
        return self._add_table(mapping, request)

    def _add_table(self, mapping: Mapping, request: dict[str, Any]) -> dict[str, Any]:
        framework, workshop = self.workshop_of(request)
        rows, self._table = self._table or [], None
        results = read_people(framework, rows, mapping, self._words)
        people = People(framework, workshop.people)
        read = [(result.row, _tagged_by_row(result, rows)) for result in results]
        responses = [response for _, response in read if response]
        added = iter(people.add_table(responses, _group(request)))
        verdicts = [
            _line("row", result.row, "", "problem", result.problem)
            if result.problem
            else _line("row", result.row, "", next(added))
            for result in results
        ]
        notices = dict.fromkeys(n.key for result in results for n in result.notices)
        told = [n for result in results for n in result.notices]
        first = [next(n for n in told if n.key == key) for key in notices]
        return self._changed(replace(workshop, people=people.responses), verdicts, first)

    def _compare(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{workshop, own}` → `compare_workshop`; the facilitator's view only where `own`."""
        framework, workshop = self.workshop_of(request)
        shows_own = request.get("own") is True
        return compare_workshop(framework, workshop, self._words, own=shows_own)

    def _export_workshop(self, request: dict[str, Any]) -> dict[str, str]:
        """`{workshop, kind}` → `{filename, media_type, text}`."""
        framework, workshop = self.workshop_of(request)
        return export_workshop(framework, workshop, str(request.get("kind")), self._words)

    def _open_workshop(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{text}` of a workshop's file → `{workshop, notices}`."""
        workshop, notices = self._read_file(request)
        return {"workshop": workshop_data(workshop), "notices": _notices_data(notices)}

    def _merge(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{workshop, text}` → `{workshop, notices}`: both together."""
        framework, ours = self.workshop_of(request)
        theirs, notices = self._read_file(request)
        merged, differing = merge(ours, theirs, framework)
        notices = (*notices, *differing)
        return {"workshop": workshop_data(merged), "notices": _notices_data(notices)}

    def _read_earlier(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{text}` of a workshop's or a tally's file → `{earlier}`, its counts alone."""
        framework = self._opened()
        data = read_json(_text(request), most_characters=MOST_CHARACTERS)
        if isinstance(data, dict) and data.get("format") == TALLY:
            file, _ = read_tally_file(data, framework)
            earlier = Earlier(file.tally, file.title, file.date)
        else:
            workshop, _ = read_workshop(data, framework)
            tally = tally_of_workshop(workshop, framework)
            earlier = Earlier(tally, workshop.title, workshop.date)
        holder = Workshop(framework.id, framework.version, earlier=earlier)
        return {"earlier": workshop_data(holder)["earlier"]}

    def _read_file(self, request: dict[str, Any]) -> tuple[Workshop, tuple[Notice, ...]]:
        data = read_json(_text(request), most_characters=MOST_CHARACTERS)
        if isinstance(data, dict) and data.get("format") in (RESPONSE, TALLY):
            raise ScoringProblem("not-a-workshop")
        return read_workshop(data, self._opened())

    def _changed(
        self, workshop: Workshop, verdicts: list[Verdict], notices: Sequence[Notice] = ()
    ) -> dict[str, Any]:
        return {"workshop": workshop_data(workshop), **_verdicts(verdicts, notices)}


def _verdict(find: Find, people: People, group: str) -> Verdict:
    if find.problem or not find.response:
        return _line("line", find.line, find.shown, "problem", find.problem)
    return _line("line", find.line, find.shown, people.add(find.response, group))


def _line(
    where: str, number: int, shown: str, verdict: str, problem: ScoringProblem | None = None
) -> Verdict:
    line: Verdict = {"where": where, "number": number, "shown": shown, "verdict": verdict}
    return {**line, "problem": problem.as_json()} if problem else line


def _verdicts(verdicts: list[Verdict], notices: Sequence[Notice]) -> dict[str, Any]:
    """The verdicts that say more than "added", and how many there are of each."""
    counts: dict[str, int] = {}
    for verdict in verdicts:
        counts[verdict["verdict"]] = counts.get(verdict["verdict"], 0) + 1
    telling = [verdict for verdict in verdicts if verdict["verdict"] not in (ADDED, COMPLETED)]
    return {"verdicts": telling, "counts": counts, "notices": _notices_data(notices)}


def _notices_data(notices: Sequence[Notice]) -> list[dict[str, Any]]:
    return [{"key": notice.key, "values": dict(notice.values)} for notice in notices]


def _is_ours(mapping: Mapping) -> bool:
    """Whether the table is one that we wrote: there is nothing to ask then."""
    return mapping.layout == ONE_PERSON or any(column.role == TAG for column in mapping.columns)


def _tagged_by_row(result: RowResult, rows: list[list[str]]) -> Response | None:
    """The response with a tag from its row's own cells, so that a table read again adds nobody.

    Seven bits say nothing of what stood in the cells.
    """
    if result.response is None:
        return None
    digest = hashlib.sha256("\x1f".join(rows[result.row - 1]).encode()).digest()
    return result.response.with_tag(digest[0] % TAGS)


def _group(request: dict[str, Any]) -> str:
    group = request.get("group")
    return " ".join(group.split()) if isinstance(group, str) else ""


def _text(request: dict[str, Any]) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        raise ScoringProblem("request-broken")
    return text


SERVICE = WorkshopService(lambda: secrets.randbelow(TAGS))
