"""feedgen 1.0, which writes what a feed says of itself, with its faults mended through its interface for extensions.

What is done about each, for whoever raises the version of feedgen:

1.  The link of an RSS channel is the last one given, whatever it is for: ``links`` ends with the page.
2.  Of a channel's other links RSS keeps only the feed's own: ``rss`` writes the rest.
3.  Of an entry it loses the kinds of links, the words of a picture, people without an address for mail and the
    language, and takes longer over it than over all else: ``rss`` and ``atom`` write entries into the feed themselves.
4.  What has no date is said to be of now: everything is given its own.
5.  It knows no mark of an archive and no tombstone: ``rss`` and ``atom`` write them.
6.  It sets the locale of the process for the date of a feed in RSS, and puts it back. There is no mend: two threads
    must not write RSS at once, two processes may.

It leaves characters that XML forbids to lxml, which refuses them with a ``ValueError``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Protocol, TypeAlias

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from newsroom.feeds.elements import ATOM_TYPE, PAGE_TYPE, RSS_TYPE
from newsroom.feeds.feed import Chain, Feed

GENERATOR: Final = "Newsroom"

Generator: TypeAlias = Any
"""A feed in the hands of feedgen, which has no types."""


class Rest(Protocol):
    """What feedgen leaves out of a feed; it has besides one method ``extend_rss`` or ``extend_atom`` that writes it."""

    def extend_ns(self) -> dict[str, str]:
        """The namespaces that it uses, by prefix."""
        ...


def rss_generator(feed: Feed, rest: Rest) -> Generator:
    """A generator that knows what RSS and Atom both say of a feed, and who writes the rest of RSS."""
    return _generator(feed, rest, feed.rss, RSS_TYPE)


def atom_generator(feed: Feed, rest: Rest) -> Generator:
    """A generator that knows what RSS and Atom both say of a feed, and who writes the rest of Atom."""
    return _generator(feed, rest, feed.atom, ATOM_TYPE)


def _generator(feed: Feed, rest: Rest, chain: Chain, media_type: str) -> Generator:
    generator = FeedGenerator()
    generator.register_extension("newsroom", lambda: rest, None, media_type == ATOM_TYPE, media_type == RSS_TYPE)
    generator.title(feed.title)
    generator.subtitle(feed.description)
    generator.language(feed.language)
    generator.updated(feed.updated)
    generator.rights(feed.rights)
    generator.generator(GENERATOR)
    generator.link(list(links(feed, chain, media_type)))
    return generator


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
