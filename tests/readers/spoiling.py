"""Documents of the site that are spoilt in one place and in memory alone, to see whether a rule sees it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import lxml.etree
from lxml.etree import _Element
from lxml.html import HtmlElement

from tests.readers.headed_page import HeadedPage
from tests.readers.published import NAMES, Document

Spoil = Callable[[_Element], None]


def _one(root: _Element, path: str) -> _Element:
    return root.xpath(path, namespaces=NAMES)[0]


def without(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        element = _one(root, path)
        element.getparent().remove(element)

    return spoil


def without_all(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        for element in root.xpath(path, namespaces=NAMES):
            element.getparent().remove(element)

    return spoil


def saying(path: str, words: str) -> Spoil:
    def spoil(root: _Element) -> None:
        _one(root, path).text = words

    return spoil


def naming(path: str, name: str, value: str) -> Spoil:
    def spoil(root: _Element) -> None:
        _one(root, path).set(name, value)

    return spoil


def adding(path: str, tag: str, words: str = "x", **names: str) -> Spoil:
    def spoil(root: _Element) -> None:
        lxml.etree.SubElement(_one(root, path), tag, names).text = words

    return spoil


def doubling(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        element = _one(root, path)
        element.addnext(copy.deepcopy(element))

    return spoil


def moving_to_the_end(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        element = _one(root, path)
        element.getparent().append(element)

    return spoil


def together(*spoils: Spoil) -> Spoil:
    def spoil(root: _Element) -> None:
        for each in spoils:
            each(root)

    return spoil


@dataclass(frozen=True)
class SpoiltFeed(Document):
    """A feed in XML with another root."""

    root: _Element


@dataclass(frozen=True)
class SpoiltRecord(Document):
    """A feed in JSON with other data."""

    data: dict[str, Any]


@dataclass(frozen=True)
class SpoiltPage(HeadedPage):
    """A page with other markup."""

    html: HtmlElement


def spoilt(sound: Document, spoil: Spoil) -> SpoiltFeed:
    """A feed in XML, spoilt."""
    root = copy.deepcopy(sound.root)
    spoil(root)
    return SpoiltFeed(sound.site, sound.file, root)
