"""feedgen 1.0, with its faults mended through the interface that it has for extensions.

What is done about each, for whoever raises the version of feedgen:

1.  The link of an RSS channel is the last one given, whatever it is for: ``links`` ends with the page.
2.  Of a channel's other links RSS keeps only the feed's own: ``RssHead`` writes the rest.
3.  Links of an Atom entry lose all but their address: feedgen is given none there, ``AtomEntry`` writes them.
4.  Its media are put in a group, and have neither title nor description nor credit: ``_write_media`` is ours.
5.  Content as CDATA has a type that Atom does not know, and without a summary stands in the place of one: content is
    always ``html``, and there is always a summary.
6.  Content as XHTML fails on entities: see 5.
7.  A person without an address for mail is nobody in RSS: ``RssItem`` writes ``dc:creator``.
8.  Entries are put before those that are there: ours are appended. No id is an address, so each ``guid`` is no link.
9.  What has no date is said to be of now: everything is given its own.
10. It knows no language of an entry, no mark of an archive and no tombstone: the four classes here write them.
11. It sets the locale of the process for each date in RSS, and puts it back. There is no mend: two threads must not
    write RSS at once, two processes may.

It leaves characters that XML forbids to lxml, which refuses them with a ``ValueError``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]
from lxml import etree

from newsroom.feeds.feed import Chain, Entry, Feed, Media

ATOM: Final = "http://www.w3.org/2005/Atom"
"""https://www.rfc-editor.org/rfc/rfc4287#section-1.2"""
DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"
"""https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#section-3"""
DUBLIN_CORE_TERMS: Final = "http://purl.org/dc/terms/"
"""https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#section-2"""
HISTORY: Final = "http://purl.org/syndication/history/1.0"
"""https://www.rfc-editor.org/rfc/rfc5005#section-4"""
MEDIA: Final = "http://search.yahoo.com/mrss/"
"""https://www.rssboard.org/media-rss: with its closing slash."""
TOMBSTONES: Final = "http://purl.org/atompub/tombstones/1.0"
"""https://www.rfc-editor.org/rfc/rfc6721#section-2"""

RSS_TYPE: Final = "application/rss+xml"
"""https://www.rssboard.org/rss-mime-type-application.txt"""
ATOM_TYPE: Final = "application/atom+xml"
"""https://www.rfc-editor.org/rfc/rfc4287#section-7"""
PAGE_TYPE: Final = "text/html"

GENERATOR: Final = "Newsroom"

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"

Generator: TypeAlias = Any
"""A feed in the hands of feedgen, which has no types."""
GeneratorEntry: TypeAlias = Any
"""An entry in the hands of feedgen."""


@dataclass(frozen=True, slots=True)
class RssHead:
    """What feedgen leaves out of a channel."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Prefixes of the namespaces; feedgen itself adds those of Atom and of content."""
        prefixes = {"dc": DUBLIN_CORE, "dcterms": DUBLIN_CORE_TERMS, "media": MEDIA}
        return prefixes | _prefix_of_archive(self.feed.rss)

    def extend_rss(self, root: etree._Element) -> None:
        """Write the links by which programs find their way, and the mark of an archive."""
        channel = root[0]
        for link in links(self.feed, self.feed.rss, RSS_TYPE):
            if link["rel"] not in ("self", "alternate"):
                etree.SubElement(channel, f"{{{ATOM}}}link", link)
        _mark_archive(channel, self.feed.rss)


@dataclass(frozen=True, slots=True)
class RssItem:
    """What feedgen leaves out of an item. An entry without authors is the publisher's own word."""

    entry: Entry
    publisher: str

    def extend_rss(self, item: etree._Element) -> None:
        """Write the people, the language, the last change and the picture."""
        for name in [author.name for author in self.entry.authors] or [self.publisher]:
            _write(item, f"{{{DUBLIN_CORE}}}creator", name)
        _write(item, f"{{{DUBLIN_CORE}}}language", self.entry.language)
        _write(item, f"{{{DUBLIN_CORE_TERMS}}}modified", self.entry.modified.isoformat())
        if self.entry.media:
            _write_media(item, self.entry.media)


