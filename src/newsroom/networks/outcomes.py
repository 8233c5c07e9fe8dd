"""What may become of a message instead of a receipt, by what is known of it: that decides whether it is tried again.

Undelivered                   a reason for people, in both languages, without secrets
├── NotSent                   nothing has left, or the network said that it took nothing: it may be tried again
├── Declined                  the network will not have it as it is: somebody has to change something first
└── Unknown                   something has left and no answer tells what became of it: it is never simply sent again
"""

from __future__ import annotations

import datetime

from newsroom.model.language import Localized


class Undelivered(Exception):
    """The root of the tree: there is no receipt, and this is why."""

    def __init__(self, reason: Localized[str]) -> None:
        super().__init__(reason.en)
        self.reason = reason


class NotSent(Undelivered):
    """Nothing was sent. ``until`` is the instant before which the network does not want to be asked again, if any."""

    def __init__(self, reason: Localized[str], until: datetime.datetime | None = None) -> None:
        super().__init__(reason)
        self.until = until


class Declined(Undelivered):
    """The network answered that it will not have the message, or not from us."""


class Unknown(Undelivered):
    """The message may be out. Only looking there, or a person who does, can tell."""
