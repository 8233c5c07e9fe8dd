"""The plan as JSON, for scripts."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from newsroom.model.calendar import Occasion
from newsroom.pages.coverage import Tally
from newsroom.pages.deadlines import Deadline
from newsroom.pages.periods import Span
from newsroom.pages.slots import Place, Scheduled, Slot
from newsroom.pages.timetable import Timetable
from newsroom.pages.tracks import Track

VERSION: Final = 1
"""Another number tells whoever reads it that a key has gone or means something else."""


def as_json(known: Timetable) -> str:
    """One object with everything that a timetable holds: days are ISO 8601, posts are told by their ids and folders."""
    record = {
        "version": VERSION,
        "today": known.calendar.today,
        "window": _span(known.calendar.window),
        "overdue": known.overdue,
        "late_to_begin": known.late_to_begin,
        "objectives": list(map(_objective, known.tracks)),
        "deadlines": list(map(_deadline, known.deadlines)),
        "occasions": list(map(_occasion, known.occasions)),
        "pending": list(map(_scheduled, known.pending)),
        "coverage": {
            "audiences": list(map(_tally, known.coverage.audiences)),
            "executives": list(map(_tally, known.coverage.executives)),
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=1, default=datetime.date.isoformat) + "\n"


def _span(span: Span) -> Mapping[str, Any]:
    return {"since": span.since, "until": span.until}


def _objective(each: Track) -> Mapping[str, Any]:
    objective = each.objective
    return {
        "key": objective.key,
        "title": asdict(objective.title),
        "phase": each.phase,
        "since": objective.since,
        "until": objective.until,
        "cadence": asdict(objective.cadence),
        "audiences": objective.audiences,
        "evidence": objective.evidence,
        "progress": asdict(each.progress),
        "slots": list(map(_slot, each.slots)),
    }


def _slot(slot: Slot) -> Mapping[str, Any]:
    return {**_span(slot.span), "asked": slot.asked, "places": list(map(_place, slot.places))}


def _place(place: Place) -> Mapping[str, Any]:
    return {
        "standing": place.standing,
        "post": _scheduled(place.scheduled) if place.scheduled else None,
        "asked": place.is_asked,
        "due": place.due,
        "begin": place.begin,
        "overdue": place.is_overdue,
        "late_to_begin": place.is_late_to_begin,
        "lacks_evidence": place.lacks_evidence,
    }


def _scheduled(each: Scheduled) -> Mapping[str, Any]:
    post = each.post
    names = {"id": post.id, "folder": post.folder, "type": post.type, "objective": post.objective}
    return {**names, "standing": each.standing, "day": each.day}


def _deadline(each: Deadline) -> Mapping[str, Any]:
    return {
        "period": _span(each.quarter),
        "stage": each.stage,
        "last": each.last,
        "begin": each.begin,
        "standing": each.standing,
        "post": _scheduled(each.scheduled) if each.scheduled else None,
        "told": each.told,
        "overdue": each.is_overdue,
        "late_to_begin": each.is_late_to_begin,
    }


def _occasion(each: Occasion) -> Mapping[str, Any]:
    return {
        "key": each.key,
        "kind": each.kind,
        "status": each.status,
        "starts": each.starts,
        "title": asdict(each.title),
    }


def _tally(each: Tally[Any]) -> Mapping[str, Any]:
    return {"key": each.key, **asdict(each.count)}
