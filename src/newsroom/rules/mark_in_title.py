"""A title holds an invisible direction mark.

Titles travel to feeds, cards and networks, where such a mark turns other people's text. Bad: a title with U+200F in it.
Good: the same title without. An Arabic title that begins with an Arabic word needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.characters import hidden_in
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR504",
    "error",
    what=Localized("في العنوان علامة خفية {character}", "the title holds the invisible mark {character}"),
    mend=Localized("احذفها", "delete it"),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every title with a mark in it."""
    for post in newsroom.posts:
        for translation in post.translations.values():
            character = hidden_in(translation.title)
            if character:
                line = lines.of_key(translation, "title")
                yield Problem(RULE, lines.name(translation), line, {"character": character})
