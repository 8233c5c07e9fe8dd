"""The HTML that a text became, as a tree; lxml reads it and forgives whatever an author did to it."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from newsroom.prose.legibility import legible

DEEPEST: Final = 100
"""Elements within one another. No author nests so many, lxml reads 2,048, and who walks down a tree needs an end."""

_DEEP: Final = etree.XPath(f"boolean({'/'.join('*' * (DEEPEST + 1))})")
_END_OF_DOCUMENT: Final = re.compile(r"</(?:body|html)\b[^>]*>", re.IGNORECASE)

_WITHOUT_CONTENT: Final = re.compile(
    r"<(embed|source|track|wbr)\b(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>", re.IGNORECASE
)
"""Elements that have no end tag, which lxml does not know of: https://html.spec.whatwg.org/multipage/syntax.html"""

_PARSER: Final = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
"""To make one takes half as long as to read a text."""


def parse(html: str) -> etree._Element:
    """The body that holds a fragment of HTML, without comments. Never raises."""
    # What stands behind the end of a document would be lost.
    fragment = _END_OF_DOCUMENT.sub("", _legible(html))
    fragment = _WITHOUT_CONTENT.sub(r"\g<0></\1>", fragment)
    document = etree.fromstring(b"<body>" + fragment.encode(), _PARSER)
    body = document.find("body")
    assert body is not None
    return body


def is_deep(root: etree._Element) -> bool:
    """Whether more elements than anybody nests stand within one another."""
    return bool(_DEEP(root))


def write(root: etree._Element) -> str:
    """An element as HTML."""
    # Of an empty item lxml leaves out the end tag, and what follows would be read as its content.
    for item in root.iter("li"):
        if not item.text:
            item.text = ""
    return _legible(etree.tostring(root, encoding="unicode", method="html", with_tail=False))


def _legible(html: str) -> str:
    return legible(html.replace("\r\n", "\n"))
