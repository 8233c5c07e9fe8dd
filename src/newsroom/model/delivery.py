"""What becomes of a message: whose it is for ever, what was sealed when it was claimed, and a network's receipt."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from newsroom.model.language import Language
from newsroom.model.message import Message

ANNOUNCEMENT: Final = "announcement"
"""The part of a post that tells of it; every other part has a name of its own."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a message is, whatever becomes of the words, the date or the address of its post.

    ``post`` is the post's permanent id; ``part`` is :data:`ANNOUNCEMENT`, or names a correction of it, a reader of a
    press list, or the edition that engines are told of.
    """

    post: str
    language: Language
    network: str
    handle: str
    part: str = ANNOUNCEMENT

    @property
    def key(self) -> str:
        """Hexadecimal SHA-256 of all that it is, under which ledgers hold it. What is in it may never change."""
        parts = (self.post, self.language, self.network, self.handle, self.part)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A message as it was when it was claimed: it is sent so, or not at all, however often that is tried.

    ``made`` is the instant of the claim. ``extras`` are what the network itself fixed then, such as a record's key.
    """

    identity: Identity
    message: Message
    made: datetime.datetime
    extras: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A network's answer: the id under which it holds the message, and the address where people read it, if any."""

    id: str
    address: str = ""
