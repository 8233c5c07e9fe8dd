"""A feed as a value, from which each format is written.

Every address is absolute and ASCII, every text final and plain unless it says otherwise. There is no clock in it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from newsroom.model.language import Language


@dataclass(frozen=True, slots=True)
class Author:
    """Who speaks: the name in the feed's language, and the address of the executive's page."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture: ``length`` is its file's bytes, ``width`` and ``height`` its pixels.

    ``description`` says what it shows; ``title`` is the caption; title, credit and licence may be empty.
    """

    address: str
    media_type: str
    length: int
    width: int
    height: int
    title: str
    description: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A post in a feed.

    ``id`` is permanent and comes from the post's id alone. ``html`` is the full text as it may stand anywhere: every
    address absolute, its direction on its outermost element. ``summary`` is plain text. ``language`` is a BCP 47 tag
    with region. ``withdrawn`` is the instant of a withdrawal: the entry is then its notice, and has no picture.
    """

    id: str
    address: str
    title: str
    summary: str
    html: str
    language: str
    published: datetime.datetime
    modified: datetime.datetime
    withdrawn: datetime.datetime | None
    authors: tuple[Author, ...]
    categories: tuple[str, ...]
    media: Media | None


@dataclass(frozen=True, slots=True)
class Logo:
    """The organisation's logo as pictures: 144 pixels square for RSS, 512 for the others, 64 for a browser's tab."""

    small: str
    large: str
    tab: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a document of a feed stands in one format.

    ``own`` is its address, ``current`` that of the live feed, the same where this is it; ``previous`` that of the
    archive document with the posts before these, or empty.
    """

    own: str
    current: str
    previous: str

    @property
    def is_archive(self) -> bool:
        """Whether this is an archive document, to which no new post is ever added."""
        return self.own != self.current


@dataclass(frozen=True, slots=True)
class Feed:
    """A document of a feed: the live one, or one of its archive.

    ``tongue`` is the language, and ``language`` its BCP 47 tag with region. ``home`` is the HTML page that lists the
    same posts. ``updated`` is the newest change of an entry. ``hub`` is a WebSub hub, or empty. Entries come newest
    first. ``publisher`` is the organisation's name, ``rights`` its line of copyright.
    """

    id: str
    title: str
    description: str
    tongue: Language
    language: str
    home: str
    updated: datetime.datetime
    publisher: str
    website: str
    rights: str
    logo: Logo | None
    hub: str
    rss: Chain
    atom: Chain
    json: Chain
    entries: tuple[Entry, ...]
