"""Servers that may be told a thing twice: they are named in the account's entry, and tell them apart by its key."""

from __future__ import annotations

from typing import Final

from newsroom.networks.one_way import Repeatable
from newsroom.networks.outlet import Access, Health

_REFUSED: Final = range(400, 500)
"""Answers of a server that is there, and is asked what it does not offer."""


class Pinged(Repeatable):
    """A server at the address that the account's entry gives."""

    def __init__(self, access: Access) -> None:
        self._web = access.web
        self._handle = access.carrier.handle
        self._server = access.carrier.server

    def health(self) -> Health:
        """Whether somebody answers there; more cannot be asked without telling something."""
        self._web.ask("GET", self._server, expected=_REFUSED)
        return Health(self._handle)
