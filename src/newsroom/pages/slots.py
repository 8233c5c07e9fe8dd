"""The slots of an objective: calendar periods of its time, the posts that it asks for, and what became of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from newsroom.model.newsroom import Newsroom
from newsroom.model.plan import STANDINGS, Objective, Standing
from newsroom.model.post import Post
from newsroom.pages.periods import DAY, Span, periods_in


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A post that was not withdrawn, how far it has come, and the day of its release where the newsroom is."""

    post: Post
    standing: Standing
    day: datetime.date


@dataclass(frozen=True, slots=True)
class Place:
    """A post that a slot asks for, or one more than it asks for.

    ``due`` is the last day of its share of the slot; ``begin`` the last day on which one that nobody has begun can be
    begun in time, or nothing. It is overdue when the slot is over, and late to begin when that day is.
    """

    scheduled: Scheduled | None
    due: datetime.date
    begin: datetime.date | None
    is_asked: bool
    is_overdue: bool
    is_late_to_begin: bool
    lacks_evidence: bool

    @property
    def standing(self) -> Standing:
        """How far the post has come, if there is one."""
        return self.scheduled.standing if self.scheduled else "missing"


@dataclass(frozen=True, slots=True)
class Slot:
    """A period of an objective's time. ``asked`` is how many posts it is to have."""

    span: Span
    asked: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How time is looked at: the day that it is, the days around it, and the day of the week on which weeks begin."""

    today: datetime.date
    window: Span
    first_weekday: int


def schedule(newsroom: Newsroom, now: datetime.datetime, unfinished: Collection[str]) -> tuple[Scheduled, ...]:
    """Every post but those that were withdrawn, by the day of its release; ``unfinished`` are folders of posts."""
    found = (
        Scheduled(post, _standing(post, newsroom, now, unfinished), _day(newsroom.public_from(post), newsroom))
        for post in newsroom.posts
        if post.pubstatus != "canceled"
    )
    return tuple(sorted(found, key=lambda each: (each.day, each.post.id)))


def slots_of(objective: Objective, window: Span, first_weekday: int) -> Iterator[tuple[Span, int]]:
    """The slots of an objective that have a day in a window, and how many posts each is to have.

    A period that the objective's beginning or end cuts short is to have its share, rounded; but an objective whose
    whole time lies in one period is to have all.
    """
    cadence, time = objective.cadence, _time(objective, window)
    looked_at = Span(max(window.since, time.since), min(window.until, time.until))
    for whole in periods_in(looked_at, cadence.every, first_weekday):
        span = Span(max(whole.since, objective.since), min(whole.until, objective.until or whole.until))
        is_all = objective.until is not None and (span.since, span.until) == (objective.since, objective.until)
        yield span, cadence.posts if is_all else _share(cadence.posts, span.days, whole.days)


def _time(objective: Objective, window: Span) -> Span:
    return Span(objective.since, objective.until or max(objective.since, window.until))


def _share(posts: int, days: int, of_days: int) -> int:
    """What of some posts falls to some days, a half and more counting as one."""
    return (2 * posts * days + of_days) // (2 * of_days)


def _shares(span: Span, asked: int) -> Iterator[datetime.date]:
    """The last day of each share of a slot that is parted evenly among its posts."""
    for number in range(1, asked + 1):
        yield span.since + (-(-span.days * number // asked) - 1) * DAY


@dataclass(frozen=True, slots=True)
class Ruler:
    """Lays the posts of an objective into its slots. ``lead`` is how long one takes to write."""

    objective: Objective
    today: datetime.date
    lead: datetime.timedelta

    def slot(self, span: Span, asked: int, posts: list[Scheduled]) -> Slot:
        """The posts that are there, the furthest first, and places for those that are not."""
        furthest_first = sorted(posts, key=lambda each: (STANDINGS.index(each.standing), each.day, each.post.id))
        pairs = zip_longest(furthest_first, _shares(span, asked))
        return Slot(span, asked, tuple(self._place(each, due, span) for each, due in pairs))

    def _place(self, each: Scheduled | None, due: datetime.date | None, span: Span) -> Place:
        """A place of a slot, or one beyond what is asked, which has no share and is never late."""
        begin = due - self.lead if due and each is None else None
        is_out = each is not None and each.standing == "published"
        is_overdue = due is not None and not is_out and span.until < self.today
        return Place(
            scheduled=each,
            due=due or span.until,
            begin=begin,
            is_asked=due is not None,
            is_overdue=is_overdue,
            is_late_to_begin=begin is not None and begin < self.today and not is_overdue,
            lacks_evidence=each is not None and self.objective.lacks_evidence(each.post),
        )


def _standing(post: Post, newsroom: Newsroom, now: datetime.datetime, unfinished: Collection[str]) -> Standing:
    if post.pubstatus == "withheld" or post.folder in unfinished:
        return "drafted"
    if post.id in newsroom.unapproved:
        return "unapproved"
    return "published" if newsroom.public_from(post) <= now else "ready"


def _day(instant: datetime.datetime, newsroom: Newsroom) -> datetime.date:
    return instant.astimezone(newsroom.timezone).date()
