"""A Telegram channel, by the Bot API (https://core.telegram.org/bots/api#sendmessage).

A bot that may post in the channel sends. It cannot read the channel, and Telegram refuses no repeats: what went out
without an answer stays in doubt until a person has looked. Telegram makes the card of the link itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.networks.counting import CHARACTERS, utf16_units
from newsroom.networks.network import Limit, Network, plainly
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from newsroom.networks.outlet import Access, Health, WholeMessages
from newsroom.networks.web import TOO_MANY, Answer

SERVER: Final = "https://api.telegram.org"
MOST: Final = 4096
"""In the units in which Telegram counts the places of its entities."""
_POSTING: Final = Localized("لا يملك الروبوت حق النشر في القناة", "the bot may not post in the channel")
_UNSEEN: Final = Localized(
    "لا يستطيع الروبوت قراءة القناة؛ انظر فيها لتعرف هل وصلت الرسالة",
    "a bot cannot read its channel; look there whether the message arrived",
)


class Channel(WholeMessages):
    """A channel, and the bot that posts there."""

    def __init__(self, access: Access) -> None:
        self._web, self._clock, self._token = access.web, access.clock, access.secrets.get("token")
        self._name = access.carrier.handle.removeprefix("@")
        self._chat = access.carrier.id or f"@{self._name}"
        # Where a channel has no public name, its messages have no public address.
        self._site = "" if access.carrier.id else f"https://t.me/{self._name}/"

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Post the text."""
        message = sealed.message
        address = self._address("sendMessage")
        preview = {"url": message.link, "prefer_large_media": True}
        record = {"chat_id": self._chat, "text": message.text, "link_preview_options": preview}
        answer = self._web.do("POST", address, (TOO_MANY,), json=record)
        self._held(address, answer)
        number = answer.at("result", "message_id")
        if number is None:
            raise Unknown(self._web.reason(address, answer))
        return Receipt(str(number), f"{self._site}{number}" if self._site else "")

    def recover(self, _sealed: Sealed, _prepared: Mapping[str, str], _since: datetime.datetime) -> Receipt | None:
        """Nobody but a person can tell."""
        raise Unknown(_UNSEEN)

    def delete(self, receipt: Receipt) -> None:
        """Take a message down; Telegram lets bots do so for 48 hours."""
        self._asked("deleteMessage", chat_id=self._chat, message_id=int(receipt.id))

    def health(self) -> Health:
        """Whose the bot is, and whether it may post in the channel."""
        bot = self._asked("getMe")
        member = self._asked("getChatMember", chat_id=self._chat, user_id=bot.at("result", "id"))
        if member.at("result", "status") != "creator" and not member.at("result", "can_post_messages"):
            raise Declined(_POSTING)
        return Health(f"@{bot.at('result', 'username')}")

    def _asked(self, method: str, **record: Any) -> Answer:
        address = self._address(method)
        answer = self._web.ask("POST", address, (TOO_MANY,), json=record)
        self._held(address, answer)
        return answer

    def _held(self, address: str, answer: Answer) -> None:
        # Telegram says how long to wait in the body alone.
        if answer.status == TOO_MANY:
            seconds = answer.at("parameters", "retry_after")
            until = self._clock() + datetime.timedelta(seconds=seconds) if isinstance(seconds, int) else None
            raise NotSent(self._web.reason(address, answer), until)

    def _address(self, method: str) -> str:
        return f"{SERVER}/bot{self._token}/{method}"


NETWORK: Final = Network(
    "telegram",
    (Limit(MOST, utf16_units, CHARACTERS),),
    plainly,
    hashtags=3,
    opened=Channel,
    secrets={"token": Localized("رمز الروبوت الذي يعطيه BotFather@", "the bot's token, as @BotFather gives it")},
)
