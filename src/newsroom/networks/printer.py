"""The printer: a network that only prints, to try a newsroom out on, and the model for a file of another network."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from newsroom.model.delivery import ANNOUNCEMENT, Identity, Receipt, Sealed
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks.counting import CHARACTERS
from newsroom.networks.network import Limit, Network, plainly
from newsroom.networks.outcomes import Declined, Unknown
from newsroom.networks.outlet import Access, Health

MOST: Final = 500


class Printer:
    """Prints messages on paper, which standard error stands for; they cannot be looked up, nor taken back."""

    def __init__(self, handle: str, put: Callable[[str], None] | None = None) -> None:
        self._handle = handle
        self._put = put or _print

    def parts(self, _: Language) -> Sequence[str]:
        """One sheet."""
        return (ANNOUNCEMENT,)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """The message as it is."""
        return Sealed(identity, message, now)

    def prepare(self, _: Sealed) -> Mapping[str, str]:
        """Nothing has to be ready."""
        return {}

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Print the text."""
        if len(sealed.message.text) > MOST:
            raise Declined(
                Localized(f"لا تتسع الورقة لأكثر من {MOST} حرف", f"a sheet takes no more than {MOST} characters")
            )
        self._put(sealed.message.text)
        return Receipt(sealed.identity.key)

    def recover(self, _sealed: Sealed, _prepared: Mapping[str, str], _since: datetime.datetime) -> Receipt | None:
        """Nobody can tell."""
        raise Unknown(Localized("قد يكون قد طُبع", "it may have been printed"))

    def delete(self, _: Receipt) -> None:
        """What is on paper stays there."""
        raise Declined(Localized("لا يُسترد ما طُبع", "what was printed cannot be taken back"))

    def health(self) -> Health:
        """Always there."""
        return Health(self._handle)


def _print(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def opened(access: Access) -> Printer:
    """The printer of an account."""
    return Printer(access.carrier.handle)


NETWORK: Final = Network("printer", (Limit(MOST, len, CHARACTERS),), plainly, hashtags=3, opened=opened, public=False)
