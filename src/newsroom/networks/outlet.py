"""What is asked of an account on a network when something is to be sent there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import ANNOUNCEMENT, Identity, Receipt, Sealed
from newsroom.model.language import Language
from newsroom.model.message import Message
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web


@dataclass(frozen=True, slots=True)
class Access:
    """All that an outlet may use: the account, its secrets, the web, and the clock."""

    carrier: Carrier
    secrets: Secrets
    web: Web
    clock: Callable[[], datetime.datetime]


@dataclass(frozen=True, slots=True)
class Health:
    """What an account says of itself: whose it is, and until when its secrets work, where the network tells."""

    holder: str
    expires: datetime.datetime | None = None


class Outlet(Protocol):
    """An account that messages are sent to. It tries nothing twice: who calls it knows whether that may be done.

    Every method raises :class:`newsroom.networks.outcomes.Undelivered`, of the class that is true.
    """

    def parts(self, language: Language) -> Sequence[str]:
        """The parts that a post is sent in: most are sent once, and a press list once to each of its readers."""
        ...

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """Fix, at the instant of the claim, all that has to be the same however often the message is tried."""
        ...

    def prepare(self, sealed: Sealed) -> Mapping[str, str]:
        """Do what readers cannot see, such as to upload a picture; may be repeated, and never raises ``Unknown``.

        What it gives stands in the ledger before the deed.
        """
        ...

    def send(self, sealed: Sealed, prepared: Mapping[str, str]) -> Receipt:
        """The deed itself: one request after which the message is public."""
        ...

    def recover(self, sealed: Sealed, prepared: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        """Look for a message that may have been sent at the instant ``since`` or later: its receipt, if it is there.

        Nothing only where it is certain that it is not there, or that sending it again cannot double it. Raises
        ``Unknown`` where nobody can tell; any other failure to look means the same.
        """
        ...

    def delete(self, receipt: Receipt) -> None:
        """Take down what was posted; raises ``Declined`` where the network offers no way to do so."""
        ...

    def health(self) -> Health:
        """Ask the network whether the account can be used, and change nothing."""
        ...


class WholeMessages:
    """What outlets have in common that send a message whole, as it is, and have nothing to prepare."""

    def parts(self, _: Language) -> Sequence[str]:
        """One."""
        return (ANNOUNCEMENT,)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """The message as it is."""
        return Sealed(identity, message, now)

    def prepare(self, _: Sealed) -> Mapping[str, str]:
        """Nothing has to be ready."""
        return {}
