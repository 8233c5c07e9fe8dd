"""X, by its API v2 (https://docs.x.com/x-api/posts/create-post).

A text weighs what its letters weigh: an Arabic letter one, an emoji two, and any link 23
(https://docs.x.com/fundamentals/counting-characters). A text with a link costs more than a dozen without
(https://docs.x.com/x-api/getting-started/pricing, August 2026).
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Final

from newsroom.model.language import Localized
from newsroom.networks.likeness import SETTLES
from newsroom.networks.network import Limit, Network, plainly
from newsroom.networks.x_posts import SECRETS, Poster

MOST: Final = 280
PRICE: Final = Decimal("0.015")
PRICE_WITH_LINK: Final = Decimal("0.200")


def weight(text: str) -> int:
    """What X counts of a text."""
    return int(_library().parse_tweet(text).weightedLength)


def price(text: str) -> Decimal:
    """What X asks for a text, in US dollars."""
    return PRICE_WITH_LINK if _library().extract_urls(text) else PRICE


@cache
def _library() -> Any:
    # It compiles its patterns when it is imported, which takes longer than to build a small site.
    import twitter_text  # noqa: PLC0415

    return twitter_text


NETWORK: Final = Network(
    "x",
    (Limit(MOST, weight, Localized("بالوزن", "by weight")),),
    plainly,
    hashtags=2,
    opened=Poster,
    price=price,
    secrets=SECRETS,
    settles=SETTLES,
)
