"""A headline is longer than feed readers and cards show.

Apple News takes titles of at most 60 letters, and search results and share cards cut what is longer, so the end of a
long headline is lost. Spaces and vowel signs count. The post is published all the same. Bad: a title of 75 letters
with place, sum and year. Good: the news in 60, the rest in the summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

MAXIMUM: Final = 60
"""Letters, as Apple News has it: https://support.apple.com/guide/news-publisher/apdc2c7520ff."""

RULE: Final = Rule(
    "NR505",
    "warning",
    what=Localized("في العنوان {length} حرفًا", "the title has {length} letters"),
    mend=Localized(
        "اختصره إلى {maximum} حرفًا على الأكثر، فبرامج الخلاصات وبطاقات المشاركة تقطع ما زاد",
        "keep it to {maximum}, for feed readers and share cards cut what is longer",
    ),
    editorial=True,
)


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:
    """Every headline that is too long."""
    if not isinstance(content, Post):
        return
    for translation in content.translations.values():
        if len(translation.title) > MAXIMUM:
            document = documents[translation.language]
            values = {"length": str(len(translation.title)), "maximum": str(MAXIMUM)}
            yield Problem(RULE, document.name, document.line_of("title"), values)
