"""Chat rooms that are reached through an incoming webhook: whoever knows its address may speak in the room."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from newsroom.errors import AccountUnusable
from newsroom.model.language import Localized
from newsroom.networks.one_way import OneWay
from newsroom.networks.outlet import Access
from newsroom.networks.servers import is_usable
from newsroom.networks.web import Answer

SECRETS: Final = {
    "address": Localized(
        "عنوان الخطّاف الوارد كما أعطته الغرفة", "the address of the incoming webhook, as the room gave it"
    )
}


class Room(OneWay):
    """A room, and the secret address that leads into it.

    Raises :class:`AccountUnusable` where that is no address to which words may be told.
    """

    def __init__(self, access: Access) -> None:
        self._web = access.web
        self._handle = access.carrier.handle
        self._address = access.secrets.get("address")
        if not is_usable(self._address):
            name = access.secrets.name("address")
            raise AccountUnusable(
                f"{self._handle}: the webhook's address, {name}, cannot be used; it has to begin with https://",
                f"{self._handle}: عنوان الخطّاف {name} لا يصلح؛ ينبغي أن يبدأ بـ https://",
            )
        # Servers say back what they were asked, and that is without the host.
        for part in urlsplit(self._address)[2:4]:
            access.secrets.learn(part)

    def _say(self, address: str, body: Any) -> Answer:
        return self._web.do("POST", address, json=body)
