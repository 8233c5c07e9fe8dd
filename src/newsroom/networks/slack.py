"""A room on Slack, by an incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).

Slack answers ``ok`` and gives no id: what is in doubt can be looked up by a person alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.networks.counting import CHARACTERS
from newsroom.networks.network import Draft, Limit, Network, plainly
from newsroom.networks.outcomes import Declined
from newsroom.networks.outlet import Health
from newsroom.networks.rooms import SECRETS, Room

MOST: Final = 40_000
"""A longer text is cut (https://docs.slack.dev/reference/methods/chat.postMessage)."""
_MEANT: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
"""What stands for something else even in plain text (https://docs.slack.dev/messaging/formatting-message-text)."""
_NOTHING_TO_SAY: Final = 400
"""What a room that is there answers to a message without words; one that is not answers 403, 404 or 410."""


def written(draft: Draft) -> str:
    """Words and link, in which nothing calls for a whole channel."""
    text = plainly(Draft(draft.words, (), draft.link))
    for sign, escaped in _MEANT:
        text = text.replace(sign, escaped)
    return text


def shown(text: str) -> str:
    """A text without its escapes."""
    for sign, escaped in reversed(_MEANT):
        text = text.replace(escaped, sign)
    return text


class Slack(Room):
    """A room on Slack."""

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Say it, with the page's own card below; nothing that would be cut."""
        if len(sealed.message.text) > MOST:
            raise Declined(
                Localized(f"لا تتسع الرسالة لأكثر من {MOST} حرف", f"a message takes no more than {MOST} characters")
            )
        self._say(self._address, {"text": sealed.message.text, "mrkdwn": False, "unfurl_links": True})
        return Receipt(sealed.identity.key)

    def health(self) -> Health:
        """Send no words, which a room refuses and nobody sees."""
        self._web.ask("POST", self._address, expected=(_NOTHING_TO_SAY,), json={})
        return Health(self._handle)


NETWORK: Final = Network(
    "slack",
    (Limit(MOST, len, CHARACTERS),),
    written,
    hashtags=0,
    opened=Slack,
    secrets=SECRETS,
    public=False,
    shown=shown,
)
