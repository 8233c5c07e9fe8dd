"""An objective on the calendar: its slots in a time that is looked at, and how far they have come."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsroom.model.plan import Objective
from newsroom.model.post import PostType
from newsroom.pages.periods import DAY
from newsroom.pages.slots import Calendar, Place, Ruler, Scheduled, Slot, slots_of

Phase = Literal["future", "current", "past"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some places have come, in posts.

    Of ``asked`` posts so many are published, ready, unapproved, drafted and missing, none counted twice; those whose
    slot is over without a release are counted as overdue alone. ``more`` are published beyond what was asked.
    """

    asked: int
    published: int
    ready: int
    unapproved: int
    drafted: int
    missing: int
    overdue: int
    more: int


@dataclass(frozen=True, slots=True)
class Track:
    """An objective with those of its slots that lie in the time that is looked at, and how far all of these are."""

    objective: Objective
    phase: Phase
    slots: tuple[Slot, ...]
    progress: Progress

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place of every slot, in order."""
        return tuple(place for slot in self.slots for place in slot.places)


def track(
    objective: Objective, posts: Sequence[Scheduled], calendar: Calendar, lead_times: Mapping[PostType, int]
) -> Track:
    """An objective with the posts that serve it; one that nobody has begun will be of the type that most of them are.

    Of two types that are as frequent it is the one that takes longer, and a release where no post serves it yet.
    """
    serving = [each for each in posts if each.post.objective == objective.key]
    ruler = Ruler(objective, calendar.today, lead_times[_usual_type(serving, lead_times)] * DAY)
    slots = tuple(
        ruler.slot(span, asked, [each for each in serving if each.day in span])
        for span, asked in slots_of(objective, calendar.window, calendar.first_weekday)
    )
    return Track(objective, _phase(objective, calendar.today), slots, _progress(slots))


def _usual_type(serving: Sequence[Scheduled], lead_times: Mapping[PostType, int]) -> PostType:
    counts = Counter(each.post.type for each in serving)
    return max(counts, key=lambda each: (counts[each], lead_times[each], each), default="release")


def _phase(objective: Objective, today: datetime.date) -> Phase:
    if objective.since > today:
        return "future"
    return "past" if objective.until and objective.until < today else "current"


def _progress(slots: Iterable[Slot]) -> Progress:
    known = [place for slot in slots for place in slot.places]
    asked = [place for place in known if place.is_asked]
    counts = Counter("overdue" if place.is_overdue else place.standing for place in asked)
    return Progress(
        asked=len(asked),
        published=counts["published"],
        ready=counts["ready"],
        unapproved=counts["unapproved"],
        drafted=counts["drafted"],
        missing=counts["missing"],
        overdue=counts["overdue"],
        more=sum(place.standing == "published" and not place.is_asked for place in known),
    )
