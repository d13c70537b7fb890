"""The framework as the scoring room reads it, and the words that the scoring page needs."""

import json
from collections.abc import Iterable

from mainstream.guide import Enabler, Guide
from mainstream.pages import addresses
from mainstream.pages.listings import Listings
from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.contract import answers as contract
from mainstream.scoring.drawing.radar_frame import STYLES
from mainstream.scoring.drawing.radar_person import blank_radar


def framework_data(guide: Guide) -> contract.Framework:
    """The framework's JSON data; addresses are relative to the scoring page."""
    framework = guide.framework
    data: contract.Framework = {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "scale": {"points": framework.scale.points, "labels": list(framework.scale.labels)},
        "points_of_view": [
            {"id": view.id, "title": view.title} for view in framework.points_of_view
        ],
        "levels": [{"id": level.id, "title": level.title} for level in guide.levels],
        "retired": dict(framework.retired),
        "small_groups": {
            "least": guide.small_groups.least_shown,
            "freely": guide.small_groups.least_without_consent,
            "split_out": guide.small_groups.least_in_group,
        },
        "enablers": [_enabler_data(guide, enabler) for enabler in guide.enablers],
    }
    if colours := _colours(guide):
        data["colours"] = colours
    return data


def framework_json(guide: Guide) -> str:
    """The framework's JSON text, safe inside a `<script type="application/json">`."""
    return embeddable(framework_data(guide))


ASSESS_AREAS = ("page", "assess", "result", "engine", "problem")
WORKSHOP_AREAS = (*ASSESS_AREAS, "session", "workshop", "import")


def words_json(
    guide: Guide, areas: Iterable[str] = ASSESS_AREAS, problems: Iterable[str] | None = None
) -> str:
    """The words that a page's scripts use, as JSON text safe inside a script.

    `problems` are the keys of the area of that name which the page can meet; all of them unless
    given.
    """
    words = {area: guide.words[area] for area in areas}
    if problems is not None:
        words["problem"] = {key: guide.words["problem"][key] for key in problems}
    return embeddable(words)


def blank_radars(guide: Guide) -> dict[str, str]:
    """The diagram without marks, for paper: SVG markup for each layout, wide and narrow."""
    framework = Framework.from_json(framework_data(guide))
    return {
        layout: blank_radar(
            framework, guide.words["result"], layout=layout, prefix=f"blank-{layout}"
        )
        for layout in STYLES
    }


def embeddable(data: object) -> str:
    """JSON text that no `</script>` or `<!--` inside it can end."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _enabler_data(guide: Guide, enabler: Enabler) -> contract.Enabler:
    def url(path: str) -> str:
        return addresses.relative_address(addresses.address(addresses.ASSESS), path)

    return {
        "id": enabler.id,
        "number": enabler.number,
        "title": enabler.title,
        "short_title": enabler.short_title,
        "level": enabler.level,
        "url": url(addresses.enabler_page(enabler.id)),
        "statements": [{"id": s.id, "text": s.text} for s in enabler.statements],
        "questions": list(enabler.questions),
        "shifts": [{"from": shift.from_, "to": shift.to} for shift in enabler.shifts],
        "case_studies": [
            {
                "id": case.id,
                "title": case.title,
                "place": Listings(guide).place_titles(case),
                "url": url(addresses.case_study_page(case.id)),
            }
            for case in guide.case_studies_of(enabler.id)
        ],
        "tools": [
            {"id": case.id, "title": case.tool.title, "url": url(addresses.tool(case.id))}
            for case in guide.case_studies_of(enabler.id)
            if case.tool
        ],
    }


def _colours(guide: Guide) -> contract.Colours | None:
    """The colours that a version chose, for drawings on white paper, if it did."""
    own = guide.settings.colours if guide.settings else None
    if not own or not (own.accent or own.levels):
        return None
    return {
        "accent": own.accent.light if own.accent else "",
        "levels": [level.light for level in own.levels],
    }
