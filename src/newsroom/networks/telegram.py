"""A Telegram channel, by the Bot API (https://core.telegram.org/bots/api#sendmessage)."""

from __future__ import annotations

from typing import Final

from newsroom.networks.counting import CHARACTERS, utf16_units
from newsroom.networks.network import Limit, Network, plainly

MOST: Final = 4096
"""In the units in which Telegram counts the places of its entities."""

NETWORK: Final = Network("telegram", (Limit(MOST, utf16_units, CHARACTERS),), plainly, hashtags=3)
