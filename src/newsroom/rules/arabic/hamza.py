"""A word lacks its hamza, or has one that it must not have.

«ان» may be read as «أن» or «إن», and «الإستثمار» as no word at all; search finds neither as readers write them. Only
words of which there is no doubt are looked at, with their vowel marks; foreign words such as «الإستروجين» and
«الإنترنت» are right. Bad: «اعلنت الشركة ان الإجتماع الى يوم الإثنين» Good: «أعلنت الشركة أن الاجتماع إلى يوم
الاثنين» To mend it, write the word as shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.hamza_words import MISSING, without_wrong_hamza
from newsroom.rules.arabic.letters import bare, standing, words_among
from newsroom.rules.places import problem

RULE: Final = Rule(
    "NR363",
    "warning",
    what=Localized("خطأ في همزة «{word}»", 'the hamza of "{word}" is wrong'),
    mend=Localized("اكتب «{right}»", 'write "{right}"'),
    editorial=True,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such word."""
    words = words_among(wordings)
    right = {word: MISSING[word] for word in words & MISSING.keys()}
    with_hamza = {word: without_wrong_hamza(word) for word in words if "إ" in word or "أ" in word}
    right |= {word: mended for word, mended in with_hamza.items() if mended}
    for wording, passage, match in standing(frozenset(right), wordings) if right else ():
        values = {"word": match[0], "right": right[bare(match[0])]}
        yield problem(RULE, wording, passage, match.start(), values)
