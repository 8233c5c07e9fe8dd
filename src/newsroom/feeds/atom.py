"""Atom: https://www.rfc-editor.org/rfc/rfc4287, with tombstones: https://www.rfc-editor.org/rfc/rfc6721."""

from __future__ import annotations

from newsroom.feeds.feed import Entry, Feed
from newsroom.feeds.mends import (
    ATOM_TYPE,
    AtomEntry,
    AtomHead,
    Generator,
    add_entry,
    generator_of,
)


def atom(feed: Feed) -> bytes:
    """A document of a feed as Atom, in UTF-8. Raises ValueError where XML cannot hold a character of it."""
    generator = generator_of(feed, AtomHead(feed), feed.atom, ATOM_TYPE)
    generator.id(feed.id)
    generator.author(name=feed.publisher, uri=feed.website)
    if feed.logo:
        generator.logo(feed.logo.large)
        generator.icon(feed.logo.tab)
    for entry in feed.entries:
        _add(generator, entry)
    document: bytes = generator.atom_str()
    return document


def _add(generator: Generator, entry: Entry) -> None:
    added = add_entry(generator, entry, AtomEntry(entry))
    added.updated(entry.modified)
    added.author([{"name": author.name, "uri": author.address} for author in entry.authors])
