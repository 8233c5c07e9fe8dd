"""The addresses that a newsroom promises for ever: those that people keep, and that readers of feeds ask for again.

These are pages and feeds. The numbered pages of a list, the years of the media library and the archives of a feed only
share out what stands elsewhere; pictures and files for machines stand beside a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import Newsroom
from newsroom.pages import addresses
from newsroom.pages.moves import moved_feeds, moves
from newsroom.pages.standing import standing_feeds, standing_pages

_PAGE: Final = re.compile(r"(?:ar|en)/(?:[a-z0-9-]+/){0,3}")
_FEED: Final = re.compile(
    r"(?:ar|en)/(?:feed\.xml|atom\.xml|feed\.json|feeds/(?:rss|atom|json)/([a-z]+/[a-z0-9-]+)\.\w+)"
)
_PART: Final = re.compile(r".*/(?:page/[0-9]+/|media-library/[0-9]{4}/|archive/[0-9]+\.\w+)")


def lasting_addresses(visible: Newsroom) -> frozenset[str]:
    """Every such address of a newsroom that is already cut down to what may be seen, old ones that lead on included."""
    pages = (address for of_language in standing_pages(visible) for address in of_language)
    feeds = (address for language in LANGUAGES for address in _feeds(visible, language))
    return frozenset((*pages, *(move.old for move in moves(visible)), *feeds))


def is_lasting(address: str) -> bool:
    """Whether an address has the form of those that are promised for ever."""
    return bool(_PAGE.fullmatch(address) or _FEED.fullmatch(address)) and not _PART.fullmatch(address)


def feed_at(address: str) -> str:
    """The name of the feed at an address, such as ``topics/ports``; empty where it is none, or that of everything."""
    match = _FEED.fullmatch(address)
    return match[1] or "" if match else ""


def _feeds(visible: Newsroom, language: Language) -> Iterator[str]:
    for name in ("", *standing_feeds(visible, language), *moved_feeds(visible, language)):
        yield from addresses.feeds(language, name)
