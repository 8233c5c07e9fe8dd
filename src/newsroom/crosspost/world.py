"""What a run has of the world: time, chance, secrets and the web, each given to it from outside."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.model.crossposting import Carrier
from newsroom.networks.outlet import Access
from newsroom.networks.secrets import Lookup, Secrets
from newsroom.networks.web import Web

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class World:
    """The clock, a way to wait so many seconds, random words, and where secrets are.

    ``transport`` stands for the web in tests.
    """

    clock: Callable[[], datetime.datetime]
    sleep: Callable[[float], None]
    word: Callable[[], str]
    environment: Mapping[str, str]
    keyring: Lookup = lambda _: None
    transport: httpx.BaseTransport | None = None

    def access(self, carrier: Carrier) -> Access:
        """What the outlet of an account may use."""
        secrets = Secrets(carrier, self.environment, self.keyring)
        return Access(carrier, secrets, Web(self.clock, secrets.hide, self.transport), self.clock)

    def web(self) -> Web:
        """The web without any account."""
        return Web(self.clock, transport=self.transport)
