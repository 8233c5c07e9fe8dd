"""A title holds an invisible direction mark.

Titles travel to feeds, cards and networks, where such a mark turns other people's text. Bad: a title with U+200F in it.
Good: the same title without. An Arabic title that begins with an Arabic word needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Language, Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.characters import hidden_in
from newsroom.reading.files import Document
from newsroom.reading.folders import Content

RULE: Final = Rule(
    "NR504",
    "error",
    what=Localized("في العنوان علامة خفية {character}", "the title holds the invisible mark {character}"),
    mend=Localized("احذفها", "delete it"),
)


def check(content: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:
    """Every title with a mark in it."""
    if not isinstance(content, Post):
        return
    for translation in content.translations.values():
        character = hidden_in(translation.title)
        if character:
            document = documents[translation.language]
            yield Problem(RULE, document.name, document.line_of("title"), {"character": character})
