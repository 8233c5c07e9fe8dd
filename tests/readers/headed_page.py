"""A page of the site by what its head says to machines."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

import lxml.html
from lxml.html import HtmlElement

from tests.readers.published import Published


class HeadedPage(Published):
    """A page in the site."""

    @property
    def language(self) -> str:
        """The language in which the page is written."""
        return self.html.get("lang")

    @cached_property
    def html(self) -> HtmlElement:
        return lxml.html.document_fromstring(self.file.read_bytes().decode("utf-8"))

    def metas(self, name: str) -> list[str]:
        """What each ``meta`` of a name says: Open Graph's ``property``, or HTML's ``name``."""
        return self.html.xpath("//head/meta[@property=$name or @name=$name]/@content", name=name)

    def meta(self, name: str) -> str:
        """What the only ``meta`` of a name says; empty where there is none or are several."""
        found = self.metas(name)
        return found[0] if len(found) == 1 else ""

    def links(self, relation: str) -> list[HtmlElement]:
        """The head's links of a relation, a word of ``rel``."""
        return [link for link in self.html.xpath("//head/link[@rel]") if relation in link.get("rel").split()]

    @property
    def canonical(self) -> list[str]:
        """The addresses that the page says are its own."""
        return [link.get("href") for link in self.links("canonical")]

    @property
    def alternates(self) -> dict[str, str]:
        """The page in other languages, itself among them, by ``hreflang``."""
        pages = (link for link in self.links("alternate") if link.get("type") in (None, "text/html"))
        return {link.get("hreflang"): link.get("href") for link in pages if link.get("hreflang")}

    @cached_property
    def nodes(self) -> list[dict[str, Any]]:
        """The nodes of structured data, one a script."""
        return [json.loads(script) for script in self.html.xpath("//script[@type='application/ld+json']/text()")]

    def node(self, *types: str) -> dict[str, Any]:
        """The only node of one of the types; empty where there is none or are several."""
        found = [node for node in self.nodes if node.get("@type") in types]
        return found[0] if len(found) == 1 else {}


def text_of(element: HtmlElement, path: str) -> str:
    """The words of the only element on a path, without drawings and white space; empty where there is none."""
    found = element.xpath(path)
    words = found[0].xpath(".//text()[not(ancestor::svg)]") if len(found) == 1 else []
    return "".join("".join(words).split())
