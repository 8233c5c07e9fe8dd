"""An author wrote words for an account that will not carry the post.

They would be lost without a word. Bad: ``social: [{network: linkedin, …}]`` where ``crosspost.yml`` has no account on
LinkedIn, or only one that carries other types of post; or words for a hub, which is told an address alone. Good: words
for accounts that carry the post, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.crossposting import Carrier
from newsroom.model.language import Localized
from newsroom.model.message import OwnWords
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.networks import NETWORKS
from newsroom.reading.lines import Lines, lead_of

RULE: Final = Rule(
    "NR803",
    "warning",
    what=Localized(
        "كُتب نص لحساب لا ينشر هذا المنشور: {network} {handle}",
        "words were written for an account that does not carry this post: {network} {handle}",
    ),
    mend=Localized(
        "احذفه، أو أضف الحساب ونوع المنشور في crosspost.yml",
        "leave them out, or let an account in crosspost.yml carry this type of post",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every text that no account would say."""
    for post in newsroom.posts:
        for index, own in enumerate(post.social):
            if not any(_carries(carrier, own, post) for carrier in newsroom.carriers):
                text = lead_of(post, newsroom)
                values = {"network": own.network, "handle": own.handle}
                yield Problem(RULE, lines.name(text), lines.of_key(text, "social", index), values)


def _carries(carrier: Carrier, own: OwnWords, post: Post) -> bool:
    network = NETWORKS.get(own.network)
    is_meant = own.network == carrier.network and own.handle in {"", carrier.handle}
    return is_meant and carrier.carries(post) and (network is None or network.tells == "announcement")
