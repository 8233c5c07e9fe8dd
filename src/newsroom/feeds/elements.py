"""The elements that RSS and Atom have in common, and the vocabularies that they are from."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Final

from lxml import etree

from newsroom.feeds.feed import Chain, Media

ATOM: Final = "http://www.w3.org/2005/Atom"
"""https://www.rfc-editor.org/rfc/rfc4287#section-1.2"""
CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
"""https://web.resource.org/rss/1.0/modules/content/"""
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

LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute that tells an element's language: https://www.w3.org/TR/xml/#sec-lang-tag"""

REMEMBERED: Final = 128
"""Pictures that are drawn up only once."""


def write(parent: etree._Element, name: str, text: str) -> None:
    """Append an element that holds a text. Raises ValueError where XML cannot hold a character of it."""
    etree.SubElement(parent, name).text = text


def prefix_of_archive(chain: Chain) -> dict[str, str]:
    """The prefix that :func:`mark_archive` needs, if it is needed."""
    return {"fh": HISTORY} if chain.is_archive else {}


def mark_archive(parent: etree._Element, chain: Chain) -> None:
    """Write the mark of an archive where there is one: https://www.rfc-editor.org/rfc/rfc5005#section-4."""
    if chain.is_archive:
        etree.SubElement(parent, f"{{{HISTORY}}}archive")


def write_media(parent: etree._Element, media: Media) -> None:
    """https://www.rssboard.org/media-rss: a picture outside of any group, since it is no choice among several."""
    for element in _drawn(media):
        parent.append(copy(element))


@lru_cache(REMEMBERED)
def _drawn(media: Media) -> tuple[etree._Element, ...]:
    """What is said of a picture. To copy it takes a third of the time, and it stands in both formats of many feeds."""
    drawn = etree.Element("drawn", nsmap={"media": MEDIA})
    size = {"url": media.address, "width": str(media.width), "height": str(media.height)}
    kind = {"type": media.media_type, "medium": "image", "fileSize": str(media.length)}
    content = etree.SubElement(drawn, f"{{{MEDIA}}}content", size | kind)
    words = {"title": media.title, "description": media.description, "credit": media.credit, "copyright": media.licence}
    for name, text in words.items():
        if text:
            write(content, f"{{{MEDIA}}}{name}", text)
    etree.SubElement(drawn, f"{{{MEDIA}}}thumbnail", size)
    return tuple(drawn)
