"""What accounts will say of posts, as it was composed above, for those who read a preview.

The rooms that compose and count messages lie above this one: what they found comes in as these records.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from newsroom.model.language import Language, Localized
from newsroom.model.message import Consent, Message, Silence
from newsroom.model.post import Post


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is by a network's count, and how long it may be, in ``units`` of the network's own."""

    count: int
    most: int
    units: Localized[str]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message, and what its network makes of it.

    ``shown`` is its text as readers there see it, ``price`` is in US dollars, and ``is_illustrated`` tells that readers
    see the post's card. ``earliest`` is the instant from which it may go; nothing, as long as the post is held back.
    """

    message: Message
    shown: str
    lengths: tuple[Length, ...]
    price: Decimal
    is_illustrated: bool
    consent: Consent
    earliest: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Silent:
    """An account that says nothing of a post in these languages, and why."""

    network: str
    handle: str
    languages: tuple[Language, ...]
    reason: Silence


@dataclass(frozen=True, slots=True)
class Telling:
    """All that accounts will say of a post, and those that will say nothing."""

    post: Post
    outgoing: tuple[Outgoing, ...]
    silent: tuple[Silent, ...]
