"""A post's ``author`` has no folder in ``content/executives``.

Bad: ``author: ceo``. Good: ``author: salim-al-harthy``, the name of that person's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.folders import INDEX_FILES
from newsroom.reading.lines import Lines
from newsroom.rules.references import unknown_references

RULE: Final = Rule(
    "NR402",
    "error",
    what=Localized("الكاتب «{value}» غير معروف", 'the author "{value}" is not known'),
    mend=Localized(
        "اختر من: {known}؛ أو أضف مجلده في content/executives",
        "choose from: {known}; or add a folder in content/executives",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post by nobody we know."""

    def has_a_text(author: str) -> bool:
        return any(lines.was_there(f"executives/{author}/{file}") for file in INDEX_FILES)

    known = newsroom.executives
    yield from unknown_references(RULE, newsroom, lines, "author", lambda post: (post.author,), known, has_a_text)
