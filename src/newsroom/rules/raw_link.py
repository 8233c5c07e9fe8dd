"""A link or picture inside the newsroom is written as raw HTML.

Only Markdown links are followed when a page moves or a post is held back; raw HTML would publish the name of a post
that is not released. Bad: ``<a href="../first-half-results/">``. Good:
``[results](../first-half-results/index.en.md)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import is_internal, mentions
from newsroom.reading.lines import Lines
from newsroom.rules.texts import texts

RULE: Final = Rule(
    "NR407",
    "error",
    what=Localized("الرابط «{target}» مكتوب بلغة HTML", 'the link "{target}" is written as raw HTML'),
    mend=Localized("اكتبه بصيغة ماركداون: [النص](المسار)", "write it in Markdown: [words](path)"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every internal link in raw HTML."""
    for text in texts(newsroom):
        for mention in mentions(text.body):
            if mention.raw and is_internal(mention.target):
                line = lines.of_body(text, mention.line)
                yield Problem(RULE, lines.name(text), line, {"target": mention.target})
