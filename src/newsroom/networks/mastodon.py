"""Mastodon (https://docs.joinmastodon.org/methods/statuses/), and servers that speak as it does.

Each server has limits of its own; these are those of a server that changed nothing
(https://docs.joinmastodon.org/user/posting/).
"""

from __future__ import annotations

from functools import partial
from typing import Final

from newsroom.networks.counting import GRAPHEMES, with_links_as
from newsroom.networks.network import Limit, Network, plainly

MOST: Final = 500
LINK: Final = 23
"""What any link counts."""

NETWORK: Final = Network("mastodon", (Limit(MOST, partial(with_links_as, LINK), GRAPHEMES),), plainly, hashtags=3)
