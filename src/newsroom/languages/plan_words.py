"""Every word in which the plan is told to the newsroom's own people, as in :mod:`newsroom.languages.words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from newsroom.languages.words import Plural
from newsroom.model.disclosure import Stage
from newsroom.model.plan import Period, Standing

Counted = Literal["overdue", "ready", "unapproved", "drafted", "missing", "more"]
"""What a sentence on progress counts beside what is published, in its order."""


@dataclass(frozen=True, slots=True)
class PlanWords:
    """One language's words. ``numbers`` are those from none to ten in words; above, digits are clearer."""

    # Around the plan
    plan: str
    plan_of: str  # {name}
    introduction: str  # {date}
    to_plan: str
    overdue_in_all: str  # {number}
    late_in_all: str  # {number}
    nothing_late: str
    nothing_overdue: str
    nothing_planned: str

    # What an objective asks for
    posts: Plural
    cadence: Mapping[Period, str]  # {posts}
    audiences: str  # {names}
    evidence: str  # {kinds}
    or_last: str
    since: str  # {since}
    since_until: str  # {since}, {until}
    begins: str  # {date}
    ended: str  # {date}
    asks_nothing: str

    # Its progress
    progress: str  # {published}, {asked}
    no_progress: str  # {asked}
    parts: Mapping[Counted, str]  # {number}

    # Its slots
    period: str
    status: str
    post_or_step: str
    week: str  # {date}
    quarters: tuple[str, str, str, str]  # {year}
    year: str  # {year}
    standings: Mapping[Standing, str]
    overdue: str
    overdue_with: str  # {standing}
    late: str
    released_on: str  # {date}
    planned_for: str  # {date}
    was_due: str  # {date}
    begin_by: str  # {date}
    was_to_begin: str  # {date}
    evidence_missing: str  # {kinds}
    unproven: str

    # Deadlines of the exchange, and dates to come
    deadlines: str
    last_day: str
    results: str
    stages: Mapping[Stage, str]  # {date}
    stages_in_full: Mapping[Stage, str]  # {date}
    told: str
    told_late: str
    told_on: str  # {date}
    told_late_on: str  # {date}
    dates: str

    # Coverage
    by_audience: str
    by_executive: str
    coverage_explained: str  # {since}, {until}
    audience: str
    executive: str
    nobody: str
    published: str
    planned: str
    missing: str
    of_these_overdue: str  # {number}, {overdue}

    # In a calendar
    begin_event: str  # {what}
    release_event: str  # {title}
    deadline_event: str  # {results}
    empty_calendar: str

    numbers: tuple[str, ...]
