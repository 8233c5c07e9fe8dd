"""JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

import datetime
from typing import Final

import msgspec

from newsroom.feeds.feed import Entry, Feed, Media

VERSION: Final = "https://jsonfeed.org/version/1.1"


class _Author(msgspec.Struct, frozen=True):
    name: str
    url: str


class _Hub(msgspec.Struct, frozen=True):
    type: str
    url: str


class _Attachment(msgspec.Struct, frozen=True, omit_defaults=True):
    url: str
    mime_type: str
    size_in_bytes: int
    title: str = ""


class _Item(msgspec.Struct, frozen=True, omit_defaults=True):
    id: str
    url: str
    title: str
    content_html: str
    summary: str
    date_published: datetime.datetime
    date_modified: datetime.datetime
    language: str
    image: str = ""
    authors: tuple[_Author, ...] = ()
    tags: tuple[str, ...] = ()
    attachments: tuple[_Attachment, ...] = ()


class _Document(msgspec.Struct, frozen=True, omit_defaults=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    authors: tuple[_Author, ...]
    items: tuple[_Item, ...]
    next_url: str = ""
    icon: str = ""
    favicon: str = ""
    hubs: tuple[_Hub, ...] = ()


def json_feed(feed: Feed) -> bytes:
    """A document of a feed as JSON, in UTF-8. Raises ValueError where it holds half a character."""
    return msgspec.json.encode(_document(feed))


def _document(feed: Feed) -> _Document:
    return _Document(
        version=VERSION,
        title=feed.title,
        home_page_url=feed.home,
        feed_url=feed.json.own,
        description=feed.description,
        language=feed.language,
        authors=(_Author(feed.publisher, feed.website),),
        items=tuple(map(_item, feed.entries)),
        next_url=feed.json.previous,
        icon=feed.logo.large if feed.logo else "",
        favicon=feed.logo.tab if feed.logo else "",
        hubs=(_Hub("WebSub", feed.hub),) if feed.hub and not feed.json.is_archive else (),
    )


def _item(entry: Entry) -> _Item:
    return _Item(
        id=entry.id,
        url=entry.address,
        title=entry.title,
        content_html=entry.html,
        summary=entry.summary,
        date_published=entry.published,
        date_modified=entry.modified,
        language=entry.language,
        image=entry.media.address if entry.media else "",
        authors=tuple(_Author(author.name, author.address) for author in entry.authors),
        tags=entry.categories,
        attachments=(_attachment(entry.media),) if entry.media else (),
    )


def _attachment(media: Media) -> _Attachment:
    return _Attachment(media.address, media.media_type, media.length, media.title)
