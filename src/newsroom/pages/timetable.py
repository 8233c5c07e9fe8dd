"""The plan on a timetable: objectives, deadlines and dates to come, with what became of each, around an instant.

It shows what is not released and is for the newsroom's own people: no public edition is ever given one.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from newsroom.languages.weeks import first_working_day
from newsroom.model.calendar import Occasion
from newsroom.model.newsroom import Newsroom
from newsroom.pages.coverage import Coverage, Key, Tally, coverage
from newsroom.pages.deadlines import Deadline, deadlines
from newsroom.pages.periods import year_around
from newsroom.pages.slots import Calendar, Place, Scheduled, Slot, schedule
from newsroom.pages.tracks import Track, track


@dataclass(frozen=True, slots=True)
class Timetable:
    """What the plan comes to, in the half year before a day and the half year after it.

    ``pending`` are the posts of that time that are not released, with an objective or without. ``occasions`` are those
    that are still to come and were not called off, announced or not. What is not whole holds what is overdue alone.
    """

    calendar: Calendar
    tracks: tuple[Track, ...]
    deadlines: tuple[Deadline, ...]
    occasions: tuple[Occasion, ...]
    pending: tuple[Scheduled, ...]
    coverage: Coverage
    is_whole: bool = True

    @property
    def overdue(self) -> int:
        """How many places and deadlines have passed unmet."""
        return sum(each.is_overdue for each in self._duties)

    @property
    def late_to_begin(self) -> int:
        """How many posts should have been begun."""
        return sum(each.is_late_to_begin for each in self._duties)

    @property
    def _duties(self) -> Iterator[Place | Deadline]:
        for each in self.tracks:
            yield from each.places
        yield from self.deadlines


def timetable(newsroom: Newsroom, now: datetime.datetime, unfinished: Collection[str] = ()) -> Timetable:
    """The timetable of a whole newsroom at an instant; ``unfinished`` are the folders of posts that are not written.

    ``now`` names its zone and lies between 1900 and 2199, as all dates of a newsroom do.
    """
    today = now.astimezone(newsroom.timezone).date()
    calendar = Calendar(today, year_around(today), first_working_day(newsroom.tongues[newsroom.lead].locale))
    posts = schedule(newsroom, now, unfinished)
    tracks = tuple(track(each, posts, calendar, newsroom.lead_times) for each in newsroom.objectives)
    return Timetable(
        calendar=calendar,
        tracks=tracks,
        deadlines=tuple(deadlines(newsroom, posts, calendar, now)),
        occasions=tuple(_coming(newsroom, calendar)),
        pending=tuple(each for each in posts if each.standing != "published" and each.day in calendar.window),
        coverage=coverage(newsroom, posts, tracks, calendar.window),
    )


def only_overdue(whole: Timetable) -> Timetable:
    """What of a timetable has passed unmet, and nothing else."""
    tracks = (replace(each, slots=tuple(_overdue_slots(each))) for each in whole.tracks)
    return replace(
        whole,
        tracks=tuple(each for each in tracks if each.slots),
        deadlines=tuple(each for each in whole.deadlines if each.is_overdue),
        occasions=(),
        pending=(),
        coverage=Coverage(_overdue_tallies(whole.coverage.audiences), _overdue_tallies(whole.coverage.executives)),
        is_whole=False,
    )


def _overdue_slots(each: Track) -> Iterable[Slot]:
    for slot in each.slots:
        places = tuple(place for place in slot.places if place.is_overdue)
        if places:
            yield replace(slot, places=places)


def _overdue_tallies(tallies: Iterable[Tally[Key]]) -> tuple[Tally[Key], ...]:
    return tuple(each for each in tallies if each.count.overdue)


def _coming(newsroom: Newsroom, calendar: Calendar) -> Iterable[Occasion]:
    """The occasions whose first day is to come in the time that is looked at, in order."""
    days = ((_first_day(each, newsroom), each) for each in newsroom.occasions if each.status != "canceled")
    coming = (pair for pair in days if calendar.today <= pair[0] <= calendar.window.until)
    return (each for _, each in sorted(coming, key=lambda pair: (pair[0], pair[1].key)))


def _first_day(occasion: Occasion, newsroom: Newsroom) -> datetime.date:
    starts = occasion.starts
    return starts.astimezone(newsroom.timezone).date() if isinstance(starts, datetime.datetime) else starts
