"""``newsroom plan``: objectives on their timetable, what became of each, and what is late.

As a table, as JSON for scripts, or as a calendar for the team.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Final

from newsroom.commands.check import newsroom_in_progress
from newsroom.commands.instants import aware
from newsroom.commands.plan_record import as_json
from newsroom.commands.plan_table import table
from newsroom.errors import WrongInstant
from newsroom.model.language import Language
from newsroom.pages.plan_lines import PlanHand
from newsroom.pages.timetable import only_overdue, timetable
from newsroom.pages.writing import Hand
from newsroom.wire.plan_calendar import plan_calendar

_YEARS: Final = range(1900, 2200)
"""Those that a newsroom's own dates may lie in."""


def plan(root: Path, now: datetime.datetime, language: Language, *, form: str, by: str, overdue: bool) -> str:
    """The plan at an instant as ``table``, ``json`` or ``ics``, in a language; empty for a calendar without events.

    ``by`` arranges the table; with ``overdue`` only what has passed unmet is told. Raises :class:`ProblemsFound`, and
    :class:`WrongInstant` for one that no newsroom lives to see.
    """
    if now.year not in _YEARS:
        raise WrongInstant(
            f"the plan can be seen from {_YEARS[0]} to {_YEARS[-1]}", f"تُعرض الخطة من {_YEARS[0]} إلى {_YEARS[-1]}"
        )
    newsroom, unfinished = newsroom_in_progress(root)
    instant = aware(now, newsroom)
    whole = timetable(newsroom, instant, unfinished)
    known = only_overdue(whole) if overdue else whole
    if form == "json":
        return as_json(known)
    hand = PlanHand.of(Hand.of(newsroom, language))
    if form == "ics":
        return plan_calendar(hand, known, instant).decode()
    title = hand.words.plan_of.format(name=newsroom.organization.short_name[language])
    return table(title, hand.view(known), by, language)
