"""A picture of a text has no words for those who do not see it.

A screen reader then reads out the name of the file, or nothing. Bad: ``![](gate.jpg)`` ``![gate.jpg](gate.jpg)``
Good: ``![The new gate of the cold store in Sohar](gate.jpg)`` To mend it, say between the brackets what the picture
shows, in the language of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.links import without_code
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings

RULE: Final = Rule(
    "NR386",
    "warning",
    what=Localized("صورة بلا وصف: {picture}", "a picture has no alternative text: {picture}"),
    mend=Localized("اكتب بين القوسين المعقوفين ما تُظهره الصورة", "say between the brackets what the picture shows"),
    editorial=True,
)

_PICTURE: Final = re.compile(
    r"(?<!\\)!\[(?:\s*|(?:IMG|DSC|DSCN|Screenshot|image|picture|photo)[\s_-]?\d*"
    r"|[\w ()-]+\.(?:jpe?g|png|webp|svg|gif|avif))\]"
    r"(?:\(\s*(?P<target>[^)\s]*)|\[(?P<reference>[^\]\n]+)\])",
    re.IGNORECASE,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such picture, in either language."""
    for wording in wordings.values():
        if "![" in wording.document.body:
            yield from _in_document(wording.document)


def _in_document(document: Document) -> Iterator[Problem]:
    prose = without_code(document.body)
    for match in _PICTURE.finditer(prose):
        line = document.line_of_body(prose.count("\n", 0, match.start()) + 1)
        yield Problem(RULE, document.name, line, {"picture": match["target"] or match["reference"]})
