"""The printer: a network that only prints, to try a newsroom out on, and the model for a file of another network."""

from __future__ import annotations

from typing import Final

from newsroom.networks.counting import CHARACTERS
from newsroom.networks.network import Limit, Network, plainly

MOST: Final = 500

NETWORK: Final = Network("printer", (Limit(MOST, len, CHARACTERS),), plainly, hashtags=3)
