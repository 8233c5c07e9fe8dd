"""The way from a live feed back to its oldest archive document, as each format tells it: RFC 5005, section 4."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.readers.published import LIVE, Document, Site, text, texts

Step = Callable[[Document], str]
Links = Callable[[Document], list[str]]


def _rss_before(feed: Document) -> str:
    return text(feed.root, "channel/atom:link[@rel='prev-archive']/@href")


def _rss_links(feed: Document) -> list[str]:
    return texts(feed.root, "channel/item/link")


def _atom_before(feed: Document) -> str:
    return text(feed.root, "atom:link[@rel='prev-archive']/@href")


def _atom_links(feed: Document) -> list[str]:
    return texts(feed.root, "atom:entry/atom:link[@rel='alternate']/@href")


def _json_before(feed: Document) -> str:
    return feed.data.get("next_url", "")


def _json_links(feed: Document) -> list[str]:
    return [item["url"] for item in feed.data["items"]]


WAYS: dict[str, tuple[Step, Links]] = {
    "rss": (_rss_before, _rss_links),
    "atom": (_atom_before, _atom_links),
    "json": (_json_before, _json_links),
}


def chain(site: Site, language: str, name: str) -> Iterator[Document]:
    """The live feed and every archive document before it, as a program finds them."""
    before, _ = WAYS[name]
    feed = Document(site, site.folder / language / LIVE[name])
    yield feed
    while address := before(feed):
        file = site.file(address)
        assert file, f"{feed} leads to {address}, where nothing is"
        feed = Document(site, file)
        yield feed
