"""The letters of Arabic, and the words of a text as lists of misspellings know them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from newsroom.reading.wording import Wordings
from newsroom.rules.places import Place

MARKS: Final = "\u064b-\u065f\u0670"
"""Vowel marks, as a class of a pattern: parts of a word, or «ان» would be found in «قويّان»."""
BASES: Final = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\ufb50-\ufdfb\ufe70-\ufefc"
"""Letters of their own, the forms that fonts show them in among them; without tatweel."""
LETTERS: Final = f"{BASES}{MARKS}\u0640"
"""Everything that a word is written with."""

WORD: Final = re.compile(f"[{LETTERS}]+")
_NO_LETTERS: Final = re.compile(f"[{MARKS}\u0640]+")
_MENTIONED: Final = re.compile(r"[«\"“][^\s«»\"“”]+[»\"”]")


def bare(word: str) -> str:
    """A word without vowel marks and tatweel."""
    return _NO_LETTERS.sub("", word)


def word_around(text: str, place: int) -> str:
    """The word that a letter stands in."""
    return next((match[0] for match in WORD.finditer(text) if match.start() <= place < match.end()), "")


@functools.lru_cache(maxsize=2)
def words_of(text: str) -> tuple[str, ...]:
    """The bare words of a text, in its order."""
    return tuple(WORD.findall(bare(text)))


@functools.lru_cache(maxsize=2)
def _different_words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def words_among(wordings: Wordings) -> frozenset[str]:
    """The different bare words of the Arabic text."""
    wording = wordings.get("ar")
    return _different_words(wording.text) if wording else frozenset()


def standing(wrong: frozenset[str], wordings: Wordings) -> Iterator[Place]:
    """Each place of one of these bare words in the Arabic text, but not where it is itself spoken of, in quotes."""
    wording = wordings["ar"]
    for passage in wording.passages:
        for match in WORD.finditer(passage.text):
            if bare(match[0]) in wrong and not _MENTIONED.fullmatch(passage.text, match.start() - 1, match.end() + 1):
                yield wording, passage, match
