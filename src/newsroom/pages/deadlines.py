"""The days by which a listed company owes its exchange results, and the posts that tell them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.model.disclosure import Stage, days_allowed
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Listing
from newsroom.model.plan import STANDINGS, Standing
from newsroom.pages.periods import DAY, HALF_YEAR, Span, periods_in
from newsroom.pages.slots import Calendar, Scheduled

_OWED: Final[tuple[Stage, ...]] = ("initial", "reviewed")
_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Deadline:
    """The ``last`` day on which results of a quarter may be filed, and how far the post has come that tells them.

    ``told`` is the day on which they were filed, or released where no filing is named; nothing, if neither has come.
    ``begin`` is the last day on which a post that nobody has begun can be begun in time. Overdue is what was told too
    late, or was not told when the last day was over.
    """

    quarter: Span
    stage: Stage
    last: datetime.date
    begin: datetime.date | None
    scheduled: Scheduled | None
    told: datetime.date | None
    is_overdue: bool
    is_late_to_begin: bool

    @property
    def standing(self) -> Standing:
        """How far the post has come, if there is one."""
        return self.scheduled.standing if self.scheduled else "missing"


def deadlines(
    newsroom: Newsroom, posts: Sequence[Scheduled], calendar: Calendar, now: datetime.datetime
) -> Iterator[Deadline]:
    """The deadlines that lie in the time that is looked at, in order: of a listed joint-stock company alone.

    A company's quarters are taken to be those of the calendar. Nothing is owed from before the day since which the
    newsroom keeps the exchange's references.
    """
    listing = newsroom.organization.listing
    if listing is None or newsroom.organization.kind != "joint-stock":
        return
    since = max(calendar.window.since, listing.disclosures_since or calendar.window.since)
    owed = sorted(_owed(listing, calendar), key=lambda each: (each[2], each[0]))
    for quarter, stage, last in owed:
        if since <= last <= calendar.window.until:
            yield _deadline(newsroom, _telling(posts, quarter, stage), (quarter, stage, last), calendar.today, now)


def _owed(listing: Listing, calendar: Calendar) -> Iterator[tuple[Span, Stage, datetime.date]]:
    """What is owed of each quarter; the year's last one is followed by audited results, whose time is not known."""
    window = Span(calendar.window.since - HALF_YEAR, calendar.window.until)
    for quarter in periods_in(window, "quarter", calendar.first_weekday):
        for stage in _OWED if quarter.until.month != _DECEMBER else _OWED[:1]:
            days = days_allowed(stage, listing.market, subsidiaries=listing.subsidiaries)
            if days is not None:
                yield quarter, stage, quarter.until + days * DAY


def _telling(posts: Iterable[Scheduled], quarter: Span, stage: Stage) -> Scheduled | None:
    """The post that tells results up to a quarter's end: the furthest, of several the first.

    Results that the board has approved tell what initial ones would have told.
    """
    fits = (
        each
        for each in posts
        if each.post.type == "results"
        and each.post.period
        and each.post.period.until == quarter.until
        and (stage == "initial" or each.post.stage in ("reviewed", "audited"))
    )
    return min(fits, key=lambda each: (STANDINGS.index(each.standing), each.day, each.post.id), default=None)


def _deadline(
    newsroom: Newsroom,
    each: Scheduled | None,
    owed: tuple[Span, Stage, datetime.date],
    today: datetime.date,
    now: datetime.datetime,
) -> Deadline:
    quarter, stage, last = owed
    told = _told(newsroom, each, now) if each else None
    begin = None if each else last - newsroom.lead_times["results"] * DAY
    is_overdue = (told or today) > last
    return Deadline(
        quarter=quarter,
        stage=stage,
        last=last,
        begin=begin,
        scheduled=each,
        told=told,
        is_overdue=is_overdue,
        is_late_to_begin=begin is not None and begin < today and not is_overdue,
    )


def _told(newsroom: Newsroom, each: Scheduled, now: datetime.datetime) -> datetime.date | None:
    disclosure = each.post.disclosure
    if disclosure and disclosure.filed <= now:
        return disclosure.filed.astimezone(newsroom.timezone).date()
    return each.day if each.standing == "published" else None
