"""RSS 2.0, as its Advisory Board recommends it: https://www.rssboard.org/rss-profile."""

from __future__ import annotations

from typing import Final

from newsroom.feeds.feed import Entry, Feed
from newsroom.feeds.mends import (
    RSS_TYPE,
    Generator,
    RssHead,
    RssItem,
    add_entry,
    enclosure,
    generator_of,
)

SPECIFICATION: Final = "https://www.rssboard.org/rss-specification"
MINUTES_TO_LIVE: Final = 60
"""How long a reader may keep a feed unasked: https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt"""
LOGO_SIDE: Final = 144
"""Pixels; no logo may be wider: https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt"""


def rss(feed: Feed) -> bytes:
    """A document of a feed as RSS, in UTF-8. Raises ValueError where XML cannot hold a character of it."""
    generator = generator_of(feed, RssHead(feed), feed.rss, RSS_TYPE)
    generator.docs(SPECIFICATION)
    generator.ttl(MINUTES_TO_LIVE)
    if feed.logo:
        generator.image(feed.logo.small, width=str(LOGO_SIDE), height=str(LOGO_SIDE))
    for entry in feed.entries:
        _add(generator, entry, feed.publisher)
    document: bytes = generator.rss_str()
    return document


def _add(generator: Generator, entry: Entry, publisher: str) -> None:
    item = add_entry(generator, entry, RssItem(entry, publisher))
    item.link(href=entry.address)
    if entry.media:
        item.link(enclosure(entry.media))
