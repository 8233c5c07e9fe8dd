"""A headline is longer than anyone shows.

Search results cut at about 60 letters and share cards at about 100; a headline past 140 loses its end everywhere. The
post is published all the same. Bad: a title of 150 letters. Good: the news in 90, the rest in the summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

MAXIMUM: Final = 140
"""Letters."""

RULE: Final = Rule(
    "NR505",
    "warning",
    what=Localized("في العنوان {length} حرفًا", "the title has {length} letters"),
    mend=Localized("اختصره إلى {maximum} على الأكثر، والأفضل 90", "keep it to {maximum}, better 90"),
)


def check(content: Content, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Every headline that is too long."""
    if not isinstance(content, Post):
        return
    for translation in content.translations.values():
        if len(translation.title) > MAXIMUM:
            document = documents[translation.path]
            values = {"length": str(len(translation.title)), "maximum": str(MAXIMUM)}
            yield Problem(RULE, document.name, document.line_of("title"), values)
