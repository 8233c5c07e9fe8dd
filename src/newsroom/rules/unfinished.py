"""A post that is to be released still holds a placeholder of ``newsroom new post``.

Bad: ``title: ⟦the title in English⟧`` in a post that is not withheld. Good: the title; or, until there is one,
``pubstatus: withheld``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post, Translation
from newsroom.model.problem import Problem, Rule
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

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


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:
    """Every translation with a placeholder in a post that is not withheld."""
    if isinstance(content, Post) and content.pubstatus == "usable":
        for translation in content.translations.values():
            yield from _in_translation(translation, documents[translation.language])


def _in_translation(translation: Translation, document: Document) -> Iterator[Problem]:
    for key, text in (("title", translation.title), ("summary", translation.summary)):
        for match in _PLACEHOLDER.finditer(text):
            yield Problem(RULE, document.name, document.line_of(key), {"words": match[0]})
    for match in _PLACEHOLDER.finditer(document.body):
        line = document.line_of_body(document.body.count("\n", 0, match.start()) + 1)
        yield Problem(RULE, document.name, line, {"words": match[0]})
