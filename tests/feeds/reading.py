"""Feeds in XML, read back."""

from __future__ import annotations

from typing import Final

from lxml import etree

PREFIXES: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}


def found(parent: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path. A name without a prefix is of the parent's own namespace."""
    own = etree.QName(parent).namespace
    return parent.findall(path, PREFIXES | {"": own} if own else PREFIXES)


def only(parent: etree._Element, path: str) -> etree._Element:
    (element,) = found(parent, path)
    return element


def texts(parent: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in found(parent, path)]


def attributes(parent: etree._Element, path: str) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in found(parent, path)]
