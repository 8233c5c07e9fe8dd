"""Every page of the site, for search engines: the sitemap protocol (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from newsroom.model.language import Language

MOST: Final = 50_000
"""Addresses in a file."""
LARGEST: Final = 50_000_000
"""Bytes of the pages in a file. The protocol allows a file 52,428,800: that leaves room for what is around them."""

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_NAMES: Final = {None: _SITEMAP, "xhtml": _XHTML}
_MARKUP: Final = 100
"""Bytes that are enough for the tags around an address: those of a link with a tag of 35 letters take as many."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page that may be found.

    ``modified`` is the ISO date of its last change of substance, or empty. ``alternates`` are its addresses by
    language, its own among them, and ``default`` is for readers of other languages, or empty; Google explains both
    (https://developers.google.com/search/docs/specialty/international/localized-versions). All addresses are absolute.
    """

    address: str
    modified: str
    alternates: Mapping[Language, str]
    default: str


def sitemap(root: str, places: Sequence[Place]) -> Iterator[tuple[str, bytes]]:
    """The sitemap of a site, whose absolute address is ``root``: address and bytes of each of its files.

    Where one file is not enough, ``sitemap.xml`` is the index of the others. These are filled in the order of the
    places: with what is new at the end, a new page changes only the last.
    """
    sheets = _sheets(places)
    addresses = _addresses(len(sheets))
    if len(addresses) > len(sheets):
        yield addresses[0], _index([root + address for address in addresses[1:]])
    for address, sheet in zip(addresses[-len(sheets) :], sheets, strict=True):
        yield address, _urlset(sheet)


def sitemap_addresses(places: Sequence[Place]) -> tuple[str, ...]:
    """The addresses of the files that :func:`sitemap` makes."""
    return _addresses(len(_sheets(places)))


def _addresses(number: int) -> tuple[str, ...]:
    numbered = () if number == 1 else (f"sitemap-{each}.xml" for each in range(1, number + 1))
    return ("sitemap.xml", *numbered)


def _sheets(places: Sequence[Place]) -> list[list[Place]]:
    """Places in files, each filled before the next is begun."""
    sheets: list[list[Place]] = [[]]
    filled = 0
    for place in places:
        size = _size(place)
        if sheets[-1] and (len(sheets[-1]) == MOST or filled + size > LARGEST):
            sheets.append([])
            filled = 0
        sheets[-1].append(place)
        filled += size
    return sheets


def _size(place: Place) -> int:
    """Bytes that a place takes, or a little more: to write it in order to know would take as long again."""
    texts = (place.address, place.modified, place.default, *place.alternates.values())
    return _MARKUP * len(texts) + len(html.escape("".join(texts)))


def _urlset(places: Sequence[Place]) -> bytes:
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NAMES)
    for place in places:
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = place.address
        if place.modified:
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = place.modified
        for tag, address in _links(place):
            etree.SubElement(url, f"{{{_XHTML}}}link", rel="alternate", hreflang=tag, href=address)
    return _document(root)


def _links(place: Place) -> Iterator[tuple[str, str]]:
    yield from sorted(place.alternates.items())
    if place.default:
        yield "x-default", place.default


def _index(addresses: Sequence[str]) -> bytes:
    root = etree.Element(f"{{{_SITEMAP}}}sitemapindex", nsmap={None: _SITEMAP})
    for address in addresses:
        sheet = etree.SubElement(root, f"{{{_SITEMAP}}}sitemap")
        etree.SubElement(sheet, f"{{{_SITEMAP}}}loc").text = address
    return _document(root)


def _document(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
