"""The formats of a feed, in each of which it says the same."""

from __future__ import annotations

from typing import Final

from newsroom.feeds.atom import atom
from newsroom.feeds.feed import Feed
from newsroom.feeds.json_feed import json_feed
from newsroom.feeds.rss import rss
from newsroom.prose.legibility import in_legible_characters

FORMATS: Final = (rss, atom, json_feed)
"""In the order of a feed's addresses."""


def in_all_formats(feed: Feed) -> tuple[bytes, ...]:
    """A document of a feed in each format, with U+FFFD in place of each character that XML cannot hold.

    lxml looks at every character as it is, and refuses with a ``ValueError``; so a sound feed is not looked at twice.
    """
    try:
        return _written(feed)
    except ValueError:
        return _written(in_legible_characters(feed))


def _written(feed: Feed) -> tuple[bytes, ...]:
    return tuple(write(feed) for write in FORMATS)
