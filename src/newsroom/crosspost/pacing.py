"""When an account may speak: within its hours, and not too soon after what it said last."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from newsroom.model.crossposting import Carrier


def not_before(
    carrier: Carrier, last: datetime.datetime | None, now: datetime.datetime, zone: ZoneInfo, *, hurried: bool
) -> datetime.datetime:
    """The instant from which the account may send: ``now``, or later.

    ``last`` is when it last sent. Who is ``hurried`` does not wait for the account's hours.
    """
    earliest = max(now, last + carrier.pace) if last else now
    return earliest if hurried or carrier.hours is None else _within(carrier.hours, earliest, zone)


def _within(
    hours: tuple[datetime.time, datetime.time], instant: datetime.datetime, zone: ZoneInfo
) -> datetime.datetime:
    local = instant.astimezone(zone)
    if hours[0] <= local.time() < hours[1]:
        return instant
    day = local.date() + datetime.timedelta(days=local.time() >= hours[1])
    return datetime.datetime.combine(day, hours[0], zone)
