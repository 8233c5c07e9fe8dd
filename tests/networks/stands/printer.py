"""The printer itself, with sheets of paper that a test can read: nothing about it can fail."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity
from newsroom.model.message import Message
from newsroom.networks.outlet import Outlet
from newsroom.networks.printer import Printer
from tests.networks.stands.stand import Public, Stand


class Paper(Stand):
    """A sheet a message. No sheet bears the key that its receipt names, so the stand remembers which is whose."""

    carrier = Carrier("printer", "paper", ("ar", "en"), ())
    deletes = False
    health_knows = False

    def __init__(self) -> None:
        self._sheets: list[str] = []
        self._keys: dict[str, str] = {}

    def public(self) -> Sequence[Public]:
        return [Public(self._keys[text], text) for text in self._sheets]

    def deeds(self) -> int:
        return len(self._sheets)

    def identity(self, message: Message, outlet: Outlet) -> Identity:
        identity = super().identity(message, outlet)
        self._keys[message.text] = identity.key
        return identity

    def outlet(self, environment: Mapping[str, str], ahead: datetime.timedelta = datetime.timedelta(0)) -> Outlet:
        return Printer(self.carrier.handle, self._sheets.append)


@contextmanager
def _paper() -> Iterator[Stand]:
    yield Paper()


STANDS = {"": _paper}
