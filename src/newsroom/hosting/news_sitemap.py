"""The newest posts, for Google News.

The rules: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from newsroom.model.language import Language

NEW: Final = datetime.timedelta(hours=48)
"""How long an article is news."""
MOST: Final = 1000
"""Articles in a file."""

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True, slots=True)
class Article:
    """A post in one language.

    ``address`` is absolute, ``publication`` the newsroom's name in that language, ``released`` the instant from which
    the post may be seen. ``is_withdrawn`` tells that a notice stands in its place.
    """

    address: str
    publication: str
    language: Language
    released: datetime.datetime
    title: str
    is_withdrawn: bool


def news_at(articles: Iterable[Article], now: datetime.datetime | None) -> tuple[Article, ...]:
    """The articles that are news at an instant, newest first; at no instant none."""
    if now is None:
        return ()
    found = (each for each in articles if not each.is_withdrawn and now - NEW <= each.released <= now)
    return tuple(sorted(found, key=lambda each: (-each.released.timestamp(), each.address))[:MOST])


def news_sitemap(articles: Sequence[Article]) -> bytes:
    """The sitemap of articles that :func:`news_at` found. Of what is no news it may be empty."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP, "news": _NEWS})
    for article in articles:
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = article.address
        _describe(article, etree.SubElement(url, f"{{{_NEWS}}}news"))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _describe(article: Article, news: etree._Element) -> None:
    publication = etree.SubElement(news, f"{{{_NEWS}}}publication")
    etree.SubElement(publication, f"{{{_NEWS}}}name").text = article.publication
    etree.SubElement(publication, f"{{{_NEWS}}}language").text = article.language
    etree.SubElement(news, f"{{{_NEWS}}}publication_date").text = article.released.isoformat()
    etree.SubElement(news, f"{{{_NEWS}}}title").text = article.title
