"""Calendar periods: weeks, months, quarters and years, which tile time without a gap or an overlap."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.model.plan import Period

DAY: Final = datetime.timedelta(days=1)
HALF_YEAR: Final = datetime.timedelta(days=182)

_MONTHS: Final[Mapping[Period, int]] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from one to another, both included."""

    since: datetime.date
    until: datetime.date

    def __contains__(self, day: datetime.date) -> bool:
        """Whether a day is among them."""
        return self.since <= day <= self.until

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.until - self.since).days + 1


def year_around(day: datetime.date) -> Span:
    """The 365 days in whose middle a day lies."""
    return Span(day - HALF_YEAR, day + HALF_YEAR)


def period_with(day: datetime.date, period: Period, first_weekday: int) -> Span:
    """The calendar period in which a day lies; weeks begin on ``first_weekday``, counted from Monday as 0."""
    if period == "week":
        since = day - datetime.timedelta(days=(day.weekday() - first_weekday) % 7)
        return Span(since, since + 6 * DAY)
    months = _MONTHS[period]
    first = (day.month - 1) // months * months
    return Span(datetime.date(day.year, first + 1, 1), _first_of(day.year, first + months) - DAY)


def periods_in(span: Span, period: Period, first_weekday: int) -> Iterator[Span]:
    """Every calendar period that has a day in a span, whole, in order."""
    day = span.since
    while day <= span.until:
        found = period_with(day, period, first_weekday)
        yield found
        day = found.until + DAY


def _first_of(year: int, month: int) -> datetime.date:
    """The first day of a month that is counted from 0 and may lie in the year after."""
    return datetime.date(year + month // 12, month % 12 + 1, 1)
