"""A Facebook Page (https://developers.facebook.com/docs/pages-api/posts); the link stands beside the text."""

from __future__ import annotations

from typing import Final

from newsroom.networks.counting import CHARACTERS
from newsroom.networks.network import Limit, Network, without_link

MOST: Final = 60_000
"""The limit is written nowhere; pages were seen with some 63,000 characters."""

NETWORK: Final = Network("facebook", (Limit(MOST, len, CHARACTERS),), without_link, hashtags=3)
