"""What stands for a server that names nothing of what it holds, so that the stand remembers which is whose."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.model.delivery import Identity
from newsroom.model.message import Message
from newsroom.networks.outlet import Outlet
from tests.networks.stands.loopback import Loopback, LoopbackStand
from tests.networks.stands.stand import Public


class UnnamedStand(LoopbackStand):
    """``held`` are texts as readers see them, each with its language where the server has that."""

    deletes = False

    def __init__(self, server: Loopback, held: list[tuple[str, str]]) -> None:
        super().__init__(server)
        self._held = held
        self._keys: dict[str, str] = {}

    def identity(self, message: Message, outlet: Outlet) -> Identity:
        identity = super().identity(message, outlet)
        self._keys[self.shown(message)] = identity.key
        return identity

    def public(self) -> Sequence[Public]:
        seen = dict.fromkeys(self._held) if self.repeats else self._held
        return [Public(self._keys[text], text, language) for text, language in seen]
