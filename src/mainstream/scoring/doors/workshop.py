"""The door for the workshop page: the scoring room's service, with what a facilitator needs.

Each request that concerns the workshop brings it whole, as the page keeps it, and is answered with
what it has become; nothing is held here but a table that waits for its mapping.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from mainstream.scoring.answers.foreign import matched, matched_workshop
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.people import ADDED, COMPLETED, HERE, People, tagged_by_row
from mainstream.scoring.answers.response import FORMAT as RESPONSE
from mainstream.scoring.answers.response import TAGS, Notice, Response, read_response
from mainstream.scoring.answers.tally_file import FORMAT as TALLY
from mainstream.scoring.answers.tally_file import read_tally_file
from mainstream.scoring.codes.find import Find, find_responses, lines_without_answers
from mainstream.scoring.doors.person import Service
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.reading.json_fields import Fields
from mainstream.scoring.reading.json_text import looks_like_json, read_json
from mainstream.scoring.tables.columns import ONE_PERSON, Mapping
from mainstream.scoring.tables.delimited import read_delimited
from mainstream.scoring.tables.headings import MARK, mark_heading
from mainstream.scoring.tables.people import read_people
from mainstream.scoring.tables.proposal import propose
from mainstream.scoring.tools.sheet import joined, read_sheet
from mainstream.scoring.words import REQUIRED_FOR_WORKSHOP, REQUIRED_TO_IMPORT, check_words
from mainstream.scoring.workshop.exports import export_workshop
from mainstream.scoring.workshop.file_format import FORMAT as WORKSHOP
from mainstream.scoring.workshop.file_format import MOST_CHARACTERS
from mainstream.scoring.workshop.model import (
    Counted,
    Earlier,
    Workshop,
    id_of_counts,
    merge,
    read_workshop,
    tally_of_workshop,
    workshop_data,
)
from mainstream.scoring.workshop.report import compare_workshop

REPLACED = "replaced"  # newer counts took the place of older ones


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
        if _is_ours(mapping, framework):
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
        """`{workshop, text, name?, group}` → `{workshop, changed, verdicts, counts, notices}`.

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
        if name is not None:
            try:
                return self.gather_rows(read_delimited(text), request)
            except ScoringProblem as problem:
                # No table of answers: codes, perhaps, among words that have commas too.
                if not find_responses(text, self._opened()):
                    raise problem from None
        return self._add_finds(text, request)

    def _add_finds(self, text: str, request: dict[str, Any]) -> dict[str, Any]:
        framework, workshop = self.workshop_of(request)
        people = People(framework, workshop.people)
        group = _group(request)
        finds = find_responses(text, framework)
        verdicts = [_verdict(find, people, group) for find in finds]
        without = lines_without_answers(text, finds)
        told = _once(notice for find in finds for notice in find.notices)
        answer = self._changed(workshop, people.responses, verdicts, told)
        if without:
            answer["counts"]["nothing"] = len(without)
        return answer

    def _add_data(self, data: Any, request: dict[str, Any]) -> dict[str, Any]:
        """Add what a JSON file holds: a person's answers, a list of them, a workshop, a tally."""
        format_ = data.get("format") if isinstance(data, dict) else None
        if format_ == WORKSHOP:
            return self._add_workshop(data, request)
        if format_ == TALLY:
            return self._add_tally(data, request)
        framework, workshop = self.workshop_of(request)
        people, group = People(framework, workshop.people), _group(request)
        told: list[Notice] = []
        verdicts = []
        for number, item in enumerate(data if isinstance(data, list) else [data], 1):
            try:
                response, notices = read_response(item, framework)
            except ScoringProblem as problem:
                if not isinstance(data, list):
                    raise
                verdicts.append(_line("file", number, "", "problem", problem))
                continue
            told += notices
            verdicts.append(_line("file", number, "", people.add(response, group)))
        return self._changed(workshop, people.responses, verdicts, _once(told))

    def _add_workshop(self, data: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
        framework, workshop = self.workshop_of(request)
        other, notices = read_workshop(data, framework)
        merged, differing = merge(workshop, other, framework)
        added = len(merged.people) - len(workshop.people)
        more = len(merged.counted) - len(workshop.counted)
        known = len(other.people) + len(other.counted) - added - more
        verdicts = [_line("file", 1, "", ADDED)] * (added + more)
        verdicts += [_line("file", 1, "", HERE)] * known
        return self._answer(workshop, merged, verdicts, [*notices, *differing])

    def _add_tally(self, data: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
        framework, workshop = self.workshop_of(request)
        file, notices = read_tally_file(data, framework)
        id_ = file.id or id_of_counts(file.tally, file.title, file.date)
        counted = Counted(id_, file.tally, file.title, file.date, _group(request))
        known = next((each for each in workshop.counted if each.id == id_), None)
        if id_ == workshop.id or (known and known.tally == counted.tally):
            return self._answer(workshop, workshop, [_line("file", 1, "", HERE)], notices)
        others = tuple(each for each in workshop.counted if each.id != id_)
        changed = replace(workshop, counted=(*others, counted))
        verdict = REPLACED if known else ADDED
        return self._answer(workshop, changed, [_line("file", 1, "", verdict)], notices)

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
        responses = [
            tagged_by_row(result.response, rows[result.row - 1])
            for result in results
            if result.response
        ]
        added = iter(people.add_table(responses, _group(request)))
        verdicts = [
            _line("row", result.row, "", "problem", result.problem)
            if result.problem
            else _line("row", result.row, "", next(added))
            for result in results
        ]
        told = _once(notice for result in results for notice in result.notices)
        return self._changed(workshop, people.responses, verdicts, told)

    def _compare(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{workshop, own}` → `compare_workshop`; the facilitator's view only where `own`."""
        framework, workshop = self.workshop_of(request)
        shows_own = request.get("own") is True
        return compare_workshop(framework, workshop, self._words, own=shows_own)

    def _export_workshop(self, request: dict[str, Any]) -> dict[str, str]:
        """`{workshop, kind, enabler?}` → `{filename, media_type, text}`."""
        framework, workshop = self.workshop_of(request)
        kind, enabler = str(request.get("kind")), str(request.get("enabler"))
        return export_workshop(framework, workshop, kind, self._words, enabler=enabler)

    def _open_workshop(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{text, workshop}` → `{workshop, notices}`: the file's, and the tools' sheets of both."""
        opened, notices = self._read_file(request)
        ours = Fields(request, "").one("workshop", lambda f: f.each("tool_records", read_sheet))
        workshop = replace(opened, tool_records=joined(ours or (), opened.tool_records))
        return {"workshop": workshop_data(workshop), "notices": _notices_data(notices)}

    def _merge(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{workshop, text}` → `{workshop, notices}`: both together."""
        framework, ours = self.workshop_of(request)
        theirs, notices = self._read_file(request)
        merged, differing = merge(ours, theirs, framework)
        notices = (*notices, *differing)
        return {"workshop": workshop_data(merged), "notices": _notices_data(notices)}

    def _read_earlier(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{text}` of a workshop's or a tally's file → `{earlier, match}`, its counts alone.

        `match` is null for a file of this framework and version; for another it is how that fits.
        """
        framework = self._opened()
        data = read_json(_text(request), most_characters=MOST_CHARACTERS)
        match = None
        if isinstance(data, dict) and data.get("format") == TALLY:
            data, match = matched(data, framework)
            file, _ = read_tally_file(data, framework)
            earlier = Earlier(file.tally, file.title, file.date)
        else:
            data, match = matched_workshop(data, framework)
            workshop, _ = read_workshop(data, framework)
            tally = tally_of_workshop(workshop, framework)
            earlier = Earlier(tally, workshop.title, workshop.date)
        least = framework.small_groups.least
        if earlier.tally.people < least:
            raise ScoringProblem("earlier-too-few", least=least)
        holder = Workshop(framework.id, framework.version, earlier=earlier)
        return {
            "earlier": workshop_data(holder)["earlier"],
            "match": match.as_json() if match else None,
        }

    def _read_file(self, request: dict[str, Any]) -> tuple[Workshop, tuple[Notice, ...]]:
        data = read_json(_text(request), most_characters=MOST_CHARACTERS)
        if isinstance(data, dict) and data.get("format") in (RESPONSE, TALLY):
            raise ScoringProblem("not-a-workshop")
        return read_workshop(data, self._opened())

    def _changed(
        self,
        workshop: Workshop,
        people: tuple[Response, ...],
        verdicts: list[Verdict],
        notices: Sequence[Notice] = (),
    ) -> dict[str, Any]:
        return self._answer(workshop, replace(workshop, people=people), verdicts, notices)

    def _answer(
        self,
        before: Workshop,
        after: Workshop,
        verdicts: list[Verdict],
        notices: Sequence[Notice],
    ) -> dict[str, Any]:
        """`{workshop, changed, verdicts, counts, notices}`."""
        return {
            "workshop": workshop_data(after),
            "changed": after != before,
            **_verdicts(verdicts, notices),
        }


def _once(notices: Iterable[Notice]) -> list[Notice]:
    """The first notice of each kind: a hundred people may all answer an older version."""
    first: dict[str, Notice] = {}
    for notice in notices:
        first.setdefault(notice.key, notice)
    return list(first.values())


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


def _is_ours(mapping: Mapping, framework: Framework) -> bool:
    """Whether the table is one that we wrote: there is nothing to ask then."""
    headings = {column.heading for column in mapping.columns if column.role == MARK}
    return mapping.layout == ONE_PERSON or headings == {
        mark_heading(enabler) for enabler in framework.enablers
    }


def _group(request: dict[str, Any]) -> str:
    group = request.get("group")
    return " ".join(group.split()) if isinstance(group, str) else ""


def _text(request: dict[str, Any]) -> str:
    text = request.get("text")
    if not isinstance(text, str):
        raise ScoringProblem("request-broken")
    return text


SERVICE = WorkshopService(lambda: secrets.randbelow(TAGS))
