"""Atom: https://www.rfc-editor.org/rfc/rfc4287, with tombstones: https://www.rfc-editor.org/rfc/rfc6721."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from newsroom.feeds.elements import (
    LANGUAGE,
    MEDIA,
    PAGE_TYPE,
    TOMBSTONES,
    mark_archive,
    prefix_of_archive,
    write,
    write_media,
)
from newsroom.feeds.feed import Author, Entry, Feed
from newsroom.feeds.mends import atom_generator


def atom(feed: Feed) -> bytes:
    """A document of a feed as Atom, in UTF-8. Raises ValueError where XML cannot hold a character of it."""
    generator = atom_generator(feed, _Rest(feed))
    generator.id(feed.id)
    generator.author(name=feed.publisher, uri=feed.website)
    if feed.logo:
        generator.logo(feed.logo.large)
        generator.icon(feed.logo.tab)
    document: bytes = generator.atom_str()
    return document


@dataclass(frozen=True, slots=True)
class _Rest:
    """What feedgen leaves out of an Atom feed, and its entries."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Prefixes of the namespaces, that of tombstones only where there is one."""
        tombstones = {"at": TOMBSTONES} if any(entry.withdrawn for entry in self.feed.entries) else {}
        return {"media": MEDIA} | prefix_of_archive(self.feed.atom) | tombstones

    def extend_atom(self, root: etree._Element) -> None:
        """Write the mark of an archive, a tombstone for each entry that was withdrawn, and the entries."""
        mark_archive(root, self.feed.atom)
        for entry in self.feed.entries:
            _write_tombstone(root, entry)
        for entry in self.feed.entries:
            _write_entry(etree.SubElement(root, "entry", {LANGUAGE: entry.language}), entry)


def _write_tombstone(root: etree._Element, entry: Entry) -> None:
    if entry.withdrawn:
        names = {"ref": entry.id, "when": entry.withdrawn.isoformat(), LANGUAGE: entry.language}
        tombstone = etree.SubElement(root, f"{{{TOMBSTONES}}}deleted-entry", names)
        write(tombstone, f"{{{TOMBSTONES}}}comment", entry.summary)


def _write_entry(element: etree._Element, entry: Entry) -> None:
    write(element, "id", entry.id)
    write(element, "title", entry.title)
    write(element, "updated", entry.modified.isoformat())
    for author in entry.authors:
        _write_author(etree.SubElement(element, "author"), author)
    etree.SubElement(element, "content", {"type": "html"}).text = entry.html
    write(element, "summary", entry.summary)
    for category in entry.categories:
        etree.SubElement(element, "category", {"term": category})
    write(element, "published", entry.published.isoformat())
    _write_links(element, entry)


def _write_author(element: etree._Element, author: Author) -> None:
    write(element, "name", author.name)
    write(element, "uri", author.address)


def _write_links(element: etree._Element, entry: Entry) -> None:
    """Where an entry leads: to its page, and to its picture."""
    page = {"rel": "alternate", "type": PAGE_TYPE, "hreflang": entry.language, "href": entry.address}
    etree.SubElement(element, "link", page)
    if entry.media:
        media = entry.media
        picture = {"rel": "enclosure", "type": media.media_type, "length": str(media.length), "href": media.address}
        etree.SubElement(element, "link", picture)
        write_media(element, media)
