"""The HTML of a text, read once for all formats without HTML that are written from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlsplit

from lxml import etree

from newsroom.model.language import LANGUAGES
from newsroom.prose.fragments import parse

_UNSAID: Final = "en"
"""The language of a text that does not say its own."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text to be written out, which changes no more.

    ``root`` holds all of it but its footnotes; these are ``notes``, in their order and without the links that lead back
    to where they are referred to. ``language`` is that of its outermost element.
    """

    root: etree._Element
    language: str
    notes: tuple[etree._Element, ...]

    @classmethod
    def of(cls, html: str) -> Self:
        """A text from its HTML, portable or not."""
        root = parse(html)
        language = next((said for each in root if (said := each.get("lang")) in LANGUAGES), _UNSAID)
        return cls(root, language, _take_footnotes(root) if "#fnref" in html else ())


def _take_footnotes(root: etree._Element) -> tuple[etree._Element, ...]:
    """Take the list of footnotes out of a text, and the links back out of them."""
    for notes in root.iter("ol"):
        backs = [[link for link in item.iter("a") if _leads_back(link)] for item in notes]
        if backs and all(backs):
            for link in (link for links in backs for link in links):
                link.tag, link.text = "span", ""
            _remove(notes)
            return tuple(notes)
    return ()


def _leads_back(link: etree._Element) -> bool:
    return urlsplit(link.get("href", "")).fragment.startswith("fnref")


def _remove(notes: etree._Element) -> None:
    """Remove the list and the rule above it."""
    parent, rule = notes.getparent(), notes.getprevious()
    assert parent is not None
    if rule is not None and rule.tag == "hr":
        parent.remove(rule)
    parent.remove(notes)
