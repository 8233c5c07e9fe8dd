"""The author's own words for a network are longer than the network takes.

What is composed from a post is fitted; what an author wrote is sent as it is or not at all. Bad: 300 letters for X,
which takes 280 with the link. Good: fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.networks import NETWORKS
from newsroom.reading.lines import Lines, lead_of

RULE: Final = Rule(
    "NR804",
    "error",
    what=Localized(
        "النص المكتوب لشبكة {network} أطول مما تقبله: {count} من {most} {units_ar}",
        "the words for {network} are longer than it takes: {count} of {most} {units}",
    ),
    mend=Localized("اختصره؛ والرابط الذي يُضاف إليه محسوب", "shorten them; the link that is added to them counts too"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every text that is over a limit."""
    for post in newsroom.posts:
        if post.social:
            yield from _too_long(newsroom, post, lines)


def _too_long(newsroom: Newsroom, post: Post, lines: Lines) -> Iterator[Problem]:
    # Loaded where an author wrote for networks: it loads what draws pages, for the words of the share card.
    from newsroom.crosspost.composing import compose  # noqa: PLC0415

    text = lead_of(post, newsroom)
    for message in compose(newsroom, post):
        for limit in NETWORKS[message.network].limits:
            count = limit.count(message.text)
            if count > limit.most:
                units = {"units": limit.units.en, "units_ar": limit.units.ar}
                values = {"network": message.network, "count": str(count), "most": str(limit.most)}
                yield Problem(RULE, lines.name(text), lines.of_key(text, "social"), values | units)