@dataclass(frozen=True, slots=True)
class AtomHead:
    """What feedgen leaves out of an Atom feed."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Prefixes of the namespaces, that of tombstones only where there is one."""
        tombstones = {"at": TOMBSTONES} if any(entry.withdrawn for entry in self.feed.entries) else {}
        return {"media": MEDIA} | _prefix_of_archive(self.feed.atom) | tombstones

    def extend_atom(self, root: etree._Element) -> None:
        """Write the mark of an archive, and a tombstone for each entry that was withdrawn."""
        _mark_archive(root, self.feed.atom)
        for entry in self.feed.entries:
            if entry.withdrawn:
                names = {"ref": entry.id, "when": entry.withdrawn.isoformat(), _LANGUAGE: entry.language}
                tombstone = etree.SubElement(root, f"{{{TOMBSTONES}}}deleted-entry", names)
                _write(tombstone, f"{{{TOMBSTONES}}}comment", entry.summary)


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """What feedgen leaves out of an Atom entry."""

    entry: Entry

    def extend_atom(self, element: etree._Element) -> None:
        """Write the language, the links and the picture."""
        entry = self.entry
        element.set(_LANGUAGE, entry.language)
        page = {"rel": "alternate", "type": PAGE_TYPE, "hreflang": entry.language, "href": entry.address}
        etree.SubElement(element, "link", page)
        if entry.media:
            etree.SubElement(element, "link", enclosure(entry.media))
            _write_media(element, entry.media)


def generator_of(feed: Feed, head: RssHead | AtomHead, chain: Chain, media_type: str) -> Generator:
    """A generator that knows what RSS and Atom both say of a feed, but no entries."""
    generator = FeedGenerator()
    generator.register_extension("newsroom", lambda: head, None, isinstance(head, AtomHead), isinstance(head, RssHead))
    generator.title(feed.title)
    generator.subtitle(feed.description)
    generator.language(feed.language)
    generator.updated(feed.updated)
    generator.rights(feed.rights)
    generator.generator(GENERATOR)
    generator.link(list(links(feed, chain, media_type)))
    return generator


def add_entry(generator: Generator, entry: Entry, mend: RssItem | AtomEntry) -> GeneratorEntry:
    """Append what RSS and Atom both say of an entry, and what its mend says."""
    added = generator.add_entry(order="append")
    added.register_extension("newsroom", lambda: mend, isinstance(mend, AtomEntry), isinstance(mend, RssItem))
    added.id(entry.id)
    added.title(entry.title)
    added.summary(entry.summary)
    added.content(entry.html, type="html")
    added.published(entry.published)
    added.category([{"term": category} for category in entry.categories])
    return added


def links(feed: Feed, chain: Chain, media_type: str) -> Iterator[dict[str, str]]:
    """Where a document leads, the page last. No one waits for news of an archive, so it names no hub.

    The kinds are those of https://www.rfc-editor.org/rfc/rfc5005#section-4 and https://www.w3.org/TR/websub/#discovery.
    """
    yield {"rel": "self", "type": media_type, "href": chain.own}
    if chain.is_archive:
        yield {"rel": "current", "type": media_type, "href": chain.current}
    elif feed.hub:
        yield {"rel": "hub", "href": feed.hub}
    if chain.previous:
        yield {"rel": "prev-archive", "type": media_type, "href": chain.previous}
    yield {"rel": "alternate", "type": PAGE_TYPE, "hreflang": feed.language, "href": feed.home}


def enclosure(media: Media) -> dict[str, str]:
    """A picture as a link."""
    return {"rel": "enclosure", "type": media.media_type, "length": str(media.length), "href": media.address}


def _write(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _prefix_of_archive(chain: Chain) -> dict[str, str]:
    return {"fh": HISTORY} if chain.is_archive else {}


def _mark_archive(parent: etree._Element, chain: Chain) -> None:
    if chain.is_archive:
        etree.SubElement(parent, f"{{{HISTORY}}}archive")


def _write_media(parent: etree._Element, media: Media) -> None:
    """https://www.rssboard.org/media-rss: a picture outside of any group, since it is no choice among several."""
    size = {"url": media.address, "width": str(media.width), "height": str(media.height)}
    kind = {"type": media.media_type, "medium": "image", "fileSize": str(media.length)}
    content = etree.SubElement(parent, f"{{{MEDIA}}}content", size | kind)
    words = {"title": media.title, "description": media.description, "credit": media.credit, "copyright": media.licence}
    for name, text in words.items():
        if text:
            _write(content, f"{{{MEDIA}}}{name}", text)
    etree.SubElement(parent, f"{{{MEDIA}}}thumbnail", size)
