"""A title holds what feed readers take for HTML.

Titles are plain text: pages, cards and our feeds show every letter as it is written. But readers of RSS may look for
HTML in titles, so that a tag disappears there, or all that stands in it. Bad: ``title: The <b>best</b> year`` and
``title: Ports &amp; farms``. Good: the same without tags, and ``&`` as itself. The post is published all the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

RULE: Final = Rule(
    "NR508",
    "warning",
    what=Localized(
        "في العنوان «{markup}»، وتحسبه برامج الخلاصات من HTML",
        'the title holds "{markup}", which feed readers take for HTML',
    ),
    mend=Localized("اكتب العنوان نصًا بلا تنسيق", "write the title as plain text"),
)

_MARKUP: Final = re.compile(r"<[A-Za-z/!?][^<>]*>?|&#?\w+;")
"""Tags begun, and references to characters (https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state)."""


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:
    """Every title with markup in it, by the first."""
    if not isinstance(content, Post):
        return
    for translation in content.translations.values():
        markup = next(filter(_is_markup, _MARKUP.findall(translation.title)), None)
        if markup:
            document = documents[translation.language]
            yield Problem(RULE, document.name, document.line_of("title"), {"markup": markup})


def _is_markup(words: str) -> bool:
    """Whether this is a tag, or the name of a character: after ``R&D`` a semicolon may stand as well."""
    return words.startswith("<") or html.unescape(words) != words
