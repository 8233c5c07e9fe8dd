"""A list of feeds that a reader can subscribe to at once: http://opml.org/spec2.opml#subscriptionLists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from newsroom.prose.legibility import in_legible_characters, legible


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed: ``xml`` is its address, ``html`` that of the page with the same posts; ``language`` a BCP 47 tag."""

    title: str
    xml: str
    html: str
    language: str
    description: str


@dataclass(frozen=True, slots=True)
class Group:
    """Feeds that stand together under a title."""

    title: str
    outlines: tuple[Outline, ...]


def opml(title: str, groups: Iterable[Group]) -> bytes:
    """The groups as OPML 2.0, in UTF-8, in the order in which they are given."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = legible(title)
    body = etree.SubElement(root, "body")
    for group in in_legible_characters(tuple(groups)):
        outer = etree.SubElement(body, "outline", text=group.title, title=group.title)
        for outline in group.outlines:
            etree.SubElement(outer, "outline", _attributes(outline))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _attributes(outline: Outline) -> dict[str, str]:
    """The type is ``rss`` for every kind of feed."""
    return {
        "type": "rss",
        "text": outline.title,
        "title": outline.title,
        "description": outline.description,
        "xmlUrl": outline.xml,
        "htmlUrl": outline.html,
        "language": outline.language,
    }
