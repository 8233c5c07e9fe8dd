"""A link or picture inside the newsroom is written as raw HTML.

Only Markdown links are followed when a page moves or a post is held back; raw HTML would publish the name of a post
that is not released. Bad: ``<a href="../first-half-results/">``. Good:
``[results](../first-half-results/index.en.md)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import is_internal
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.rules.texts import texts_of

RULE: Final = Rule(
    "NR407",
    "error",
    what=Localized("الرابط «{target}» مكتوب بلغة HTML", 'the link "{target}" is written as raw HTML'),
    mend=Localized("اكتبه بصيغة ماركداون: [النص](المسار)", "write it in Markdown: [words](path)"),
)


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:
    """Every internal link in raw HTML."""
    for text in texts_of(content):
        for mention in text.body.mentions:
            if mention.raw and is_internal(mention.target):
                document = documents[text.language]
                yield Problem(RULE, document.name, document.line_of_body(mention.line), {"target": mention.target})
