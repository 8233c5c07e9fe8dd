"""A post that is to be released still holds a placeholder of ``newsroom new post``.

Bad: ``title: ⟦the title in English⟧`` in a post that is not withheld. Good: the title; or, until there is one,
``pubstatus: withheld``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Translation
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR409",
    "error",
    what=Localized("المنشور غير مكتمل: {words}", "the post is unfinished: {words}"),
    mend=Localized(
        "اكتب ما ينقص، أو أبقه محجوبًا: pubstatus: withheld",
        "write what is missing, or keep it back with pubstatus: withheld",
    ),
)

_PLACEHOLDER: Final = re.compile("⟦[^⟧\n]*⟧")


def placeholder(words: str) -> str:
    """Words that stand where someone has yet to write."""
    return f"⟦{words}⟧"


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every translation with a placeholder in a post that is not withheld."""
    for post in newsroom.posts:
        if post.pubstatus == "usable":
            for translation in post.translations.values():
                yield from _in_translation(translation, lines)


def _in_translation(translation: Translation, lines: Lines) -> Iterator[Problem]:
    path = lines.name(translation)
    for key, text in (("title", translation.title), ("summary", translation.summary)):
        for match in _PLACEHOLDER.finditer(text):
            yield Problem(RULE, path, lines.of_key(translation, key), {"words": match[0]})
    for match in _PLACEHOLDER.finditer(translation.body):
        line = translation.body.count("\n", 0, match.start()) + 1
        yield Problem(RULE, path, lines.of_body(translation, line), {"words": match[0]})
