"""Threads (https://developers.facebook.com/docs/threads/posts)."""

from __future__ import annotations

from typing import Final

from newsroom.networks.counting import CHARACTERS, with_pictograms_as_bytes
from newsroom.networks.network import Limit, Network, plainly

MOST: Final = 450
"""The documented limit is 500 characters. How Arabic letters count is written nowhere, so some room is left."""

NETWORK: Final = Network("threads", (Limit(MOST, with_pictograms_as_bytes, CHARACTERS),), plainly, hashtags=1)
