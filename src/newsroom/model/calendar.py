"""What the organisation has announced for a day to come: results, meetings, dividends, events."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final, Literal, get_args

from newsroom.model.language import Localized
from newsroom.model.post import Audience

OccasionKind = Literal["results", "meeting", "dividend", "event"]
OccasionStatus = Literal["confirmed", "tentative", "canceled"]

OCCASION_KINDS: Final[tuple[OccasionKind, ...]] = get_args(OccasionKind)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A date of the financial calendar, or an event.

    ``starts`` and ``ends`` are both instants or both days, the last day included; ``announced`` is the instant from
    which the newsroom may show it, ``updated`` its last change. ``place`` and ``link`` may be empty; ``post`` is the
    id of the post about it, or nothing. ``over`` says that its last day has passed, at the instant the newsroom is cut
    down to; before that it is never said.
    """

    key: str
    kind: OccasionKind
    status: OccasionStatus
    title: Localized[str]
    description: Localized[str]
    starts: datetime.datetime | datetime.date
    ends: datetime.datetime | datetime.date | None
    place: Localized[str]
    link: str
    announced: datetime.datetime
    updated: datetime.datetime
    audiences: tuple[Audience, ...]
    post: str | None
    over: bool = False
