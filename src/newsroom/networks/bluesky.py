"""Bluesky, where a post is a record of the AT Protocol.

What may stand in it says
https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json. Its length is limited twice, in
letters as they are seen and in bytes: Arabic with all its vowel signs may meet the second limit first.
"""

from __future__ import annotations

from typing import Final

from newsroom.networks.counting import BYTES, GRAPHEMES, graphemes, utf8_bytes
from newsroom.networks.network import Limit, Network, plainly

MOST_GRAPHEMES: Final = 300
MOST_BYTES: Final = 3000

NETWORK: Final = Network(
    "bluesky",
    (Limit(MOST_GRAPHEMES, graphemes, GRAPHEMES), Limit(MOST_BYTES, utf8_bytes, BYTES)),
    plainly,
    hashtags=3,
)
