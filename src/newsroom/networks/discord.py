"""A room on Discord, by a webhook (https://docs.discord.com/developers/resources/webhook#execute-webhook)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode, urlsplit

from newsroom.model.delivery import Receipt, Sealed
from newsroom.networks.counting import CHARACTERS, utf16_units
from newsroom.networks.network import Draft, Limit, Network
from newsroom.networks.outlet import Health
from newsroom.networks.rooms import SECRETS, Room

MOST: Final = 2_000
"""Characters; of which kind is written nowhere, so an emoji counts as two here."""
_GONE: Final = 404
_SIGNS: Final = re.compile(r"https?://\S+|[\\*_~`|<>\[\]]|^[#-]", re.MULTILINE)
"""Links, and signs that mean something, some of them at the beginning of a line alone."""
_ESCAPED: Final = re.compile(r"https?://\S+|\\([\\*_~`|<>\[\]#-])")


def escaped(text: str) -> str:
    """A text in Discord's Markdown that is shown as it is; links stay whole."""
    return _SIGNS.sub(lambda found: found[0] if len(found[0]) > 1 else f"\\{found[0]}", text)


def shown(text: str) -> str:
    """A text without its escapes."""
    return _ESCAPED.sub(lambda found: found[1] or found[0], text)


def written(draft: Draft) -> str:
    """Words and link."""
    return "\n\n".join(filter(None, (escaped(draft.words), draft.link)))


class Discord(Room):
    """A room on Discord, which names what it holds: that can be taken down again."""

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Say it, and wait until it is kept: without waiting Discord reports no error. It calls for nobody."""
        body = {"content": sealed.message.text, "allowed_mentions": {"parse": []}}
        held = self._say(self._at(wait="true"), body).at("id")
        return Receipt(str(held or sealed.identity.key))

    def delete(self, receipt: Receipt) -> None:
        """Take it down, where it is still there."""
        self._web.ask("DELETE", self._at(f"/messages/{receipt.id}"), expected=(_GONE,))

    def health(self) -> Health:
        """Ask the webhook for its name."""
        return Health(str(self._web.ask("GET", self._at()).at("name") or self._handle))

    def _at(self, below: str = "", **asked: str) -> str:
        """An address below the webhook's own, which may name a thread after its question mark."""
        parts = urlsplit(self._address)
        query = "&".join(filter(None, (parts.query, urlencode(asked))))
        return parts._replace(path=parts.path.rstrip("/") + below, query=query).geturl()


NETWORK: Final = Network(
    "discord",
    (Limit(MOST, utf16_units, CHARACTERS),),
    written,
    hashtags=0,
    opened=Discord,
    secrets=SECRETS,
    public=False,
    shown=shown,
)
