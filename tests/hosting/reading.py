"""Sitemaps as a crawler reads them: held against the rules, then taken apart."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

RULES = etree.RelaxNG(file=str(Path(__file__).with_name("sitemaps.rng")))
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def read(data: bytes) -> etree._Element:
    """The root of a sitemap that keeps to the rules."""
    root = etree.fromstring(data)
    RULES.assertValid(root)
    return root


def texts(element: etree._Element, path: str) -> list[str]:
    """The words of all elements or attributes on a path."""
    found = element.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(each.text) if isinstance(each, etree._Element) else str(each) for each in found]
