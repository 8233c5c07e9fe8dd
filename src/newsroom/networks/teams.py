"""A room on Microsoft Teams, by the webhook of a workflow, which takes an adaptive card.

https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook. The workflow
belongs to a person, and ends with their account: give it an owner more. Teams gives no id of what it holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Message
from newsroom.networks.counting import BYTES
from newsroom.networks.network import Limit, Network, without_link
from newsroom.networks.outlet import Health
from newsroom.networks.rooms import SECRETS, Room

MOST_OF_CARD: Final = 28 * 1024
"""Bytes of a whole card."""
MOST: Final = MOST_OF_CARD - 4 * 1024
"""Bytes of its text; the rest is for the picture's address and words, the link and what stands around."""
_READ: Final = Localized("اقرأ المنشور", "Read the post")


class Teams(Room):
    """A room on Teams."""

    def send(self, sealed: Sealed, _: Mapping[str, str]) -> Receipt:
        """Show a card."""
        self._say(self._address, posted(sealed.message))
        return Receipt(sealed.identity.key)

    def health(self) -> Health:
        """Only the address can be looked at: a workflow answers nothing but messages."""
        return Health(self._handle)


def posted(message: Message) -> dict[str, Any]:
    """What a workflow is sent: a message with one card."""
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "contentUrl": None, "content": card(message)}]}


def card(message: Message) -> dict[str, Any]:
    """An adaptive card in the message's direction (https://adaptivecards.io/explorer/AdaptiveCard.html).

    Its paragraphs are rich text, in which no sign means anything but itself
    (https://learn.microsoft.com/adaptive-cards/create/textfeatures).
    """
    picture = {"type": "Image", "url": message.card.picture, "altText": message.card.alt, "size": "Stretch"}
    return {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": message.language,
        "rtl": message.language == "ar",
        "body": [*_paragraphs(message.text), picture],
        "actions": [{"type": "Action.OpenUrl", "title": _READ[message.language], "url": message.link}],
    }


def size(text: str) -> int:
    """Bytes of a text as a card has it."""
    return len(json.dumps([*_paragraphs(text)], ensure_ascii=False, separators=(",", ":")).encode())


def _paragraphs(text: str) -> Iterator[dict[str, Any]]:
    for paragraph in text.split("\n\n"):
        yield {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": paragraph}]}


NETWORK: Final = Network(
    "teams", (Limit(MOST, size, BYTES),), without_link, hashtags=0, opened=Teams, secrets=SECRETS, public=False
)
