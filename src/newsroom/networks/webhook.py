"""A receiver of the newsroom's own: each post as signed JSON, at least once.

The contract is told to whoever writes a receiver in ``docs/guides/webhooks.md``; what it promises here may not change.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.networks.network import Draft, Network, plainly
from newsroom.networks.outlet import Access
from newsroom.networks.pinged import Pinged

KEY: Final = "Idempotency-Key"
"""The header with what the message is, by which a receiver knows it again."""
TIMESTAMP: Final = "Newsroom-Timestamp"
"""The header with the instant of this try, in seconds since 1970."""
SIGNATURE: Final = "Newsroom-Signature"


def written(draft: Draft) -> str:
    """Words and link."""
    return plainly(Draft(draft.words, (), draft.link))


def body(sealed: Sealed) -> bytes:
    """The same bytes at every try."""
    message, card = sealed.message, sealed.message.card
    told = {
        "id": sealed.identity.key,
        "post": message.post,
        "part": sealed.identity.part,
        "language": message.language,
        "title": card.title,
        "summary": card.description,
        "text": message.text,
        "link": message.link,
        "picture": {"address": card.picture, "alt": card.alt},
        "made": sealed.made.astimezone(datetime.UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def signature(key: str, timestamp: str, content: bytes) -> str:
    """HMAC-SHA256 of the timestamp, a full stop and the body, so that neither can be exchanged for another."""
    return "sha256=" + hmac.new(key.encode(), timestamp.encode() + b"." + content, hashlib.sha256).hexdigest()


class Webhook(Pinged):
    """A receiver at the address that the account's entry gives."""

    def __init__(self, access: Access) -> None:
        super().__init__(access)
        self._key = access.secrets.get("key")
        self._clock: Callable[[], datetime.datetime] = access.clock

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Hand it over; any answer of the 200s means that the receiver has it."""
        content, timestamp = body(sealed), str(int(self._clock().timestamp()))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            KEY: sealed.identity.key,
            TIMESTAMP: timestamp,
            SIGNATURE: signature(self._key, timestamp, content),
        }
        self._web.do("POST", self._server, content=content, headers=headers)
        return Receipt(sealed.identity.key)


NETWORK: Final = Network(
    "webhook",
    (),
    written,
    hashtags=0,
    opened=Webhook,
    settings={
        "server": Localized("عنوان المستقبِل، ويبدأ بـ https://", "the receiver's address, beginning with https://")
    },
    secrets={
        "key": Localized(
            "المفتاح الذي تُوقَّع به الرسائل، وهو لدى المستقبِل أيضًا",
            "the key that messages are signed with, which the receiver has as well",
        )
    },
    public=False,
)
