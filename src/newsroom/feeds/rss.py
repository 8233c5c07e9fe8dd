"""RSS 2.0, as its Advisory Board recommends it: https://www.rssboard.org/rss-profile."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import format_datetime
from typing import Final

from lxml import etree

from newsroom.feeds.elements import (
    ATOM,
    CONTENT,
    DUBLIN_CORE,
    DUBLIN_CORE_TERMS,
    MEDIA,
    RSS_TYPE,
    mark_archive,
    prefix_of_archive,
    write,
    write_media,
)
from newsroom.feeds.feed import Entry, Feed, Media
from newsroom.feeds.mends import links, rss_generator

SPECIFICATION: Final = "https://www.rssboard.org/rss-specification"
MINUTES_TO_LIVE: Final = 60
"""How long a reader may keep a feed unasked: https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt"""
LOGO_SIDE: Final = 144
"""Pixels; no logo may be wider: https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt"""


def rss(feed: Feed) -> bytes:
    """A document of a feed as RSS, in UTF-8. Raises ValueError where XML cannot hold a character of it."""
    generator = rss_generator(feed, _Channel(feed))
    generator.docs(SPECIFICATION)
    generator.ttl(MINUTES_TO_LIVE)
    if feed.logo:
        generator.image(feed.logo.small, width=str(LOGO_SIDE), height=str(LOGO_SIDE))
    document: bytes = generator.rss_str()
    return document


@dataclass(frozen=True, slots=True)
class _Channel:
    """What feedgen leaves out of a channel, and its items."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Prefixes of the namespaces; feedgen itself adds those of Atom and of content."""
        prefixes = {"dc": DUBLIN_CORE, "dcterms": DUBLIN_CORE_TERMS, "media": MEDIA}
        return prefixes | prefix_of_archive(self.feed.rss)

    def extend_rss(self, root: etree._Element) -> None:
        """Write the links by which programs find their way, the mark of an archive and the items."""
        channel = root[0]
        for link in links(self.feed, self.feed.rss, RSS_TYPE):
            if link["rel"] not in ("self", "alternate"):
                etree.SubElement(channel, f"{{{ATOM}}}link", link)
        mark_archive(channel, self.feed.rss)
        for entry in self.feed.entries:
            _write_item(etree.SubElement(channel, "item"), entry, self.feed.publisher)


def _write_item(item: etree._Element, entry: Entry, publisher: str) -> None:
    write(item, "title", entry.title)
    write(item, "link", entry.address)
    write(item, "description", entry.summary)
    write(item, f"{{{CONTENT}}}encoded", entry.html)
    etree.SubElement(item, "guid", {"isPermaLink": "false"}).text = entry.id
    for category in entry.categories:
        write(item, "category", category)
    if entry.media:
        _write_enclosure(item, entry.media)
    write(item, "pubDate", format_datetime(entry.published))
    _write_particulars(item, entry, publisher)


def _write_enclosure(item: etree._Element, media: Media) -> None:
    address = {"url": media.address, "length": str(media.length), "type": media.media_type}
    etree.SubElement(item, "enclosure", address)


def _write_particulars(item: etree._Element, entry: Entry, publisher: str) -> None:
    """What RSS itself has no elements for. An entry without authors is the publisher's own word."""
    for name in [author.name for author in entry.authors] or [publisher]:
        write(item, f"{{{DUBLIN_CORE}}}creator", name)
    write(item, f"{{{DUBLIN_CORE}}}language", entry.language)
    write(item, f"{{{DUBLIN_CORE_TERMS}}}modified", entry.modified.isoformat())
    if entry.media:
        write_media(item, entry.media)
