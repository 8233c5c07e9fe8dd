"""A WebSub hub (https://www.w3.org/TR/websub/), told of the feeds that a post is in: it tells their readers at once.

How a hub is told is for publisher and hub to agree on. It is done here as by every hub that is known to us; one of
them reads the feed's address from ``hub.topic`` and others from ``hub.url``, so both are sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.networks.network import Draft, Network
from newsroom.networks.pinged import Pinged


def written(draft: Draft) -> str:
    """The addresses of the feeds, a line each."""
    return "\n".join(draft.feeds)


class Hub(Pinged):
    """A hub; it fetches each feed again, whoever tells it to and however often."""

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Name each feed in a request of its own."""
        for feed in sealed.message.text.splitlines():
            self._web.do("POST", self._server, data={"hub.mode": "publish", "hub.url": feed, "hub.topic": feed})
        return Receipt(sealed.identity.key)


NETWORK: Final = Network(
    "websub",
    (),
    written,
    hashtags=0,
    opened=Hub,
    settings={
        "server": Localized("عنوان المحور المذكور في hosting.hub", "the address of the hub that hosting.hub names")
    },
    tells="edition",
    public=False,
    illustrated=False,
)
